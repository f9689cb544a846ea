import type { Ink, Page } from './format.ts'
import { type Columns, flow, hang, isApart, piecesOf, type WrappedLine, wrapWords } from './wrap.ts'

/**
 * Markdown as it comes in answers (headings, bullets, numbers, bold, code) → wrapped lines. What is not known stays as
 * it is written, so that nothing an answer says is lost.
 */
export const renderProse = (markdown: string, page: Page): string[] =>
  proseLines(markdown, page, page.width).map((line) => line.text)

/** The same as lines that are to be indented: at most `width` columns, but for the words that stand apart. */
export const proseLines = (markdown: string, page: Page, width: number): WrappedLine[] =>
  markdown.split('\n').flatMap((line) => renderLine(line.trimEnd(), page, { width, widest: widestOf(page) }))

/** Where nothing bounds the page, no word is cut. */
export const widestOf = ({ width, whole }: Page): number => (whole ? Number.POSITIVE_INFINITY : width)

function renderLine(line: string, page: Page, columns: Columns): WrappedLine[] {
  if (line === '') return [{ text: '', apart: false }]
  const heading = /^#{1,6}\s+(.*)$/.exec(line)
  if (heading) {
    const lines = wrapWords(heading[1] ?? '', columns)
    return lines.map(({ text, apart }) => ({ text: page.paint('bold', text), apart }))
  }
  const item = /^(\s*)([-*•]|\d{1,3}[.)])\s+(.*)$/.exec(line)
  if (!item) return wrapInline(line, page, columns)
  const [, indent = '', sign = '', text = ''] = item
  const mark = `${indent}${/\d/.test(sign) ? sign : '•'}`
  const lines = wrapInline(text, page, { ...columns, width: Math.max(10, columns.width - mark.length - 1) })
  return hang(lines, mark, ' '.repeat(mark.length))
}

/** A word, or a part of one, with how it is painted; null is plain. */
interface Word extends WrappedLine {
  readonly ink: Ink | null
}

const MARKS = /\*\*(.+?)\*\*|`([^`]+)`|(?<![\w*])[_*]([^_*\s][^_*]*)[_*](?![\w*])/g

const wrapInline = (line: string, page: Page, columns: Columns): WrappedLine[] => {
  const words = wordsIn(line).flatMap((word) => piecesOf(word, columns))
  return flow(words, columns.width).map((found) => ({ text: paintWords(found, page), apart: isApart(found) }))
}

function wordsIn(line: string): Word[] {
  const words: Word[] = []
  const add = (text: string, ink: Ink | null) =>
    words.push(
      ...text
        .split(' ')
        .filter(Boolean)
        .map((part) => ({ text: part, ink, apart: false })),
    )
  let end = 0
  for (const mark of line.matchAll(MARKS)) {
    const before = line.slice(end, mark.index)
    add(before, null)
    // "(`code`": what stands before it without a space belongs to its first word.
    const opening = /\S$/.test(before) ? (words.pop()?.text ?? '') : ''
    add(opening + textOf(mark), inkOf(mark))
    end = mark.index + mark[0].length
    // "**bold**, and": what follows without a space belongs to the last word.
    const tail = TAIL.exec(line.slice(end))?.[0] ?? ''
    const last = words.pop()
    if (last) words.push({ ...last, text: last.text + tail })
    end += tail.length
  }
  add(line.slice(end), null)
  return words
}

const TAIL = /^[^\s*`_]\S*/

const textOf = ([, bold, code, italic]: RegExpExecArray): string => bold ?? code ?? italic ?? ''

function inkOf([, bold, code]: RegExpExecArray): Ink {
  if (bold !== undefined) return 'bold'
  return code !== undefined ? 'accent' : 'dim'
}

/** Neighbours of one ink are painted together, so that a phrase has one pair of escape sequences. */
function paintWords(words: readonly Word[], { paint }: Page): string {
  let out = ''
  for (let i = 0; i < words.length; ) {
    const ink = words[i]?.ink ?? null
    let run = i
    while (run < words.length && (words[run]?.ink ?? null) === ink) run += 1
    const text = words
      .slice(i, run)
      .map((word) => word.text)
      .join(' ')
    out += (i > 0 ? ' ' : '') + (ink === null ? text : paint(ink, text))
    i = run
  }
  return out
}
