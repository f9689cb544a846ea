import { groupDigits } from '../base/digits.ts'
import { usdOf } from '../base/units.ts'
import type { Value } from '../report/report.ts'

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

/** One place decides how a value looks: null → "n/a", 1247 → "1,247", 0.942 → "94.2%", 2300 ms → "2.3s", micro-dollars → "$0.0042". */
export function printValue(value: Value): string {
  if (value === null) return 'n/a'
  if (typeof value === 'string') return value
  switch (value.unit) {
    case 'count':
      return groupDigits(value.n)
    case 'number':
      return groupDigits(value.n, 4)
    case 'ratio':
      return `${(value.n * 100).toFixed(1)}%`
    case 'ms':
      return printDuration(value.n)
    case 'usd':
      return printDollars(usdOf(value.n))
    case 'bytes':
      return printBytes(value.n)
    case 'time':
      return printTime(new Date(value.n))
  }
}

/** Local time, as "today" is counted: 2026-11-20 21:40:11. */
function printTime(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

function printDuration(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)}ms`
  if (ms < 59_950) return `${(ms / 1_000).toFixed(1)}s`
  // Rounded once, before it is taken apart, so that there are never 60 seconds.
  const seconds = Math.round(ms / 1_000)
  if (seconds < 3_600) return `${Math.floor(seconds / 60)}m ${seconds % 60}s`
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)}h ${Math.floor((seconds % 3_600) / 60)}m`
  return `${Math.floor(seconds / 86_400)}d ${Math.floor((seconds % 86_400) / 3_600)}h`
}

/** Cents for dollars; six decimals for what a single call costs. */
function printDollars(dollars: number): string {
  const amount = Math.abs(dollars)
  if (amount > 0 && amount < 1) return `${dollars < 0 ? '-' : ''}$${amount.toFixed(6).replace(/0{1,4}$/, '')}`
  const [whole = '', cents = ''] = amount.toFixed(2).split('.')
  return `${dollars < 0 ? '-' : ''}$${groupDigits(Number(whole))}.${cents}`
}

function printBytes(bytes: number): string {
  const power = Math.min(BYTE_UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)))
  const scaled = bytes / 2 ** (power * 10)
  return `${power === 0 ? scaled : scaled.toFixed(1)} ${BYTE_UNITS[power]}`
}
