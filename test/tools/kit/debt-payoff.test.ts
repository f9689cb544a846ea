import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/debt-payoff.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const debt = (name: string, balance: number, annualRate: number, minimum: number) => ({
  name,
  balance,
  annualRate,
  minimum,
})
const card = debt('card', 5000, 0.22, 150)
const loan = debt('loan', 8000, 0.09, 200)

describe('debt-payoff', () => {
  it.each([
    [
      'card 5000 at 22% min 150, loan 8000 at 9% min 200, extra 300',
      { debts: [card, loan], extraMonthly: 300, currency: '' },
    ],
    ['card 5000 at 22%, min 150; loan 8000 at 9%, min 200', { debts: [card, loan], extraMonthly: 0, currency: '' }],
    ['debts:\ncard 5,000 22% 150\nloan 8,000 9% 200', { debts: [card, loan], extraMonthly: 0, currency: '' }],
    [
      'pay off 5000 at 22% with 200 a month',
      { debts: [debt('debt 1', 5000, 0.22, 200)], extraMonthly: 0, currency: '' },
    ],
    [
      'how long to pay off 5000 at 22% paying 150 a month',
      { debts: [debt('debt 1', 5000, 0.22, 150)], extraMonthly: 0, currency: '' },
    ],
    [
      'snowball or avalanche: visa $3,000 at 24% min 90 and student loan $12,000 at 5% min 130, I can pay 250 extra',
      {
        debts: [debt('visa', 3000, 0.24, 90), debt('student loan', 12_000, 0.05, 130)],
        extraMonthly: 250,
        currency: '$',
      },
    ],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it('what is still missing is said', () =>
    expect(hear('how long to pay off my credit card of 5000 at 22%')).toEqual({
      missing: ['what you pay on the credit card every month, such as min 150'],
    }))

  it.each([
    'should I pay off my debt or invest',
    'which debt should I pay off first: card 5000 at 22% or loan 8000 at 9%?',
    'what is the avalanche method',
    'snowball or avalanche',
    'I have three credit cards and a loan how do I pay them off',
    'i owe 8k on 3 cards',
    'how long will it take to pay off my debt',
    'yellow card in the 22 minute',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('avalanche saves interest and the order is told', async () => {
    const { output } = await tool.call({ debts: [loan, card], extraMonthly: 300 }, toolContext)
    expect(output).toMatchObject({
      avalanche: { paidOff: [{ name: 'card' }, { name: 'loan' }], months: 23 },
      snowball: { paidOff: [{ name: 'card' }, { name: 'loan' }] },
      interestSavedByAvalanche: 0,
    })
  })

  it('a smaller debt at a lower rate makes the two orders differ', async () => {
    const small = debt('store', 1000, 0.05, 30)
    const { output } = await tool.call({ debts: [small, card], extraMonthly: 100 }, toolContext)
    expect(output).toMatchObject({ snowball: { paidOff: [{ name: 'store' }, { name: 'card' }] } })
    expect((output as { interestSavedByAvalanche: number }).interestSavedByAvalanche).toBeGreaterThan(50)
  })

  it.each([
    [
      { debts: [debt('card', 5000, 0.3, 100)] },
      'not paid off within a hundred years: the first month alone bears 125.00 of interest',
    ],
    [{ debts: [debt('card', 5000, 10, 0)] }, 'not paid off within a hundred years'],
    [{ debts: [] }, 'debts: it needs at least one debt'],
    [{ debts: [debt('card', -5, 0.1, 10)] }, 'debts.0.balance: it must be more than 0'],
    [{ debts: [debt('card', 5, Number.NaN, 10)] }, 'debts.0.annualRate'],
  ])('%o is refused in one sentence', async (input, message) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: expect.stringContaining(message),
    }),
  )

  it('shows debts, both orders, the result, a chart and the formula', async () => {
    const { blocks } = await tool.call({ debts: [card, loan], extraMonthly: 300, currency: '€' }, toolContext)
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'table',
      'facts',
      'table',
      'table',
      'facts',
      'note',
      'series',
      'note',
    ])
    expect(blocks[1]).toMatchObject({ rows: [['Extra every month', '€300.00']] })
  })
})

describe('debt-payoff with one sum for all debts', () => {
  const three = ['card 1', 'card 2', 'card 3']
  it.each([
    ['3 cards: 900 at 29%, 2400 at 19%, 5000 at 9%, 350 a month', 350, three],
    ['i owe 900 at 29%, 2400 at 19% and 5000 at 9% and can pay 350 a month', 350, ['debt 1', 'debt 2', 'debt 3']],
    ['2 credit cards, $1500 at 24% and $4000 at 18%, paying $300 a month total', 300, ['card 1', 'card 2']],
    ['visa 3000 at 22%, mastercard 1200 at 27%, 600 a month for all', 600, ['visa', 'mastercard']],
    ['pay off 2 loans: 2000 at 12%, 1000 at 20% with 400 a month', 400, ['loan 1', 'loan 2']],
    ['debts 500 at 30% and 2000 at 20%, 150 a month, snowball or avalanche', 150, ['debt 1', 'debt 2']],
    ['card 900 at 29%, card 2400 at 19%, card 5000 at 9%, 350 per month', 350, three],
    ['which order: 1200 at 25%, 3000 at 15%; I have 250 per month', 250, ['debt 1', 'debt 2']],
  ])('"%s" is heard', (text, monthlyTotal, names) =>
    expect(hear(text)).toMatchObject({ use: { monthlyTotal, debts: names.map((name) => ({ name, minimum: 0 })) } }),
  )

  it('a payment behind one debt of several is no sum for all', () =>
    expect(hear('card 5000 at 22% min 150, loan 8000 at 9% min 200')).not.toMatchObject({
      use: { monthlyTotal: expect.anything() },
    }))

  it('the sum is shared out, minimums first', async () => {
    const debts = [
      { name: 'a', balance: 1000, annualRate: 0.3, minimum: 20 },
      { name: 'b', balance: 500, annualRate: 0.1, minimum: 30 },
    ]
    const { output } = await tool.call({ debts, monthlyTotal: 150 }, toolContext)
    expect(output).toEqual((await tool.call({ debts, extraMonthly: 100 }, toolContext)).output)
    await expect(tool.call({ debts, monthlyTotal: 49 }, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' })
  })
})
