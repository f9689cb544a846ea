import { expect, it } from 'vitest'
import { readRates } from '../../src/tools/read-rates.ts'

it.each(['owed since apr 23, 300 a month', 'due on apr 12'])('the date of "%s" is no rate', (text) =>
  expect(readRates(text)).toEqual([]),
)

it.each([
  ['at 4.5%', 0.045],
  ['4,5 %', 0.045],
  ['6.875 percent apr', 0.06875],
  ['5 per cent', 0.05],
  ['2% a month', 0.24],
  ['29.9% apr a month', 0.299],
  ['what does 4% apy per month bring', 0.04],
  ['1.5% monthly', 0.18],
  ['-3%', -0.03],
  ['7% monthly payment', 0.07],
  ['7500 apr 23 paying 300', 0.23],
  ['at 4.5 over 30 years', 0.045],
  ['interest of 6 for 10 years', 0.06],
])('"%s" is a yearly rate of %d', (text, rate) => expect(readRates(text).map(({ value }) => value)).toEqual([rate]))

it.each(['at 4.5', '1% a day', 'no rate at all', 'at 10 pm'])('"%s" has no yearly rate', (text) =>
  expect(readRates(text)).toEqual([]),
)
