import { expect, test } from 'vitest'
import { createSpelling } from '../../src/language/spelling.ts'

const spelling = createSpelling(['restart', 'status', 'doctor', 'pool'])

test.each([
  ['restart', 'restart'],
  ['restrat', 'restart'],
  ['resart', 'restart'],
  ['restartt', 'restart'],
  ['docter', 'doctor'],
  ['stauts', 'status'],
])('%s is mended to %s', (said, meant) => {
  expect(spelling.repair(said)).toBe(meant)
})

test.each(['statute', 'mountain', 'pol', 'x'.repeat(40)])('%s is left alone', (said) => {
  expect(spelling.repair(said)).toBeNull()
})
