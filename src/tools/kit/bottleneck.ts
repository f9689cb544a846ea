import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, known, note, number, table } from '../../report/report.ts'
import { asksToCompute } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { digitsForWords } from '../number-words.ts'
import { type Demand, FLOW_HOURS, type FlowUnit, readStages, type Stage, unitOf } from '../read-stages.ts'
import { readTable } from '../read-table.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

const UNITS = ['minute', 'hour', 'day', 'week', 'month'] as const
const positive = (what: string) =>
  z.number(`${what} must be a number`).positive(`${what} must be above 0`).max(1e9, `${what} is too large`)

const GivenStage = z.object({
  name: z.string().min(1, 'each stage needs a name').max(60, 'the name of a stage has at most 60 characters'),
  figure: positive('the capacity or cycle time'),
  kind: z.enum(['capacity', 'cycle']).describe('capacity: items per unit; cycle: units of time per item'),
  unit: z.enum(UNITS),
  servers: z.int('people or machines must be whole').min(1).max(10_000).default(1).describe('Side by side'),
})
const Output = z.object({
  time_unit: z.enum(UNITS),
  /** What the flow lets through: the lowest capacity, or the demand when that is lower. */
  throughput_per_unit: z.number(),
  capacity_per_unit: z.number(),
  /** The stages of lowest capacity; several when they are equal. */
  bottlenecks: z.array(z.string()),
  demand_per_unit: z.number().nullable(),
  stages: z.array(
    z.object({
      name: z.string(),
      capacity_per_unit: z.number(),
      utilisation_ratio: z.number(),
      load_ratio: z.number().nullable(),
    }),
  ),
  /** Capacity of the flow once the bottleneck is lifted to the next lowest stage; null when all are equal. */
  capacity_after_next: z.number().nullable(),
  /** Items in the flow that keep the bottleneck busy without queues: throughput × sum of the times; null without cycle times for all. */
  least_work_in_progress: z.number().nullable(),
})

/**
 * The slowest stage sets the pace: throughput = min(capacities, demand). Sources: Goldratt, The Goal (1984); least work in
 * progress by Little's law, Hopp and Spearman, Factory Physics, "critical WIP".
 */
export default defineTool({
  name: 'bottleneck',
  summary: 'Finds the bottleneck of a flow of stages, its throughput and how busy each stage is.',
  example: 'bottleneck: design 10 per day, build 6 per day, test 8 per day, demand 5 per day',
  effect: 'read',
  input: z.object({
    stages: z.array(GivenStage).max(200, 'at most 200 stages').optional(),
    csv: z
      .string()
      .max(1_000_000, 'the table is too long')
      .optional()
      .describe('Instead of `stages`: stage,capacity_per_day or stage,cycle_time_minutes[,people]'),
    demand: z.object({ figure: positive('the demand'), unit: z.enum(UNITS) }).optional(),
  }),
  output: Output,
  hear: hearStages,
  async run({ stages, csv, demand }) {
    const given = stages ?? z.array(GivenStage).parse(await stagesInTable(csv ?? ''))
    if (given.length < 2)
      throw new OperatorError('ARGS_INVALID', 'A flow needs at least two stages with their capacity or time.')
    return flowOf(given, demand ?? null)
  },
  show: showFlow,
})

const perHour = ({ figure, kind, unit, servers }: Stage): number =>
  (kind === 'capacity' ? figure / FLOW_HOURS[unit] : 1 / (figure * FLOW_HOURS[unit])) * servers

/** The unit that most stages speak of; a flow told in minutes per item is counted by the hour. */
function unitFor(stages: readonly Stage[]): FlowUnit {
  const units = stages.map(({ kind, unit }) => (kind === 'cycle' && unit === 'minute' ? 'hour' : unit))
  return units.toSorted((a, b) => units.filter((u) => u === b).length - units.filter((u) => u === a).length)[0] ?? 'day'
}

function flowOf(stages: readonly Stage[], demand: { figure: number; unit: FlowUnit } | null): z.output<typeof Output> {
  const unit = unitFor(stages)
  const hours = FLOW_HOURS[unit]
  const capacities = stages.map((stage) => Number((perHour(stage) * hours).toPrecision(12)))
  const least = Math.min(...capacities)
  const wanted = demand === null ? null : Number(((demand.figure / FLOW_HOURS[demand.unit]) * hours).toPrecision(12))
  const throughput = wanted === null ? least : Math.min(least, wanted)
  const others = capacities.filter((capacity) => capacity > least)
  const isTimed = stages.every(({ kind }) => kind === 'cycle')
  const workHours = stages.reduce((sum, stage) => sum + stage.figure * FLOW_HOURS[stage.unit], 0)
  return {
    time_unit: unit,
    throughput_per_unit: throughput,
    capacity_per_unit: least,
    bottlenecks: stages.filter((_, i) => capacities[i] === least).map(({ name }) => name),
    demand_per_unit: wanted,
    stages: stages.map(({ name }, i) => {
      const capacity = capacities[i] ?? 0
      return {
        name,
        capacity_per_unit: capacity,
        utilisation_ratio: throughput / capacity,
        load_ratio: wanted === null ? null : wanted / capacity,
      }
    }),
    capacity_after_next: others.length === 0 ? null : Math.min(...others),
    least_work_in_progress: isTimed ? Number(((throughput / hours) * workHours).toPrecision(12)) : null,
  }
}

function showFlow(flow: z.output<typeof Output>): readonly Block[] {
  const per = `${flow.time_unit === 'hour' ? 'an' : 'a'} ${flow.time_unit}`
  const { demand_per_unit: demand, capacity_per_unit: capacity } = flow
  return [
    facts('The flow', {
      [flow.bottlenecks.length > 1 ? 'Bottlenecks' : 'Bottleneck']: flow.bottlenecks.join(', '),
      [`Throughput, items ${per}`]: number(flow.throughput_per_unit),
      [`Demand, items ${per}`]: known(demand, number),
      [`Flow if the bottleneck is lifted, ${per}`]: known(flow.capacity_after_next, number),
      'Least work in progress, items': known(flow.least_work_in_progress, number),
    }),
    table(
      ['Stage', `Capacity ${per}`, 'Busy', ''],
      flow.stages.map(({ name, capacity_per_unit, utilisation_ratio }) => [
        flow.bottlenecks.includes(name) ? `${name} *` : name,
        number(capacity_per_unit),
        `${Math.round(utilisation_ratio * 100)} %`,
        bar(utilisation_ratio),
      ]),
      'Stages (* bottleneck)',
    ),
    ...(demand !== null && demand > capacity
      ? [
          note(
            'bad',
            `More comes in than the bottleneck can do: the queue before it grows by ${plain(demand - capacity)} ${per}.`,
          ),
        ]
      : []),
    note(
      'plain',
      'Throughput = the lowest capacity, or the demand if that is lower; busy = throughput ÷ capacity. An hour won elsewhere changes nothing. A stage near 100 % queues as soon as work varies. Converted with 8 hours a day, 5 days a week, 20 days a month.',
    ),
  ]
}

/** Ten fields, one for each tenth of the time. */
const bar = (share: number): string => '█'.repeat(Math.round(share * 10)).padEnd(10, '░')

const plain = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 2 })

const TOPIC =
  /\bbottle ?-?neck|\bbottlneck|\bbotleneck|\bslowest (?:step|stage|station|part|process)\b|\b(?:what|which|where).{0,40}\bconstraint\b|\bthroughput\b|\bline balanc|\b(?:holds?|holding) (?:us|everything|it) up\b|\bslow(?:s|ing)? (?:us|it|everything|things) down\b|\bwhat limits (?:us|our|the)\b|\bhow many .{1,40}(?:get through|can (?:we|i|the line) (?:make|finish|do|serve|produce))\b/
const HEAD_NAME = /^(?:stage|step|station|process|task|activity|name)$/
const HEAD_CAPACITY =
  /^(?:capacity|rate|throughput|items|output)(?:_per_(minute|hour|day|week|month))?$|^(?:items_)?per_(minute|hour|day|week|month)$/
const HEAD_TIME =
  /^(?:cycle_?time|time|duration|minutes|hours|days|processing_time|lead_time)(?:_(?:in_)?(minutes?|min|hours?|h|days?))?(?:_per_item)?$/
const HEAD_SERVERS = /^(?:servers?|people|machines?|staff|workers?|operators?|count)$/

const headOf = (csv: string): readonly string[] =>
  (csv.trimStart().split(/[\r\n]/, 1)[0] ?? '')
    .slice(0, 500)
    .toLowerCase()
    .split(/[,;\t]/)
    .map((cell) =>
      cell
        .trim()
        .replace(/^"|"$/g, '')
        .replace(/[\s-]+/g, '_')
        .replace(/[()]/g, ''),
    )

function isStageTable(csv: string): boolean {
  const head = headOf(csv)
  return (
    head.some((cell) => HEAD_NAME.test(cell)) && head.some((cell) => HEAD_CAPACITY.test(cell) || HEAD_TIME.test(cell))
  )
}

function hearStages(said: Utterance): Heard {
  const text = heardText(said)
  if (!TOPIC.test(text)) return null
  const told = readStages(digitsForWords(plainLines(said.text)))
  const { attachment } = said
  if (attachment !== null && isStageTable(attachment)) return { use: { csv: attachment, ...demandIn(told.demand) } }
  const inFile = attachment === null ? told : readStages(attachment)
  const { stages } = inFile.stages.length >= 2 ? inFile : told
  if (stages.length >= 2) return { use: { stages, ...demandIn(inFile.demand ?? told.demand) } }
  return /\bbottle/.test(text) && asksToCompute(text, /bottle ?-?neck/)
    ? { missing: ['the stages with what each can do, such as “design 10 per day, build 6 per day, test 15 min each”'] }
    : null
}

const demandIn = (demand: Demand | null) => (demand === null ? {} : { demand })

const plainLines = (text: string): string =>
  text
    .slice(0, 4_000)
    .replace(/[‘’]/g, "'")
    .replace(/[^\S\n]+/g, ' ')

/** @throws ARGS_INVALID as `readTable`, and when a figure is not a number. */
async function stagesInTable(csv: string): Promise<Stage[]> {
  const { rows } = await readTable(csv)
  const head = headOf(csv)
  const column = (pattern: RegExp) => head.findIndex((cell) => pattern.test(cell))
  const [name, capacity, time, servers] = [HEAD_NAME, HEAD_CAPACITY, HEAD_TIME, HEAD_SERVERS].map(column)
  const kind = (capacity ?? -1) >= 0 ? 'capacity' : 'cycle'
  const at = (kind === 'capacity' ? capacity : time) ?? -1
  const named = kind === 'capacity' ? HEAD_CAPACITY.exec(head[at] ?? '') : HEAD_TIME.exec(head[at] ?? '')
  const word =
    named?.[1] ??
    named?.[2] ??
    /^(?:minutes|hours|days)$/.exec(head[at] ?? '')?.[0] ??
    (kind === 'cycle' ? 'minute' : 'day')
  return rows.map(({ cells, line }) => {
    const figure = Number((cells[at] ?? '').replace(',', '.'))
    if (!(figure > 0))
      throw new OperatorError(
        'ARGS_INVALID',
        `Line ${line}: "${(cells[at] ?? '').slice(0, 40)}" is not a figure above 0.`,
      )
    return {
      name: cells[name ?? -1] || `line ${line}`,
      figure,
      kind,
      unit: unitOf(word),
      servers: Number(cells[servers ?? -1] || 1),
    }
  })
}
