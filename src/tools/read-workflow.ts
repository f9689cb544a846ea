import { oneBlank } from './one-blank.ts'

/** A step as far as the words tell; null means that they do not say. `after` holds ids. */
export interface WorkflowStep {
  /** Short and unique, such as `check-stock`. */
  readonly id: string
  readonly do: string
  readonly owner: string | null
  readonly after: readonly string[]
  /** "2 days", "friday". */
  readonly within: string | null
  /** The condition under which it happens, such as "payment fails". */
  readonly when: string | null
}

/** What was described. `trigger` is what starts it, or null. */
export interface Workflow {
  readonly trigger: string | null
  readonly steps: readonly WorkflowStep[]
}

const TRIGGER =
  /^(?:when(?:ever)?|once|as soon as|each time|every time|after|on|starts? (?:when|with)|triggered (?:by|when)|trigger:?)\s+/i
const SCHEDULE =
  /^((?:every|each) (?:\w+ ){0,3}?(?:morning|evening|day|night|week|month|quarter|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?|daily|weekly|monthly|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/i
const CONDITION = /^(?:but |and |otherwise |or )?(?:if|in case|unless|when(?:ever)?)\s+/i
const ELSE = /^(?:and |or |but )?(?:else|otherwise|if not(?=\s*(?:[,¶]|$)))[\s:]*/i
const LINK =
  /^(?:(?:and|then|next|after that|afterwards?|finally|lastly|first|firstly|second|third|also|later|step \d{1,2}[:.)]?|\d{1,2}[:.)])[\s,:]+)+/i
const PARALLEL = /\b(?:at the same time|in parallel|meanwhile|simultaneously|in the meantime)\b,?\s*/i
const WITHIN =
  /,?\s*\b(?:within|in under|in less than|no later than|in at most|in) (?:the )?((?:\d{1,4}|an?|one|two|three|four|five|the same|next)[ -]?(?:working |business )?(?:minutes?|mins?|min|hours?|hrs?|hr|h|days?|d|weeks?|wks?))\b|\b(?:by|until|before) ((?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|tomorrow|the end of the (?:day|week|month)|end of (?:day|week|month)|\d{1,2}(?::\d\d)? ?(?:am|pm))\b|\b(?:on )?(?:the )?(same day|next day|immediately|right away|straight away)\b/i
/** Verbs that people order with; they tell "notify finance" from "Anna notifies finance". */
const ORDERS =
  'add|alert|answer|apologise|apologize|approve|archive|arrange|ask|assign|bill|book|build|call|calculate|cancel|charge|check|choose|clean|close|collect|compare|complain|complete|confirm|contact|copy|count|create|decide|deliver|deploy|discuss|draft|email|e-mail|enter|escalate|explain|export|fetch|file|fill|find|fix|follow|forward|get|give|go|hand|hold|inform|inspect|install|introduce|invite|invoice|issue|keep|label|let|log|mail|make|mark|meet|message|move|notify|offer|open|order|pack|pay|phone|pick|plan|post|prepare|print|publish|put|read|receive|record|refund|reject|remind|reorder|repeat|reply|report|request|return|review|run|save|schedule|scan|select|send|set|ship|sign|start|stop|store|submit|switch|take|talk|tell|test|text|thank|train|triage|turn|update|upload|verify|wait|warn|wash|write'
const IMPERATIVE = new RegExp(`^(?:please )?(?:${ORDERS})\\b`, 'i')
/** An order behind a condition: "payment fails notify finance"; not the noun of "if the order is late" or the verb of "they cancel". */
const INSIDE = new RegExp(
  `(?<!\\b(?:the|an?|this|that|their|his|her|our|my|your|no|not|they|he|she|it|we|you|i|to))\\s(?:then\\s+)?((?:${ORDERS})\\s(?!(?:is|are|was|has|fails?|comes|arrives|does|gets|goes)\\b).+)$`,
  'i',
)
const STEM = new RegExp(`^(?:${ORDERS})$`, 'i')
const OBJECT =
  /^\s+(?:the|an?|it|them|him|her|all|each|every|this|that|his|their|our|my|your|to|for|with|on|up|out|off|in)\b/i

/**
 * Steps in order from a description: "when an order comes in, Anna checks stock, then Ben packs within 2 days, if payment
 * fails notify finance" → a trigger and three steps, the last with a condition. Steps stand apart at commas, "then",
 * full stops, arrows or lines. Each waits for the last step that always happens.
 */
export function readWorkflow(text: string): Workflow {
  const [trigger, clauses] = triggerOf(clausesIn(oneBlank(text.slice(0, 8_000)).replace(/[¶‡]/g, ' ')))
  const course: Course = { steps: [], before: [], condition: null, lastCondition: null }
  for (const clause of clauses) addClause(course, clause)
  return { trigger, steps: course.steps }
}

/** What is known while the clauses are read in order. */
interface Course {
  readonly steps: WorkflowStep[]
  /** What the next step waits for. */
  before: readonly string[]
  /** A condition whose step is still to come. */
  condition: string | null
  lastCondition: string | null
}

function addClause(course: Course, clause: string): void {
  const draft = readClause(clause, course.lastCondition)
  if (draft.act === '') addCondition(course, draft.when, clause.startsWith(TRAILING))
  else addStep(course, draft)
}

function addCondition(course: Course, when: string | null, isTrailing: boolean): void {
  const last = course.steps.at(-1)
  if (!isTrailing || last?.when !== null) {
    course.condition = when
    return
  }
  // "the manager calls if the customer is unhappy": the condition stands behind its step.
  course.steps[course.steps.length - 1] = { ...last, when }
  course.before = last.after
}

function addStep(course: Course, draft: ClauseDraft): void {
  const last = course.steps.at(-1)
  const when = draft.when ?? course.condition
  const id = idOf(draft.act, course.steps)
  const after = draft.isParallel && last ? last.after : course.before
  course.steps.push({ id, do: draft.act, owner: draft.owner, after, within: draft.within, when })
  course.lastCondition = when ?? course.lastCondition
  course.condition = null
  if (when === null) course.before = draft.isParallel ? [...course.before, id] : [id]
}

/** ¶ stands for a comma inside a clause; ‡ marks an "if" that no comma parts from what stands before it. */
const TRAILING = '‡'

function clausesIn(text: string): readonly string[] {
  return text
    .replace(/(^|\s)\d{1,2}[.)]\s+/g, ';')
    .replace(
      /\b(if|when|once|whenever|unless|as soon as|every time|each time)\b([^,;.\n]{3,80}),\s*(?=\S)/gi,
      (whole, word, said) =>
        (word.toLowerCase() === 'if' || word.toLowerCase() === 'unless') && INSIDE.test(said)
          ? whole
          : `${word}${said}¶`,
    )
    .replace(/([^\s,;.])\s+(?:and |but |then )?(?=(?:if|unless)\s)/gi, `$1;${TRAILING}`)
    .split(/[;,\n]|\.(?=\s|$)|→|->|=>|\s+(?:and )?then\s+|\s+and after that\s+|\s+after that,?\s+|\s+and finally\s+/i)
    .flatMap((part) => joined(part))
    .map((part) =>
      part
        .replace(/^[\s>*•·-]+/, '')
        .replace(/[\s.!?]+$/, '')
        .trim(),
    )
    .filter((part) => /\p{L}{2}/u.test(part) && !/^(?:and|but|then|or)$/i.test(part))
    .slice(0, 100)
}

/** "checks stock and Ben packs" is two steps, "packs and ships" one. */
const joined = (part: string): readonly string[] => part.split(/\s+and\s+(?=\p{Lu}\p{Ll}+\s+\p{Ll}+s\b)/u)

function triggerOf(clauses: readonly string[]): readonly [string | null, readonly string[]] {
  const [first = '', ...others] = clauses
  const schedule = SCHEDULE.exec(first)
  if (schedule) {
    const rest = first.slice(schedule[0].length).replace(/^[\s,¶]+/, '')
    return [schedule[0], rest ? [rest, ...others] : others]
  }
  if (!TRIGGER.test(first)) return [null, clauses]
  const [said = '', ...rest] = first.replace(TRIGGER, '').split('¶')
  return [said.trim(), [...rest, ...others].map((part) => part.trim()).filter(Boolean)]
}

interface ClauseDraft {
  readonly act: string
  readonly owner: string | null
  readonly within: string | null
  readonly when: string | null
  readonly isParallel: boolean
}

function readClause(clause: string, lastCondition: string | null): ClauseDraft {
  const isParallel = PARALLEL.test(clause)
  const text = clause.replace(TRAILING, '').replace(PARALLEL, '').replace(LINK, '').trim()
  const [when, rest] = whenOf(text, lastCondition)
  const told = rest.replaceAll('¶', ', ').replace(LINK, '')
  const limit = WITHIN.exec(told)
  const within = (limit?.[1] ?? limit?.[2] ?? limit?.[3] ?? '').toLowerCase() || null
  const bare = (limit ? told.replace(limit[0], ' ') : told).replace(/\s+/g, ' ').trim()
  const [owner, act] = ownerOf(bare)
  return { act, owner, within, when, isParallel }
}

/** The condition of a clause, or null, and what is left of it. */
function whenOf(text: string, lastCondition: string | null): readonly [string | null, string] {
  if (ELSE.test(text)) {
    const when = lastCondition === null ? 'otherwise' : `not: ${lastCondition}`
    return [when, text.replace(ELSE, '').replace(/^[\s,¶]+/, '')]
  }
  const opening = CONDITION.exec(text)
  if (!opening) return [null, text]
  const [said, rest] = conditionOf(text.slice(opening[0].length))
  return [/\bunless\b/i.test(opening[0]) ? `not: ${said}` : said, rest]
}

/** "payment fails, notify finance" and "payment fails notify finance" fall apart; else the whole is the condition. */
function conditionOf(text: string): readonly [string, string] {
  const [said = '', ...rest] = text.split('¶')
  if (rest.length > 0) return [said.trim(), rest.join(', ').trim()]
  const order = INSIDE.exec(text)
  if (order) return [text.slice(0, order.index).trim(), order[1] ?? '']
  const named = /\s(\p{Lu}\p{Ll}+ \p{Ll}+s\b.*)$/u.exec(text)
  return named ? [text.slice(0, named.index).trim(), named[1] ?? ''] : [text.trim(), '']
}

const PASSIVE = /^(?<act>.+ (?:is|are|gets|get) \w+(?:ed|en|t)\b.*?) by (?:the )?(?<owner>[\p{L}' -]{2,40})$/u
const MODAL =
  /^(?:the )?(?<owner>[\p{L}'&/-]+(?: [\p{L}'&/-]+)?) (?:must|should|will|has to|needs to|can|may) (?<act>.+)$/iu
const ACTIVE = /^(?:the |an? )?([\p{L}'&/-]+(?: [\p{L}'&/-]+)??) (\p{L}{2,}s)\b(.*)$/iu
const SPEAKER = /^(?<owner>i|we|they|you) (?<act>.+)$/i

/** "Anna checks stock" → Anna, "check stock"; "stock is checked by Anna" → Anna; "notify finance" → nobody named. */
function ownerOf(text: string): readonly [string | null, string] {
  const passive = PASSIVE.exec(text)
  if (!passive && IMPERATIVE.test(text)) return [null, text]
  const active = ACTIVE.exec(text)
  const found = passive ?? MODAL.exec(text)
  if (!found && active && isVerb(active)) return [active[1] ?? null, `${plainVerb(active[2] ?? '')}${active[3] ?? ''}`]
  const { owner, act } = (found ?? SPEAKER.exec(text))?.groups ?? {}
  return owner === undefined ? [null, text] : [owner.trim(), act ?? '']
}

/** "Anna checks stock", "buddy meets the new person"; not "gather customer details". */
function isVerb([, owner = '', verb = '', rest = '']: RegExpExecArray): boolean {
  if (/^(?:is|has|was|this|does)$|ss$/i.test(verb)) return false
  return STEM.test(plainVerb(verb)) || (!owner.includes(' ') && OBJECT.test(rest))
}

/** "checks" → "check", "notifies" → "notify", "dispatches" → "dispatch". */
const plainVerb = (verb: string): string =>
  /ies$/.test(verb) && verb.length > 4
    ? verb.replace(/ies$/, 'y')
    : /(?:ch|sh|ss|x|zz|o)es$/.test(verb)
      ? verb.slice(0, -2)
      : verb.slice(0, -1)

const SMALL = new Set(
  'the a an to of for with and or in on at by from it its their his her our my this that'.split(' '),
)

function idOf(act: string, steps: readonly WorkflowStep[]): string {
  const words = (act.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => !SMALL.has(word))
  const plain = words.slice(0, 3).join('-').slice(0, 40) || 'step'
  const taken = steps.filter(({ id }) => id === plain || id.startsWith(`${plain}-`)).length
  return taken === 0 ? plain : `${plain}-${taken + 1}`
}
