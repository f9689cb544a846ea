import { OperatorError } from '../base/errors.ts'
import type { PlannedTask } from './task-network.ts'

/** A plan as somebody wrote it. `unit` is what the durations are in; weeks are 5 and days are 8 hours when units are mixed. */
export interface TaskList {
  readonly unit: 'hours' | 'days' | 'weeks' | 'months'
  readonly tasks: readonly PlannedTask[]
}

interface Line {
  readonly name: string
  readonly size: number
  readonly unit: TaskList['unit'] | null
  /** What stands behind "after", or null; `afterLast` means after the task before. */
  readonly after: string | null
  readonly afterLast: boolean
}

const DURATION =
  /(?<![\w.,-])(-?\d{1,7}(?:\.\d{1,6})?(?:e\d{1,3})?)[\s-]?(days?|d|hours?|hrs?|h|weeks?|wks?|w|months?|mo)(?![\w])/i
const BARE = /(?:^|[\s:=(,])(-?\d{1,7}(?:\.\d{1,6})?)(?=\s*(?:$|[),]|after\b))/i
const AFTER = /(?:\b(?:after|depends on|depending on|needs|requires|waits for|once|following)\b|<-|←)[:\s]*/i
const NOTHING = /^(?:nothing|none|no one|start|the start|n\/a|-|)$/i
const HOURS: Readonly<Record<TaskList['unit'], number>> = { hours: 1, days: 8, weeks: 40, months: 160 }
const MOST_TASKS = 2_000

/**
 * Reads tasks from text: one a line, or set apart by commas or semicolons. Example:
 * "design 3d, build 5d after design, test 2 days after build and docs; then launch 1d" or lines "- docs: 2d (after design)".
 * A comma inside "after a, b" is understood, because "b" alone has no duration. Without any unit, days are meant.
 *
 * @throws OperatorError ARGS_INVALID when a part has no duration or no name, or when there are more than 2,000 tasks.
 */
export function readTaskList(text: string): TaskList {
  const parts = partsOf(text)
  checkSize(parts)
  const length = lengthPattern(parts)
  const lines = joinNames(parts, length).map((part) => readLine(part, length))
  if (lines.length === 0) throw invalid('There is no task in the text.')
  if (lines.length > MOST_TASKS)
    throw invalid(`There are ${lines.length} tasks; at most ${MOST_TASKS} can be planned at once.`)
  const unit = sharedUnit(lines)
  const names = new Map(lines.map((line) => [keyOf(line.name), line.name]))
  const tasks = lines.map((line, place) => ({
    name: line.name,
    duration: (line.size * HOURS[line.unit ?? unit]) / HOURS[unit],
    after: [
      ...new Set([...(line.afterLast ? [lines[place - 1]?.name ?? ''] : []), ...namesIn(line.after, names)]),
    ].filter(Boolean),
  }))
  return { unit, tasks }
}

/** Patterns below would take minutes on a megabyte without a line break. */
function checkSize(parts: readonly string[]): void {
  if (parts.length > 5 * MOST_TASKS) throw invalid(`There are more than ${MOST_TASKS} tasks; plan a part of them.`)
  const long = parts.find((part) => part.length > 1_000)
  if (long !== undefined)
    throw invalid(`"${long.slice(0, 40)}…" is too long for one task; put each task on its own line.`)
}

/** How many parts of the text carry a duration with a unit, or a bare number behind a name. */
export function countDurations(text: string): number {
  const parts = partsOf(text)
  const length = lengthPattern(parts)
  return parts.filter((part) => length.test(part)).length
}

/** Once one duration has its unit, a bare number belongs to a name ("task 2"). */
const lengthPattern = (parts: readonly string[]): RegExp =>
  parts.some((part) => DURATION.test(part)) ? DURATION : BARE

const partsOf = (text: string): readonly string[] =>
  text
    .replace(/(\(\s*\d{1,7}(?:\.\d{1,6})?\s*[a-z]{0,6})\s*,/gi, '$1 ')
    .split(/[\n;,]|(?<!\d)\.\s|\.$/)
    .map((part) => part.replace(/^[\s>*•·-]+|^\s*\d{1,3}[.)]\s+/g, '').trim())
    .filter((part) => part !== '' && !part.startsWith('#'))
    .flatMap((part) => (part.length > 1_000 ? [part] : apartAtAnd(part)))

/** "build 5d after design and test 2d" is two tasks; "test 2d after build and docs" one. */
function apartAtAnd(part: string): readonly string[] {
  const parts: string[] = []
  for (const piece of part.split(/\s+and\s+/i)) {
    const last = parts.at(-1)
    if (last !== undefined && !(DURATION.test(last) && DURATION.test(piece)))
      parts[parts.length - 1] = `${last} and ${piece}`
    else parts.push(piece)
  }
  return parts
}

/** "test 2d after build", "docs" → one part: a part without a duration goes on with the names before it. */
function joinNames(parts: readonly string[], length: RegExp): readonly string[] {
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const goesOn = last !== undefined && !length.test(part) && (AFTER.test(last) || AFTER.test(part))
    if (goesOn) joined[joined.length - 1] = `${last}, ${part}`
    else joined.push(part)
  }
  return joined
}

function readLine(part: string, length: RegExp): Line {
  const isThen = /^(?:and )?then\s+/i.exec(part)
  const text = (isThen ? part.slice(isThen[0].length) : part).replace(/^and\s+/i, '')
  const after = AFTER.exec(text)
  const duration = length.exec(text)
  if (!duration) throw invalid(`"${part.slice(0, 60)}" has no duration.`, 'Write each task as: build 5d after design')
  const name = nameBefore(text, Math.min(duration.index, after?.index ?? text.length))
  if (name === '')
    throw invalid(`"${part.slice(0, 60)}" has no name for the task.`, 'Write each task as: build 5d after design')
  const behind = after ? text.slice(after.index + after[0].length).replace(duration[0], ' ') : null
  return { name, size: Number(duration[1]), unit: unitOf(duration[2]), after: behind, afterLast: isThen !== null }
}

const nameBefore = (text: string, end: number): string =>
  text
    .slice(0, end)
    .replace(/[\s:=([|-]+$/, '')
    .replace(/\s+(?:takes?|lasts?|needs?|for|is|in|about|around)$/i, '')
    .replace(/^(?:the task|task:)\s+/i, '')
    .replace(/["']/g, '')
    .trim()
    .slice(0, 100)

function unitOf(word: string | undefined): TaskList['unit'] | null {
  if (word === undefined) return null
  const short = word.toLowerCase()
  if (short.startsWith('h')) return 'hours'
  if (short.startsWith('w')) return 'weeks'
  return short.startsWith('m') ? 'months' : 'days'
}

/** The smallest unit that was used, so that nothing is rounded. */
function sharedUnit(lines: readonly Line[]): TaskList['unit'] {
  const units = lines.map((line) => line.unit).filter((unit) => unit !== null)
  return units.toSorted((a, b) => HOURS[a] - HOURS[b])[0] ?? 'days'
}

/** The names behind "after": a whole that is known stays whole ("research and development"). */
function namesIn(after: string | null, names: ReadonlyMap<string, string>): readonly string[] {
  if (after === null) return []
  const plain = after.replace(/[()[\]."']/g, ' ').trim()
  if (NOTHING.test(plain)) return []
  return plain
    .split(/\s*[,+&]\s*/)
    .flatMap((piece) => (names.has(keyOf(piece)) ? [piece] : piece.split(/\s+and\s+|^and\s+/i)))
    .map((piece) => keyOf(piece))
    .filter((key) => !NOTHING.test(key))
    .map((key) => names.get(key) ?? names.get(bareName(key)) ?? onlyLike(bareName(key), names) ?? key)
}

/** "the task a", "steps 2" → "a", "2". */
const bareName = (key: string): string =>
  key.replace(/^(?:the |tasks? |steps? |jobs? |activity |activities )+(?=\S)/, '')

/** The one task that a shorter or longer wording can mean: "demo" for "kitchen demo", "testing" for "test". */
function onlyLike(key: string, names: ReadonlyMap<string, string>): string | undefined {
  const like = [...names.keys()].filter(
    (name) =>
      ` ${name} `.includes(` ${key} `) ||
      (key.length > 3 && name.startsWith(key)) ||
      (name.length > 3 && key.startsWith(name)),
  )
  return like.length === 1 ? names.get(like[0] ?? '') : undefined
}

const keyOf = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

const invalid = (message: string, hint?: string) => new OperatorError('ARGS_INVALID', message, { hint })
