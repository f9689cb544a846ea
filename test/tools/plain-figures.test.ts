import fc from 'fast-check'
import { expect, it } from 'vitest'
import { heardText } from '../../src/tools/heard-text.ts'
import { plainFigures } from '../../src/tools/plain-figures.ts'
import { spokenText } from '../../src/tools/spoken-text.ts'

it.each([
  ['41 2/3 innings', '41.6666666667 innings'],
  ['27⅓ innings', '27.3333333333 innings'],
  ['5 and 1/2 hours', '5.5 hours'],
  ['17 1/2 %', '17.5 %'],
  ['½ cup', '0.5 cup'],
  ['half a percent', '0.5 %'],
  ['a quarter of a percent', '0.25 %'],
  ['three quarters of a percent', '0.75 %'],
  ['half a grand', '500'],
  ['a grand', '1 grand'],
  ['3 and a quarter', '3.25'],
  ['3 and a quarter percent', '3.25 percent'],
  ['1 and a quarter million', '1.25 million'],
  ['1,041⅔', '1,041.6666666667'],
  ['a quarter of a million', '250000'],
  ['three quarters of a cup', '0.75 cup'],
])('"%s" becomes "%s"', (text, plain) => expect(plainFigures(text)).toBe(plain))

it.each(['5/2', '10 5/2', '1/2/2026', '4.5 1/2', 'acca 2/1 4/6', 'half time', 'a third of 90', '2 3/3', '-110 1/2'])(
  '"%s" stays',
  (text) => expect(plainFigures(text)).toBe(text),
)

it('a mixed number is its whole and its part, however it is written', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(2, 3, 4, 5, 6, 8), fc.integer(), (n, of, any) => {
      const top = 1 + (Math.abs(any) % (of - 1))
      expect(Number(plainFigures(`${n} ${top}/${of}`))).toBeCloseTo(n + top / of, 6)
    }),
  ))

it('both kinds of heard text write fractions alike', () => {
  expect(heardText({ text: 'in 41⅔ innings', attachment: null })).toBe('in 41.6666666667 innings')
  expect(spokenText('in 41⅔ innings')).toBe('in 41.6666666667 innings')
})
