import { expect, it } from 'vitest'
import { spokenText } from '../../src/tools/spoken-text.ts'

it.each([
  ['What’s  6½ %', "what's 6.5 %"],
  ['2 ½ cups', '2.5 cups'],
  ['at 6 1/2%', 'at 6.5%'],
  ['½ cup', '0.5 cup'],
  ['5 m²', '5 m^2'],
  ['“Hello”\n—  World', '"hello" - world'],
  ['72 ℉', '72 °f'],
  ['5/3/2026', '5/3/2026'],
])('"%s" is heard as "%s"', (text, heard) => expect(spokenText(text)).toBe(heard))

it('a megabyte is cut to two thousand characters', () => expect(spokenText('a'.repeat(1_000_000))).toHaveLength(2000))
