import { expect, test } from 'vitest'
import { whensIn } from '../../src/language/when-words.ts'

const heard = (text: string) => whensIn(text).map(({ words }) => words)

test.each([
  ['remind me every monday at 8 to file the report', ['every monday at 8']],
  ['remind me to call mum at 18:00', ['at 18:00']],
  ['every weekday at 9: news', ['every weekday at 9']],
  ['schedule at 9, 12 and 17:30 on weekdays a look into 3 shops', ['at 9, 12 and 17:30 on weekdays']],
  ['schedule tomorrow evening, in Paris', ['tomorrow evening']],
  ['schedule 0 9 * * 1-5 how is my budget', ['0 9 * * 1-5']],
  ['schedule "0 9 1,15 jan-mar *" how is my budget', ['0 9 1,15 jan-mar *']],
  ['in an hour and a half or in 2h30m', ['in an hour and a half', 'in 2h30m']],
  ['pay rent on the 1st of every month at 9', ['on the 1st of every month at 9']],
  ['look at 5,000 pictures at 50% of the price', []],
  ['I may march in 3 places', []],
  ['what is a mortgage', []],
  ['the sunset on mont blanc', []],
])('in "%s" it is said when: %j', (text, expected) => {
  expect(heard(text)).toEqual(expected)
})

test('it tells where the words stand, with quotes and end marks', () => {
  const text = 'schedule "at 9": tea'
  const [when] = whensIn(text)
  expect(text.slice(when?.start, when?.end)).toBe('"at 9":')
})

test('a long line full of times is read at once', () => {
  const startMs = performance.now()
  expect(whensIn('every other thing at 9 and in a '.repeat(600)).length).toBe(600)
  expect(performance.now() - startMs).toBeLessThan(1_000)
})
