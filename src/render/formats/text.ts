import { unreachable } from '../../base/never.ts'
import type { Block, Report, Tone } from '../../report/report.ts'
import type { Format, Ink, Page } from '../format.ts'
import { inertReport } from '../inert-report.ts'
import { chart, sparkline } from '../plot.ts'
import { proseLines, renderProse, widestOf } from '../prose.ts'
import { renderTable } from '../table.ts'
import { printValue } from '../value.ts'
import { hang, widthOf, wrapText, wrapWords } from '../wrap.ts'

const text: Format = { name: 'text', render: renderText }
export default text

const MARK: Readonly<Record<Tone, string>> = { plain: '·', good: '✔', warn: '!', bad: '✖' }
const INK: Readonly<Record<Tone, Ink>> = { plain: 'dim', good: 'good', warn: 'warn', bad: 'bad' }

/** Report → lines for a terminal, a pipe or a screen reader; one newline at the end. */
export function renderText(report: Report, page: Page): string {
  const { title: words, blocks } = inertReport(report)
  const title = wrapText(words.toUpperCase(), widestOf(page))
  const rule = '═'.repeat(Math.max(...title.map(widthOf)))
  const lines = [...title.map((line) => page.paint('title', line)), page.paint('dim', rule)]
  for (const [i, block] of blocks.entries()) {
    if (i > 0 && !(block.kind === 'note' && blocks[i - 1]?.kind === 'note')) lines.push('')
    lines.push(...renderBlock(block, page))
  }
  return `${lines.join('\n')}\n`
}

function renderBlock(block: Block, page: Page): string[] {
  switch (block.kind) {
    case 'facts':
      return renderFacts(block, page)
    case 'table':
      return [
        ...heading(block.title, page),
        ...renderTable(
          block.head,
          block.rows.map((row) => row.map(printValue)),
          page,
        ),
      ]
    case 'gauge':
      return renderGauge(block, page)
    case 'series':
      return [...heading(block.label, page), ...renderSeries(block, page)]
    case 'prose':
      return renderProse(block.text, page)
    case 'note':
      return renderNote(block, page)
    case 'section':
      return [
        ...heading(block.title, page),
        ...block.blocks.flatMap((inner) =>
          renderBlock(inner, { ...page, width: page.width - 2 }).map((line) => `  ${line}`.trimEnd()),
        ),
      ]
    default:
      return unreachable(block)
  }
}

const heading = (title: string | undefined, page: Page): string[] =>
  title === undefined ? [] : wrapText(title, widestOf(page)).map((line) => page.paint('bold', line))

/** Where nothing bounds the page, each fact is one line, as each row of a table is. */
function renderFacts({ title, rows }: Extract<Block, { kind: 'facts' }>, page: Page): string[] {
  const widest = widestOf(page)
  const columns = { width: Math.max(10, widest - 4), widest }
  const dim = (text: string) => page.paint('dim', text)
  const lines = rows.flatMap(([label, value], i) => {
    const isLast = i === rows.length - 1
    const words = wrapWords(`${label}: ${printValue(value)}`, columns)
    return hang(words, dim(isLast ? '└──' : '├──'), isLast ? '   ' : dim('│  '))
  })
  return [...heading(title, page), ...lines.map((line) => line.text)]
}

function renderGauge({ label, ratio, text: words }: Extract<Block, { kind: 'gauge' }>, page: Page): string[] {
  const full = Math.round(Math.min(1, Math.max(0, ratio)) * GAUGE_COLUMNS)
  const bar = page.paint('accent', '█'.repeat(full)) + page.paint('dim', '░'.repeat(GAUGE_COLUMNS - full))
  const said = `${Math.round(ratio * 100)}%${words ? ` ${words}` : ''}`
  const [before, after] = [`${label}: `, ` ${said}`]
  if (widthOf(before + after) + GAUGE_COLUMNS <= page.width) return [before + bar + after]
  return [...wrapText(`${label}:`, page.width), bar, ...wrapText(said, page.width)]
}

const GAUGE_COLUMNS = 10

function renderSeries({ points, shape }: Extract<Block, { kind: 'series' }>, page: Page): string[] {
  if (points.filter(Number.isFinite).length === 0) return ['n/a']
  const lines = shape === 'spark' ? [sparkline(points, page.width)] : chart(points, page.width)
  return lines.map((line) => page.paint('accent', line))
}

function renderNote({ tone, text: words }: Extract<Block, { kind: 'note' }>, page: Page): string[] {
  const lines = proseLines(words, page, widestOf(page) - 2)
  return hang(lines, page.paint(INK[tone], MARK[tone]), ' ').map((line) => line.text)
}
