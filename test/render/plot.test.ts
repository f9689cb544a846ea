import { describe, expect, test } from 'vitest'
import { chart, sparkline } from '../../src/render/plot.ts'

describe('a sparkline', () => {
  test.each([
    [[0, 1, 2, 3, 4, 5, 6, 7], '▁▂▃▄▅▆▇█'],
    [[7, 0], '█▁'],
    [[5, 5, 5], '▄▄▄'],
    [[0, 0, 0], '▁▁▁'],
    [[-1, 0, 1], '▁▅█'],
    [[1, Number.NaN, 2], '▁█'],
    [[3], '▄'],
    [[], ''],
  ])('of %j is %s', (points, line) => {
    expect(sparkline(points, 20)).toBe(line)
  })

  test('of more points than columns shows the mean of each part', () => {
    expect(sparkline([0, 0, 7, 7, 0, 0], 3)).toBe('▁█▁')
  })
})

describe('a chart', () => {
  test('has eight rows, the range on its left, and a column for each point', () => {
    expect(chart([1, 2, 3, 4], 20)).toMatchInlineSnapshot(`
      [
        "4 ┤   █",
        "  │   █",
        "  │  ▃█",
        "  │  ██",
        "  │  ██",
        "  │ ▆██",
        "  │ ███",
        "1 ┤▁███",
      ]
    `)
  })

  test.each([
    { what: 'one point', points: [3] },
    { what: 'equal points', points: [3, 3, 3] },
    { what: 'large and negative numbers', points: [-1e9, 0, 1e9] },
    { what: 'a thousand points', points: Array.from({ length: 1_000 }, (_, i) => i) },
  ])('of $what keeps to its width', ({ points }) => {
    const lines = chart(points, 30)
    expect(lines).toHaveLength(8)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(30)
    expect(lines.join('\n')).not.toMatch(/NaN|undefined/)
  })
})
