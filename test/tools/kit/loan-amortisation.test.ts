import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/loan-amortisation.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const loan = (amount: number, annualRate: number, months: number, more = {}) => ({
  use: { amount, annualRate, months, downPayment: 0, extraMonthly: 0, currency: '', ...more },
})
const compute = async (input: object) => (await tool.call(input, toolContext)).output as Record<string, unknown>

describe('loan-amortisation', () => {
  it.each([
    ['what would I pay monthly on 250k at 4.5% over 30 years', loan(250_000, 0.045, 360)],
    ['mortgage 300000 6% 25 years', loan(300_000, 0.06, 300)],
    ['What would I pay each month on a loan of 250,000 at 4.5 per cent over 30 years?', loan(250_000, 0.045, 360)],
    ['loan 20k 7% 5y', loan(20_000, 0.07, 60)],
    [
      'calculate the monthly payment for a $15,000 car loan at 8.25% for 48 months',
      loan(15_000, 0.0825, 48, { currency: '$' }),
    ],
    ['mortgage 300000 at 6% for 25 years with an extra 200 a month', loan(300_000, 0.06, 300, { extraMonthly: 200 })],
    [
      '500k house with 20% down at 6.875% for 30 years: monthly payment?',
      loan(500_000, 0.06875, 360, { downPayment: 100_000 }),
    ],
    [
      'car loan 20k, 5k down, 7% for 5 years, what is the monthly payment',
      loan(20_000, 0.07, 60, { downPayment: 5000 }),
    ],
    ['monthly payment on €200k at 3% for 20 years', loan(200_000, 0.03, 240, { currency: '€' })],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual(use))

  it.each([
    [
      'what would my mortgage payment be on 300k?',
      ['the yearly interest rate, such as 4.5%', 'the length of the loan, such as 30 years'],
    ],
    ['monthly payment for a 200000 mortgage at 5%', ['the length of the loan, such as 30 years']],
    [
      'monthly payment on a 5 year loan',
      ['the amount you would borrow, such as 250k', 'the yearly interest rate, such as 4.5%'],
    ],
  ])('"%s" is half there', (text, missing) => expect(hear(text)).toEqual({ missing }))

  it.each([
    'should I get a mortgage?',
    'how do I calculate my mortgage payment',
    'why did my mortgage payment go up',
    'I am horrified by the interest on our 30 year loan. What if we paid every two weeks instead?',
    'why is the monthly payment on a 300k mortgage at 6% over 25 years so high',
    'how do I get a loan of 10000 at 5% over 3 years, what does it cost',
    'I have a mortgage of 300k at 6% over 25 years and lost my job, what should I do',
    'can I afford a 300k mortgage at 6% over 25 years',
    'how much can I borrow on a salary of 50000',
    'what is a good mortgage rate',
    'mortgage on a salary of 50000',
    'is 0 percent car finance a good deal',
    '25 or 30 year mortgage',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('250,000 at 4.5 % over 30 years is 1,266.71 a month', async () => {
    const output = await compute({ amount: 250_000, annualRate: 0.045, months: 360 })
    expect(output.payment).toBeCloseTo(1266.71, 2)
    expect(output.totalInterest).toBeCloseTo(206_016.78, 1)
    expect(output.years).toHaveLength(30)
    expect(output.withExtra).toBeNull()
  })

  it('an extra payment saves interest and time', async () =>
    expect(await compute({ amount: 300_000, annualRate: 0.06, months: 300, extraMonthly: 200 })).toMatchObject({
      withExtra: { months: 244, monthsSaved: 56, interestSaved: expect.closeTo(60_313.49, 2) },
    }))

  it('without interest the loan is divided by its months', async () =>
    expect(await compute({ amount: 12_000, annualRate: 0, months: 24 })).toMatchObject({
      payment: 500,
      totalInterest: 0,
    }))

  it.each([
    [{ amount: -5, annualRate: 0.05, months: 12 }, 'amount: it must be more than 0'],
    [{ amount: 0, annualRate: 0.05, months: 12 }, 'amount: it must be more than 0'],
    [{ amount: 1e300, annualRate: 0.05, months: 12 }, 'amount: it must be at most 1,000,000,000,000'],
    [{ amount: Number.NaN, annualRate: 0.05, months: 12 }, 'amount: it must be an amount of money'],
    [{ amount: 5, annualRate: -0.05, months: 12 }, 'annualRate: it must not be negative'],
    [{ amount: 5, annualRate: 4.5e9, months: 12 }, 'annualRate: it must be at most 10'],
    [{ amount: 5, annualRate: 0.05, months: 0 }, 'months: it must be at least 1 month'],
    [{ amount: 5, annualRate: 0.05, months: 1.5 }, 'months: it must be a whole number of months'],
    [{ amount: 5, annualRate: 0.05, months: 5000 }, 'months: it must be at most 1,200 months'],
    [{ amount: 5, annualRate: 0.05, months: 12, downPayment: 5 }, 'The down payment covers the whole price'],
  ])('%o is refused in one sentence', async (input, message) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: expect.stringContaining(message),
    }),
  )

  it('shows the inputs, the result in the currency that was said, a schedule and the formula', async () => {
    const { blocks } = await tool.call({ amount: 1200, annualRate: 0.1, months: 12, currency: '$' }, toolContext)
    expect(blocks.map(({ kind }) => kind)).toEqual(['facts', 'facts', 'table', 'note', 'note'])
    expect(blocks[1]).toMatchObject({
      rows: [
        ['Monthly payment', '$105.50'],
        ['Total interest', '$65.99'],
        ['Total paid', '$1,265.99'],
      ],
    })
    expect(blocks[3]).toMatchObject({ text: expect.stringContaining('P·r/(1−(1+r)^−n)') })
  })
})
