import * as z from 'zod'
import { type Block, note, prose } from '../../report/report.ts'
import { asksToCompute } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { readLists } from '../labelled-lists.ts'
import { oneBlank } from '../one-blank.ts'
import { quadrantFrame } from '../quadrant-frame.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

const QUADRANTS = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const
type QuadrantName = (typeof QUADRANTS)[number]
/** More pairs than these are a list that nobody answers. */
const MOST_QUESTIONS = 4

const points = (what: string) =>
  z
    .array(z.string().min(1).max(200, `a point of the ${what} has at most 200 characters`))
    .max(30, `at most 30 ${what}`)
    .default([])

const Output = z.object({
  crossings: z.array(
    z.object({
      /** Such as `S-O`. */
      pair: z.enum(['S-O', 'W-O', 'S-T', 'W-T']),
      aim: z.string(),
      questions: z.array(z.string()),
      /** Pairs of points beyond the most that are asked. */
      left_out: z.number(),
    }),
  ),
  /** Questions for quadrants without a point. */
  to_answer: z.array(z.object({ quadrant: z.enum(QUADRANTS), questions: z.array(z.string()) })),
})

/** SWOT as a frame with its crossings. Source: Weihrich, "The TOWS Matrix", Long Range Planning 15 (1982). */
export default defineTool({
  name: 'swot',
  summary: 'Puts your points into a SWOT frame and asks the crossing questions about them.',
  example:
    'swot: strengths: loyal customers, fast delivery; weaknesses: small team; opportunities: new offices nearby; threats: rising rents',
  effect: 'read',
  input: z.object({
    subject: z.string().max(120).default('').describe('What it is about, or empty'),
    strengths: points('strengths'),
    weaknesses: points('weaknesses'),
    opportunities: points('opportunities'),
    threats: points('threats'),
  }),
  output: Output,
  hear: hearPoints,
  run: (given) => ({
    crossings: CROSSINGS.map((crossing) => cross(given, crossing)).filter(({ questions }) => questions.length > 0),
    to_answer: QUADRANTS.filter((name) => given[name].length === 0).map((quadrant) => ({
      quadrant,
      questions: [...ASKED[quadrant]],
    })),
  }),
  show: ({ crossings, to_answer }, given) => [
    ...quadrantFrame(
      [quadrant('Strengths (inside)', given.strengths), quadrant('Weaknesses (inside)', given.weaknesses)],
      [quadrant('Opportunities (outside)', given.opportunities), quadrant('Threats (outside)', given.threats)],
    ),
    ...crossings.map(({ pair, aim, questions, left_out }) =>
      list(`${pair}: ${aim}`, [...questions, ...(left_out > 0 ? [`… and ${left_out} more pairs`] : [])]),
    ),
    ...to_answer.map(({ quadrant: name, questions }) => list(`Still empty: ${name}`, questions)),
    note(
      'plain',
      'Every point is yours; the frame only pairs them. A point without evidence is a guess: write the figure or the customer behind each, then pick the two or three crossings worth acting on.',
    ),
  ],
})

const quadrant = (title: string, given: readonly string[]) => ({ title, points: given })

const list = (title: string, items: readonly string[]): Block =>
  prose(`**${title}**\n${items.map((item) => `- ${item}`).join('\n')}`)

interface Crossing {
  readonly pair: 'S-O' | 'W-O' | 'S-T' | 'W-T'
  readonly inside: 'strengths' | 'weaknesses'
  readonly outside: 'opportunities' | 'threats'
  readonly aim: string
  readonly ask: (inside: string, outside: string) => string
}

const CROSSINGS: readonly Crossing[] = [
  {
    ...{ pair: 'S-O', inside: 'strengths', outside: 'opportunities', aim: 'use a strength to take an opportunity' },
    ask: (inside, outside) => `How can “${inside}” help to take “${outside}”?`,
  },
  {
    ...{ pair: 'W-O', inside: 'weaknesses', outside: 'opportunities', aim: 'mend a weakness that bars an opportunity' },
    ask: (inside, outside) => `What must change about “${inside}” before “${outside}” can be taken?`,
  },
  {
    ...{ pair: 'S-T', inside: 'strengths', outside: 'threats', aim: 'use a strength against a threat' },
    ask: (inside, outside) => `How can “${inside}” soften “${outside}”?`,
  },
  {
    ...{ pair: 'W-T', inside: 'weaknesses', outside: 'threats', aim: 'guard where a weakness meets a threat' },
    ask: (inside, outside) =>
      `What happens if “${outside}” comes while “${inside}” is still true, and what would limit it?`,
  },
]

const ASKED: Readonly<Record<QuadrantName, readonly string[]>> = {
  strengths: ['What do customers come back for?', 'What do you have that others cannot buy quickly?'],
  weaknesses: ['Why were the last customers lost?', 'What breaks when one person or supplier is away?'],
  opportunities: [
    'What changes in the market, the law or technology in the next two years?',
    'Whom could you serve that nobody serves well?',
  ],
  threats: ['Who could take your customers, and how?', 'Which cost, rule or supplier could change against you?'],
}

type Given = Readonly<Record<QuadrantName, readonly string[]>>

function cross(given: Given, { pair, inside, outside, aim, ask }: Crossing) {
  const all = given[inside].flatMap((one) => given[outside].map((other) => ask(one, other)))
  return { pair, aim, questions: all.slice(0, MOST_QUESTIONS), left_out: Math.max(0, all.length - MOST_QUESTIONS) }
}

const LABELS = {
  strengths: /stren\w{2,5}|strong points?|pros|what we(?: are|'re) good at/,
  weaknesses: /weak[a-z]{0,8}(?: points?| spots?)?|cons/,
  opportunities: /op{1,2}or?t{1,2}[uo]nit\w{1,4}|chances/,
  threats: /thr?[ea]{2}ts?|dangers|risks/,
} as const
const LETTERS = { strengths: /s/, weaknesses: /w/, opportunities: /o/, threats: /t/ } as const
const TOPIC = /\bs\.?w\.?o\.?t\b|\btows\b/
const ASKS_WHAT =
  /^(?:hey |hi |so |and |please )?(?:how|what|why|when|who|is|are|does|should|explain|tell me (?:how|what|why))\b/
const ABOUT = /\b(?:s\.?w\.?o\.?t\.?|tows)(?: analysis| matrix| frame)? (?:of|for|on|about) ([^:;?!.\n]{2,80})/i

/** Only pairs such as pros and cons do not make a SWOT: without its name two of its own words must head a list. */
const OWN = /strength|weak|opport?unit|threat/

function hearPoints(said: Utterance): Heard {
  const text = heardText(said)
  const source = listSource(said)
  const isNamed = TOPIC.test(text)
  if (!isNamed && !OWN.test(text)) return null
  const lists = isNamed ? namedLists(source) : readLists(source, LABELS)
  if (!isNamed && (ownWords(source) < 2 || Object.keys(lists).length < 2)) return null
  const subject = subjectOf(said.text)
  if (Object.keys(lists).length > 0) return { use: { subject, ...lists } }
  if (!isNamed || ASKS_WHAT.test(text)) return null
  if (subject !== '') return { use: { subject } }
  return asksToCompute(text, TOPIC) ? { missing: [POINTS] } : null
}

/** With the name said, bare labels and single letters head lists too. */
function namedLists(source: string): ReturnType<typeof readLists<QuadrantName>> {
  const found = readLists(withColons(source), LABELS)
  return Object.keys(found).length > 0 ? found : readLists(source, LETTERS)
}

const ownWords = (source: string): number =>
  [/\bstrength/i, /\bweak/i, /\bopport?unit/i, /\bthreat/i].filter((word) => word.test(source)).length

const POINTS = 'what it is about, or its strengths, weaknesses, opportunities and threats'

/** "a swot for my bakery" → "my bakery"; empty when it names nothing. */
const subjectOf = (text: string): string =>
  ABOUT.exec(text.slice(0, 2_000))?.[1]
    ?.replace(/\s+(?:with|where|given)\b.*$/i, '')
    .trim() ?? ''

const BARE_LABEL =
  /[ ,;]+(?:(?:and|with|are|our|my) )*(strengths|weaknesses|opportunities|threats)\b(?! ?[:=-]| (?:are|is|include))/gi

/** "strengths cheap weaknesses slow …": where all four labels stand bare, each opens its list. */
const withColons = (source: string): string =>
  [...source.matchAll(BARE_LABEL)].length === 4 ? source.replace(BARE_LABEL, '; $1: ') : source

/** The points stand in the sentence or in what came with it. */
function listSource({ text, attachment }: Utterance): string {
  const plain = (one: string) =>
    oneBlank(one.slice(0, 8_000)).replace(
      /\b(?:swot|tows)(?: analysis| matrix| frame)?\b(?! of| for| on| about)/gi,
      '$&\n',
    )
  return attachment === null ? plain(text) : `${plain(text)}\n${plain(attachment)}`
}
