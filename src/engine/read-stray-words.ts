import { zoneOfPlace } from '../tools/zone-of-place.ts'
import { TIME_OF_DAY } from './read-unread-time.ts'

const UNIT = '(?:hours?|days?|weeks?|months?|quarters?|years?)'
const STRAY = new RegExp(
  `^(?:and\\s+|or\\s+|,\\s*)?(?:${[
    TIME_OF_DAY,
    'sharp\\b',
    `(?:in|of|on)\\s+(?:the|each|every)\\s+(?:(?:first|last|second|third)\\s+\\w*days?\\b|month\\b|week\\b|year\\b|quarter\\b)`,
    `for\\s+(?:the\\s+next\\s+)?(?:\\d+|an?|one|two|three|four|five|six|seven|ten)\\s+${UNIT}\\b(?!\\s+of\\b)`,
    `(?:once|twice|\\d+\\s+times)\\s+(?:an?|per|each|every)\\s+${UNIT}\\b`,
    `(?:every|each)\\s+(?:\\S+\\s+)?${UNIT}\\b`,
    '(?:only\\s+)?on\\s+(?:week(?:days|ends)|holidays|(?:odd|even|alternate)\\s+\\w+)\\b',
  ].join('|')})`,
  'i',
)
const AND_A_TIME = /^(?:and|or|,)\s+(?:at\s+)?\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?=\s|$)/i
/** A sixth field of a cron table, which has five. */
const SIXTH_FIELD = /^(?:[*?]|(?:mon|tue|wed|thu|fri|sat|sun)-(?:mon|tue|wed|thu|fri|sat|sun)(?=\s|$))[^\s"']*/i
/** In small letters some are words: "est", "ist", "met". */
const ABBREVIATION =
  /^(?:(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d\d)?)?|[CEMPW]E?[SD]?T|[CEW]EST|MSK|[BIJK]ST|A[CEW][SD]T|NZ[SD]T|HST|AK[SD]T|Z)(?=\s|$)/
const SMALL = /^(?:(?:utc|gmt)(?:[+-]\d{1,2}(?::?\d\d)?)?|cet|cest|eet|eest|[ecmp]dt|pst)(?=\s|$)/
const IANA =
  /^(?:africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific|etc)\/[a-z_+\-/\d]*[a-z_\d]/i
const WORDS = /^(in\s+)?((?:[\p{L}.'-]+\s+){0,2}[\p{L}.'-]+)/u

/**
 * The words of a time that were left behind it and would become part of what is asked: "at quarter past nine" of "every day
 * at quarter past nine what is new", and a time zone ("CET", "Europe/Berlin", "in New York", "London time"). Null when the
 * ask begins otherwise.
 */
export function strayWords(ask: string): { readonly kind: 'zone' | 'time'; readonly words: string } | null {
  const zone = (ABBREVIATION.exec(ask) ?? SMALL.exec(ask) ?? IANA.exec(ask))?.[0] ?? placeIn(ask)
  if (zone !== null) return { kind: 'zone', words: zone }
  const words = (SIXTH_FIELD.exec(ask) ?? AND_A_TIME.exec(ask) ?? STRAY.exec(ask))?.[0]
  return words === undefined ? null : { kind: 'time', words }
}

/** "in New York how is the weather", "New York time what is new": a place behind "in" or before "time". */
function placeIn(ask: string): string | null {
  const [, within = '', said = ''] = WORDS.exec(ask) ?? []
  const words = said.split(/\s+/)
  const sizes = words.map((_, i) => words.length - i)
  for (const size of sizes) {
    const place = words.slice(0, size).join(' ')
    const behind = ask.slice(within.length + place.length)
    const isTime = /^\s+time(?=\s|$)/i.test(behind)
    if (isTime && /^(?:local|my|your|our|their)$/i.test(place)) return `${within}${place} time`
    if ((within !== '' || isTime) && place !== 'us' && zoneOfPlace(place.toLowerCase()) !== undefined) {
      return `${within}${place}${isTime ? ' time' : ''}`
    }
  }
  return null
}
