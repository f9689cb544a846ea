import { heardText } from './heard-text.ts'
import { digitsForWords } from './number-words.ts'
import type { Heard, Utterance } from './tool.ts'

const KM_PER_MILE = 1.609344
const MARATHON_KM = 42.195

const TOPIC =
  /\bpac(?:e|ing|es)\b|\bsplits\b|\b(?:min|mins|minutes?|time|long|fast)(?: is it)? ?(?:\/|per|an?|each) ?(?:km|k|kilomet(?:er|re)|mile|mi)\b|\b(?:per|each|an?) (?:km|kilomet(?:er|re)|mile)\b|\bhow fast\b|\bwhat speed\b|\baverage speed\b/
const ON_FOOT =
  /\brun(?:s|ning)?\b|\bran\b|\bjog|\bmarathon\b|\bhm\b|\brace\b|\bwalk|\bpace\b|\bpacing\b|\bparkrun\b|\b\d{1,2} ?k\b/
const FINISH = /\bhow long\b|\bwhat time\b|\bfinish|\b(?:marathon|km|mile|k) time\b/
const OTHER = /\bcar\b|\bdriv|\bfuel|\bmpg\b|\bmoney\b|[$£€%]|\btrain(?:ing)? plan\b|\bheart\b|\bburn/
const DISTANCES: ReadonlyArray<readonly [RegExp, (n: number) => number]> = [
  [
    /\b(?:half[- ]?(?:marathon|mara)|hm|(?<=\d )half(?! (?:a|an|hour|mile|km|min))|half(?= (?:in|at|pace) ))\b/,
    () => MARATHON_KM / 2,
  ],
  [/\b(?:full )?(?:marathon|maraton|marathn)\b/, () => MARATHON_KM],
  [/(?<![\w.:])(\d{1,3}(?:\.\d{1,3})?) ?(?:k|km|kms|kilomet(?:er|re)s?)(?![\w/])/, (n) => n],
  [/(?<![\w.:])(\d{1,3}(?:\.\d{1,3})?)[- ]?(?:miles?|milers?|mi)(?![\w/])/, (n) => n * KM_PER_MILE],
  [/(?<![\w.:])(\d{3,5}) ?(?:m|met(?:er|re)s?)(?![\w/])/, (n) => n / 1000],
  [/\bparkrun\b/, () => 5],
  [/\b(?:a|1|one) mile\b/, () => KM_PER_MILE],
]
const UNIT = String.raw`(?: ?min(?:ute)?s?)? ?(?:\/|per|an?|each)? ?(km|k|kilomet(?:er|re)|mile|mi)\b`
const PACE =
  /\b(\d{1,2}):(\d{2})(?: ?min(?:ute)?s?)?(?: pace)? ?(?:\/|per|an?|each)? ?(km|k|kilomet(?:er|re)|mile|mi)\b/
const PACE_MINUTES = new RegExp(String.raw`\b(\d{1,2})(?:\.(\d))?(?: ?(?:min|mins|minutes?))${UNIT}`)
/** Above this many kilometres "4:00" is hours and minutes, when the hours are few. */
const LONG_KM = 15
const MOST_HOURS = 9

/** Hears "5k in 27:30 what pace per km and mile", "running pace for a 4 hour marathon", "10k at 5:30 per km how long". */
export function hearRunningPace(said: Utterance): Heard {
  const text = digitsForWords(heardText(said)).replace(/\ban hour\b/g, '1 hour')
  const pace = paceIn(text)
  const asksTime = pace !== null && FINISH.test(text)
  if (OTHER.test(text) || !(asksTime || (ON_FOOT.test(text) && TOPIC.test(text)))) return null
  const rest = pace ? text.replace(pace.words, ' ') : text
  const distance = distanceIn(rest)
  if (distance === null) return null
  if (pace) return { use: { distance_km: distance, pace_s_per_km: pace.secondsPerKm } }
  const time = timeIn(text, distance)
  if (time !== null) return { use: { distance_km: distance, time_s: time } }
  return MINE.test(text) ? { missing: ['the time, such as 27:30 or 4 hours'] } : null
}

const MINE = /\bwhat(?:'s|s| is) my pace\b/

function distanceIn(text: string): number | null {
  for (const [pattern, kilometres] of DISTANCES) {
    const match = pattern.exec(text)
    if (match) return Number(kilometres(Number(match[1])).toPrecision(12))
  }
  return null
}

function paceIn(text: string): { secondsPerKm: number; words: string } | null {
  const asked = /\b(?:what|how many)\b/.test(text)
  const [colon, minutes] = [PACE.exec(text), PACE_MINUTES.exec(text)]
  const match = colon ?? minutes
  // "5k in 27:30 a km?" names no pace of its own; a pace has its unit right behind it.
  // "3 miles in 24:15 min per mile" asks for the pace of a time.
  if (match && /\bin $/.test(text.slice(0, match.index))) return null
  if (!match || (asked && /\bpace\b/.test(text) && !/\bat\b/.test(text))) return null
  const seconds = colon ? Number(colon[1]) * 60 + Number(colon[2]) : Number(`${minutes?.[1]}.${minutes?.[2] ?? 0}`) * 60
  return { secondsPerKm: match[3]?.startsWith('m') ? seconds / KM_PER_MILE : seconds, words: match[0] }
}

/** Seconds: "27:30", "1:45:10", "4 hours", "1h45", "3 hours 30 minutes", "45 min", "27 min 30 sec". */
const timeIn = (text: string, km: number): number | null =>
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
