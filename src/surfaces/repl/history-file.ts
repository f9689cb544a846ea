import * as z from 'zod'
import { inertText } from '../../base/inert-text.ts'

const ENTRY = z.object({ line: z.string() })

/**
 * A history file → its lines, oldest first. One JSON object a line, such as `{"line":"scale healthcare up"}`, so that
 * several sessions can append to one file. A damaged line, or one with control characters in it, is skipped.
 */
export function parseHistory(text: string): readonly string[] {
  return text.split('\n').flatMap((row) => parseRow(row) ?? [])
}

/** Lines → the text to append to a history file, or to write when it is tidied; it ends with a newline. */
export function formatHistory(lines: readonly string[]): string {
  return lines.map((line) => `${JSON.stringify({ line })}\n`).join('')
}

function parseRow(row: string): string | null {
  const entry = ENTRY.safeParse(parseJson(row))
  return entry.success && inertText(entry.data.line) === entry.data.line ? entry.data.line : null
}

function parseJson(row: string): unknown {
  try {
    return JSON.parse(row)
  } catch {
    return null
  }
}
