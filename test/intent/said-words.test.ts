import { expect, test } from 'vitest'
import { saidWords } from '../../src/intent/said-words.ts'

const numbersIn = (text: string): number[] => saidWords(text).flatMap(({ number }) => (number === null ? [] : [number]))

test.each([
  ['forty-one', [41]],
  ['a hundred', [100]],
  ['two hundred and five', [205]],
  ['five thousand two hundred and forty one', [5_241]],
  ['one million two thousand three', [1_002_003]],
  ['one hundred two thousand', [102_000]],
  ['3 thousand', [3_000]],
  ['two and three', [2, 3]],
  ['three, 12 and a dozen', [3, 12, 12]],
])('"%s" says %j', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers)
})
