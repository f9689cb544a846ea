import { readFileSync, writeFileSync } from 'node:fs'

const PAGE = new URL('../../docs/performance.md', import.meta.url)

/**
 * Puts what was measured into docs/performance.md, between its marks of that name.
 *
 * @throws Error when the page has no such marks.
 */
export function writeBetweenMarks(name: string, lines: readonly string[]): void {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`]
  const text = readFileSync(PAGE, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no "${begin}" and "${end}"`)
  writeFileSync(PAGE, `${text.slice(0, from)}${begin}\n${lines.join('\n')}\n${text.slice(to)}`)
}
