import { OperatorError } from '../base/errors.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../base/units.ts'
import { whensIn } from '../language/when-words.ts'
import { digitsForWords } from '../tools/number-words.ts'
import { timeOfWall, wallOf } from './next-times.ts'
import { readDay } from './read-day.ts'
import { readRepeat } from './read-repeat.ts'
import { readTimesOfDay } from './read-times-of-day.ts'
import { type Rule, timesAfter } from './schedule.ts'

/** Where and when the words are said. */
export interface Said {
  readonly nowMs: number
  /** IANA name. */
  readonly zone: string
}

const IS_CRON = /^@|^[\d*][\d*,/-]* [\d*][\d*,/-]* [\d*?]\S* [a-z\d*]\S* [a-z\d*]\S*$/
const IS_REPEAT =
  /\b(?:every|each|hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|week(?:days|ends)|[a-z]+days)\b|day ?(?:to|through|-) ?[a-z]+day\b/
const LATER = /^in (?!the )|from now$/
const ISO = /^(\d{4}-\d{1,2}-\d{1,2})t(\d{1,2}:\d{2})$/
const MOST_AHEAD_MS = 10 * 366 * DAY_MS
/** The hour of a day that is named without one. */
const USUAL_MINUTE = 9 * 60

/**
 * Words → when something is to happen: "in 2h", "tomorrow at 9", "every monday at 8", "every 2 weeks on friday", "0 9 * * 1-5".
 * A time of day without a day is the next such time; a day without a time means 9:00.
 *
 * @throws OperatorError ARGS_INVALID for words that cannot be read, a time in the past, one more than ten years ahead,
 *   more than once a minute, and what never happens.
 */
export function readWhen(words: string, said: Said): Rule {
  const text = plainWords(words)
  const [all] = whensIn(text)
  if (all?.words !== text) throw unreadable(words)
  const rule = ruleOf(text, words, said)
  const [first] = timesAfter(rule, said.zone, said.nowMs, 1)
  if (first === undefined && rule.kind === 'once') throw inThePast(words)
  if (first === undefined) throw never(words)
  if (first - said.nowMs > MOST_AHEAD_MS && rule.kind === 'once') throw tooFar(words)
  return rule
}

/** Lower case, one space between words, numbers in digits, without quotes around it. */
function plainWords(words: string): string {
  const text = words
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
  return IS_CRON.test(text) ? text : digitsForWords(text.replaceAll('fourty', 'forty'))
}

function ruleOf(text: string, words: string, said: Said): Rule {
  if (IS_CRON.test(text)) return { kind: 'cron', lines: [text] }
  if (IS_REPEAT.test(text)) return readRepeat(text, said) ?? unread(words)
  return { kind: 'once', atMs: LATER.test(text) ? later(text, said) : onceAt(text, words, said) }
}

/** "in 2 days" is the same time of day; "in 2 days at 9" is that day at nine. */
function later(text: string, { nowMs, zone }: Said): number {
  const [, spans = '', time] = /^(.*?)(?:,? (at .*))?$/.exec(text) ?? []
  const atMs = nowMs + readSpans(spans)
  const [minute, ...more] = time === undefined ? [] : readTimesOfDay(time)
  if (more.length > 0) throw several(text)
  if (minute === undefined) return atMs
  return timeOfWall(Math.floor(wallOf(atMs, zone) / DAY_MS) * DAY_MS + minute * MINUTE_MS, zone)
}

const SPAN = /(\d+(?:\.\d+)?|half(?: an?)?|(?:a )?couple(?: of)?|(?:a )?few(?: of)?|an?|one) ?([a-z]+)( and a half)?/g
const UNIT_MS: ReadonlyArray<readonly [RegExp, number]> = [
  [/^s/, SECOND_MS],
  [/^mo/, 30 * DAY_MS],
  [/^m/, MINUTE_MS],
  [/^h/, HOUR_MS],
  [/^d/, DAY_MS],
  [/^w/, 7 * DAY_MS],
  [/^f/, 14 * DAY_MS],
  [/^q/, 91 * DAY_MS],
  [/^y/, 365 * DAY_MS],
]

/** "in 1h 30m" → milliseconds. A month is 30 days here: it is counted from now, not by the calendar. */
function readSpans(text: string): number {
  const spans = [...text.replace(/^in |\btime\b|from now$/g, '').matchAll(SPAN)]
  return spans.reduce((sum, [, amount = '', unit = '', half]) => {
    const unitMs = UNIT_MS.find(([pattern]) => pattern.test(unit))?.[1] ?? 0
    return sum + (amountOf(amount) + (half ? 0.5 : 0)) * unitMs
  }, 0)
}

function amountOf(word: string): number {
  if (/^\d/.test(word)) return Number(word)
  if (word.startsWith('half')) return 0.5
  return word.includes('couple') ? 2 : word.includes('few') ? 3 : 1
}

function onceAt(text: string, words: string, { nowMs, zone }: Said): number {
  const [, isoDay, isoTime] = ISO.exec(text) ?? []
  const { dayMs, rest } = readDay(isoDay ? `${isoDay} at ${isoTime}` : text, { nowMs, zone })
  const [minute = USUAL_MINUTE, ...more] = readTimesOfDay(rest)
  if (more.length > 0) throw several(words)
  if (dayMs !== null) return notPast(timeOfWall(dayMs.first + minute * MINUTE_MS, zone), dayMs, { minute, nowMs, zone })
  const today = Math.floor(wallOf(nowMs, zone) / DAY_MS) * DAY_MS
  const atMs = timeOfWall(today + minute * MINUTE_MS, zone)
  return atMs > nowMs ? atMs : timeOfWall(today + DAY_MS + minute * MINUTE_MS, zone)
}

/** "on friday at 8" said on a Friday at 9 is the next one. */
function notPast(
  atMs: number,
  { otherwise }: { readonly otherwise: number | null },
  { minute, nowMs, zone }: Said & { readonly minute: number },
): number {
  return atMs > nowMs || otherwise === null ? atMs : timeOfWall(otherwise + minute * MINUTE_MS, zone)
}

const ONE_EACH = { hint: 'make a schedule of its own for each, or say "every day at 9 and 17"' }
const EXAMPLES = {
  hint: 'such as: in 2h · at 18:00 · tomorrow at 9 · every monday at 8 · every 15 minutes · "0 9 * * 1-5"',
}
const shortened = (words: string): string =>
  words
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .slice(0, 60)

const several = (words: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `"${shortened(words)}" names several times.`, ONE_EACH)

const unreadable = (words: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `I cannot read "${shortened(words)}" as a time.`, EXAMPLES)

function unread(words: string): never {
  throw unreadable(words)
}

const inThePast = (words: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `"${shortened(words)}" has passed already.`, EXAMPLES)

const tooFar = (words: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `"${shortened(words)}" is more than ten years ahead.`, EXAMPLES)

const never = (words: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `"${shortened(words)}" never happens.`, EXAMPLES)
