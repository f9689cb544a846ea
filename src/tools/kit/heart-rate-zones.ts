import * as z from 'zod'
import { type Block, facts, note, number, table } from '../../report/report.ts'
import { ageSaid } from '../age-said.ts'
import { asksToCompute } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { digitsForWords } from '../number-words.ts'
import { defineTool, type Heard } from '../tool.ts'

const Zone = z.object({ zone: z.number(), from_bpm: z.number(), to_bpm: z.number() })

/**
 * Highest heart rate of an average healthy adult: 220 − age, a rule of thumb (Fox, Naughton and Haskell 1971), and 208 − 0.7 × age
 * (Tanaka, Monahan and Seals, J. Am. Coll. Cardiol. 37 (2001) 153-156). With a resting rate the zones are shares of the reserve
 * (Karvonen, Kentala and Mustala 1957), else of the maximum.
 */
export default defineTool({
  name: 'heart-rate-zones',
  summary: 'Estimates the highest heart rate of an adult from the age, and the five training zones in beats a minute.',
  example: 'max heart rate and zone 2 at age 45',
  effect: 'read',
  input: z.object({
    age_years: z
      .number()
      .min(16, 'these formulas are for people from 16; for children a professional decides')
      .max(100, 'these formulas are for ages up to 100'),
    resting_bpm: z
      .number()
      .min(30, 'a resting heart rate must be 30 to 110 beats')
      .max(110, 'a resting heart rate must be 30 to 110 beats')
      .optional(),
  }),
  output: z.object({
    max_by_220_bpm: z.number(),
    max_by_tanaka_bpm: z.number(),
    /** Of the maximum by Tanaka; the upper end of zone 5 is that maximum. */
    zones: z.array(Zone),
  }),
  hear: (said) => hearZones(digitsForWords(heardText(said))),
  run({ age_years, resting_bpm = 0 }) {
    const tanaka = 208 - 0.7 * age_years
    const at = (share: number) => resting_bpm + share * (tanaka - resting_bpm)
    return {
      max_by_220_bpm: 220 - age_years,
      max_by_tanaka_bpm: tanaka,
      zones: ZONES.map(({ zone, from }) => ({ zone, from_bpm: at(from), to_bpm: at(from + 0.1) })),
    }
  },
  show: ({ max_by_220_bpm, max_by_tanaka_bpm, zones }, { age_years, resting_bpm }): Block[] => [
    facts('Highest heart rate, beats a minute', {
      Age: number(age_years),
      ...(resting_bpm === undefined ? {} : { 'Resting rate': number(resting_bpm) }),
      'By 208 − 0.7 × age (Tanaka 2001)': number(Math.round(max_by_tanaka_bpm * 10) / 10),
      'By 220 − age': number(max_by_220_bpm),
    }),
    table(
      ['Zone', resting_bpm === undefined ? 'Share of the maximum' : 'Share of the reserve', 'Beats a minute', 'Feels'],
      ZONES.map(({ zone, from, feels }, place) => [
        `${zone}`,
        `${Math.round(from * 100)} to ${Math.round(from * 100) + 10} %`,
        `${Math.round(zones[place]?.from_bpm ?? 0)} to ${Math.round(zones[place]?.to_bpm ?? 0)}`,
        feels,
      ]),
      'Zones from the Tanaka maximum',
    ),
    note(
      'plain',
      resting_bpm === undefined
        ? 'Zone = share × maximum. Say your resting heart rate too, and the zones are taken of the reserve between both.'
        : 'Zone = resting rate + share × (maximum − resting rate), after Karvonen.',
    ),
    note(
      'warn',
      'An estimate: single healthy people differ by 10 beats and more, and zone tables differ between coaches. Medicines such as beta blockers lower the rate, so with heart disease, such a medicine or in pregnancy ask a doctor first. Stop with chest pain, faintness or unusual breathlessness.',
    ),
  ],
})

const ZONES = [
  { zone: 1, from: 0.5, feels: 'very light, warming up' },
  { zone: 2, from: 0.6, feels: 'light, you can talk in sentences' },
  { zone: 3, from: 0.7, feels: 'moderate, talk gets short' },
  { zone: 4, from: 0.8, feels: 'hard, a few words' },
  { zone: 5, from: 0.9, feels: 'very hard, for minutes at most' },
] as const

const TOPIC =
  /\bmax(?:imum|imal)? (?:heart|hart|pulse)(?: ?rate)?\b|\bmax(?:imum)? (?:hr|bpm)\b|\b(?:heart|hart)[- ]?rate max(?:imum)?\b|\bhr ?max\b|\bmhr\b|\bhighest (?:heart rate|pulse)\b|\b(?:target|training|exercise|cardio|fat[- ]burning) (?:heart ?rate|hr|pulse)\b|\b(?:heart ?rate|hr|cardio|training|running|fat[- ]burn(?:ing)?|pulse) zones?\b|\bzone (?:[1-5]|one|two|three|four|five)\b|\bzones [1-5]\b/
const HEART = /\b(?:heart|hart|hr|bpm|pulse|beats|cardio|max|training|train|run|running|cycling|zone [1-5])\b/
/** Something to see to, not to train with; and other zones. */
const OTHER =
  /\bchest\b|\bpain|\bdizz|\bfaint|\bpalpitat|\bpregnan|\bbaby\b|\bbabies\b|\btoddler|\binfant|\bfetal|\bshort of breath|\bbreathless|\bhurts?\b|\bclimate\b|\bhardiness\b|\btime zone|\busda\b|\bplant|\bgarden|\btube\b|\btravelcard|\btrain ticket|\bfares?\b|\bparking\b|\bbroke\b|\bdefen[cs]e\b/
const AGE =
  /\b(?:at|age|aged|age of|i'm|im|i am|for|turned|turning|being|he's|she's|and) (?:age |about |only |now )?(\d{2,3})(?=$|[ ,.?!;:)])/
const AGE_BEHIND = /(?<![\w.,])(\d{2,3})(?:[- ]?(?:years?|yrs?|yo|y\/o|y))(?:[- ]?olds?)?\b(?! ago)/
const RESTING =
  /\b(?:rest(?:ing)?(?: (?:heart ?rate|hr|pulse|rate|bpm))?|rhr)(?: (?:is|of|at|about|around|=))*:? ?(\d{2,3})(?!\d|-?year)/
const RESTING_BEHIND = /(?<![\w.,])(\d{2,3}) ?(?:bpm )?(?:at rest|resting|rhr)\b/
/** Numbers that are no age: "zone 2", "165 bpm", "for 45 minutes". */
const NO_AGE =
  /\bzones? [1-5](?: ?(?:and|to|-|or|\/) ?[1-5])?\b|(?<![\w.,])\d[\d.,]* ?-?(?:bpm|beats?|kgs?|lbs?|min(?:ute)?s?|hours?|hrs?|km|k|m|miles?|meters?|metres?|weeks?|months?|days?|times|cm|%|percent|watts?)(?!\w)/g

function hearZones(text: string): Heard {
  if (!TOPIC.test(text) || !HEART.test(text) || OTHER.test(text)) return null
  const resting = RESTING.exec(text) ?? RESTING_BEHIND.exec(text)
  const rest = resting ? text.replace(resting[0], ' ') : text
  const age = ageIn(rest.replace(NO_AGE, ' '))
  if (age !== null) {
    return { use: { age_years: age, ...(resting && { resting_bpm: Number(resting[1]) }) } }
  }
  return asksToCompute(text, TOPIC) && /\bmy\b|\bcalculate\b/.test(text) ? { missing: ['your age, such as 45'] } : null
}

function ageIn(text: string): number | null {
  const match = AGE_BEHIND.exec(text) ?? AGE.exec(text)
  if (match) return Number(match[1])
  const said = ageSaid(text)
  if (said !== null) return said
  const numbers = text.match(/(?<![\w.,])\d{1,3}(?![\w.,%]\d|\w|%)/g) ?? []
  const [only, second] = numbers
  return only !== undefined && second === undefined && Number(only) >= 10 && Number(only) <= 100 ? Number(only) : null
}
