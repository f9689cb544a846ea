import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createHistory } from './history.ts'
import { formatHistory, parseHistory } from './history-file.ts'

// Twice what a history holds: tidying is then rare, and the file stays small.
const MOST_ROWS = 4_000

/** The lines of earlier runs, oldest first; none when there is no file yet, or none that can be read. */
export function readHistory(path: string): readonly string[] {
  const lines = parseHistory(readText(path))
  if (lines.length <= MOST_ROWS) return lines
  const { entries } = createHistory(lines)
  attempt(() => {
    const draft = `${path}.new`
    writeFileSync(draft, formatHistory(entries), { mode: 0o600 })
    renameSync(draft, path)
  })
  return entries
}

/** Adds a line; only the person may read the file. False when it cannot be kept: a full disk, a read-only home. */
export function keepLine(path: string, line: string): boolean {
  return attempt(() => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    appendFileSync(path, formatHistory([line]), { mode: 0o600 })
  })
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
