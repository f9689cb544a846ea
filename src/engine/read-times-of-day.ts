import { OperatorError } from '../base/errors.ts'

/** A time of day, 0..1439 minutes after midnight. */
export type DayMinute = number

const PARTS: Readonly<Record<string, DayMinute>> = {
  midnight: 0,
  morning: 8 * 60,
  noon: 12 * 60,
  midday: 12 * 60,
  afternoon: 14 * 60,
  evening: 18 * 60,
  tonight: 20 * 60,
  night: 21 * 60,
  nightly: 21 * 60,
}
const PART = /\b(?:midnight|morning|noon|midday|afternoon|evening|tonight|nightly|night)\b/g
const CLOCK =
  /(?<![\w:./-])(?:at )?(\d{1,2})(?:[:.h]?(\d{2}))?(?!\d) ?(?:([ap])\.?m\b\.?|h\b|o[’']?clock\b)?(?: in the (morning|afternoon|evening)| at (night))?/g

/**
 * The times of day in lower-case words, ascending: "at 9 and 17:30" → 540, 1050, "at 930" → 570. "tomorrow evening" is 18:00, "at 8 in the
 * evening" 20:00, "at 9" 9:00. Empty when none is said. `text` must hold no other numbers.
 *
 * @throws OperatorError ARGS_INVALID for "25:00".
 */
export function readTimesOfDay(text: string): DayMinute[] {
  const parts = text.match(PART) ?? []
  const said = [...text.matchAll(CLOCK)].map((match) => minuteOf(match, parts))
  const named = parts.map((part) => PARTS[part] ?? 0)
  // "at 9 and noon" are two times; "at 8 in the evening" is one.
  const points = parts.filter((part) => /^(?:mid|noon)/.test(part)).map((part) => PARTS[part] ?? 0)
  return [...new Set(said.length > 0 ? [...said, ...points] : named)].sort((a, b) => a - b)
}

function minuteOf(
  [whole, hours = '', minutes = '0', half, ...rest]: RegExpMatchArray,
  parts: readonly string[],
): DayMinute {
  const [hour, minute] = [Number(hours), Number(minutes)]
  if (hour > 24 || minute > 59 || (half !== undefined && (hour < 1 || hour > 12)) || (hour === 24 && minute > 0)) {
    throw new OperatorError('ARGS_INVALID', `"${whole.replace('at ', '').trim()}" is no time of day.`, {
      hint: 'write it as 18:00 or 6pm',
    })
  }
  const part = rest.find((word) => word !== undefined) ?? (parts.length === 1 ? parts[0] : undefined)
  return (hourOf(hour, half, part) % 24) * 60 + minute
}

/** 12 am is midnight. "7 in the evening" and "tonight at 7" are 19:00; "at 2 at night" is 2:00. */
function hourOf(hour: number, half: string | undefined, part: string | undefined): number {
  if (half !== undefined) return (hour % 12) + (half === 'p' ? 12 : 0)
  if (hour >= 12 || part === undefined) return hour
  const isLate = part === 'afternoon' || part === 'evening' || (/night/.test(part) && part !== 'midnight' && hour >= 5)
  return isLate ? hour + 12 : hour
}
