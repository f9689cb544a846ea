import type { DateTime } from 'luxon'

/**
 * Mondays to Fridays after the first day up to and including the last; negative when the last comes first.
 * Public holidays are not known.
 */
export function countWorkingDays(from: DateTime, to: DateTime): number {
  if (to < from) return -countWorkingDays(to, from)
  const days = Math.round(to.diff(from, 'days').days)
  const weeks = Math.floor(days / 7)
  let count = weeks * 5
  for (let rest = weeks * 7 + 1; rest <= days; rest += 1) if (isWorking(from.weekday + rest)) count += 1
  return count
}

/** The day that many working days later (or earlier, when negative). */
export function addWorkingDays(from: DateTime, many: number): DateTime {
  const step = many < 0 ? -1 : 1
  const weeks = Math.trunc(many / 5)
  // Whole weeks hold five working days wherever one starts, once the start is itself a working day.
  let day = isWorking(from.weekday) ? from.plus({ days: weeks * 7 }) : from
  let left = isWorking(from.weekday) ? Math.abs(many) % 5 : Math.abs(many)
  while (left > 0) {
    day = day.plus({ days: step })
    if (isWorking(day.weekday)) left -= 1
  }
  return day
}

const isWorking = (weekday: number): boolean => (weekday - 1) % 7 < 5
