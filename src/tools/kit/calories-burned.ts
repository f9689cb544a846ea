import * as z from 'zod'
import { facts, note, number } from '../../report/report.ts'
import { readBodyMeasures } from '../body-measures.ts'
import { heardText } from '../heard-text.ts'
import { digitsForWords } from '../number-words.ts'
import { timeIn } from '../running-figures.ts'
import { defineTool, type Heard } from '../tool.ts'

/**
 * METs of an easy and a hard effort, and the words that name the sport. Codes of the 2011 Compendium: 02054 and 02050,
 * 17170 and 17200, 12030 and 12050, 01015 and 01030, 18240 and 18230.
 */
const SPORTS = {
  'strength training': [3.5, 6, /\b(?:(?:lift|lifting) weights|(?:weight|strength)[- ]?(?:training|lifting)|gym)\b/],
  walking: [3, 4.3, /\b(?:walk(?:s|ed|ing)?|strolling)\b/],
  running: [8.3, 9.8, /\b(?:runs?|ran|running|jog(?:s|ged|ging)?)\b/],
  cycling: [6.8, 10, /\b(?:cycl(?:e|ed|ing)|bik(?:e|ed|ing)|bicycle|spinning)\b/],
  swimming: [5.8, 9.8, /\b(?:swim(?:s|ming)?|swam)\b/],
} as const
const NAMES = ['strength training', 'walking', 'running', 'cycling', 'swimming'] as const

/** kcal = MET × kg × hours. Source: Ainsworth et al., Compendium of Physical Activities, Med Sci Sports Exerc 43 (2011) 1575-1581. */
export default defineTool({
  name: 'calories-burned',
  summary: 'Estimates the kilocalories that walking, running, cycling, swimming or strength training uses.',
  example: 'calories burned cycling 1 hour at 80 kg',
  effect: 'read',
  input: z.object({
    sport: z.enum(NAMES),
    weight_kg: z.number().min(30, 'the weight must be 30 to 300 kg').max(300, 'the weight must be 30 to 300 kg'),
    minutes: z.number().positive('the time must be above 0').max(1440, 'the time must be at most 24 hours'),
  }),
  output: z.object({ easy_kcal: z.number(), hard_kcal: z.number() }),
  hear: (said) => hearBurned(digitsForWords(heardText(said))),
  run: ({ sport, weight_kg, minutes }) => ({
    easy_kcal: (SPORTS[sport][0] * weight_kg * minutes) / 60,
    hard_kcal: (SPORTS[sport][1] * weight_kg * minutes) / 60,
  }),
  show: ({ easy_kcal, hard_kcal }, { sport, weight_kg, minutes }) => [
    facts(`Energy of ${sport}`, {
      'Weight, kg': number(Math.round(weight_kg * 10) / 10),
      'Time, minutes': number(Math.round(minutes * 10) / 10),
      'At an easy effort, kcal': number(Math.round(easy_kcal)),
      'At a hard effort, kcal': number(Math.round(hard_kcal)),
    }),
    note(
      'plain',
      `kcal = MET × kg × hours, with ${SPORTS[sport][0]} to ${SPORTS[sport][1]} MET for ${sport} (Ainsworth and others, Compendium of Physical Activities). What the body uses at rest, about 1 MET, is in it. An estimate for adults: pace, hills and the person change it by a fifth and more.`,
    ),
  ],
})

/** What a day needs, what was eaten and what hurts are other matters. */
const OTHER = /\b(?:a|per|each) day\b|\bdaily\b|\bbmr\b|\btdee\b|\beat(?:en|ing)?\b|\bate\b|\bhurts?\b|\bpain/
const WEIGHTS = /(?<![\w.,])\d[\d.,]* ?(?:kgs?|kilos?|kilograms?|lbs?|pounds?|st|stones?)\b/g

function hearBurned(text: string): Heard {
  const sport = NAMES.find((name) => SPORTS[name][2].test(text))
  if (!sport || OTHER.test(text) || !/\b(?:calor\w{1,4}|kcals?)\b/.test(text) || !/\bburn/.test(text)) return null
  const { weightKg: weight } = readBodyMeasures(text)
  if (weight === null) return null
  const spoken = text.replace(WEIGHTS, ',').replace(/\b(half )?an hour\b/, (_, half) => (half ? '30 min' : '1 hour'))
  // As of a long distance, where 1:30 is hours and minutes.
  const seconds = timeIn(spoken, 99)
  if (seconds === null) return { missing: ['how long it lasts, such as 45 minutes'] }
  return { use: { sport, weight_kg: weight, minutes: seconds / 60 } }
}
