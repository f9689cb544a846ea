import { expect, it } from 'vitest'
import { perMonth, readFigures } from '../../src/tools/read-figures.ts'

it('rate, term and amount are told apart in any order', () => {
  for (const text of ['mortgage 300k 6% 25 years', '6% for 25 years on 300k', '25 years, 300k, 6%']) {
    const { amounts, rates, terms } = readFigures(text)
    expect([amounts.map(({ value }) => value), rates, terms]).toEqual([[300_000], [0.06], [300]])
  }
})

it('words count as digits', () => {
  const { amounts, rates, terms } = readFigures(
    'two hundred and forty thousand at six and a half percent for thirty years',
  )
  expect([amounts.map(({ value }) => value), rates, terms]).toEqual([[240_000], [0.065], [360]])
})

it('what is left are the words', () =>
  expect(readFigures('save $200 a month at 5% for 20 years').rest.replace(/\s+/g, ' ')).toBe('save at for '))

it.each([
  ['200 a month', 200],
  ['2400 a year', 200],
  ['12 a week', 52],
])('"%s" is %d a month', (text, monthly) => {
  const [amount] = readFigures(text).amounts
  expect(amount && perMonth(amount)).toBe(monthly)
})
