/** Time units of a flow, in hours of work: a day has 8 hours, a week 5 days, a month 20. */
export const FLOW_HOURS = { minute: 1 / 60, hour: 1, day: 8, week: 40, month: 160 } as const
export type FlowUnit = keyof typeof FLOW_HOURS

/** A stage of a flow as written: what it can do in a unit of time, or how long one item takes there. */
export interface Stage {
  readonly name: string
  /** Items per `unit`, or time units per item. */
  readonly figure: number
  readonly kind: 'capacity' | 'cycle'
  readonly unit: FlowUnit
  /** People or machines that work side by side. */
  readonly servers: number
}

/** What a flow is asked to do, when that was said: items per unit. */
export interface Demand {
  readonly figure: number
  readonly unit: FlowUnit
}

const N = String.raw`(\d{1,7}(?:[.,]\d{1,4})?)`
const RATE = new RegExp(
  `(?<![\\w.])${N} ?(?:[a-z]{2,15} ){0,2}?(?:\\/ ?|per |an? |each |every |p)(min(?:ute)?|h(?:ou)?rs?|hours?|h|days?|d|weeks?|wk|months?)\\b`,
  'i',
)
const TIME = new RegExp(
  `(?<![\\w.])${N} ?-?(min(?:ute)?s?|h(?:ou)?rs?|hours?|h|days?|d|weeks?|wks?|sec(?:ond)?s?|s)\\b(?! ?(?:day|week)\\b)`,
  'i',
)
const SERVERS =
  /\b(?:with |by |x ?|× ?)?(\d{1,4}) (?:\w{1,12} )?(?:people|persons?|workers?|machines?|servers?|staff|operators?|developers?|devs?|testers?|agents?|stations?|baristas?|cooks?|chefs?|cashiers?|nurses?|desks?|lines?)\b|\b[x×] ?(\d{1,3})\b/i
const DEMAND =
  /\b(?:demand|arriv(?:als?|es?|ing)|incoming|orders? come in|come in|input|inflow|customers? want|needed|we need|we get)\b/i
const ASK = /\b(?:bottle ?-?necks?|what|which|where|how|throughput of|find|slowest|constraint)\b/i

/**
 * The stages of a flow in words, apart by commas, semicolons, arrows or lines: "design 10 per day, build 15 min each with 2
 * people, test 6 a day", and the demand when one part tells it ("demand 5 per day"). Parts without a figure are passed over.
 */
export function readStages(text: string): { readonly stages: readonly Stage[]; readonly demand: Demand | null } {
  const parts = withoutLead(text.slice(0, 8_000))
    .split(/[;\n]|,(?!\d{3}\b)|→|->|=>|\bthen\b|(?<!\d)\.\s|\s+and\s+(?=[^,;]{0,60}\d)/u)
    .map((part) => part.replace(/^[\s>*•·-]+|[\s.?!]+$/g, '').replace(/^\s*\d{1,2}[.)]\s+/, ''))
  const stages: Stage[] = []
  let demand: Demand | null = null
  for (const part of parts.slice(0, 200)) {
    const stage = readStage(part.slice(0, 200), stages.length)
    if (stage && DEMAND.test(part))
      demand = { figure: stage.kind === 'capacity' ? stage.figure : 1 / stage.figure, unit: stage.unit }
    else if (stage) stages.push(stage)
    else if (stages.length > 0 && SERVERS.test(part)) addServers(stages, part)
  }
  return { stages, demand }
}

const LEAD =
  /^(?:[^\d:?\n]|\d{1,3} (?=stages|steps|stations|machines))*\b(?:bott?le? ?-?necks?|stages?|steps?|stations?|flow|line|process|constraint|throughput|make|do|finish|serve|produce|through|these|this)\b[^\d:?\n]*[:?\n]/i

/** Without the question before the first stage: "what is our throughput if design can do 5 a day" → "design can do 5 a day". */
function withoutLead(text: string): string {
  const lead = LEAD.exec(text)
  if (lead) return text.slice(lead[0].length)
  const opening = /^[^\d,;\n]*\b(?:if|when|given|with|where|in|of|for)\s+(?=[^,;\n]*\d)/i.exec(text)
  return opening ? text.slice(opening[0].length) : text
}

/** "build 15 min each, 2 people": the people belong to the stage before. */
function addServers(stages: Stage[], part: string): void {
  const last = stages.at(-1)
  if (last) stages[stages.length - 1] = { ...last, servers: serversIn(part) }
}

function readStage(part: string, place: number): Stage | null {
  const servers = SERVERS.exec(part)
  const plain = servers ? part.replace(servers[0], ' ') : part
  const rate = RATE.exec(plain)
  const found = rate ?? TIME.exec(plain)
  if (!found) return null
  const figure = Number(found[1]?.replace(',', '.'))
  const seconds = !rate && /^s/i.test(found[2] ?? '')
  return {
    // "two cooks 10 min each" names its people only.
    name: nameIn(plain, found) || /(?!with\b)[a-z]{3,}/i.exec(servers?.[0] ?? '')?.[0] || `stage ${place + 1}`,
    figure: seconds ? figure / 60 : figure,
    kind: rate ? 'capacity' : 'cycle',
    unit: seconds ? 'minute' : unitOf(found[2] ?? ''),
    servers: servers ? serversIn(part) : 1,
  }
}

function serversIn(part: string): number {
  const found = SERVERS.exec(part)
  return Math.max(1, Number(found?.[1] ?? found?.[2] ?? 1))
}

/** The unit that a word begins: "hrs" → hour. */
export const unitOf = (word: string): FlowUnit =>
  /^mo/i.test(word)
    ? 'month'
    : /^m/i.test(word)
      ? 'minute'
      : /^h/i.test(word)
        ? 'hour'
        : /^w/i.test(word)
          ? 'week'
          : 'day'

const FILLERS =
  /\b(?:can|could|does|do|handles?|makes?|processes|takes?|needs?|is|are|at|has|have|of|each|per|an?|the|our|my|we|capacity|cycle time|time|about|around|up to|items?|pieces?|units?|orders?|it|and|with|by|to|for|in|only)\b/gi

/** The words before the figure without verbs: "our packing station can do" → "packing station"; else those behind it. */
function nameIn(part: string, found: RegExpExecArray): string {
  const before = part.slice(0, found.index).trim()
  const behind = part.slice(found.index + found[0].length)
  // A single word is the name, even when it is one that is else passed over ("a 10/day", "order 1 min").
  const sides = [/\s/.test(before) ? before.replace(FILLERS, ' ') : before, behind.replace(FILLERS, ' ')]
  const names = sides.map((side) =>
    side
      .replace(/[^\p{L}\p{N}' /&-]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s-]+|[\s-]+$/g, ''),
  )
  return (names.find((name) => /\p{L}/u.test(name) && !ASK.test(name)) ?? '').slice(0, 60)
}
