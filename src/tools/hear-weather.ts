import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'
import { zoneOfPlace } from './zone-of-place.ts'

const CUE = /weather|forecast|temperature|rain|snow|\b(?:hot|cold|warm|windy|sunny|cloudy|umbrella)\b/
const WHEN =
  '(?:today|tonight|tomorrow|tomm?orr?ow|tmrw|now|right now|currently|at the moment|this (?:week|weekend|morning|afternoon|evening)|next week|for the week|next few days|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|please|later|like|going to be|in celsius|in fahrenheit|outside)'
const PLACE = `(?:in|for|at|near|around) ([^\\d\\s?!:;"()<>][^?!:;"()<>]{1,60}?)`
const END = `(?: ${WHEN})*[ ?!.]*$`
const POLITE =
  '(?:please |i wonder |i would like to know |can you |could you |tell me |show me |give me |check |get |i want to know |do you know |so |hey )*'
const TOPIC = '(?:weather|forecast|temperature)'
const ABOUT = new RegExp(
  `^${POLITE}(?:wh?at(?:'s|s| is| will| was)? |how(?:'s|s| is| will) )?(?:the |today's |tomorrow's |current |local |weather )*${TOPIC}(?: report| forecast| conditions)?(?: (?:be|is|look|looking|${WHEN}))* ${PLACE}${END}`,
)
const WILL_IT = new RegExp(
  `^${POLITE}(?:will it (?:rain|snow|be (?:sunny|hot|cold|warm|windy|cloudy))|is it (?:raining|snowing|sunny|hot|cold|warm|windy|cloudy|going to (?:rain|snow))|how (?:hot|cold|warm|windy) is it|do i need an umbrella)(?: ${WHEN})* ${PLACE}${END}`,
)
const PLACE_FIRST = new RegExp(
  `^([^\\d\\s?!:;"()<>][^?!:;"()<>]{1,40}?)(?:'s)? (?:weather|weather forecast)(?: ${WHEN})*[ ?!.]*$`,
)
const WEATHER_FIRST = new RegExp(`^weather(?: forecast| report)? ([^\\d\\s?!:;"()<>][^?!:;"()<>]{1,40}?)${END}`)
const NO_PLACE = new RegExp(
  `^${POLITE}(?:wh?at(?:'s|s| is| will)? |how(?:'s|s| is| will) )?(?:the |today's |tomorrow's |current |local )*weather(?: forecast| report)?(?: (?:be|is|look|${WHEN}))*(?: (?:in )?here)?[ ?!.]*$`,
)
const NO_PLACE_WORD =
  /^(?:the|my|this|that|these|those|a|an|general|how|why|what|which|does|is|are|bad|good|cold|hot|wet|dry|winter|summer|spring|autumn|under|running|all|extreme|stormy|severe|changing|weather|me|it|you|us|today|tomorrow)\b/
const NO_PLACE_AT_ALL =
  /^(?:running|football|soccer|cricket|golf|cycling|tennis|babies|children|kids|dogs|cats|people|adults|pregnancy|headaches?|migraines?|arthritis|winter|summer|spring|autumn|fall|kitchen|bed|fever|sales|stocks?|space)\b/

/** Hears "weather in New York", "will it rain in Oslo tomorrow"; the weather without a place is half there. */
export function hearWeather(said: Utterance): Heard {
  const text = spokenText(said.text).replace(/\bwaether\b|\bwether(?= (?:in|for)\b)/, 'weather')
  if (text.length > 160 || !CUE.test(text)) return null
  const [, place] = ABOUT.exec(text) ?? WILL_IT.exec(text) ?? []
  if (place === 'here' || NO_PLACE.test(text)) return { missing: MISSING }
  if (place) return isPlace(place) && isWeather(text, place, said.text) ? { use: { place } } : null
  return hearShort(text, said.text)
}

/** "weather oslo" and "oslo weather"; there is little to go by, so the place must be known or, where no sentence begins, look like a name. */
function hearShort(text: string, original: string): Heard {
  const [, last] = WEATHER_FIRST.exec(text) ?? []
  if (last) return isPlace(last) && isNamed(last, original) ? { use: { place: last } } : null
  const [, first] = PLACE_FIRST.exec(text) ?? []
  return first && zoneOfPlace(first) ? { use: { place: first } } : null
}

const MISSING = ['the place, such as New York or Paris, France']
const SURELY =
  /\bweather\b|\b(?:today|tonight|tomorrow|now|currently|outside|this week(?:end)?)\b|^(?:will it|is it|do i|how)\b/

/** A "forecast for revenue" or the "temperature in toddlers" is not weather: the place must be known or written like a name. */
const isWeather = (text: string, place: string, original: string): boolean =>
  SURELY.test(text) || isNamed(place, original)

const isNamed = (place: string, original: string): boolean =>
  zoneOfPlace(place) !== undefined || original.slice(0, 300).includes(place.charAt(0).toUpperCase() + place.slice(1, 3))

/** "the kitchen" and "this heat" are no towns, but "the hague" is. */
const isPlace = (place: string): boolean =>
  /^the (?:hague|bronx|gambia)\b/.test(place) || !(NO_PLACE_WORD.test(place) || NO_PLACE_AT_ALL.test(place))
