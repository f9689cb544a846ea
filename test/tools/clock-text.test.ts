import { describe, expect, it } from 'vitest'
import { clockText } from '../../src/tools/clock-text.ts'

describe('a time as a watch shows it', () => {
  it.each([
    [330, '5:30'],
    [59.6, '1:00'],
    [3599.7, '1:00:00'],
    [14_400, '4:00:00'],
    [6884, '1:54:44'],
  ])('%d seconds are %s', (seconds, text) => expect(clockText(seconds)).toBe(text))
})
