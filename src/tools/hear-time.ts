import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'
import { type PlaceZone, zoneOfPlace } from './zone-of-place.ts'

const PLACE = "([a-z][\\p{L}\\p{M}\\d ,./_'+:-]{1,50}?)"
const NOW = '(?: right now| now| currently| at the moment| at present| today| please| rn| atm)*'
const END = `${NOW}[ ?!.]*$`
const ASK =
  "^(?:please |i wonder |i would like to know |can you tell me |could you tell me |tell me |do you know |so |hey )*(?:what's|whats|wats|what is|what)?(?: is)?"
const NOW_IN = new RegExp(
  `${ASK} ?(?:the )?(?:exact |current |local )*time(?: is it| it is| now| right now| currently)* (?:in|at|for|over in) ${PLACE}${END}`,
  'u',
)
const PLACE_TIME = new RegExp(
  `^(?:what(?:'s| is) )?(?:the )?(?:current |local )*(?:time )?${PLACE}(?:'s)? (?:local )?time(?: now| right now)?[ ?!.]*$`,
  'u',
)
const HERE =
  /^(?:please |can you tell me |tell me |do you know )*(?:(?:what's|whats|what is) the (?:current |local )?time|what time is it|what time it is|the time please|current time)(?: here)?(?: right now| now| please)*[ ?!.]*$/
const DIFFERENCE = new RegExp(
  `\\btime (?:zone )?diff(?:erence)? (?:between |from )?${PLACE}(?: and | to | vs\\.? |, ?)${PLACE}${END}`,
  'u',
)
const DIFFERENCE_OF_TWO = /\btime (?:zone )?diff(?:erence)? ([a-z ]{3,50}?)[ ?!.]*$/
const AHEAD_OF_HERE = new RegExp(
  `^how (?:many hours|far) (?:ahead|behind) (?:is|are) ${PLACE}(?: of| from)?(?: me| us| here)?${END}`,
  'u',
)
const BARE_NOW = new RegExp(`^(?:what(?:'s| is)?|whats)? ?(?:the )?(?:current |local )+time ${PLACE}${END}`, 'u')
const NIGHT = new RegExp(
  `^is (?:it|everyone) (?:already |still )?(?:night|night-?time|day|day-?time|dark|late|early|morning|evening|afternoon|midnight|noon|asleep|awake)(?: time)?(?: now)? in ${PLACE}${END}`,
  'u',
)
const AHEAD = new RegExp(
  `^how (?:many hours|far) (?:ahead|behind) (?:is|of) ${PLACE} (?:of|from|is|to|than|compared to) ${PLACE}${END}`,
  'u',
)
const CLOCK = '(\\d{1,2}(?::\\d{2})? ?(?:a\\.?m\\.?|p\\.?m\\.?)|\\d{1,2}:\\d{2}|noon|midnight)'
const AT = new RegExp(
  `^(?:please |so |ok )*(?:convert |what(?:'s| is| time is) |when (?:it's|it is|its) |if (?:it's|it is|its|(?:my|our|the|a) [a-z]{3,10} (?:is|starts|begins)(?: at)?) |my [a-z]{3,10} is at |at )?${CLOCK},? (?:in |at )?(.{2,100}?)${END}`,
  'u',
)
const WHEN_IN = new RegExp(
  `^(?:what time is it|what time will it be|what time would it be|what's the time|whats the time|what is the time) in ${PLACE},? (?:when|if|at) (?:it(?:'s| is|s) )?(?:at )?${CLOCK},? (?:in )?${PLACE}${END}`,
  'u',
)
/** "its 9am here what time is it in berlin" */
const HERE_FIRST = new RegExp(
  `^(?:if |when )?it(?:'s| is|s) ${CLOCK} here,? (?:so )?(?:what time is it|what's the time|whats the time|what is the time) in ${PLACE}${END}`,
  'u',
)
const SPLIT =
  /,? (?:in|to|into|is what time in|what time is it in|what is it in|what's the time in|what is the time in|what time would that be in|when is that in|what's that in|what is that in|what time is that in|what time in|then in|for people in|for someone in) /g

/** Hears "what time is it in Tokyo", "3pm New York in London", "time difference between Paris and Lima"; an unknown city is asked for. */
export function hearTime(said: Utterance): Heard {
  const text = spokenText(said.text)
  if (
    text.length > 160 ||
    !/time|\d|noon|midnight|hours (?:ahead|behind)|far (?:ahead|behind)|^is (?:it|everyone) /.test(text)
  )
    return null
  if (HERE.test(text)) return { use: { ask: 'now', places: ['here'] } }
  const [, hereClock, away] = HERE_FIRST.exec(text) ?? []
  if (hereClock && away && zoneOf(away)) return withClock(placesHeard('at', ['here', away]), hereClock)
  const [, there, clock, from] = WHEN_IN.exec(text) ?? []
  if (there && clock && from) return withClock(placesHeard('at', [from, there]), clock)
  return hearNow(text) ?? hearDifference(text) ?? hearAt(text)
}

const NO_PLACE = /^(?:the|my|this|which|what)\b| (?:if|when|while) /

function hearNow(text: string): Heard {
  const [, place] = NOW_IN.exec(text) ?? []
  if (place) return NO_PLACE.test(place) && !zoneOf(place) ? null : placesHeard('now', [place])
  const [, at] = NIGHT.exec(text) ?? BARE_NOW.exec(text) ?? []
  if (at && zoneOf(at)) return placesHeard('now', [at])
  const [, named] = PLACE_TIME.exec(text) ?? []
  const zone = named ? zoneOf(named) : undefined
  return named && zone && zone !== 'several' ? placesHeard('now', [named]) : null
}

function hearDifference(text: string): Heard {
  const [, one, other] = DIFFERENCE.exec(text) ?? AHEAD.exec(text) ?? []
  if (one && other) return placesHeard('now', [one, other])
  const [, there] = AHEAD_OF_HERE.exec(text) ?? []
  if (there && zoneOf(there)) return placesHeard('now', ['here', there])
  return pairOf(DIFFERENCE_OF_TWO.exec(text)?.[1] ?? '')
}

/** "london new york": the gap whose two sides are both places. */
function pairOf(text: string): Heard {
  for (const { index } of text.matchAll(/ /g)) {
    const sides = [text.slice(0, index), text.slice(index + 1)]
    if (sides.every((side) => zoneOf(side) !== undefined)) return placesHeard('now', sides)
  }
  return null
}

/** "3pm new york in london": the split whose two sides are both places. */
function hearAt(text: string): Heard {
  const [, clock, rest = ''] = AT.exec(text) ?? []
  if (!clock) return null
  for (const split of rest.matchAll(SPLIT)) {
    const sides = [rest.slice(0, split.index), rest.slice(split.index + split[0].length)]
    const zones = sides.map(zoneOf)
    if (zones.every((zone) => zone !== undefined)) return withClock(placesHeard('at', sides), clock)
  }
  return null
}

const withClock = (heard: Heard, clock: string): Heard =>
  heard && 'use' in heard ? { use: { ...heard.use, clock } } : heard

function placesHeard(ask: string, places: readonly string[]): Heard {
  const missing = places.flatMap((place) => {
    const zone = zoneOf(place)
    if (zone === 'several') return [`which city: ${place} has several time zones`]
    return zone ? [] : [`a city or time zone I know instead of “${place}”, such as Tokyo or Europe/Paris`]
  })
  return missing.length > 0 ? { missing } : { use: { ask, places } }
}

const zoneOf = (place: string): PlaceZone | undefined =>
  HERE_WORDS.has(place) ? { zone: 'here', place } : zoneOfPlace(place)

const HERE_WORDS = new Set(['here', 'my time', 'local time', 'my time zone', 'my timezone'])
