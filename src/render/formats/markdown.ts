import { unreachable } from '../../base/never.ts'
import type { Block, Report } from '../../report/report.ts'
import type { Format } from '../format.ts'
import { inertReport } from '../inert-report.ts'
import { sparkline } from '../plot.ts'
import { printValue } from '../value.ts'

const markdown: Format = { name: 'markdown', render: renderMarkdown }
export default markdown

/** Report → GitHub-flavoured Markdown. */
export function renderMarkdown(report: Report): string {
  const { title, blocks } = inertReport(report)
  return `${[`## ${title}`, ...blocks.map((block) => renderBlock(block, 3))].join('\n\n')}\n`
}

function renderBlock(block: Block, level: number): string {
  switch (block.kind) {
    case 'facts':
      return titled(block.title, block.rows.map(([label, value]) => `- ${label}: ${printValue(value)}`).join('\n'))
    case 'table':
      return titled(
        block.title,
        [block.head, block.head.map(() => '---'), ...block.rows.map((row) => row.map(cell))]
          .map((row) => `| ${row.join(' | ')} |`)
          .join('\n'),
      )
    case 'gauge':
      return `${block.label}: ${Math.round(block.ratio * 100)}%${block.text ? ` ${block.text}` : ''}`
    case 'series':
      return titled(block.label, `\`${sparkline(block.points, 60)}\``)
    case 'prose':
      return block.text
    case 'note':
      return block.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')
    case 'section':
      return [
        `${'#'.repeat(level)} ${block.title}`,
        ...block.blocks.map((inner) => renderBlock(inner, level + 1)),
      ].join('\n\n')
    default:
      return unreachable(block)
  }
}

const titled = (title: string | undefined, body: string): string =>
  title === undefined ? body : `**${title}**\n\n${body}`

const cell = (value: Parameters<typeof printValue>[0]): string => printValue(value).replaceAll('|', '\\|')
