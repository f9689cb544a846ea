import * as z from 'zod'
import { type Block, facts, known, note, number, series, table, type Value } from '../../report/report.ts'
import { asksToCompute } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { percent } from '../percent-text.ts'
import { type Cohort, isCohortTable, isEventTable, readCohorts } from '../read-cohorts.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

const Output = z.object({
  /** `made` from events, or `given` as a table. */
  source: z.enum(['events', 'table']),
  customers: z.number(),
  cohorts: z.array(
    z.object({
      cohort: z.string(),
      customers: z.number(),
      /** Share of the cohort seen in each month since the first, 0..1; null where the data end. */
      retained: z.array(z.number().nullable()),
    }),
  ),
  /** Weighted over the cohorts that are old enough; index 0 is the first month. */
  average_by_month: z.array(z.number()),
  /** 1 − share after one month ÷ share at the start, of the weighted average; null without a second month. */
  lost_after_first_month: z.number().nullable(),
})

/** Monthly cohorts by first purchase or sign-up. Source: the definition; see Fader and Hardie, "Customer-Base Valuation" (2009). */
export default defineTool({
  name: 'cohort-retention',
  summary: 'Makes monthly cohorts with their retention from a CSV of customers and dates, or from a table of cohorts.',
  example: 'cohort retention from this file of orders',
  effect: 'read',
  input: z.object({
    csv: z
      .string()
      .min(1, 'a table is needed')
      .describe('customer,date with one line per event; or cohort,month 0,month 1,… with counts or percentages'),
  }),
  output: Output,
  hear: hearTable,
  async run({ csv }) {
    const { source, cohorts } = await readCohorts(csv)
    const average = averages(cohorts)
    const [first, second] = average
    return {
      source,
      customers: cohorts.reduce((sum, cohort) => sum + cohort.customers, 0),
      cohorts: cohorts.map(({ retained, ...cohort }) => ({ ...cohort, retained: [...retained] })),
      average_by_month: average,
      lost_after_first_month: first === undefined || second === undefined ? null : 1 - second / first,
    }
  },
  show: (output) => [
    facts('Cohorts', {
      Cohorts: number(output.cohorts.length),
      Customers: number(output.customers),
      'Lost after the first month': known(output.lost_after_first_month, percent),
    }),
    ...tablesOf(output),
    ...(output.average_by_month.length > 2
      ? [
          series(
            'Retention by month since the first, % of the cohort (weighted)',
            output.average_by_month.map((share) => share * 100),
            'chart',
          ),
        ]
      : []),
    note(
      'plain',
      output.source === 'events'
        ? 'A customer belongs to the month of their first event and counts as retained in a month with at least one event. The last calendar month may not be complete. The average counts only cohorts old enough to be seen, weighted by size.'
        : 'The shares are those of the table. The average counts only cohorts old enough to be seen, weighted by size.',
    ),
  ],
})

/** Weighted by the size of the cohorts that reach the month. */
function averages(cohorts: readonly Cohort[]): number[] {
  const longest = Math.max(0, ...cohorts.map(({ retained }) => retained.length))
  const shares = Array.from({ length: longest }, (_, month) => {
    const reached = cohorts.filter(({ retained }) => typeof retained[month] === 'number')
    const size = reached.reduce((sum, { customers }) => sum + customers, 0)
    const kept = reached.reduce((sum, { customers, retained }) => sum + customers * (retained[month] ?? 0), 0)
    return size === 0 ? null : kept / size
  })
  const end = shares.indexOf(null)
  return shares.slice(0, end < 0 ? undefined : end).filter((share) => share !== null)
}

/** So many months beside the cohort and its size fit into 60 columns. */
const MONTHS_WIDE = 7
const MOST_ROWS = 36

function tablesOf({ cohorts }: z.output<typeof Output>): readonly Block[] {
  const shown = cohorts.slice(-MOST_ROWS)
  const longest = Math.max(...shown.map(({ retained }) => retained.length))
  const starts = Array.from(
    { length: Math.max(1, Math.ceil((longest - 1) / MONTHS_WIDE)) },
    (_, i) => 1 + i * MONTHS_WIDE,
  )
  const left = cohorts.length - shown.length
  return [
    ...starts.map((from) => {
      const months = Array.from({ length: Math.min(MONTHS_WIDE, longest - from) }, (_, i) => from + i)
      const rows = shown.map(({ cohort, customers, retained }): Value[] => [
        cohort,
        number(customers),
        ...months.map((month) => whole(retained[month])),
      ])
      return table(
        ['Cohort', 'Size', ...months.map((month) => `+${month}`)],
        rows,
        'Share seen again, by months since the first',
      )
    }),
    ...(left > 0 ? [note('plain', `The ${left} oldest cohorts are not shown.`)] : []),
  ]
}

const whole = (share: number | null | undefined): string =>
  typeof share === 'number' ? `${Math.round(share * 100)} %` : ''

const TOPIC =
  /\bcohorts?\b|\breten[st]ion\b|\bchurn\b|\bkeep (?:our |my )?customers\b|\b(?:come|came|coming) back\b|\brepeat (?:customers?|buyers?|purchases?|rate)\b|\breturning customers?\b/
const FILE =
  /\b(?:from|with|in|of|for|out of) (?:my|our|this|these|the(?: attached)?)\b.{0,30}\b(?:file|csv|data|table|orders?|events?|customers?|list|export|purchases?|log)\b/

function hearTable(said: Utterance): Heard {
  const text = heardText(said)
  if (!TOPIC.test(text)) return null
  const head =
    said.attachment
      ?.trimStart()
      .split(/[\r\n]/, 1)[0]
      ?.slice(0, 2_000) ?? ''
  if (said.attachment !== null && (isCohortTable(head) || isEventTable(head))) return { use: { csv: said.attachment } }
  const asks =
    asksToCompute(text, /\bcohorts?\b|\bretention\b/) || (/^(?:make |do |a )?cohort/.test(text) && FILE.test(text))
  return asks && /\bcohort|\bretention (?:table|curve|by|from|analysis|matrix|chart)/.test(text)
    ? { missing: ['a CSV file or piped text with the header customer,date (one line for each order or event)'] }
    : null
}
