import * as z from 'zod'
import { type Block, facts, note, number } from '../../report/report.ts'
import { asksToUnderstand } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { digitsForWords } from '../number-words.ts'
import { distancesIn } from '../running-figures.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

const MINUTES = 12

/** VO2max = (metres − 504.9) ÷ 44.73. Source: K. H. Cooper, JAMA 203 (1968) 201-204. */
export default defineTool({
  name: 'cooper-test',
  summary: 'Estimates the VO2max from the distance of a 12-minute run (Cooper test).',
  example: 'vo2max from a 12 minute run of 2600 m',
  effect: 'read',
  input: z.object({
    distance_m: z
      .number()
      .min(1000, 'the distance of 12 minutes is 1,000 to 4,500 m')
      .max(4500, 'the distance of 12 minutes is 1,000 to 4,500 m'),
  }),
  output: z.object({ vo2max_ml_per_kg_min: z.number() }),
  hear: hearCooper,
  run: ({ distance_m }) => ({ vo2max_ml_per_kg_min: (distance_m - 504.9) / 44.73 }),
  show({ vo2max_ml_per_kg_min: vo2max }, { distance_m }): Block[] {
    return [
      facts('12-minute run', {
        'Distance, m': number(distance_m),
        'VO2max, ml per kg and minute': number(Math.round(vo2max * 10) / 10),
        'Speed, km/h': number(Math.round((distance_m / 1000 / (MINUTES / 60)) * 100) / 100),
      }),
      note('plain', 'Formula: (metres in 12 minutes − 504.9) ÷ 44.73 (K. H. Cooper, 1968).'),
      note(
        'plain',
        'An estimate, often several points off: pacing, wind and ground count, and the formula was worked out on men of the US Air Force. Compare with your own earlier runs. The value falls with age and is on average lower in women than in men. Stop with chest pain or dizziness, and call your emergency number if it does not settle at once.',
      ),
    ]
  },
})

const TWELVE = /\b(?:12[- ]?min(?:ute)?s?|cooper)\b/
const TOPIC = /\bcooper\b|\bvo ?2 ?(?:max)?\b/

/** Hears "cooper test 2600m", "vo2max from 12 minute run, i ran 2.6 km"; with the name alone it asks for the distance. */
function hearCooper(said: Utterance): Heard {
  const text = digitsForWords(heardText(said))
  if (said.attachment !== null || !TOPIC.test(text)) return null
  const [distance] = distancesIn(text)
  const isTwelve = TWELVE.test(text)
  if (isTwelve && distance) return { use: { distance_m: Math.round(distance.km * 1000) } }
  if (asksToUnderstand(text)) return null
  const asks = isTwelve && /\b(?:my|calculate|estimate|work out|result|score)\b/.test(text)
  const mine = /\b(?:calculate|estimate|work out|what(?:'s| is)) my vo ?2 ?max\b/.test(text)
  return asks || mine ? { missing: ['the distance of a 12-minute run, such as 2600 m'] } : null
}
