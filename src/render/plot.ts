import { groupDigits } from '../base/digits.ts'

const EIGHTHS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
const CHART_ROWS = 8

/** Points → at most `width` of them; each is the mean of those that it stands for. */
function shrink(points: readonly number[], width: number): number[] {
  if (points.length <= width) return [...points]
  return Array.from({ length: width }, (_, i) => {
    const part = points.slice(Math.floor((i * points.length) / width), Math.floor(((i + 1) * points.length) / width))
    return part.reduce((sum, n) => sum + n, 0) / part.length
  })
}

/** A line of eighth blocks, lowest to highest. A flat series is a flat line. */
export function sparkline(points: readonly number[], width: number): string {
  const shown = shrink(points.filter(Number.isFinite), width)
  const low = Math.min(...shown)
  const span = Math.max(...shown) - low
  return shown.map((n) => EIGHTHS[span === 0 ? (n === 0 ? 0 : 3) : Math.round(((n - low) / span) * 7)]).join('')
}

/** A column chart with its range on the left, `CHART_ROWS` rows high. */
export function chart(points: readonly number[], width: number): string[] {
  const finite = points.filter(Number.isFinite)
  const [low, high] = [Math.min(...finite), Math.max(...finite)]
  const labels = [label(high), label(low)]
  const gutter = Math.max(...labels.map((text) => text.length))
  const shown = shrink(finite, Math.max(1, width - gutter - 2))
  const heights = shown.map((n) =>
    high === low ? CHART_ROWS * 4 : ((n - low) / (high - low)) * (CHART_ROWS * 8 - 1) + 1,
  )
  return Array.from({ length: CHART_ROWS }, (_, row) => {
    const floor = (CHART_ROWS - 1 - row) * 8
    const cells = heights.map((height) => cellOf(height - floor)).join('')
    const text = row === 0 ? labels[0] : row === CHART_ROWS - 1 ? labels[1] : ''
    return `${(text ?? '').padStart(gutter)} ${row === 0 || row === CHART_ROWS - 1 ? '┤' : '│'}${cells}`
  })
}

function cellOf(eighths: number): string {
  if (eighths <= 0) return ' '
  return EIGHTHS[Math.min(7, Math.ceil(eighths) - 1)] ?? '█'
}

const label = (n: number): string => groupDigits(n, Math.abs(n) < 100 ? 2 : 0)
