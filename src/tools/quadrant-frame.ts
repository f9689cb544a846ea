import { type Block, table } from '../report/report.ts'

/** A field of a frame: its heading and what stands in it. */
export interface Quadrant {
  readonly title: string
  readonly points: readonly string[]
}

/** Two columns of this width and the gap between them fit into 60 terminal columns. */
const COLUMN = 28
const EMPTY = '(nothing yet)'

/** Four fields as a 2x2 frame, upper row first. Long points are broken into lines, so that a narrow terminal cuts none. */
export const quadrantFrame = (
  upper: readonly [Quadrant, Quadrant],
  lower: readonly [Quadrant, Quadrant],
): readonly Block[] => [frameRow(...upper), frameRow(...lower)]

function frameRow(left: Quadrant, right: Quadrant): Block {
  const [leftLines, rightLines] = [linesOf(left), linesOf(right)]
  const rows = Array.from({ length: Math.max(leftLines.length, rightLines.length) }, (_, place) => [
    leftLines[place] ?? '',
    rightLines[place] ?? '',
  ])
  return table([left.title.padEnd(COLUMN), right.title], rows)
}

const linesOf = ({ points }: Quadrant): string[] =>
  points.length === 0
    ? [EMPTY]
    : points.flatMap((point) => broken(point).map((line, i) => (i === 0 ? `• ${line}` : `  ${line}`)))

function broken(point: string): string[] {
  const width = COLUMN - 2
  const lines: string[] = ['']
  for (const word of point.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])) {
    const last = lines.at(-1) ?? ''
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
