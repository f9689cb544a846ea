import { inertText } from '../base/inert-text.ts'
import type { Report } from '../report/report.ts'

/**
 * The same report with every text in it inert: what a model, a file, an argument or another process wrote is shown by
 * a terminal and never obeyed, whichever block it stands in.
 */
export const inertReport = (report: Report): Report => inert(report) as Report

function inert(value: unknown): unknown {
  if (typeof value === 'string') return inertText(value)
  if (Array.isArray(value)) return value.map(inert)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inert(inner)]))
}
