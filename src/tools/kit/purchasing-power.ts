import * as z from 'zod'
import { type Block, facts, note, series, table } from '../../report/report.ts'
import { finiteResult } from '../finite-result.ts'
import { hearPurchasingPower } from '../hear-purchasing-power.ts'
import { currencyField, moneyField, monthsField } from '../money-fields.ts'
import { moneyText, rateText, termText } from '../money-text.ts'
import { percent } from '../percent-text.ts'
import { defineTool } from '../tool.ts'

const MONTHS_PER_YEAR = 12

/** At inflation i a sum buys after t years what sum ÷ (1 + i)^t buys now; to buy the same takes sum × (1 + i)^t. */
export default defineTool({
  name: 'purchasing-power',
  summary: 'What a sum of money will buy after years of inflation, and how much will buy then what it buys now.',
  example: 'how much is left of 5000 after 10 years with 3% inflation',
  effect: 'read',
  input: z.object({
    sum: moneyField,
    inflation_ratio_per_year: z
      .number('it must be a yearly rate')
      .gt(-0.5, 'it must be more than -0.5')
      .max(10, 'it must be at most 10, which is 1,000 % a year; 3 % is 0.03'),
    months: monthsField,
    currency: currencyField,
  }),
  output: z.object({
    currency: z.string(),
    /** In the money of today. */
    worth_then: z.number(),
    lost_ratio: z.number(),
    /** What will cost then what the sum buys today. */
    needed_then: z.number(),
    by_year: z.array(z.object({ year: z.number(), worth: z.number(), needed: z.number() })),
  }),
  hear: hearPurchasingPower,
  run({ sum, inflation_ratio_per_year: rate, months, currency }) {
    const factor = (after: number) => (1 + rate) ** (after / MONTHS_PER_YEAR)
    const by_year = yearEnds(months).map((after) => ({
      year: after / MONTHS_PER_YEAR,
      worth: finiteResult(sum / factor(after)),
      needed: finiteResult(sum * factor(after)),
    }))
    const worth_then = finiteResult(sum / factor(months))
    return {
      currency,
      worth_then,
      lost_ratio: 1 - worth_then / sum,
      needed_then: finiteResult(sum * factor(months)),
      by_year,
    }
  },
  show({ currency, worth_then, lost_ratio, needed_then, by_year }, { sum, inflation_ratio_per_year, months }): Block[] {
    const money = (n: number) => moneyText(n, currency)
    const step = by_year.length > 12 ? 5 : 1
    return [
      facts('Inflation', {
        Sum: money(sum),
        'Inflation a year': rateText(inflation_ratio_per_year),
        Time: termText(months),
        'Will buy, in the money of today': money(worth_then),
        'Purchasing power lost': percent(lost_ratio),
        'Needed then to buy the same': money(needed_then),
      }),
      table(
        ['Year', 'Will buy', 'Needed to buy the same'],
        by_year
          .filter((_, index) => (index + 1) % step === 0 || index === by_year.length - 1)
          .map(({ year, worth, needed }) => [
            year.toLocaleString('en-US', { maximumFractionDigits: 2 }),
            money(worth),
            money(needed),
          ]),
      ),
      ...(by_year.length > 2
        ? [series('Worth in the money of today, by year', [sum, ...by_year.map(({ worth }) => worth)], 'chart')]
        : []),
      note('plain', 'Formula: worth = sum ÷ (1 + inflation)^years; needed = sum × (1 + inflation)^years.'),
      note(
        'plain',
        'A steady inflation is an assumption, and the money earns nothing here: interest of the same rate would just keep its worth.',
      ),
    ]
  },
})

/** 30 months → 12, 24, 30. */
const yearEnds = (months: number): number[] =>
  Array.from({ length: Math.ceil(months / MONTHS_PER_YEAR) }, (_, index) =>
    Math.min(months, (index + 1) * MONTHS_PER_YEAR),
  )
