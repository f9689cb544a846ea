import type { Block, Value } from './report.ts'

/**
 * Blocks as Markdown for those who read an answer as text (a model in the next turn, a caller of `--json`): facts and tables
 * as lists, notes and prose as they are. Charts are left out; their figures are in the data.
 */
export const sayBlocks = (blocks: readonly Block[]): string =>
  blocks
    .map(sayBlock)
    .filter((text) => text !== '')
    .join('\n\n')

function sayBlock(block: Block): string {
  switch (block.kind) {
    case 'facts':
      return titled(
        block.title,
        block.rows.map(([label, value]) => `- ${label}: ${sayValue(value)}`),
      )
    case 'table':
      return titled(
        block.title,
        block.rows.slice(0, MOST_ROWS).map((row) => `- ${row.map(cellOf(block.head)).join(', ')}`),
      )
    case 'section':
      return titled(block.title, [sayBlocks(block.blocks)])
    case 'prose':
    case 'note':
      return block.text
    case 'gauge':
    case 'series':
      return ''
  }
}

const MOST_ROWS = 30

const titled = (title: string | undefined, lines: readonly string[]): string =>
  [...(title === undefined ? [] : [`**${title}**`]), ...lines].join('\n')

const cellOf =
  (head: readonly string[]) =>
  (value: Value, i: number): string =>
    `${head[i] ?? ''}: ${sayValue(value)}`

function sayValue(value: Value): string {
  if (value === null) return 'n/a'
  if (typeof value === 'string') return value
  const { unit, n } = value
  if (unit === 'ratio') return `${plain(n * 100)} %`
  if (unit === 'time') return new Date(n).toISOString()
  return unit === 'usd' ? `$${plain(n / 1e6)}` : `${plain(n)}${UNITS[unit]}`
}

const UNITS = { count: '', number: '', ms: ' ms', bytes: ' bytes' } as const

const plain = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 4 })
