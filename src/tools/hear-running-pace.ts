import { heardText } from './heard-text.ts'
import { digitsForWords } from './number-words.ts'
import { distancesIn, KM_PER_MILE, timeIn } from './running-figures.ts'
import type { Heard, Utterance } from './tool.ts'

const TOPIC =
  /\bpac(?:e|ing|es)\b|\bsplits\b|\b(?:min|mins|minutes?|time|long|fast)(?: is it)? ?(?:\/|per|an?|each) ?(?:km|k|kilomet(?:er|re)|mile|mi)\b|\b(?:per|each|an?) (?:km|kilomet(?:er|re)|mile)\b|\bhow fast\b|\bwhat speed\b|\baverage speed\b/
const ON_FOOT =
  /\brun(?:s|ning)?\b|\bran\b|\bjog|\bmarathon\b|\bhm\b|\brace\b|\bwalk|\bpace\b|\bpacing\b|\bparkrun\b|\b\d{1,2} ?k\b/
const FINISH = /\bhow long\b|\bwhat time\b|\bfinish|\b(?:marathon|km|mile|k) time\b/
const OTHER = /\bcar\b|\bdriv|\bfuel|\bmpg\b|\bmoney\b|[$£€%]|\btrain(?:ing)? plan\b|\bheart\b|\bburn/
const UNIT = String.raw`(?: ?min(?:ute)?s?)? ?(?:\/|per|an?|each)? ?(km|k|kilomet(?:er|re)|mile|mi)\b`
const PACE =
  /\b(\d{1,2}):(\d{2})(?: ?min(?:ute)?s?)?(?: pace)? ?(?:\/|per|an?|each)? ?(km|k|kilomet(?:er|re)|mile|mi)\b/
const PACE_MINUTES = new RegExp(String.raw`\b(\d{1,2})(?:\.(\d))?(?: ?(?:min|mins|minutes?))${UNIT}`)
/** Hears "5k in 27:30 what pace per km and mile", "running pace for a 4 hour marathon", "10k at 5:30 per km how long". */
export function hearRunningPace(said: Utterance): Heard {
  const text = digitsForWords(heardText(said)).replace(/\ban hour\b/g, '1 hour')
  const pace = paceIn(text) ?? paceByDistance(text)
  const asksTime = pace !== null && FINISH.test(text)
  const asksSpeed = pace !== null && SPEED_ASKED.test(text)
  if (OTHER.test(text) || !(asksTime || asksSpeed || (ON_FOOT.test(text) && TOPIC.test(text)))) return null
  const rest = pace ? text.replace(pace.words, ' ') : text
  const distance = distancesIn(rest)[0]?.km
  if (distance === undefined) return speedAlone(text, pace?.secondsPerKm)
  if (pace) return { use: { distance_km: distance, pace_s_per_km: pace.secondsPerKm } }
  const time = timeIn(text, distance)
  if (time !== null) return { use: { distance_km: distance, time_s: time } }
  return MINE.test(text) ? { missing: ['the time, such as 27:30 or 4 hours'] } : null
}

/** "5 miles at 8:45 pace": a pace without its unit has that of the distance; null where that has none either (a marathon). */
function paceByDistance(text: string): { secondsPerKm: number; words: string } | null {
  const [words, minutes, seconds] = BARE_PACE.exec(text) ?? []
  const [miles, kilometres] = [/\d ?-?(?:miles?|milers?|mi)\b/.test(text), /\d ?(?:k|kms?|kilomet\w+)\b/.test(text)]
  if (words === undefined || miles === kilometres) return null
  const perUnit = Number(minutes) * 60 + Number(seconds)
  return { secondsPerKm: miles ? perUnit / KM_PER_MILE : perUnit, words }
}

const BARE_PACE =
  /(?:\b(?:at|an?|my|with|of|averag\w+)|@) ?(?:an? |about |around )?(\d{1,2}):(\d{2})(?: ?min(?:ute)?s?)? (?:average |avg )?pace\b/

/** "what speed is 5:30 per km", "12 km/h what pace is that": both ways between pace and speed, told of one kilometre. */
function speedAlone(text: string, secondsPerKm: number | undefined): Heard {
  if (secondsPerKm !== undefined) return { use: { distance_km: 1, pace_s_per_km: secondsPerKm } }
  const speed = SPEED.exec(text)
  if (!speed) return null
  const kmPerHour = Number(speed[1]) * (speed[2] === 'k' ? 1 : KM_PER_MILE)
  return kmPerHour > 0 ? { use: { distance_km: 1, pace_s_per_km: Number((3600 / kmPerHour).toPrecision(12)) } } : null
}

const SPEED_ASKED = /\b(?:what|which|how much|in) speed\b|\bspeed\b|\bkm\/?h\b|\bkm?ph\b|\bmph\b|\bhow fast\b/
const SPEED = /(?<![\w.:])(\d{1,2}(?:\.\d{1,2})?) ?(k|m)(?:m\/?h|ph|mph|m per hour|iles? per hour)\b/
const MINE = /\bwhat(?:'s|s| is) my pace\b/

function paceIn(text: string): { secondsPerKm: number; words: string } | null {
  const asked = /\b(?:what|how many)\b/.test(text)
  const [colon, minutes] = [PACE.exec(text), PACE_MINUTES.exec(text)]
  const match = colon ?? minutes
  // "3 miles in 24:15 min per mile" asks for the pace of a time.
  if (match && /\bin $/.test(text.slice(0, match.index))) return null
  // "5k in 27:30 a km?" names no pace of its own; a pace has its unit right behind it.
  if (!match || (asked && /\bpace\b/.test(text) && !/\bat\b/.test(text))) return null
  const seconds = colon ? Number(colon[1]) * 60 + Number(colon[2]) : Number(`${minutes?.[1]}.${minutes?.[2] ?? 0}`) * 60
  return { secondsPerKm: match[3]?.startsWith('m') ? seconds / KM_PER_MILE : seconds, words: match[0] }
}
