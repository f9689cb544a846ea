import { expect, it } from 'vitest'
import { readAmounts } from '../../src/tools/read-amounts.ts'

const amountsIn = (text: string) => readAmounts(text).map(({ value, currency, every }) => [value, currency, every])

it.each([
  ['250k', 250_000, '', null],
  ['-$5,000', -5000, '$', null],
  ['loan of -5000', -5000, '', null],
  ['rent - 1200', 1200, '', null],
  ['50 quid a week', 50, 'quid', 'week'],
  ['25 percent of $60', 60, '$', null],
  ['$1,200.50', 1200.5, '$', null],
  ['€ 3.5m', 3_500_000, '€', null],
  ['1.2 million usd', 1_200_000, 'USD', null],
  ['£200 a month', 200, '£', 'month'],
  ['50/week', 50, '', 'week'],
  ['500 dollars invested monthly', 500, 'dollars', 'month'],
  ['200 saved every month', 200, '', 'month'],
  ['2400 per year', 2400, '', 'year'],
  ['1.200,50 euros', 1200.5, 'euros', null],
  ['300 000', 300_000, '', null],
  ['250.000', 250_000, '', null],
  ['12,5', 12.5, '', null],
  ['us$40', 40, 'US$', null],
  ['3000€', 3000, '€', null],
  ['monthly deposit of 200', 200, '', 'month'],
  ['1e300', 1e300, '', null],
  ['5 lakh', 500_000, '', null],
])('"%s" is %d', (text, value, currency, every) => expect(amountsIn(text)).toEqual([[value, currency, every]]))

it.each(['my 401k', '30%', '5 days', '10 km', 'half past 3:30', '12/11/2026', 'a1b2', '5-year-old', 'mp3'])(
  '"%s" holds no amount of money',
  (text) => expect(amountsIn(text)).toEqual([]),
)

it.each([
  'in 2025',
  'what we had in january 2024',
  'sales in q3 2023,',
  'since 1998',
  'what it cost in the year 2031?',
])('the year of "%s" is no amount of money', (text) => expect(amountsIn(text)).toEqual([]))

it.each(['put in 2000', 'they pay in 2000', 'in 2000 euros', 'in 2000 a month', 'in 2500', 'in 2,020', 'in $2020'])(
  'the amount of "%s" is no year',
  (text) => expect(amountsIn(text)).toHaveLength(1),
)

it('every amount keeps its place', () => {
  const text = 'visa 3,000 and $12k a year'
  expect(readAmounts(text).map(({ from, to }) => text.slice(from, to))).toEqual(['3,000', '$12k a year'])
})
