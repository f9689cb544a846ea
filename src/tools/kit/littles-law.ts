import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { facts, note, number } from '../../report/report.ts'
import { asksToCompute, asksToUnderstand } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { readLabelled } from '../labelled-figures.ts'
import { nameMissing } from '../name-missing.ts'
import { defineTool, type Heard } from '../tool.ts'

const UNITS = ['minute', 'hour', 'day', 'week', 'month'] as const
const amount = (what: string) =>
  z.number().positive(`the ${what} must be above 0`).max(1e12, `the ${what} is too large`)

/**
 * Work in progress = throughput × cycle time, on average and in a steady state.
 * Source: Little, "A Proof for the Queuing Formula L = λW", Operations Research 9 (1961).
 */
export default defineTool({
  name: 'littles-law',
  summary: 'Computes work in progress, throughput or cycle time from the other two by Little’s law.',
  example: "little's law: 12 in progress, throughput 3 per day",
  effect: 'read',
  input: z.object({
    work_in_progress_items: amount('work in progress').optional(),
    throughput_items_per_unit: amount('throughput').optional(),
    cycle_time_units: amount('cycle time').optional(),
    time_unit: z.enum(UNITS).default('day').describe('Unit of the throughput (per …) and of the cycle time'),
  }),
  output: z.object({
    computed: z.enum(['work in progress', 'throughput', 'cycle time']),
    work_in_progress_items: z.number(),
    throughput_items_per_unit: z.number(),
    cycle_time_units: z.number(),
    time_unit: z.enum(UNITS),
  }),
  hear: (said) => hearFlow(heardText(said)),
  run({ work_in_progress_items: wip, throughput_items_per_unit: rate, cycle_time_units: time, time_unit }) {
    if (wip === undefined && rate !== undefined && time !== undefined) {
      return result({ wip: rate * time, rate, time }, 'work in progress', time_unit)
    }
    if (rate === undefined && wip !== undefined && time !== undefined) {
      return result({ wip, rate: wip / time, time }, 'throughput', time_unit)
    }
    if (time === undefined && wip !== undefined && rate !== undefined) {
      return result({ wip, rate, time: wip / rate }, 'cycle time', time_unit)
    }
    throw new OperatorError('ARGS_INVALID', 'Give exactly two of work in progress, throughput and cycle time.')
  },
  show: (output) => [
    facts('Little’s law', {
      [mark('Work in progress, items', output.computed === 'work in progress')]: number(output.work_in_progress_items),
      [mark(`Throughput, items per ${output.time_unit}`, output.computed === 'throughput')]: number(
        output.throughput_items_per_unit,
      ),
      [mark(`Cycle time, ${output.time_unit}s`, output.computed === 'cycle time')]: number(output.cycle_time_units),
    }),
    note(
      'plain',
      'Work in progress = throughput × cycle time (Little, 1961). These are long-run averages of a steady flow; single items vary, and it does not hold while work piles up or drains away.',
    ),
  ],
})

const mark = (label: string, computed: boolean): string => (computed ? `${label} (computed)` : label)

function result(
  flow: { wip: number; rate: number; time: number },
  computed: 'work in progress' | 'throughput' | 'cycle time',
  unit: (typeof UNITS)[number],
) {
  return {
    computed,
    work_in_progress_items: flow.wip,
    throughput_items_per_unit: flow.rate,
    cycle_time_units: flow.time,
    time_unit: unit,
  }
}

const LAW = /\blittle'?s law\b/
const LABELS = {
  wip: /\b(?:wip|work in progress|(?:items? |tasks? |tickets? |cards? |orders? )?(?:waiting |wait )?(?:in (?:progress|process|line|queue|(?:the|our) (?:system|queue|board|line|backlog))|on (?:the|our) board)|(?:items|tasks|tickets|cards|orders|cases|issues) (?:are )?(?:open|waiting)|open (?:items|tasks|tickets|cards|orders|cases|issues)|(?:queue|line) of)\b/,
  rate: /\b(?:throughput|(?:finish(?:ed|es|ing)?|done|completed?|completing|closed?|ship(?:ped|ping)?|serv(?:ed|ing))(?: [a-z]{1,10})?|arrival rate)\b/,
  time: /\b(?:(?:cycle|lead|flow|wait|waiting) times?|average wait|how long (?:does|do|is|will|would|until|must))\b/,
} as const
const PER = /\b(?:per|a|an|each|every) (minute|hour|day|week|month)\b|\/ ?(minute|hour|day|week|month)\b/
/** A figure is a time by its unit, or because it stands right behind the words for it. */
const LENGTH = /(?<![\w.,])(\d{1,9}(?:\.\d{1,6})?) ?-?(minute|hour|day|week|month)s?\b/
const BARE_LENGTH = /\b(?:cycle|lead|flow|wait|waiting) times? ?(?:of|is|=|:)? ?(\d{1,9}(?:\.\d{1,6})?)\b/

const SOME_FIGURE = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred)\b/

function hearFlow(text: string): Heard {
  const isLaw = LAW.test(text)
  if (!isLaw && !SOME_FIGURE.test(text)) return null
  const told = withBareRate(text, readFlow(text))
  const count = Object.keys(told).length
  const asksThird = count === 2 && Object.values(LABELS).every((label) => label.test(text))
  if (!isLaw && !asksThird) return null
  if (count >= 2) return hearUnits(text, told)
  const isHalf = count === 1 && !asksToUnderstand(text)
  return isHalf || asksToCompute(text, LAW) ? { missing: missingOf(told) } : null
}

/** "little's law 20 in progress, 5 a day": with the law named, so many a day are the throughput. */
function withBareRate(text: string, told: Told): Told {
  const bare = told.rate === undefined && LAW.test(text) ? BARE_RATE.exec(text) : null
  return bare ? { ...told, rate: Number(bare[1]) } : told
}

const BARE_RATE = /(?<![\w.,])(\d{1,9}(?:\.\d{1,6})?) ?(?:per|a|an|each|every|\/) ?(?:minute|hour|day|week|month)\b/

type Told = Partial<Record<keyof typeof LABELS, number>>

function readFlow(text: string): Told {
  const length = LABELS.time.test(text) || LAW.test(text) ? (LENGTH.exec(text) ?? BARE_LENGTH.exec(text)) : null
  const { wip, rate } = LABELS
  const told = readLabelled(length ? text.replace(length[0], ' ') : text, { wip, rate })
  return length ? { ...told, time: Number(length[1]) } : told
}

function hearUnits(text: string, { wip, rate, time }: Told): Heard {
  const per = rate === undefined ? null : PER.exec(text)
  const rateUnit = per?.[1] ?? per?.[2]
  const timeUnit = time === undefined ? undefined : LENGTH.exec(text)?.[2]
  if (rateUnit && timeUnit && rateUnit !== timeUnit) {
    const both = `you gave one per ${rateUnit} and the other in ${timeUnit}s`
    return { missing: [`throughput and cycle time in the same unit (${both})`] }
  }
  const unit = rateUnit ?? timeUnit
  const use = { work_in_progress_items: wip, throughput_items_per_unit: rate, cycle_time_units: time, time_unit: unit }
  return { use: Object.fromEntries(Object.entries(use).filter(([, value]) => value !== undefined)) }
}

function missingOf({ wip, rate, time }: Told): readonly string[] {
  const names = nameMissing([
    [wip, 'the items in progress'],
    [rate, 'the throughput per day or week'],
    [time, 'the cycle time'],
  ])
  return [`${names.length === 2 ? 'one' : 'two'} of these: ${names.join(', ')}`]
}
