import * as z from 'zod'
import { type Block, facts, note, number, table } from '../../report/report.ts'
import { ageSaid } from '../age-said.ts'
import { asksToCompute, asksToUnderstand } from '../asks-to-compute.ts'
import { KG_PER_POUND, KG_PER_STONE, readBodyMeasures } from '../body-measures.ts'
import { heardText } from '../heard-text.ts'
import { nameMissing } from '../name-missing.ts'
import { defineTool, type Heard } from '../tool.ts'

const ACTIVITY = { sedentary: 1.2, light: 1.375, moderate: 1.55, high: 1.725 } as const
const LEVELS = ['sedentary', 'light', 'moderate', 'high'] as const
const MEANS: Readonly<Record<(typeof LEVELS)[number], string>> = {
  sedentary: 'mostly sitting',
  light: 'light exercise 1 to 3 days a week',
  moderate: 'exercise 3 to 5 days a week',
  high: 'hard exercise 6 to 7 days a week',
}

const MOST_LOSS_KG = 1
/** Energy of a kilogram of body fat tissue, as commonly used: Wishnofsky, Am J Clin Nutr 6 (1958) 542-546, 3,500 kcal a pound. */
const KCAL_PER_KG = 3500 / KG_PER_POUND

const Input = z.object({
  weight_kg: z.number().min(30, 'the weight must be 30 to 300 kg').max(300, 'the weight must be 30 to 300 kg'),
  height_cm: z.number().min(120, 'the height must be 120 to 230 cm').max(230, 'the height must be 120 to 230 cm'),
  age_years: z.number().min(18, 'the equation is for adults from 18').max(100, 'the equation is for ages up to 100'),
  sex: z.enum(['female', 'male']).describe('The equation knows these two'),
  activity: z.enum(LEVELS).optional(),
  lose_kg_per_week: z
    .number()
    .positive('the loss must be above 0')
    .max(MOST_LOSS_KG, 'more than 1 kg (2.2 lbs) a week is for a doctor or dietitian to plan')
    .optional(),
})

type Asked = z.output<typeof Input>

const Output = z.object({
  resting_kcal_per_day: z.number(),
  daily_need_kcal: z.object({ sedentary: z.number(), light: z.number(), moderate: z.number(), high: z.number() }),
})

/**
 * Resting energy = 10 × kg + 6.25 × cm − 5 × years + 5 (men) or − 161 (women).
 * Source: Mifflin, St Jeor et al., Am J Clin Nutr 51 (1990) 241-247; factors for activity as commonly used with it.
 */
export default defineTool({
  name: 'energy-need',
  summary: 'Estimates how many kilocalories an adult uses in a day, by the Mifflin-St Jeor equation.',
  example: 'calorie need of a 35 year old woman, 70 kg, 168 cm',
  effect: 'read',
  input: Input,
  output: Output,
  hear: (said) => hearNeed(heardText(said)),
  run({ weight_kg, height_cm, age_years, sex }) {
    const resting = 10 * weight_kg + 6.25 * height_cm - 5 * age_years + (sex === 'male' ? 5 : -161)
    const need = (level: (typeof LEVELS)[number]) => resting * ACTIVITY[level]
    return {
      resting_kcal_per_day: resting,
      daily_need_kcal: {
        sedentary: need('sedentary'),
        light: need('light'),
        moderate: need('moderate'),
        high: need('high'),
      },
    }
  },
  show: (output, input) => [
    facts('Inputs', {
      'Weight, kg': number(input.weight_kg),
      'Height, cm': number(input.height_cm),
      'Age, years': number(input.age_years),
      Sex: input.sex,
    }),
    ...showNeed(output, input.activity),
    ...showLoss(output, input),
  ],
})

const TOPIC =
  /\b(?:calories?|kcal|kilocalories|bmr|tdee|basal metabolic rate|metabolic rate|energy needs?|energy requirement)\b|\bhow much (?:food )?(?:should|do|can|must) (?:i|we|he|she) (?:need to )?eat\b/
const NEED = /\b(?:needs?|require\w{0,4}|burn|maintenance|maintain|daily|a day|per day|bmr|tdee|rate|eat|lose|losing)\b/
const YEARS =
  /\b(\d{2,3}) ?(?:years?|yrs?|y)\b|\bage:? (\d{2,3})\b|\b(?:male|female|man|woman|guy|lady|m|f),? (\d{2})(?![\d.'"]| ?(?:cm|kg|lbs?|pounds|kilos?|ft|foot|feet|m\b|st\b|stone|in\b|inch))|(?<![\d.'])(\d{2}),? (?:male|female|man|woman|guy|lady)\b/
const FEMALE = /\b(?:female|woman|women|lady|girl|she)\b|\bf,? (?=\d{2}\b)|\d{2}f\b/
const MALE = /\b(?:male|man|men|guy|boy|he)\b|(?<!(?:[.,]\d{1,2}|\b\d) ?)\bm,? (?=\d{2}\b)|(?<![.,\d])\d{2}m\b/
const SPOKEN_ACTIVITY: ReadonlyArray<readonly [(typeof LEVELS)[number], RegExp]> = [
  ['sedentary', /\b(?:sedentary|desk job|inactive|office job|not active)\b/],
  ['light', /\blight(?:ly)?\b/],
  ['moderate', /\bmoderate(?:ly)?\b/],
  ['high', /\b(?:very|highly) active\b|\bhard exercise\b/],
]

function hearNeed(text: string): Heard {
  if (!TOPIC.test(text) || !NEED.test(text)) return null
  const loss = lossIn(text)
  const { weightKg, heightCm } = readBodyMeasures(loss ? text.replace(loss.said, ' ') : text)
  const age = ageIn(text)
  const sex = sexIn(text)
  const missing = nameMissing([
    [weightKg, 'the weight, such as 70 kg or 155 lbs'],
    [heightCm, 'the height, such as 170 cm or 5 ft 7'],
    [age, 'the age in years'],
    [sex, 'the sex (female or male), which the equation needs'],
  ])
  if (missing.length > 0) {
    const isHalf = weightKg !== null && (heightCm !== null || age !== null) && !asksToUnderstand(text)
    return isHalf || asksToCompute(text, TOPIC) ? { missing } : null
  }
  const activity = SPOKEN_ACTIVITY.find(([, words]) => words.test(text))?.[0]
  const more = { ...(activity ? { activity } : {}), ...(loss ? { lose_kg_per_week: loss.kg } : {}) }
  return { use: { weight_kg: weightKg, height_cm: heightCm, age_years: age, sex, ...more } }
}

const LOSS =
  /\b(?:lose|losing|loss of|drop|dropping|shed) (?:about |around |up to )?(\d{1,2}(?:\.\d{1,2})?|an?|half an?) ?(kgs?|kilos?|kilograms?|lbs?|pounds?|stones?) (?:per|a|each|every|in a|\/) ?(week|wk|month)\b/
const KG_IN: ReadonlyArray<readonly [RegExp, number]> = [
  [/^k/, 1],
  [/^s/, KG_PER_STONE],
  [/^(?:l|p)/, KG_PER_POUND],
]
const WEEKS_A_MONTH = 365.25 / 12 / 7

/** "lose 1 pound a week" → 0.4536 kg and the words, which tell no body weight; null when no pace is named. */
function lossIn(text: string): { readonly kg: number; readonly said: string } | null {
  const [said, amount = '', unit = '', span] = LOSS.exec(text) ?? []
  if (said === undefined) return null
  const count = amount.startsWith('half') ? 0.5 : amount.startsWith('a') ? 1 : Number(amount)
  const kg = count * (KG_IN.find(([pattern]) => pattern.test(unit))?.[1] ?? 1)
  return { kg: Number((span === 'month' ? kg / WEEKS_A_MONTH : kg).toPrecision(4)), said }
}

function ageIn(text: string): number | null {
  const years = YEARS.exec(text)
  return ageSaid(text) ?? (years ? Number(years.slice(1).find(Boolean)) : null)
}

function sexIn(text: string): 'female' | 'male' | null {
  if (FEMALE.test(text)) return 'female'
  return MALE.test(text) ? 'male' : null
}

function showNeed(output: z.output<typeof Output>, activity: (typeof LEVELS)[number] | undefined): readonly Block[] {
  const rows = LEVELS.map((level) => [
    level === activity ? `${level} *` : level,
    MEANS[level],
    number(Math.round(output.daily_need_kcal[level] / 10) * 10),
  ])
  return [
    facts('Estimate', { 'At rest, kcal a day': number(Math.round(output.resting_kcal_per_day / 10) * 10) }),
    table(['Activity', 'Meaning', 'kcal a day'], rows, activity ? 'Daily need (* what you said)' : 'Daily need'),
    note(
      'plain',
      'At rest = 10 × kg + 6.25 × cm − 5 × years + 5 (men) or − 161 (women) (Mifflin-St Jeor, 1990), times 1.2, 1.375, 1.55 or 1.725 for activity. Rounded to 10.',
    ),
    note(
      'warn',
      'An estimate for healthy adults: single people differ by 10 % and more. It does not fit pregnancy, breastfeeding, illness or children, and it is no diet plan. Ask a doctor or dietitian before eating much less.',
    ),
  ]
}

const LEAST_KCAL: Readonly<Record<'female' | 'male', number>> = { female: 1200, male: 1500 }

function showLoss(output: z.output<typeof Output>, input: Asked): readonly Block[] {
  const { lose_kg_per_week: loss, activity, sex } = input
  if (loss === undefined) return []
  const less = (loss * KCAL_PER_KG) / 7
  const levels = activity ? [activity] : LEVELS
  const rows = levels.map((level) => [level, number(Math.round((output.daily_need_kcal[level] - less) / 10) * 10)])
  return [
    facts(`To lose ${Math.round(loss * 100) / 100} kg a week, by rule of thumb`, {
      'Less than the daily need, kcal a day': number(Math.round(less / 10) * 10),
    }),
    table(['Activity', 'kcal a day then'], rows),
    note(
      'warn',
      `About 7,700 kcal for each kg (3,500 a pound); real loss is slower with time, as a lighter body needs less. Below about ${LEAST_KCAL[sex].toLocaleString('en-US')} kcal a day only with a doctor or dietitian, and not when pregnant, ill or underweight.`,
    ),
  ]
}
