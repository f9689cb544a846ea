import { createSpelling, type Spelling } from '../language/spelling.ts'

/** The readings of the commands whose arguments are a choice among few words. Each takes the words of a sentence. */

/** State of the tasks asked for, or null for all of them. */
export const readState = (words: readonly string[]): string | null => firstHit(STATES, words)

/** Section of `admin`; without any of its words, its status. */
export const readSection = (words: readonly string[]): string => firstHit(SECTIONS, words) ?? 'status'

/** What to do with the journal; without a word for exporting, verify it. */
export const readAuditAction = (words: readonly string[]): string => firstHit(AUDIT, words) ?? 'verify'

/** What to do with an approval; without a word for either, list them. */
export const readDecision = (words: readonly string[]): 'approve' | 'deny' | 'list' => {
  const found = firstHit(DECISIONS, words)
  return found === 'approve' || found === 'deny' ? found : 'list'
}

/** What to do with the kill switch. A question about it only looks: stopping by mistake costs more than asking twice. */
export function readKillState(words: readonly string[]): 'on' | 'off' | 'status' {
  const text = words.map(repaired).join(' ')
  if (/\bturn(?:ed)? off?\b|\boff? the kill\b/.test(text) && !LOOKS.test(text)) return 'off'
  if (LOOKS.test(text)) return 'status'
  if (OFF.test(text)) return 'off'
  return ON.test(text) ? 'on' : 'status'
}

/** The command that help is wanted about, or null. `topics` are the commands' names and `errors`. */
export function readTopic(words: readonly string[], topics: readonly string[]): string | null {
  const near = createSpelling(topics)
  const named = words.find((word, i) => isTopic(word, topics) && isMeant(words, i))
  if (named !== undefined) return named
  const inflected = words
    .map((word) => INFLECTED.get(word))
    .find((topic) => topic !== undefined && topics.includes(topic))
  if (inflected !== undefined) return inflected
  const repaired = words
    .filter((word) => word.length >= 4 && !NEVER_TOPICS.has(word))
    .map((word) => near.repair(word))
    .find((topic) => topic !== null && isTopic(topic, topics) && !LITTLE_TOPICS.has(topic))
  return repaired ?? null
}

const isTopic = (word: string, topics: readonly string[]): boolean =>
  topics.includes(word) && word !== 'help' && word !== 'worker'

/** Names that are everyday words are meant only beside "help", "command" or the like. */
const isMeant = (words: readonly string[], i: number): boolean =>
  !LITTLE_TOPICS.has(words[i] ?? '') ||
  [words[i - 1], words[i + 1], words[i - 2]].some((word) => word !== undefined && BESIDE.has(word))

const LITTLE_TOPICS = new Set([
  'why',
  'wait',
  'watch',
  'task',
  'health',
  'doctor',
  'status',
  'general',
  'business',
  'sports',
  'financial',
])
const BESIDE = new Set([
  'help',
  'command',
  'about',
  'on',
  'with',
  'syntax',
  'usage',
  'options',
  'explain',
  'cmd',
  'use',
])
const NEVER_TOPICS = new Set([
  'what',
  'show',
  'here',
  'that',
  'type',
  'this',
  'with',
  'have',
  'some',
  'want',
  'would',
  'when',
  'task',
  'mean',
])

const INFLECTED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    scale: 'scaling scaled scael sclae',
    restart: 'restarting restarts restarted',
    demo: 'demos demonstration demonstrations',
    approvals: 'approval approving approve deny denying',
    admin: 'backup backups administration restore restoring',
    audit: 'auditing audits journal',
    cancel: 'cancelling canceling cancelation',
    retry: 'retrying retries',
    kill: 'killswitch',
    metrics: 'metric',
    tasks: 'queue',
    pools: 'pool',
    sessions: 'session',
    providers: 'provider',
  }).flatMap(([topic, forms]) => forms.split(' ').map((form) => [form, topic] as const)),
)

// Shorter words are too near to each other: "does" is no misspelt "done".
const repaired = (word: string): string => (word.length >= 5 ? (SPELLING.repair(word) ?? word) : word)

type Choices = ReadonlyArray<readonly [choice: string, pattern: RegExp]>

/** The first choice in order whose words were said, misspelt ones included. */
function firstHit(choices: Choices, words: readonly string[]): string | null {
  const said = words.join(' ')
  const mended = words.map(repaired).join(' ')
  return choices.find(([, pattern]) => pattern.test(said) || pattern.test(mended))?.[0] ?? null
}

const STATES: Choices = [
  [
    'unknown',
    /\bunknown|(?:dunno|dont know) how (?:they|it) ended|nobody knows|no ?one knows|who knows|mystery|unclear|uncertain|not sure (?:what|how|if)/,
  ],
  [
    'parked',
    /\bparked?\b|on hold|on ice|limbo|benched|shel(?:f|ved)|sidelined|paused|on pause|needs? a decision|until (?:somebody|someone) decides|waiting (?:for|on) (?:me|a person|a human|someone|somebody|approval|an? ok)/,
  ],
  [
    'refused',
    /\brefused?\b|\brejected|\bdeclined|\bdenied|\b(?:turned|shot|knocked) (?:down|away|back)|\bbounced|\bvetoed|\bblocked|got a no\b|\bturn(?:ed)? (?:\w+ )?down|you turn down|said no to|wouldnt (?:do|touch|take)|nope[dn]/,
  ],
  [
    'cancelled',
    /\bcancel|\baborted|\bcalled off|\bscrapped|\baxed|\bnuked|\bditched|\bbinned|\bcanned|\bkilled\b|\bdropped|\bscratched|\bgot the axe|\bpulled|\bnixed|\bwithdrawn|\bstopped/,
  ],
  [
    'failed',
    /\bfail|\bwent (?:wrong|bad|sideways|south|belly|kaput|boom)|gone (?:wrong|bad)|goes wrong|\bborked|\bbombed|\btanked|\bflopped|\bbroke|\bbusted|\bcrashed|\bcrapped|\bate it|errored|not success|not succeed|unsuccess|\bblow up|went wrong|didnt (?:make|work)|\bblew up|\bblown up|\bdied|\bdead|\bcroaked|face ?planted|screwed|\bmessed up|\bchoked|belly up|\bhosed|\btoast\b|\bbotched|wiped out|\bfell over|\bkaput|conked|\bduds?\b|\bcasualt|\bfumbled|\bwrecked|\bwonky|\bbad ones/,
  ],
  [
    'queued',
    /\bque(?:ue|ued|ues|ing)?\b|\bbacklog|\bpending|\bwaiting|\bwait(?:s)? to\b|\b(?:in|the|how long is|s) (?:the )?line\b|lined up|enqueued|not started|up next|whats next|yet to (?:start|run)|havent (?:been )?started|outstanding|still to do|left to do|on deck|on the (?:pile|plate|docket|stack|todo)|pipeline|in the pipe|coming up|stacked up|piled up|pile\b|to ?do\b/,
  ],
  [
    'done',
    /\bdone\b|\bfinish|\bcomplet|\bsucceed|\bsuccess|\bended\b|\bready\b|wrapped|\baccomplished|in the bag|knocked out|knock out|crossed off|\bnailed|\bsorted\b|\bcleared|made it|over with|checked off|in the can|\bshipped|polished off|crushed|got through/,
  ],
  [
    'running',
    /\brunning\b|in progress|in course|under (?:way|process)|underway|\bprocess|getting worked|workign on|working on|work(?:ing)? (?:on|at)|being (?:worked|done|executed)|\bactive\b|\bexecuting|ongoing|in flight|cooking|\bdoing\b|busy|\bat work\b|on the go|chewing|\bgoing on\b|in the oven|cranking|grinding|churning|\bat it\b|happening|\bmoving\b|in motion|\blive\b|crunching|tackling|handling/,
  ],
]

const SECTIONS: Choices = [
  [
    'restore',
    /\brestor|\brecover|\bbring (?:\w+ ){0,3}(?:back|again)|\bput (?:\w+ ){0,4}back|\broll(?:ed|ing)? ?back|\brevert|\brewind|(?:database|data|db) back\b|\bgo back|\breturn to|\bget (?:\w+ ){0,4}back\b|retrieve|\broll (?:\w+ ){0,3}back\b|\breinstat|\bload (?:\w+ ){0,4}backup|\b(?:last|latest|previous|old|good|yesterdays?|nights?) (?:good )?(?:backup|snapshot) (?:back|again|in)\b|\bback to (?:the |our |a )?(?:\w+ ){0,2}(?:backup|snapshot)|from (?:the |our |a )?(?:\w+ ){0,2}(?:backup|snapshot)/,
  ],
  [
    'backup',
    /\bbkp\b|\bback(?:ed|ing|s)? ?(?:\w+ ){0,4}up\b|\bbackups?\b|\bbakups?\b|snapshot|safe copy|\bstash|save (?:a copy|everything|the db|the data|our data)|back (?:it|this|that|everything|all)|security copy|copy of (?:the |our |all )?(?:\w+ )?(?:data|database|db)/,
  ],
  [
    'users',
    /\busers?\b|\busr\b|\busrs\b|\bwho\b|\bwhos\b|\baccounts?\b|\broles?\b|\baccess\b|people|logged in|signed in|members|utili[sz]ers|login/,
  ],
  [
    'logs',
    /\blogs?\b|\blogfile|\bsyslog|\blogged\b|\berrors?\b|\bprotocol|\blogging\b|stack ?trace|\bcrash report|whats been blowing up|\bexceptions?\b|stderr/,
  ],
  [
    'config',
    /\bconfig|\bsetting|\bparameters?|\boptions?\b|\bpreferences|\bset ?up\b|\bvalues\b|\benv\b|knobs|prefs|\bdials\b|\bconfs?\b|\bcfg\b|tweaks|switches/,
  ],
]

const AUDIT: Choices = [
  [
    'export',
    /\bpackage|\bbundle|\bzip\b|\bexport|\bdump|\bfile\b|\bsave|\bcopy\b|\bwrite\b|\bdownload|\bhand\b.*\bover|\bcsv\b|take (?:it |the audit log )?(?:out|with)|\bget\b.*\bout\b|\bprint|\bextract|spit out|\bsend\b|\bship\b|\bpull\b|\bgrab\b|\bgive\b/,
  ],
]

const DECISIONS: Choices = [
  [
    'deny',
    /\bcant (?:\w+ )?(?:agree|allow|approve|accept|let)|irresponsible|\bno way|cant go|not happening|forget it|\bpass on|\bsmack down|\bsink\b|\bscrap\b|\bax\b|\baxe\b|\bden(?:y|ied|ying|ny|i)\b|\breject|\brefus|\bdeclin|\bdisapprov|\bdissapr|\bveto|\bblock|\bnot (?:comfortable|approve|agree|let|allow|ok|happy)|\bdont (?:accept|agree|approve|allow|let|want)|\bmake no\b|\bsay no\b|\bno to\b|\banswer is no|\bnope\b|\bnah\b|thumbs down|turn down|rather not|hell no|hard no|knock (?:\w+ ){0,2}back|shoot down|shut down|\bnix\b|\bkill\b|no go\b|\bnot let\b|^no\b/,
  ],
  [
    'approve',
    /\bapprov|\bgreenlit|the nod|\bblessing|say yes|\bcool with|\bfine by|\bfine with|im good with|looks good|do it\b|\baprov|\baproov|\baccept|\ballow|\bgrant|\bgreen ?light|\bok(?:ay)?\b|\bpermi|\bbless|go ahead|may (?:go|proceed)|\blet (?:it|that|request)|\bproceed|thumbs up|sign off|good to go|no objection|\bagree|\byes\b|\byep\b|\bvalidate\b|\bwave\b|through\b|lgtm|ship it|rubber ?stamp|happy with/,
  ],
]

const LOOKS =
  /^(?:is|are|has|was|did|do we know|any ?one|who)\b|\b(?:status|state|whether|wonder|know if|position|confirm if|cant tell|on or off|still on|are we|is it|did (?:someone|somebody|anyone|anybody|we|you))\b|\b(?:is|was|has) (?:the|that|our|this) (?:kill|emergency|big|e|stop|panic)|\bkilled\b|^kill switch$|^kill$|(?:kill ?switch|stop|button) (?:active|on|engaged|pressed|pulled|hit)$|switch (?:is|on or)/
const OFF =
  /\boff\b(?! switch)|\bloose\b|back in business|carry on|fire (?:em|them|everything) back|\brelease|\blift|\bdisengag|\bdeactivat|\bdisabl|\btake away|\bremov|\bundo|\bunkill|\bresum|\bagain\b|\breset|\bis over\b|no reason to keep|\bcancel|\bunfreeze|\bunpause|\bclear|\bback (?:on|up|to work|online)|\blet (?:\w+ ){1,3}(?:run|work)|\bdisarm|\bwake|\bunlock|\bend the/
const ON =
  /\bon\b|\bstop|\bhalt|\bengage|\bactivat|\bhit\b|\bpull|\bpress|\btrigger|\bflip|\bthrow|\bshut|\bfreeze|\bkill everything|\bkill all|\bkill em|\bemergency|\bslam|\bpanic|\bpunch|\bsmash|\byank|\bplug|\bbrake|\bcease|\bmake the\b|\bburn it|\bend everything|\bpull the|\bdown everything|\bkill it all|\bwhole fleet|\bnow\b/

// Words of the choices above that are worth repairing when they are misspelt.
const SPELLING: Spelling = createSpelling(
  `parked refused rejected declined cancelled canceled failed failing wrong queue queued backlog pending waiting finished completed
  complete done succeeded running progress processing active unknown restore recover revert users user access roles logs errors
  error logged config configuration settings setting options parameters backup snapshot export dump file save copy deny reject
  decline refuse disapprove approve accept allow grant release lift disable deactivate disengage resume reset activate engage halt
  stop press pull emergency switch status state whether again`.split(/\s+/),
)
