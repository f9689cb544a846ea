import { expect, test } from 'vitest'
import { count, facts, note, number, prose, ratio, section, series, table, usd } from '../../src/report/report.ts'
import { sayBlocks } from '../../src/report/say-blocks.ts'

test('facts and tables become lists with their figures, and charts are left out', () => {
  const blocks = [
    facts('Result', { 'Monthly payment': number(1266.713), Share: ratio(0.125), Cost: usd(2_500_000), Missing: null }),
    series('Course', [1, 2, 3], 'chart'),
    table(['Year', 'Balance'], [[count(1), '1,000.00']], 'By year'),
  ]
  expect(sayBlocks(blocks)).toBe(
    '**Result**\n- Monthly payment: 1,266.713\n- Share: 12.5 %\n- Cost: $2.5\n- Missing: n/a\n\n**By year**\n- Year: 1, Balance: 1,000.00',
  )
})

test('notes, prose and sections keep their words, in order', () => {
  expect(sayBlocks([prose('One.'), section('Two', note('plain', 'Three.'))])).toBe('One.\n\n**Two**\nThree.')
})

test('a long table is cut after thirty rows', () => {
  const rows = Array.from({ length: 100 }, (_, i) => [count(i)])
  expect(sayBlocks([table(['n'], rows)]).split('\n')).toHaveLength(30)
})
