import type { Ink, Page } from './format.ts'
import { widthOf, wrapText } from './wrap.ts'

/**
 * Markdown as it comes in answers (headings, bullets, numbers, bold, code) → wrapped lines. What is not known stays as
 * it is written, so that nothing an answer says is lost.
 */
export function renderProse(markdown: string, page: Page): string[] {
  return markdown.split('\n').flatMap((line) => renderLine(line.trimEnd(), page))
}

function renderLine(line: string, page: Page): string[] {
  if (line === '') return ['']
  const heading = /^#{1,6}\s+(.*)$/.exec(line)
  if (heading) return wrapText(heading[1] ?? '', page.width).map((text) => page.paint('bold', text))
  const item = /^(\s*)([-*•]|\d{1,3}[.)])\s+(.*)$/.exec(line)
  if (!item) return wrapInline(line, page)
  const [, indent = '', mark = '', text = ''] = item
  const first = `${indent}${/\d/.test(mark) ? mark : '•'} `
  const lines = wrapInline(text, { ...page, width: Math.max(10, page.width - first.length) })
  return lines.map((part, i) => (i === 0 ? first : ' '.repeat(first.length)) + part)
}

/** A word with how it is painted; null is plain. */
interface Word {
  readonly text: string
  readonly ink: Ink | null
}

const MARKS = /\*\*(.+?)\*\*|`([^`]+)`|(?<![\w*])[_*]([^_*\s][^_*]*)[_*](?![\w*])/g

function wrapInline(line: string, page: Page): string[] {
  const lines: Word[][] = [[]]
  let columns = 0
  for (const word of wordsIn(line, page.width)) {
    const size = widthOf(word.text)
    if (columns > 0 && columns + 1 + size > page.width) {
      lines.push([])
      columns = 0
    }
    columns += size + (columns > 0 ? 1 : 0)
    lines.at(-1)?.push(word)
  }
  return lines.map((words) => paintWords(words, page))
}

function wordsIn(line: string, width: number): Word[] {
  const words: Word[] = []
  const add = (text: string, ink: Ink | null) => {
    for (const part of text.split(' ').filter(Boolean)) {
      for (const piece of widthOf(part) > width ? wrapText(part, width) : [part]) words.push({ text: piece, ink })
    }
  }
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
