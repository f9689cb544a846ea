import { asksToUnderstand } from './asks-to-compute.ts'
import { digitsForWords } from './number-words.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const M_PER_FOOT = 0.3048
const L_PER_GALLON = 3.785411784

const TOPIC = /\bpaint(?:ing)?\b/
const ASKS =
  /\bhow (?:much|many)\b|\b(?:calculate|work out|estimate|compute)\b|\bpaint (?:needed|for|calculator)\b|\bdo i need\b|\b(?:litres?|liters?|gallons?|tins?) of paint\b/
const OTHER = /\bcar\b|\bnails?\b|\bface paint|\bcosts?\b|\bcharge\b|[$£€]|\bprice\b/

const N = String.raw`(\d{1,4}(?:\.\d{1,3})?)`
const LENGTH = `(?: ?(?:m|meters?|metres?|ft|feet|foot|'))?`
const SIDES = new RegExp(
  String.raw`(?<![\w.,])${N}${LENGTH} ?(?:x|by|×|\*|and) ?${N}${LENGTH}(?: ?(?:x|by|×|\*) ?${N})?(?![\d.]| ?(?:m\^?2|coats?))`,
)
const HEIGHT = new RegExp(
  String.raw`(?<![\w.,])${N}${LENGTH} ?(?:high|tall|ceilings?|height)|\b(?:height|high|ceilings?|tall)(?: is| are| of| at|:)* ?${N}`,
)
const AREA =
  /(?<![\w.,])(\d{1,5}(?:\.\d{1,2})?) ?(m\^?2|sqm|sq\.? ?m|square met(?:er|re)s?|sq\.? ?ft|sqft|square (?:feet|foot)|ft\^?2)\b/
const AREA_UNIT = String.raw`(?:m\^?2|sqm|sq\.? ?m|square met(?:er|re)s?|sq\.? ?ft|sqft|square (?:feet|foot)|ft\^?2)`
const COVERS = new RegExp(
  String.raw`\b(?:(?:a|one|1|per|each|the)? ?(?:litre|liter|l|gallon)) ?(?:of paint )?(?:covers?|for|does|is enough for|lasts) (?:about )?${N} ?(${AREA_UNIT})|\b(?:covers?|covering|coverage(?: is| of)?) (?:about )?${N} ?(${AREA_UNIT})(?: ?(?:per|a|each|\/) ?(?:litre|liter|l|gallon)\b)?|(?<![\w.,])${N} ?(${AREA_UNIT}) ?(?:per|a|each|\/|from a|with a) ?(?:litre|liter|l|gallon)\b`,
)
const COATS = /(?<![\w.])(\d{1,2}) ?(?:coats?|layers?|times)\b|\b(?:twice)\b|\b(?:a|one|single) (?:coat|layer)\b/
const FEET = /\d ?(?:ft|feet|foot|')/

/** Hears "how much paint for a room 4.2 by 3.6 m, 2.5 m high, two coats, one litre covers 10 m2"; feet and gallons too. */
export function hearPaint(said: Utterance): Heard {
  const text = digitsForWords(spokenText(said.text)).replace(/(\d),(?=\d{1,2}(?!\d))/g, '$1.')
  if (!TOPIC.test(text) || !ASKS.test(text) || OTHER.test(text)) return null
  const cover = COVERS.exec(text)
  const rest = cover ? text.replace(cover[0], ' ; ') : text
  const surface = surfaceIn(rest)
  if (surface === null) return null
  if (typeof surface === 'string')
    return asksToUnderstand(text.replace(/^how (?:much|many)/, '')) ? null : { missing: [surface] }
  return { use: { ...surface, ...openingsIn(rest), ...coatsIn(rest), ...(cover && coverageOf(cover)) } }
}

/** The sides or the area in metres; null without either, and the words for the height where only that lacks. */
type Surface = Readonly<Record<string, number | boolean>> | string

function surfaceIn(text: string): Surface | null {
  const metres = (digits: string) => Number((Number(digits) * (FEET.test(text) ? M_PER_FOOT : 1)).toPrecision(12))
  const sides = SIDES.exec(text)
  if (!sides) return areaIn(text)
  const behind = HEIGHT.exec(text.replace(sides[0], ' '))
  const height = sides[3] ?? behind?.[1] ?? behind?.[2]
  const [, one = '', other = ''] = sides
  // "a wall 5 m by 2.5 m" is an area, not a room.
  if (height === undefined && /\bwall\b/.test(text) && !/\broom\b/.test(text))
    return { area_m2: metres(one) * metres(other) }
  if (height === undefined) return 'the height of the room, such as 2.5 m'
  return {
    length_m: metres(one),
    width_m: metres(other),
    height_m: metres(height),
    with_ceiling:
      /\bceilings? (?:too|as well|also)\b|\b(?:and|plus|with|including|incl\.?) (?:the |a )?ceiling\b(?! (?:height|of \d))/.test(
        text,
      ),
  }
}

function areaIn(text: string): Surface | null {
  const area = AREA.exec(text)
  return area && { area_m2: squareMetres(area[1] ?? '', area[2] ?? '') }
}

const squareMetres = (digits: string, unit: string): number =>
  Number((Number(digits) * (/f/.test(unit) ? M_PER_FOOT ** 2 : 1)).toPrecision(12))

function coverageOf(match: RegExpExecArray): Readonly<Record<string, number | boolean>> {
  const [, a, unitA, b, unitB, c, unitC] = match
  const area = squareMetres(a ?? b ?? c ?? '', unitA ?? unitB ?? unitC ?? '')
  const litres = /gallon/.test(match[0]) ? L_PER_GALLON : 1
  return { coverage_m2_per_l: Number((area / litres).toPrecision(12)), coverage_said: true }
}

function coatsIn(text: string): Readonly<Record<string, number | boolean>> {
  const match = COATS.exec(text)
  if (!match) return {}
  return { coats: match[1] ? Number(match[1]) : match[0] === 'twice' ? 2 : 1, coats_said: true }
}

const openingsIn = (text: string) => ({
  doors: openings(/(?<![\w.])(\d{1,2}|a|an|one) (?:\w{3,9} )?doors?\b/, text),
  windows: openings(/(?<![\w.])(\d{1,2}|a|an|one) (?:\w{3,9} )?windows?\b/, text),
})

function openings(pattern: RegExp, text: string): number {
  const [, many] = pattern.exec(text) ?? []
  return many === undefined ? 0 : /^\d/.test(many) ? Number(many) : 1
}
