import type { Lexicon } from './ideas.ts'

/**
 * The ideas that the commands know, and the words for each. A word that carries meaning and has no idea is foreign: what
 * a near miss speaks of is mostly foreign, as the career in "restart my career".
 */
export const COMMAND_WORDS: Lexicon = {
  ideas: {
    restart: `restart restarts restarted restarting reboot rebooted reboots rebooting bounce bounced recycle recycled recycling
    revive revived respawn relaunch reset refresh resurrect reanimate cycle rejig kickstart reload reinitialise reinitialize afresh restarted fresh rebooting revamp rejuvenate respawned kick kicked bouncing power cycled reinstate jolt smack jump jumpstart unjam nudge boot wake awake`,
    up: `up upscale scaleup bigger larger grow grew grown raise raised increase increased boost bump expand enlarge augment
    beef crank add adding additional extra more plus another ramp upsize hire spin ad mair reinforce reinforcement strengthen amp juice dial greater higher upwards reinforcements doubled double triple multiply fatten bulk widen pump staff send throw toss chuck stack swamped slammed drowning short shorthanded understaffed firepower bodies`,
    down: `down downscale scaledown smaller shrink shrunk reduce reduced lower decrease decreased cut trim less fewer minus remove
    drop drain downsize slim fire ditch axe lose diminish fewer decreasing dial lessen halve half sack slash lighten thin whittle smaller downwards shave chop bench boot dump toss chop ease tone`,
    scale: 'scale scaling scaled resize resized size sized capacity',
    set: 'set put make bring have has give gives let change adjust keep leave turn',
    show: `show showing display list view print see look give tell report bring pull gimme lemme fetch present lst ls peek glance
    open inspect brief share provide summarise summarize summary overview check chk screen update inform describe peep scope eyeball gander scan rundown lowdown deets scoop gist pulled roster tally surface dig hit show pull whip cough spill dump throw spit`,
    state: `status state stat stats condition situation shape statuses sitrep standing stands faring coping holding doing vibe sup position`,
    system: `system systm sys operatoros platform fleet everything whole thing program app setup machine tool terminal shebang ship engine place machine works joint`,
    health: `health healthy unhealthy healthcheck healthiness component components vitals pulse sick wellbeing fitness healthcheck healthchecks sane sanity`,
    pool: `pool pools healthcare financial finance finances fin sports sport business biz general medical medic medics doctor
    doctors docs medicine money generalists generalist analysts consultants athletics jocks squad team crew guys bunch
    clinic accountants coaches nurses suits bankers ballers accountants whitecoats beancounters crunchers finbros bros corp mbas gang crews squads teams scrubs quacks bookies traders`,
    agent: 'agent agents bot bots worker workers slot slots instance instances ai ais robots minions people folks',
    all: 'all every everyone everybody each whole entire both lot totality',
    task: 'task tasks tsk job jobs work ticket tickets item items run runs',
    queue: `queue queued pending waiting backlog line parked park limbo stuck unprocessed enqueued deck pile plate docket pipeline stacked todo ice shelf shelved benched sidelined hold held`,
    state2: `running done finished completed complete failed fail fails failure failures cancelled canceled refused rejected
    unknown progress processing processed active busy idle free succeeded occupied sleeping crashed broken dead died
    crash broke fell result results ended ready executed ran wrong problem problems errored borked wonky hosed toast kaput zombie zombies hung frozen dead broken overloaded executing submitted submit succeed finish worked stalled choked bombed flopped tanked flopped crapped faceplanted nailed wrapped wrap crushed sorted cooking chewing grinding churning cranking crunching tackling handling bounced vetoed blocked axed nuked binned canned nixed botched screwed messed croaked duds casualties`,
    metrics: `metrics metric performance performing perform performances numbers figures statistics throughput latency analytics
    usage average response rate success efficiency utilisation utilization cost costs spend spent spending tokens perf
    indicators kpis uptime speed fast slow quick quickly bill burn burned burnt activity efficient efficiency percent avg costing load answer answering answers length performant kpi slower faster dollars laggy lag turnaround p95 p99 p50 rps tps snappy sluggish scoreboard leaderboard hit dough bucks tab`,
    demo: `demo demos demonstration demonstrate demonstrating walkthrough example examples showcase tour walk guided demonstrates
    walkthru play played walked interactive sample automation operations ops presentation`,
    help: `help commands command usage manual instructions instruction guide guidance docs documentation reference syntax man
    type options cheatsheet manpage cmd cmds rtfm arguments spelled typed understand orders written explained tutorial onboarding lost clueless newbie noob howto ropes halp rtfm cheat sheet`,
    able: `capabilities capability skills skill abilities ability able capable features feature caps cover covered covers
    handle supported support domains areas strengths questions kinds specialised competences capacities offer talents superpowers wheelhouse tricks toolbox`,
    why: `why reason reasons explain explanation how cause caused behind decision decide decided happened outcome rationale clarify because puzzled surprised meaning wherefore rationale`,
    wait: `wait waits waiting hold block until till til unless stay bide hang before soon await standby pause`,
    cancel: `cancel cancelled cancelling abort aborted stop scrap withdraw discontinue terminate nix delete abandon forget kill
    scratch bin call bail off annul dropped needed neednt mistake continuing anymore longer yeet nuke ax scrub squash stopped break`,
    retry: `retry retries retried again rerun redo repeat resubmit reattempt once second rety try tries attempt attempted
    rerunning anew another go repeating repeated deserves execute reexecute retrying fresh crack shot whirl`,
    watch: `watch watching follow following monitor stream tail live realtime track observe eye progress events happens happen
    happening direct advance shoulders continue keeping streaming feed ticker stalk spectate eyes playbyplay peek realtime posted`,
    model: `provider providers model models llm llms openai anthropic claude gpt api key keys connected configured hooked brains
    backend engine language handbook vendors companies furnishers network mistral gemini`,
    session: `session sessions conversation conversations chat chats discussion discussions history resume resumed thread threads
    convos talked earlier talks past convo convos chatted chats`,
    audit: `audit audits journal trail chain hash hashes tamper tampered tampering integrity intact altered ledger records
    record auditor auditors compliance immutable unbroken unaltered manipulate manipulated forgery doctored fiddled fudged`,
    verify: `verify verified verification validate confirm legit genuine valid untouched check checked proof certain correct sound sure test prove doublecheck`,
    export: 'export exported exporting dump save saved file copy csv download write hand',
    doctor: `diagnose diagnostics diagnosis diagnostic troubleshoot install installed installation installs environment env
    selftest selfcheck self setup doctor configured requires missing dependency dependencies correctly properly proper incomplete fix selfdiagnosis preflight wonky`,
    approve: `approve approved approves approving approvals approval accept allow allowed grant green ok okay permit permission
    greenlight thumbs bless sign proceed ahead signoff consent agree agreed objection happy comfortable yes yep yea lgtm rubberstamp wave nod greenlit pass`,
    deny: `deny denied reject rejected refuse refused decline declined disapprove veto block no nope nah irresponsible disagree decline nix`,
    request: `request requests approvals approval approvel decisions decision awaiting department pending`,
    kill: `kill killed killswitch unkill switch emergency halt freeze panic button plug estop brakes shutdown shut pull stopped danger pulled force halted cease abort brake brakes red smash yank estop`,
    off: `off release lift disengage deactivate disable unfreeze resume disarm unlock undo released lifted unpause over solved cleared`,
    on: 'on engage activate hit press trigger flip slam throw arm engaged',
    admin: `admin administration administrative administrator dashboard panel adm board console overview`,
    user: `user users who account accounts access roles whos logged members people registered utilizers folks logins peeps dudes heads seats`,
    log: `log logs syslog logged logging error errors logfile eror errs entries protocol traces stderr`,
    config: `config configuration settings setting configs conf preferences configured prefs values parameters values knobs options tuning`,
    backup: `backup backups back bakup snapshot copy safe security create weekend archive`,
    restore: `restore restored recover recovered rollback rewind revert restoring retrieve return yesterdays roll undo`,
    data: 'database db data store base',
    mine: 'my our mine',
    '#': `single two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty dozen couple pair twa`,
  },
  little: `had through since better per away available interesting nobody rather wee morning overall exist seem ready havent wouldnt
  nothing somewhere worth ye grateful whatever itd across enough remember few ought wise couldnt anybody order next place together
  useful big trying glad though trouble impression suggest seems meant cannot helpful somehow hoping concerned looking afraid
  needful actually under regarding different having appreciate anyone yall fam homie pal buddy boss chief bruv lads guys peeps
  ain aint kinda sorta dunno cuz coz bc btw fyi imo rn atm tho thru lemme gimme outta whatcha wassup sup yep yeah nah hmm uh oh
  alright aight cool sweet awesome stuff things quickly minute sec second secs jiffy weve theyre theres heres wheres hows
  colleague colleagues manager boss team meeting visitors guests somebodys everybodys a an the of to for in at by with from and or but so as it its is are was were be been being am do does did done
  can could would will shall should may might must i you we us me he she they them their your yours this that these those there
  here now then please pls plz plese kindly just thanks thank thx hey hi hello right currently current moment present today itself
  what whats which where when if whether not dont doesnt isnt im id ill ive youre wed lets one ones any some something anything
  someone somebody anyone like want need needs wanted wonder wondering think maybe perhaps possible know really very quite bit
  little too also still yet already lately recent recently latest last earlier previous previously new good great nice
  well mind sir madam dear bro dude mate yo gonna wanna gotta lol ya u ur r em teh da only than into out over about get got
  getting going come came number numbers amount quantity total how much many long far asap immediately instantly time
  own use using used start started starting begin run running work working works page detail details detailed full quick
  real curious interested sure clear idea feeling feel suppose guess believe suspect hear heard told asked say said ask
  same way sort kind please thing whats up wtf heck hell damn gonna tryna tell ever even bout lil big fat whole off in hows doin goin lookin workin sittin situation deal word story vibe cheers ta mate bruh homeboy mister ol old them em y all ya'll`,
}
