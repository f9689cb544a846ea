/** International mile (yard and pound agreement, 1959). */
export const KM_PER_MILE = 1.609344
const MARATHON_KM = 42.195

const DISTANCES: ReadonlyArray<readonly [RegExp, (n: number) => number]> = [
  [
    /\b(?:half[- ]?(?:marathon|mara)|hm|(?<=\d )half(?! (?:a|an|hour|mile|km|min))|(?<=\bmy )half(?! (?:of|an?|hour))|half(?= (?:in|at|pace) ))\b/,
    () => MARATHON_KM / 2,
  ],
  [/\b(?:full )?(?:marathon|maraton|marathn)\b/, () => MARATHON_KM],
  [/(?<![\w.:])(\d{1,3}(?:\.\d{1,3})?) ?(?:k|km|kms|kilomet(?:er|re)s?)(?![\w/])/, (n) => n],
  [/(?<![\w.:])(\d{1,3}(?:\.\d{1,3})?)[- ]?(?:miles?|milers?|mi)(?![\w/])/, (n) => n * KM_PER_MILE],
  [/(?<![\w.:])(\d{3,5}) ?(?:m|met(?:er|re)s?)(?![\w/])/, (n) => n / 1000],
  [/\bparkrun\b/, () => 5],
  [/\b(?:a|1|one) mile\b/, () => KM_PER_MILE],
]
/** Above this many kilometres "4:00" is hours and minutes, when the hours are few. */
const LONG_KM = 15
const MOST_HOURS = 9

/** The distances that a text names, with their places: "half marathon", "10k", "5 miles"; named races first, most four. */
export function distancesIn(text: string): ReadonlyArray<{ readonly km: number; readonly at: number }> {
  const found: { km: number; at: number }[] = []
  let rest = text
  for (const [pattern, kilometres] of DISTANCES)
    for (let match = pattern.exec(rest); match && found.length < MOST_DISTANCES; match = pattern.exec(rest)) {
      found.push({ km: Number(kilometres(Number(match[1])).toPrecision(12)), at: match.index })
      rest = rest.slice(0, match.index) + '|'.repeat(match[0].length) + rest.slice(match.index + match[0].length)
    }
  return found
}

const MOST_DISTANCES = 4

/** Seconds, or null: "27:30", "1:45:10", "4 hours", "1h45", "3 hours 30 minutes", "45 min", "27 min 30 sec". */
export const timeIn = (text: string, km: number): number | null =>
  clockTime(text, km) ?? spokenTime(text) ?? targetTime(text, km)

function clockTime(text: string, km: number): number | null {
  const full = /(?<![\w:])(\d{1,2}):(\d{2}):(\d{2})(?![\w:])/.exec(text)
  if (full) return Number(full[1]) * 3600 + Number(full[2]) * 60 + Number(full[3])
  const pair = /(?<![\w:])(\d{1,3}):(\d{2})(?![\w:])/.exec(text)
  if (!pair) return null
  const isHours = km > LONG_KM && Number(pair[1]) <= MOST_HOURS
  return (Number(pair[1]) * 60 + Number(pair[2])) * (isHours ? 60 : 1)
}

const HOURS =
  /(?<![\w.])(\d{1,2}(?:\.\d{1,2})?)[- ]?(?:h|hr|hrs|hours?)(?:,? ?(?:and )?(\d{1,2})(?: ?(?:m|min|mins|minutes?))?)?(?![\w.:])/
const MINUTES =
  /(?<![\w.])(\d{1,3}(?:\.\d{1,2})?)[- ]?(?:min|mins|minutes?)(?:,? ?(?:and )?(\d{1,2})(?: ?(?:s|sec|secs|seconds?)))?(?!\w)/

function spokenTime(text: string): number | null {
  const hours = HOURS.exec(text)
  if (hours) return Math.round((Number(hours[1]) + Number(hours[2] ?? 0) / 60) * 3600)
  const minutes = MINUTES.exec(text)
  return minutes ? Number(minutes[1]) * 60 + Number(minutes[2] ?? 0) : null
}

/** "sub 2" of a half marathon are hours, of 10 km minutes. */
function targetTime(text: string, km: number): number | null {
  const sub = /\b(?:sub|under)[- ]?(\d{1,3})\b(?![.:]\d)/.exec(text)
  return sub ? Number(sub[1]) * (km > LONG_KM && Number(sub[1]) <= MOST_HOURS ? 3600 : 60) : null
}
