import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folders } from '../../bin/folders.ts'
import { loadAll } from '../../src/base/folder.ts'
import { plain } from '../../src/render/format.ts'
import { choosePaint } from '../../src/render/paint.ts'
import { widthOf } from '../../src/render/wrap.ts'
import {
  type Block,
  bytes,
  count,
  facts,
  gauge,
  ms,
  note,
  number,
  prose,
  ratio,
  report,
  section,
  series,
  table,
  time,
  usd,
  type Value,
} from '../../src/report/report.ts'

const formats = await loadAll(folders.formats)

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänswitwe and others, who all have long names'
const VALUES: Value[] = [
  ...[count(1_234_567), ratio(0.942), ms(93_600), usd(4_200), bytes(3_456_789), time(0), number(Math.PI)],
  ...['plain', LONG, '名前は何ですか 👩‍👩‍👧', '', null],
]

/** One of each kind, with words, numbers, wide characters, nothing at all and what is too long. */
const BLOCKS: Readonly<Record<Block['kind'], Block[]>> = {
  facts: [
    facts(
      'Facts of a certain length that goes on',
      Object.fromEntries(VALUES.map((value, i) => [`Label ${i}`, value])),
    ),
    facts(undefined, {}),
  ],
  table: [
    table(
      ['Value', 'Again', 'A header that is long'],
      VALUES.map((value) => [value, value, LONG]),
      'A table',
    ),
    table(['Nothing'], []),
  ],
  gauge: [gauge('Load', 0.42), gauge(LONG, 1.5, 'above its limit, which is remarkable'), gauge('Empty', 0)],
  series: [
    series('Spark', [1, 2, 3, Number.NaN, 5]),
    series(
      LONG,
      Array.from({ length: 500 }, (_, i) => Math.sin(i / 20) * 1_000),
      'chart',
    ),
    series('Nothing', [], 'chart'),
    series('Flat', [7, 7, 7], 'chart'),
  ],
  prose: [
    prose(
      `# A heading\n\n- **bold** and \`code\` and _italic_\n  1. ${LONG}\n\n${LONG}${LONG}\n名前は何ですか名前は何ですか名前は何ですか`,
    ),
    prose(''),
  ],
  note: (['plain', 'good', 'warn', 'bad'] as const).map((tone) => note(tone, `${LONG}\nand a second line`)),
  section: [section('Outer', note('good', LONG), section('Inner', facts('Deep', { Label: LONG }), gauge(LONG, 0.5)))],
}

const kinds = Object.keys(BLOCKS) as Block['kind'][]
const WIDTHS = [20, 60, 100]

describe.each(formats)('format $name', (format) => {
  test.each(WIDTHS.flatMap((width) => kinds.map((kind) => ({ width, kind }))))(
    'draws $kind at $width columns, the same each time',
    ({ width, kind }) => {
      const page = { width, paint: plain }
      const drawn = format.render(report('A title', ...BLOCKS[kind]), page)
      expect(drawn).toBe(format.render(report('A title', ...BLOCKS[kind]), page))
      expect(drawn.endsWith('\n')).toBe(true)
      expect(drawn).not.toMatch(/undefined|NaN|Infinity|\[object/)
    },
  )

  test('says what every block says', () => {
    const drawn = format.render(report('A title', ...Object.values(BLOCKS).flat()), { width: 100, paint: plain })
    for (const words of [
      'Label 0',
      '1,234,567',
      '94.2%',
      'n/a',
      '名前は何ですか',
      'Load',
      'Spark',
      'bold',
      'Inner',
      'Deep',
    ]) {
      expect(drawn).toContain(words)
    }
  })
})

const text = await folders.formats.load('text')

test.each(WIDTHS.flatMap((width) => kinds.map((kind) => ({ width, kind }))))(
  'no line of $kind is wider than $width columns',
  ({ width, kind }) => {
    const drawn = text.render(report(LONG, ...BLOCKS[kind]), { width, paint: plain })
    expect(drawn.split('\n').filter((line) => widthOf(line) > width)).toEqual([])
  },
)

test('no words of any length make a line wider than the page', () => {
  const words = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((one) => one.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' '))
  fc.assert(
    fc.property(words, words, fc.integer({ min: 20, max: 120 }), (label, said, width) => {
      const blocks = [
        facts(label, { [label]: said }),
        table([label, said], [[said, label]]),
        prose(said),
        note('bad', said),
      ]
      const drawn = text.render(report(label, ...blocks, section(said, gauge(label, 0.3, said))), {
        width,
        paint: plain,
      })
      expect(drawn.split('\n').filter((line) => widthOf(line) > width)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('colour changes no character', async () => {
  const paint = await choosePaint(true)
  const whole = report('A title', ...Object.values(BLOCKS).flat())
  const coloured = text.render(whole, { width: 60, paint })
  expect(coloured).toContain('\x1b[')
  expect(coloured.replace(/\x1b\[[\d;]*m/g, '')).toBe(text.render(whole, { width: 60, paint: plain }))
})
