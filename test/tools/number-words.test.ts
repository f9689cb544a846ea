import { expect, it } from 'vitest'
import { digitsForWords } from '../../src/tools/number-words.ts'

it.each([
  ['thirty years', '30 years'],
  ['two hundred and forty thousand', '240000'],
  ['twenty-one', '21'],
  ['a hundred', '100'],
  ['half a million', '500000'],
  ['one million two hundred thousand', '1200000'],
  ['six and a half percent', '6.5 percent'],
  ['nineteen hundred', '1900'],
  ['two plus two', '2 plus 2'],
  ['five and six', '5 and 6'],
])('"%s" becomes "%s"', (words, digits) => expect(digitsForWords(words)).toBe(digits))

it.each(['which one is better', '3 million', 'tension', 'someone', 'often'])('"%s" stays', (text) =>
  expect(digitsForWords(text)).toBe(text),
)
