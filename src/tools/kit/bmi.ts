import * as z from 'zod'
import { type Block, facts, note, number, table } from '../../report/report.ts'
import { ageSaid } from '../age-said.ts'
import { asksToCompute, asksToUnderstand } from '../asks-to-compute.ts'
import { readBodyMeasures } from '../body-measures.ts'
import { heardText } from '../heard-text.ts'
import { nameMissing } from '../name-missing.ts'
import { defineTool, type Heard } from '../tool.ts'

const RANGES = [
  { name: 'underweight', from: 0 },
  { name: 'healthy weight', from: 18.5 },
  { name: 'overweight', from: 25 },
  { name: 'obesity', from: 30 },
] as const

const Output = z.object({
  bmi_kg_per_m2: z.number(),
  range: z.enum(['underweight', 'healthy weight', 'overweight', 'obesity']),
  healthy_weight_from_kg: z.number(),
  healthy_weight_to_kg: z.number(),
})

/** Body mass index = weight / height². Ranges for adults: World Health Organization, "Obesity and overweight". */
export default defineTool({
  name: 'bmi',
  summary: 'Computes the body mass index of an adult from weight and height.',
  example: 'BMI 80 kg 180 cm',
  effect: 'read',
  input: z.object({
    weight_kg: z.number().min(20, 'the weight must be 20 to 500 kg').max(500, 'the weight must be 20 to 500 kg'),
    height_cm: z.number().min(100, 'the height must be 100 to 260 cm').max(260, 'the height must be 100 to 260 cm'),
    age_years: z
      .number()
      .min(18, 'these ranges are for adults from 18; for children a doctor or nurse uses growth charts')
      .max(120, 'an age is at most 120 years')
      .optional(),
  }),
  output: Output,
  hear: (said) => hearBmi(heardText(said)),
  run({ weight_kg, height_cm }) {
    const squareMetres = (height_cm / 100) ** 2
    const bmi = weight_kg / squareMetres
    return {
      bmi_kg_per_m2: bmi,
      range: RANGES.findLast(({ from }) => bmi >= from)?.name ?? 'underweight',
      healthy_weight_from_kg: 18.5 * squareMetres,
      healthy_weight_to_kg: 25 * squareMetres,
    }
  },
  show: (output, { weight_kg, height_cm }) => showBmi(output, weight_kg, height_cm),
})

const TOPIC = /\bbmi\b|\bbody mass? index\b/
/** Asks for it without its name; heard only with both measures. */
const WEIGHT_TOPIC =
  /\b(?:overweight|underweight|obese|(?:healthy|ideal|normal|right) weight|too (?:heavy|thin|fat|skinny))\b/
const TELEGRAM = /^(?:\W*(?:bmi|body mass? index|for|of|calculate|my|me|and)\b)+[\W\d]*\d[\W\d]*$/
const CHILD =
  /\b(?:my|our) (?:\w{1,12} )?(?:son|daughter|child|kid|baby|toddler)\b|\b(?:child|kid|baby|toddler|teenager)\b/

function hearBmi(text: string): Heard {
  const { weightKg, heightCm } = readBodyMeasures(text)
  const isNamed = TOPIC.test(text)
  if (weightKg !== null && heightCm !== null)
    return isNamed || WEIGHT_TOPIC.test(text) ? bmiOf(text, weightKg, heightCm) : null
  const asks = asksToCompute(text, TOPIC) || TELEGRAM.test(text)
  if (!isNamed || (weightKg === null && heightCm === null && !asks)) return null
  const missing = nameMissing([
    [weightKg, 'the weight with its unit, such as 80 kg or 180 lbs'],
    [heightCm, 'the height with its unit, such as 180 cm or 5 ft 10'],
    [isChildWithoutAge(text) ? null : 'told', NEEDS_AGE],
  ])
  return asks || !asksToUnderstand(text) ? { missing } : null
}

const NEEDS_AGE = 'an age of 18 or more; for a child a doctor or nurse uses growth charts'
const isChildWithoutAge = (text: string): boolean => ageSaid(text) === null && CHILD.test(text)

function bmiOf(text: string, weightKg: number, heightCm: number): Heard {
  const age = ageSaid(text)
  if (isChildWithoutAge(text)) return asksToUnderstand(text) ? null : { missing: [NEEDS_AGE] }
  return { use: { weight_kg: weightKg, height_cm: heightCm, ...(age === null ? {} : { age_years: age }) } }
}

const oneDecimal = (n: number): number => Math.round(n * 10) / 10

function showBmi(output: z.output<typeof Output>, weightKg: number, heightCm: number): readonly Block[] {
  const { bmi_kg_per_m2: bmi, healthy_weight_from_kg: from, healthy_weight_to_kg: to } = output
  const healthy = `${oneDecimal(from)} to ${oneDecimal(to)} kg`
  return [
    facts('Body mass index', {
      'Weight, kg': number(oneDecimal(weightKg)),
      'Height, cm': number(oneDecimal(heightCm)),
      'BMI, kg/m²': number(oneDecimal(bmi)),
      'Range for adults': output.range,
      'Weight that would be in the healthy range': healthy,
    }),
    table(
      ['Range', 'BMI'],
      RANGES.map(({ name, from: low }, place) => [
        name,
        `${low === 0 ? 'below 18.5' : `${low} to ${RANGES[place + 1]?.from ?? '…'}`}`,
      ]),
    ),
    note('plain', 'BMI = weight in kg ÷ (height in m)². Ranges: World Health Organization, adults.'),
    note(
      'warn',
      'BMI is a rough screening figure, not a diagnosis. It does not fit children, pregnancy, very muscular people and many older people, and it does not see where fat sits. For people with Asian, Black African, African-Caribbean or Middle Eastern family background risks begin at lower values (about 23 and 27.5). Talk to a professional before you change much.',
    ),
  ]
}
