import * as z from 'zod'
import { type Block, facts, note, table } from '../../report/report.ts'
import { clockText } from '../clock-text.ts'
import { heardText } from '../heard-text.ts'
import { digitsForWords } from '../number-words.ts'
import { distancesIn, KM_PER_MILE, timeIn } from '../running-figures.ts'
import { defineTool, type Heard } from '../tool.ts'

const EXPONENT = 1.06
const kilometres = z.number().min(0.8, 'the distance must be at least 0.8 km').max(250, 'the distance is too long')

/** T₂ = T₁ × (D₂ ÷ D₁)^1.06. Source: P. Riegel, "Time Predicting", Runner's World, August 1977; American Scientist 69 (1981) 285-290. */
export default defineTool({
  name: 'race-prediction',
  summary: 'Estimates a race time from a time over another distance, by Riegel’s formula.',
  example: '10k in 52 min, what would my half marathon be',
  effect: 'read',
  input: z.object({
    run_km: kilometres,
    time_s: z.number().positive('the time must be above 0').max(2e5, 'the time is too long'),
    race_km: kilometres,
  }),
  output: z.object({ time_s: z.number(), pace_s_per_km: z.number() }),
  hear: (said) => hearPrediction(digitsForWords(heardText(said)).replace(/\ban hour\b/g, '1 hour')),
  run({ run_km, time_s, race_km }) {
    const predicted = predict(run_km, time_s, race_km)
    return { time_s: predicted, pace_s_per_km: predicted / race_km }
  },
  show: (told, { run_km, time_s, race_km }): Block[] => [
    facts('Race time', {
      'What was run': `${distanceText(run_km)} in ${clockText(time_s)}`,
      Race: distanceText(race_km),
      'Time to expect': clockText(told.time_s),
      'Pace per kilometre': `${clockText(told.pace_s_per_km)} min`,
      'Pace per mile': `${clockText(told.pace_s_per_km * KM_PER_MILE)} min`,
    }),
    table(
      ['Distance', 'Time to expect'],
      RACES.filter((km) => km !== run_km).map((km) => [distanceText(km), clockText(predict(run_km, time_s, km))]),
      'The usual races',
    ),
    note('plain', 'Formula: time = known time × (race ÷ known distance)^1.06 (Riegel 1977).'),
    note(
      'plain',
      'An estimate: it holds for an all-out run, races from about 4 minutes to 4 hours, and training for the longer distance. From short runs it is mostly too hopeful for a marathon; heat and hills are not counted.',
    ),
  ],
})

const predict = (runKm: number, time: number, raceKm: number): number => time * (raceKm / runKm) ** EXPONENT

const RACES = [5, 10, 21.0975, 42.195] as const

const distanceText = (km: number): string => `${km.toLocaleString('en-US', { maximumFractionDigits: 4 })} km`

const ASKS =
  /\bpredict|\bwhat\b|\bwhat's\b|\bwhats\b|\bexpect|\bequivalent\b|\bestimat|\bhow (?:fast|long)\b|\bpotential\b|\bcould i\b|\bcan i\b|\briegel\b|\btarget\b/
const OTHER =
  /\bcar\b|\bdriv|\bbike|\bcycl|\bswim|\bfuel|\btrain(?:ing)?\b|\bplan\b|\bweeks?\b|\bpac(?:e|ing)\b|\bsplits?\b|\bheart\b|\bcalor|\bburn|\bhurts?\b|\bpain\b|[$£€%]/
const TIME =
  /\b\d{1,3}:\d{2}(?::\d{2})?\b|(?<![\w.])\d{1,3}(?:\.\d{1,2})?[- ]?(?:h|hrs?|hours?|min|mins|minutes?)\b|\b(?:sub|under)[- ]?\d/
/** "10k in 52" */
const BARE_MINUTES = /\b(?:in|of) (\d{2})(?=$|[ ,;?!](?!\d| ?(?:km|k|m|miles?|hours?|days?)\b))/

function hearPrediction(said: string): Heard {
  if (!ASKS.test(said) || OTHER.test(said)) return null
  const text = TIME.test(said) ? said : said.replace(BARE_MINUTES, 'in $1 min')
  const time = TIME.exec(text)
  const [first, second, third] = distancesIn(text)
  if (!time || !first || !second || third || first.km === second.km) return null
  // The time belongs to the distance that stands nearest.
  const [run, race] =
    Math.abs(first.at - time.index) < Math.abs(second.at - time.index) ? [first, second] : [second, first]
  const seconds = timeIn(text, run.km)
  return seconds === null ? null : { use: { run_km: run.km, time_s: seconds, race_km: race.km } }
}
