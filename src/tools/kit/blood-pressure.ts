import * as z from 'zod'
import { type Block, facts, note, table } from '../../report/report.ts'
import { heardText } from '../heard-text.ts'
import { defineTool, type Heard } from '../tool.ts'

/** From above: the first that either figure reaches is the range. */
const RANGES = [
  { name: 'very high', upper: 180, lower: 120 },
  { name: 'high', upper: 140, lower: 90 },
  { name: 'raised (high by the limits of the USA)', upper: 130, lower: 80 },
  { name: 'slightly raised', upper: 120, lower: 80 },
  { name: 'normal', upper: 90, lower: 60 },
] as const
const LOW = 'low' as const

type Range = (typeof RANGES)[number]['name'] | typeof LOW

const NAMES: readonly [Range, ...Range[]] = [LOW, ...RANGES.map(({ name }) => name)]

const MEANS: Readonly<Record<Range, string>> = {
  'very high':
    'With chest or back pain, breathlessness, weakness, numbness, bad headache, confusion, or trouble seeing or speaking: call your emergency number now, do not wait. Without any of these: sit quietly for five minutes and measure again. Still so: call a doctor today. Pregnant or after birth: go to hospital now.',
  high: 'High in most countries, if it stays there: one reading proves little. Measure for a week and show the list to a nurse, pharmacist or doctor.',
  'raised (high by the limits of the USA)':
    'Not high at a clinic in most countries, high by the limits of the USA; at home 135/85 counts as high in many countries. Measure again on other days.',
  'slightly raised': 'No cause for alarm. Measure now and then; moving, less salt and less alcohol keep it down.',
  normal: 'In the normal range of adults.',
  low: 'Fine for many people who feel well. With dizziness or a new medicine have it checked. Much lower than usual for you: measure again, and call a doctor today if it stays. Call your emergency number if somebody faints, is confused, cold and pale, or hard to wake.',
}

/** No guideline's limit: below it "fine for many" would be false comfort, whatever the cause. */
const FAR_BELOW_MMHG = 80
const FAR_BELOW =
  'So low a figure is often measured wrongly: measure again. Still so: call a doctor today. Call your emergency number now if somebody faints, is confused, cold and pale, breathes fast, bleeds or is hard to wake.'

/**
 * The range of one reading of an adult. Limits: American Heart Association (2017: 120, 130/80, 140/90, 180/120), NHS and the European
 * Society of Hypertension (140/90 at the clinic, 135/85 at home; low below 90/60).
 */
export default defineTool({
  name: 'blood-pressure',
  summary: 'Says in which range of adults one reading of the blood pressure is.',
  example: 'is a blood pressure of 142/91 high',
  effect: 'read',
  input: z.object({
    upper_mmhg: z.number().int().min(50, 'the upper figure is 50 to 300').max(300, 'the upper figure is 50 to 300'),
    lower_mmhg: z.number().int().min(20, 'the lower figure is 20 to 200').max(200, 'the lower figure is 20 to 200'),
  }),
  output: z.object({ range: z.enum(NAMES) }),
  hear: (said) => hearPressure(heardText(said)),
  run: ({ upper_mmhg, lower_mmhg }) => ({
    range: RANGES.find((one) => isWithin(one, upper_mmhg, lower_mmhg))?.name ?? LOW,
  }),
  show({ range }, { upper_mmhg, lower_mmhg }): Block[] {
    return [
      facts('Blood pressure', {
        Reading: `${upper_mmhg}/${lower_mmhg} mmHg`,
        'Range for adults': range,
      }),
      upper_mmhg < FAR_BELOW_MMHG
        ? note('warn', FAR_BELOW)
        : note(range === 'very high' ? 'warn' : 'plain', MEANS[range]),
      table(
        ['Range', 'From'],
        [
          ...RANGES.map(({ name, upper, lower }) => [name, fromText(name, upper, lower)]),
          [LOW, 'below 90, or lower figure below 60'],
        ],
      ),
      note(
        'plain',
        'Limits: 120, 130/80 and 180/120 American Heart Association; 140/90 and low below 90/60 NHS (UK), 140/90 also European Society of Hypertension.',
      ),
      note(
        'warn',
        'One reading is no diagnosis. With chest pain, weakness on one side or trouble speaking call your emergency number, whatever the figure. These limits are not for children or in pregnancy: when pregnant or after birth, call a midwife or doctor today from 140/90, and go to hospital now from 160/110.',
      ),
    ]
  },
})

/** Normal needs both figures; a raised one needs only one of them. From 120 on the upper figure alone is slightly raised. */
function isWithin({ name, upper, lower }: (typeof RANGES)[number], high: number, low: number): boolean {
  if (name === 'normal') return high >= upper && low >= lower
  return high >= upper || (name !== 'slightly raised' && low >= lower)
}

const fromText = (name: string, upper: number, lower: number): string => {
  if (name === 'normal') return `${upper}/${lower} to 119/79`
  return name === 'slightly raised' ? '120 to 129, lower figure below 80' : `${upper} or ${lower}`
}

const READING =
  /\b(?:bp|blood ?pressure|pressure|systolic)\b.{0,40}?(?<![\d./])(\d{2,3}) ?(?:\/|over|on|by|-) ?(\d{2,3})(?![\d./%])|(?<![\d./])(\d{2,3}) ?(?:\/|over) ?(\d{2,3})(?![\d./%]).{0,40}\b(?:bp|blood ?pressure|mmhg)\b/
const ASKS =
  /\b(?:high|low|normal|ok|okay|fine|good|bad|healthy|dangerous|worr\w+|mean|range|category|too|alright|concern\w*|elevated|raised|serious|hypertension|stage)\b/
/** What a page answers better, or what the limits of adults are not for. */
const OTHER =
  /\b(?:how (?:do|can|to|should|could)|lower (?:it|my|the)|reduce|tablets?|pills?|medic\w+|meds|drugs?|exercise|diet|food|pregnan\w+|weeks|birth|baby|child|kid|son|daughter|toddler|year old boy|year old girl|dog|cat|tire|tyre|psi)\b/
const BARE =
  /^(?:my |the |a )?(?:bp|blood ?pressure)(?: (?:is|was|of|reading|today|this morning|now))*:? ?[\d /]+(?:over)?[\d /]*(?:mmhg)?[ ?!.]*$/

/** Hears "my bp was 142/91 is that high", "blood pressure 150 over 95 ok?", "bp 118/76". */
function hearPressure(text: string): Heard {
  const found = READING.exec(text)
  if (!found || OTHER.test(text) || !(ASKS.test(text) || BARE.test(text))) return null
  const [upper, lower] = [Number(found[1] ?? found[3]), Number(found[2] ?? found[4])]
  return upper > lower && upper >= 50 && lower >= 20 ? { use: { upper_mmhg: upper, lower_mmhg: lower } } : null
}
