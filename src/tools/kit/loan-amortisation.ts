import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note, table } from '../../report/report.ts'
import { levelPayment } from '../annuity.ts'
import { finiteResult } from '../finite-result.ts'
import { hearLoan } from '../hear-loan.ts'
import { fasterCourse, type LoanCourse, levelCourse } from '../loan-course.ts'
import { currencyField, moneyField, moneyOrNothing, monthsField, rateField } from '../money-fields.ts'
import { moneyText, rateText, termText } from '../money-text.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  amount: moneyField.describe('price or amount to borrow'),
  annualRate: rateField,
  months: monthsField,
  downPayment: moneyOrNothing.default(0).describe('what is paid at once and not borrowed'),
  extraMonthly: moneyOrNothing.default(0).describe('what is paid every month on top of the payment'),
  currency: currencyField,
})

const year = z.object({ year: z.int(), interest: z.number(), principal: z.number(), balance: z.number() })

const output = z.object({
  currency: z.string(),
  borrowed: z.number(),
  /** Every month, without the extra. */
  payment: z.number(),
  totalPaid: z.number(),
  totalInterest: z.number(),
  years: z.array(year),
  /** What the extra payment changes; null without one. */
  withExtra: z
    .object({
      payment: z.number(),
      months: z.int(),
      totalInterest: z.number(),
      interestSaved: z.number(),
      monthsSaved: z.int(),
    })
    .nullable(),
})

/** A loan with level monthly payments; the formula stands in `annuity.ts`. The rate is nominal: a twelfth is due each month. */
export default defineTool({
  name: 'loan-amortisation',
  summary: 'The monthly payment of a loan or mortgage, its total interest and what is owed year by year.',
  example: 'what would I pay monthly on 250k at 4.5% over 30 years',
  effect: 'read',
  input,
  output,
  hear: hearLoan,
  run({ amount, annualRate, months, downPayment, extraMonthly, currency }) {
    const borrowed = amount - downPayment
    if (borrowed <= 0) throw nothingBorrowed()
    const rate = annualRate / 12
    const payment = finiteResult(levelPayment(borrowed, rate, months))
    const plain = levelCourse(borrowed, rate, months)
    const faster = extraMonthly > 0 ? fasterCourse(borrowed, rate, payment + extraMonthly, months) : null
    return {
      currency,
      borrowed,
      payment,
      totalPaid: finiteResult(payment * months),
      totalInterest: plain.totalInterest,
      years: (faster ?? plain).years.slice(),
      withExtra: faster && compareCourses(plain, faster, payment + extraMonthly),
    }
  },
  show({ currency, borrowed, payment, totalPaid, totalInterest, years, withExtra }, asked): Block[] {
    const money = (n: number) => moneyText(n, currency)
    const term = { Borrowed: money(borrowed), 'Yearly rate': rateText(asked.annualRate), Term: termText(asked.months) }
    return [
      facts('Loan', asked.downPayment > 0 ? { Price: money(asked.amount), ...term } : term),
      facts('Result', {
        'Monthly payment': money(payment),
        'Total interest': money(totalInterest),
        'Total paid': money(totalPaid),
      }),
      ...(withExtra ? [showExtra(withExtra, asked.extraMonthly, money)] : []),
      scheduleOf(years, money),
      note('plain', 'Formula: P·r/(1−(1+r)^−n), with r the yearly rate ÷ 12 and n the number of months.'),
      note('plain', 'Fees, insurance and taxes are not in it, and a lender rounds each payment to cents.'),
    ]
  },
})

const nothingBorrowed = (): OperatorError =>
  new OperatorError('ARGS_INVALID', 'The down payment covers the whole price, so nothing is borrowed.')

const compareCourses = (plain: LoanCourse, faster: LoanCourse, payment: number) => ({
  payment,
  months: faster.months,
  totalInterest: faster.totalInterest,
  interestSaved: plain.totalInterest - faster.totalInterest,
  monthsSaved: plain.months - faster.months,
})

type Extra = NonNullable<z.output<typeof output>['withExtra']>

const showExtra = (extra: Extra, extraMonthly: number, money: (n: number) => string): Block =>
  facts(`With ${money(extraMonthly)} extra every month`, {
    'Paid off after': termText(extra.months),
    'Total interest': money(extra.totalInterest),
    'Interest saved': money(extra.interestSaved),
    'Time saved': termText(extra.monthsSaved),
  })

const scheduleOf = (years: z.output<typeof output>['years'], money: (n: number) => string): Block =>
  table(
    ['Year', 'Interest', 'Principal', 'Still owed'],
    years.map((row) => [String(row.year), money(row.interest), money(row.principal), money(row.balance)]),
    'Schedule',
  )
