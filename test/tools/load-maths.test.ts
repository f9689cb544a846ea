import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { loadMaths } from '../../src/tools/load-maths.ts'

it('reads arithmetic, knows fractions, long numbers and units', async () => {
  const math = await loadMaths()
  expect(math.parse('1 + 2').toString()).toBe('1 + 2')
  expect(math.fraction('1/3').add(math.fraction('1/6')).toFraction()).toBe('1/2')
  expect(math.bignumber('1').div(3).toString()).toHaveLength(66)
  expect(String(math.unit(math.bignumber(1), 'mile').toNumeric('m'))).toBe('1609.344')
})

it('the build bundles every part that is loaded, and no other', async () => {
  const [loads, bundles] = await Promise.all(
    ['../../src/tools/load-maths.ts', '../../build/build.ts'].map((file) =>
      readFile(new URL(file, import.meta.url), 'utf8'),
    ),
  )
  const partsIn = (source = '') => [...new Set(source.match(/\b\w+Dependencies\b/g))].sort()
  expect(partsIn(loads)).toHaveLength(5)
  expect(partsIn(bundles)).toEqual(partsIn(loads))
})
