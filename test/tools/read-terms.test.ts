import { expect, it } from 'vitest'
import { readTerms } from '../../src/tools/read-terms.ts'

it.each([
  ['over 30 years', 360],
  ['30-year', 360],
  ['15y', 180],
  ['18 mo', 18],
  ['1 year and 6 months', 18],
  ['2 years, 3 months', 27],
  ['2.5 years', 30],
  ['over a year and a half', 18],
  ['in half a year', 6],
  ['for a decade', 120],
])('"%s" is %d months', (text, months) => expect(readTerms(text).map(({ value }) => value)).toEqual([months]))

it.each(['my 5 year old', '5 years ago', '200 a month', '1.5m'])('"%s" is no term', (text) =>
  expect(readTerms(text)).toEqual([]),
)
