/**
 * What a sentence looks like, as names of features: whether it asks, how long it is, whether it speaks of this
 * system, of the speaker's body or of somebody else, of a numbered task. Example: "restart task 7" → short, task-number.
 * `words` are lower case and repaired; numbers stand as `#`.
 */
export function shapeOf(text: string, words: readonly string[]): string[] {
  const has = (list: ReadonlySet<string>) => words.some((word) => list.has(word))
  const shape = [`length-${Math.min(6, Math.floor(Math.log2(words.length + 1) * 1.5))}`]
  for (const [name, list] of LISTS) if (has(list)) shape.push(name)
  const system = has(SYSTEM)
  const facts: ReadonlyArray<readonly [string, boolean]> = [
    ['asks', text.trimEnd().endsWith('?')],
    ['wh-first', WH.has(words[0] ?? '')],
    ['my-body', has(ME) && has(BODY)],
    ['pool-and-system', system && has(POOLS)],
    ['numbered', NUMBERED.test(words.join(' '))],
    ['long-no-system', !system && words.length > 3],
  ]
  return [...shape, ...facts.filter(([, holds]) => holds).map(([name]) => name)]
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const WH = set(
  'what whats which who whose when where why how hows is are was were do does did can could should would will may',
)
const SYSTEM = set(
  `operatoros operator agent agents pool pools fleet system platform task tasks job jobs queue worker workers slot slots
  demo demos command commands backup restore database db audit journal approval approvals request requests kill switch
  provider providers model models session sessions admin config configuration logs log metrics status health installation
  setup install capabilities openai anthropic`,
)
const YOU = set('you your yours u ur')
const ME = set('i im ive my me mine we our us')
const BODY = set(
  `head chest heart arm arms leg legs stomach belly back neck throat eye eyes ear skin breath breathing blood face hand
  hands foot feet tongue lips mouth lung lungs side body jaw shoulder knee throat brain pulse fingers mind`,
)
const KIN = set(
  `mother mom mum mama father dad papa son daughter baby kid kids child children wife husband brother sister grandma
  grandpa grandmother grandfather nan gran granny friend neighbour neighbor partner toddler newborn infant uncle aunt
  girlfriend boyfriend colleague coworker roommate flatmate boss cousin nephew niece hes shes he she`,
)
const NOW = set('now suddenly sudden just since minutes minute still cant cannot wont keeps getting right immediately')
const PAST = set('ago last year years yesterday when was had back then previously history used were once recovered')
const POOLS = set(
  `healthcare medical doctor doctors medic medics financial finance money sports sport business biz general everyone all
  every each everything`,
)

const LISTS: ReadonlyArray<readonly [string, ReadonlySet<string>]> = [
  ['system', SYSTEM],
  ['you', YOU],
  ['me', ME],
  ['body', BODY],
  ['kin', KIN],
  ['now', NOW],
  ['past', PAST],
  ['pool-word', POOLS],
]

const NUMBERED = /\b(?:task|tsk|job|request|approval|number|no|item|id|ticket)s? (?:number |no |the |id )?#/
