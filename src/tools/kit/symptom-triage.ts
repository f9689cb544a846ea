import * as z from 'zod'
import { type Block, facts, note, prose } from '../../report/report.ts'
import { ageGroupOf, ageSaid } from '../age-said.ts'
import { tellsSymptom } from '../find-signs.ts'
import { heardText } from '../heard-text.ts'
import { defineTool, type Heard } from '../tool.ts'
import { triage } from '../triage.ts'
import { AGE_GROUPS, type AgeGroup, URGENCIES, type Urgency } from '../triage-rule.ts'

const Output = z.object({
  urgency: z.enum(URGENCIES),
  age_group: z.enum(AGE_GROUPS),
  signs: z.array(z.string()),
  reasons: z.array(z.string()),
  red_flags_found: z.array(z.string()),
  red_flags_to_check: z.array(z.string()),
})

/** Red-flag triage of a description: general information after public guidance, never a diagnosis. */
export default defineTool({
  name: 'symptom-triage',
  summary:
    'Checks described symptoms for red flags and says how soon to seek help: now, today, this week or self-care.',
  example: 'I have a headache, a fever and a stiff neck, should I see a doctor?',
  effect: 'read',
  input: z.object({
    symptoms: z
      .string()
      .min(3, 'the symptoms must be described')
      .max(2_000, 'describe the symptoms in at most 2,000 characters'),
    age_years: z.number().min(0, 'an age cannot be negative').max(120, 'an age is at most 120 years').optional(),
  }),
  output: Output,
  hear: (said) => hearComplaint(heardText(said)),
  run({ symptoms, age_years }) {
    const text = heardText({ text: symptoms, attachment: null }).replace(QUESTION_WORDS, ' ')
    const result = triage(text, ageGroupOf(text, age_years ?? ageSaid(text)))
    return {
      urgency: result.urgency,
      age_group: result.ageGroup,
      signs: [...result.signs],
      reasons: [...result.reasons],
      red_flags_found: [...result.redFlags],
      red_flags_to_check: [...result.askAbout],
    }
  },
  show: showTriage,
})

const PERSON =
  /\b(?:i|i'm|i've|i'd|im|ive|my|me|he|she|they|his|her|him|he's|she's|we|our|son|daughter|baby|child|kid|toddler|wife|husband|partner|mum|mom|mother|dad|father|friend|grand\w{2,6}|triage)\b/
const PLACE =
  '(?:doctors?|gp|er|a&e|emergency(?: room)?|hospital|urgent care|clinic|ambulance|casualty|111|911|999|112)'
const URGENT = [
  /\b(?:should|shall|must|do|does|need|needs|have|has|ought|can|could)(?: (?:i|we|he|she|they|it|someone|my \w{1,12}))?(?: need| have)?(?: to)? (?:see (?:a|an|the|my|our|his|her|some)|get (?:it |this |him |her |them )?(?:seen|checked|looked)|be seen|(?:call|ring|phone|visit|speak|talk)(?! in\b)|worry|be (?:worried|concerned)|wait\b|take (?:him|her|them|my \w{1,12}|it) to|go (?:to|in)\b.{0,12}\b(?:doctor|gp|er|a&e|hospital|emergency|urgent|clinic|casualty))/,
  new RegExp(`\\b${PLACE}\\b.{0,30}\\?|\\b(?:see|call|go to|visit|need)\\b.{0,15}\\b${PLACE}\\b`),
  /\bhow (?:urgent|serious|soon|quickly|fast|worried|dangerous|bad)\b/,
  /\b(?:is|isn't|are|could|sounds?|be)(?: (?:it|this|that|these|they))?(?: be)?(?: a| an| something| anything)?(?: really)? (?:serious|urgent|dangerous|emergency|life[- ]threatening|worth seeing|to worry|worrying|worrisome)\b/,
  /\b(?:is|isn't|are|aren't) (?:my|the|his|her|our|this|that|these) .{1,40}\b(?:serious|urgent|dangerous|an emergency|life[- ]threatening|worrying)\b/,
  /\btriage\b/,
  new RegExp(`\\b${PLACE} or (?:wait|not|home|stay|just)\\b`),
  /\bcan (?:it|this|that) wait\b/,
]
// "is it severe?" asks, it does not tell.
const QUESTION_WORDS =
  /\b(?:is|are) (?:it|this|that|these) (?:severe|serious|bad|an emergency)\b|\bhow (?:severe|bad|serious|intense) (?:is|are)\b|\b(?:get|gets|got|is) (?:it )?worse\?|\bif it (?:gets|is getting) worse\b/g
const PERSONAL_WISH =
  /^(?:please )?triage (?:my|these|his|her|the|some) symptoms\b|^(?:should i|do i need to) (?:see|call|go to) (?:a|the|my) (?:doctor|gp|er|hospital|emergency room)\W*$/

function hearComplaint(text: string): Heard {
  if (!URGENT.some((pattern) => pattern.test(text)) || !PERSON.test(text)) return null
  if (tellsSymptom(text)) return { use: { symptoms: text } }
  return PERSONAL_WISH.test(text)
    ? {
        missing: [
          'the symptoms, since when, and how bad they are',
          'the age of the person, and pregnancy or illnesses, if any',
        ],
      }
    : null
}

const SAY: Readonly<Record<Urgency, string>> = {
  now: 'Get help now. Call your local emergency number (112 in Europe and on most mobile phones, 911 in North America, 999 in the UK) or go to the nearest emergency department. Do not drive yourself.',
  today:
    'Speak to a doctor or a medical advice line today (such as NHS 111 in the UK, or your practice’s or region’s out-of-hours line). Do not wait until tomorrow.',
  'this-week': 'Arrange to see a doctor, pharmacist or other professional within the next days. Sooner if it changes.',
  'self-care':
    'No red flag was found in what you wrote; self-care is usually reasonable. Rest, drink enough, and ask a pharmacist about suitable remedies. See a doctor if it does not get better in a few days.',
}
const TONE = { now: 'bad', today: 'warn', 'this-week': 'plain', 'self-care': 'plain' } as const
const TITLE: Readonly<Record<Urgency, string>> = {
  now: 'now (emergency)',
  today: 'today',
  'this-week': 'this week',
  'self-care': 'self-care',
}
const AGE_TITLE: Readonly<Record<AgeGroup, string>> = {
  'under-3-months': 'baby under 3 months',
  '3-to-12-months': 'baby of 3 to 12 months',
  baby: 'baby (age in months not said)',
  child: 'child or teenager',
  adult: 'adult',
  'over-65': '65 or older',
  unknown: 'not said',
}

function showTriage(output: z.output<typeof Output>): readonly Block[] {
  const { urgency, age_group, signs, reasons, red_flags_found, red_flags_to_check } = output
  return [
    note(TONE[urgency], SAY[urgency]),
    facts('Triage', {
      'How soon': TITLE[urgency],
      'Age group': AGE_TITLE[age_group],
      'What I recognised': signs.join(', ') || 'nothing that the rules know',
      'Red flags in your words': red_flags_found.join('; ') || 'none',
      ...(reasons.length > red_flags_found.length
        ? { 'Also decided by': reasons.filter((say) => !red_flags_found.includes(say)).join('; ') }
        : {}),
    }),
    prose(
      `**Check also, and call for help now if one is true:**\n${red_flags_to_check.map((say) => `- ${say}`).join('\n')}`,
    ),
    note(
      'warn',
      'General information from fixed rules after public guidance (NHS, British Red Cross, MedlinePlus). It is not a diagnosis, it knows only the words you wrote, and it can miss things. If you feel that something is very wrong, seek help whatever it says.',
    ),
  ]
}
