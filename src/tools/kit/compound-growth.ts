import * as z from 'zod'
import { type Block, facts, note, series, table } from '../../report/report.ts'
import { futureValue } from '../annuity.ts'
import { finiteResult } from '../finite-result.ts'
import { hearGrowth } from '../hear-growth.ts'
import { currencyField, moneyOrNothing, monthsField } from '../money-fields.ts'
import { moneyText, rateText, termText } from '../money-text.ts'
import { defineTool } from '../tool.ts'

const TIMES_A_YEAR = { yearly: 1, quarterly: 4, monthly: 12, daily: 365 } as const
const compoundings = z.enum(['yearly', 'quarterly', 'monthly', 'daily'])

const input = z.object({
  start: moneyOrNothing.default(0).describe('what is there at the beginning'),
  monthlyAddition: moneyOrNothing.default(0).describe('what is added at the end of every month'),
  annualRate: z
    .number('it must be a yearly rate')
    .gt(-1, 'it must be more than -1, which loses everything')
    .max(10, 'it must be at most 10, which is 1,000 % a year; 4.5 % is 0.045')
    .describe('yearly rate as a ratio: 0.05 means 5 %; negative for a loss'),
  months: monthsField,
  compounding: compoundings
    .optional()
    .describe('how often interest is added; without it monthly when something is added every month, else yearly'),
  currency: currencyField,
})

const output = z.object({
  currency: z.string(),
  compounding: compoundings,
  end: z.number(),
  paidIn: z.number(),
  /** `end` less `paidIn`; negative after a loss. */
  growth: z.number(),
  years: z.array(z.object({ year: z.number(), paidIn: z.number(), end: z.number() })),
})

type Asked = z.output<typeof input>

/** Savings that grow at a fixed rate; the formula stands in `annuity.ts`. */
export default defineTool({
  name: 'compound-growth',
  summary: 'What savings or an investment grow to at a fixed yearly rate, with or without monthly additions.',
  example: 'if I save 200 a month at 5% for 20 years how much will I have',
  effect: 'read',
  input,
  output,
  hear: hearGrowth,
  run(asked) {
    const compounding = asked.compounding ?? (asked.monthlyAddition > 0 ? 'monthly' : 'yearly')
    const monthlyRate = monthlyRateOf(asked.annualRate, TIMES_A_YEAR[compounding])
    const paidInAfter = (months: number) => asked.start + asked.monthlyAddition * months
    const endAfter = (months: number) =>
      finiteResult(futureValue(asked.start, asked.monthlyAddition, monthlyRate, months))
    const end = endAfter(asked.months)
    const years = yearEnds(asked.months).map((months) => ({
      year: months / 12,
      paidIn: paidInAfter(months),
      end: endAfter(months),
    }))
    const paidIn = paidInAfter(asked.months)
    return { currency: asked.currency, compounding, end, paidIn, growth: end - paidIn, years }
  },
  show({ currency, compounding, end, paidIn, growth, years }, asked): Block[] {
    const money = (n: number) => moneyText(n, currency)
    const shown =
      years.length > 12 ? years.filter((_, index) => (index + 1) % 5 === 0 || index === years.length - 1) : years
    return [
      facts('Plan', planOf(asked, money, compounding)),
      facts('Result', { 'At the end': money(end), 'Paid in': money(paidIn), Growth: money(growth) }),
      table(
        ['Year', 'Paid in', 'Worth'],
        shown.map((row) => [row.year.toLocaleString('en-US'), money(row.paidIn), money(row.end)]),
      ),
      // A table of every year says it all; of every fifth it leaves out the course.
      ...(shown.length < years.length
        ? [series('Worth, by year', [asked.start, ...years.map((row) => row.end)], 'chart')]
        : []),
      note(
        'plain',
        'Formula: S·(1+i)^n + C·((1+i)^n−1)/i, with n months and i the rate of one month; additions come at the end of each month.',
      ),
      note(
        'plain',
        'A fixed rate is an assumption: real returns vary, and fees, tax and inflation lower what you can buy.',
      ),
    ]
  },
})

/** The rate of one month that gives the nominal yearly rate added so many times a year. */
const monthlyRateOf = (annualRate: number, timesAYear: number): number =>
  Math.expm1((timesAYear / 12) * Math.log1p(annualRate / timesAYear))

/** 30 months → 12, 24, 30. */
const yearEnds = (months: number): number[] =>
  Array.from({ length: Math.ceil(months / 12) }, (_, index) => Math.min(months, index * 12 + 12))

const planOf = (asked: Asked, money: (n: number) => string, compounding: string) => ({
  Start: money(asked.start),
  ...(asked.monthlyAddition > 0 && { 'Added every month': money(asked.monthlyAddition) }),
  'Yearly rate': `${rateText(asked.annualRate)}, interest added ${compounding}`,
  Time: termText(asked.months),
})
