import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertUnits } from '../../src/tools/convert-units.ts'
import { findUnits } from '../../src/tools/unit-words.ts'

const GROUPS = [
  ['mm', 'cm', 'm', 'km', 'inch', 'foot', 'yard', 'mile', 'nautical mile'],
  ['mg', 'g', 'kg', 'tonne', 'us ton', 'uk ton', 'ounce', 'pound', 'stone'],
  [
    'ml',
    'cl',
    'dl',
    'litre',
    'm3',
    'cup',
    'metric cup',
    'tbsp',
    'tsp',
    'fl oz',
    'pint',
    'uk pint',
    'quart',
    'gallon',
    'uk gallon',
    'cubic foot',
  ],
  ['km/h', 'mph', 'm/s', 'ft/s', 'knots'],
  ['cm2', 'm2', 'km2', 'sq in', 'sq ft', 'sq yd', 'sq mi', 'acre', 'hectare'],
  ['ms', 'seconds', 'minutes', 'hours', 'days', 'weeks'],
  ['j', 'kj', 'kcal', 'wh', 'kwh', 'btu'],
  ['watts', 'kw', 'hp', 'metric hp'],
  ['pa', 'kpa', 'hpa', 'bar', 'psi', 'atm', 'mmhg'],
  ['bits', 'bytes', 'kilobytes', 'megabytes', 'gigabytes', 'tb', 'kib', 'mib', 'gib', 'tib'],
  ['degrees', 'radians'],
  ['mpg', 'uk mpg', 'km/l', 'l/100km'],
]
const pair = fc.constantFrom(...GROUPS).chain((group) => fc.tuple(fc.constantFrom(...group), fc.constantFrom(...group)))

async function convert(value: number, from: string, to: string): Promise<number> {
  const units = findUnits(from, to)
  if (!units) throw new Error(`${from} or ${to} is unknown`)
  return (await convertUnits(value, ...units)).toNumber()
}

describe('converting units', () => {
  it.each([
    [5, 'miles', 'km', 8.04672],
    [72, 'f', 'c', 200 / 9],
    [100, 'c', 'f', 212],
    [0, 'c', 'k', 273.15],
    [1, 'gallon', 'l', 3.785411784],
    [1, 'uk pint', 'ml', 568.26125],
    [1, 'uk gallon', 'l', 4.54609],
    [1, 'uk fl oz', 'ml', 28.4130625],
    [1, 'metric cup', 'ml', 250],
    [1, 'tbsp', 'tsp', 3],
    [1, 'quart', 'cups', 4],
    [1, 'us ton', 'kg', 907.18474],
    [1, 'uk ton', 'kg', 1016.0469088],
    [1, 'nautical mile', 'm', 1852],
    [1, 'metric hp', 'watts', 735.49875],
    [1, 'cubic foot', 'l', 28.316846592],
    [1, 'cup', 'ml', 236.5882365],
    [1, 'acre', 'm2', 4046.8564224],
    [180, 'lb', 'kg', 81.6466266],
    [1, 'knot', 'km/h', 1.852],
    [1, 'mmhg', 'pa', 133.322387415],
    [1, 'kcal', 'kj', 4.184],
    [1, 'gib', 'mb', 1073.741824],
    [8, 'oz', 'ml', 236.5882365],
  ])('%d %s in %s', async (value, from, to, result) => expect(await convert(value, from, to)).toBe(result))

  it('fuel use by distance becomes fuel use by volume', async () =>
    expect(await convert(30, 'mpg', 'l/100km')).toBeCloseTo(235.214583 / 30, 6))

  it('there and back again is where one started, for every pair of units', async () => {
    await fc.assert(
      fc.asyncProperty(pair, fc.double({ min: 1e-6, max: 1e9, noNaN: true }), async ([from, to], value) => {
        const back = await convert(await convert(value, from, to), to, from)
        expect(Math.abs(back / value - 1)).toBeLessThan(1e-12)
      }),
      { numRuns: 300 },
    )
  })

  it('temperatures come back too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('c', 'f', 'k'),
        fc.constantFrom('c', 'f', 'k'),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        async (from, to, value) => {
          expect(Math.abs((await convert(await convert(value, from, to), to, from)) - value)).toBeLessThan(1e-6)
        },
      ),
    )
  })

  it('weights do not become lengths', async () =>
    expect(convert(1, 'kg', 'km')).rejects.toMatchObject({ code: 'ARGS_INVALID' }))

  it('nothing is colder than absolute zero', async () =>
    expect(convert(-274, 'c', 'f')).rejects.toMatchObject({ message: expect.stringContaining('absolute zero') }))
})
