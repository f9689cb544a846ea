import * as z from 'zod'
import { type Block, facts, note, number, table } from '../../report/report.ts'
import { asksToUnderstand } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { twoSidedTail } from '../normal-tail.ts'
import { defineTool, type Heard } from '../tool.ts'

const whole = (what: string) => z.int(`${what} must be a whole number`).max(1e12, `${what} is too large`)
const visitors = (side: string) => whole(`the visitors of ${side}`).min(1, `${side} needs at least one visitor`)
const successes = (side: string) =>
  whole(`the successes of ${side}`).min(0, `the successes of ${side} cannot be negative`)

const Output = z.object({
  rate_a: z.number(),
  rate_b: z.number(),
  /** B minus A as a share, and its 95% interval. */
  difference: z.number(),
  difference_from: z.number(),
  difference_to: z.number(),
  /** (B − A) / A; null when A has no success. */
  relative_lift: z.number().nullable(),
  /** Null when both rates are 0 or both are 1: there is nothing to test. */
  z_score: z.number().nullable(),
  p_value: z.number().nullable(),
  smallest_expected_count: z.number(),
})

/**
 * Two-proportion z-test, pooled, two-sided; 95% interval of the difference unpooled.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, section 7.3.3.
 */
export default defineTool({
  name: 'ab-test',
  summary: 'Tests whether two conversion rates differ by more than chance (two-proportion z-test).',
  example: 'A/B test: A 200 of 5000, B 250 of 5000',
  effect: 'read',
  input: z
    .object({
      successes_a: successes('A'),
      visitors_a: visitors('A'),
      successes_b: successes('B'),
      visitors_b: visitors('B'),
    })
    .refine((it) => it.successes_a <= it.visitors_a && it.successes_b <= it.visitors_b, {
      message: 'the successes cannot be more than the visitors',
    }),
  output: Output,
  hear: (said) => hearTest(heardText(said)),
  run({ successes_a, visitors_a, successes_b, visitors_b }) {
    const [a, b] = [successes_a / visitors_a, successes_b / visitors_b]
    const pooled = (successes_a + successes_b) / (visitors_a + visitors_b)
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / visitors_a + 1 / visitors_b))
    const spread = 1.959964 * Math.sqrt((a * (1 - a)) / visitors_a + (b * (1 - b)) / visitors_b)
    const score = error === 0 ? null : (b - a) / error
    return {
      rate_a: a,
      rate_b: b,
      difference: b - a,
      difference_from: b - a - spread,
      difference_to: b - a + spread,
      relative_lift: a === 0 ? null : (b - a) / a,
      z_score: score,
      p_value: score === null ? null : twoSidedTail(score),
      smallest_expected_count: Math.min(visitors_a, visitors_b) * Math.min(pooled, 1 - pooled),
    }
  },
  show: (output, input) => [
    table(
      ['Variant', 'Successes', 'Visitors', 'Rate'],
      [
        ['A', number(input.successes_a), number(input.visitors_a), fine(output.rate_a)],
        ['B', number(input.successes_b), number(input.visitors_b), fine(output.rate_b)],
      ],
    ),
    ...showVerdict(output),
    note(
      'plain',
      'z = (rate B − rate A) ÷ √(p(1 − p)(1/nA + 1/nB)) with the pooled rate p; p-value two-sided. It holds if the sample size was fixed before: looking every day and stopping at a good moment finds differences that are not there.',
    ),
  ],
})

const fine = (share: number): string => `${(share * 100).toFixed(2)} %`

function showVerdict(output: z.output<typeof Output>): readonly Block[] {
  const { p_value: p, z_score } = output
  if (p === null || z_score === null)
    return [note('warn', 'Both rates are the same extreme (all or none): there is nothing to test.')]
  const isClear = p < 0.05
  return [
    facts('Result', {
      'Difference B − A': `${fine(output.difference)} (95 % interval ${fine(output.difference_from)} to ${fine(output.difference_to)})`,
      'Relative change': output.relative_lift === null ? null : fine(output.relative_lift),
      'z score': number(z_score),
      'p-value': p < 0.0001 ? 'below 0.0001' : number(p),
    }),
    note(
      isClear ? 'good' : 'plain',
      isClear
        ? 'Significant at the 5 % level: a difference this large would be rare if A and B were equal. Whether it is large enough to matter is your decision.'
        : 'Not significant at the 5 % level: a difference this large is not rare when A and B are equal. That does not prove that they are equal.',
    ),
    ...(output.smallest_expected_count < 5
      ? [
          note(
            'warn',
            'Fewer than 5 successes or failures are expected in a variant, so the test is not reliable; collect more data.',
          ),
        ]
      : []),
  ]
}

const TOPIC =
  /\ba ?\/ ?b\b|\bab[- ]?test|\bsplit[- ]?test|\bsignifican(?:t|ce|tly)\b|\bz-?test\b|\bp[- ]?value\b|\b(?:variant|version|group) a\b|^a:? \d/
/** Words of a test that count only beside the figures of two variants. */
const VERDICT =
  /\b(?:luck|by chance|(?:really|actually|truly) (?:better|worse|different)|real difference|p ?-?values?|conversions?|is (?:that|this|it|the difference) real|win(?:s|ner)?|won|better|worse|beat|converts?|improved?(?:ment)?|(?:did|does|has) .{0,25}(?:work|help)(?:ed)?|make a difference)\b/
const VARIANT =
  /\b(?:pages?|versions?|variants?|variations?|emails?|ads?|buttons?|landing|headlines?|sign-?ups?|conver\w{1,8}|clicks?|visits?|visitors?|control)\b/
const NUM = String.raw`\d{1,3}(?:,\d{3})+|\d{1,13}`
const PAIR = new RegExp(
  String.raw`(?<![\w.,/])(${NUM}) ?(?:[\w-]{2,12} )?(?:of|out of|from|\/) ?(?:the )?(${NUM}) ?(k)?(?![\w.%/]*\d)`,
  'g',
)
/** What a success is called, and what a visitor does who is one. */
const HIT =
  'conversions?|sales|signups?|sign-ups|clicks|purchases|orders|successes|opens|bookings|leads|bought|buy|ordered|clicked|converted|paid|purchased|booked|opened|subscribed|signed up|joined|replied|answered|registered'
const VISITS_FIRST = new RegExp(
  String.raw`(?<![\w.,])(${NUM}) ?(k)? (?:visitors|users|visits|sessions|views|impressions|people|emails|sent)\b[^\d]{0,20}(${NUM}) (?:(?:of (?:them|those|these|whom) |people |who |customers? )?${HIT})\b`,
  'g',
)
/** "420 and 19 bought": what the first number counts was said before. */
const AGAIN = new RegExp(
  String.raw`(?<![\w.,])(${NUM}) (?:and|with|of which) (${NUM}) (?:of (?:them|those) )?(?:${HIT})\b`,
  'g',
)
/** "40 conversions, 800 visitors": successes first, the visitors in words. */
const HITS_FIRST = new RegExp(
  String.raw`(?<![\w.,])(${NUM}) (?:${HIT}),? (?:and |on |with |from )?(${NUM}) ?(k)? (?:visitors|users|visits|sessions|views|impressions|people|emails|sent)\b`,
  'g',
)
const RATE_OF = new RegExp(
  String.raw`(\d{1,2}(?:\.\d{1,4})?) ?% (?:of|from|on|out of|with|at) (?:the )?(${NUM}) ?(k)?\b`,
  'g',
)
const RATES = /(\d{1,2}(?:\.\d{1,4})?) ?%.{1,30}?(\d{1,2}(?:\.\d{1,4})?) ?%/
const EACH = new RegExp(
  String.raw`(?<![\w.,])(${NUM}) ?(k)? (?:visitors|users|visits|sessions|views|impressions|people|emails|sent|recipients|samples)?(?: ?(?:each|(?:per|every) (?:variant|version|group|side)|in each(?: group)?|apiece|both))\b`,
)
const TWO = new RegExp(String.raw`\ba\b[^\d%]{0,30}?(${NUM})\b(?! ?%).{0,30}?\bb\b[^\d%]{0,30}?(${NUM})\b(?! ?%)`)

type Side = readonly [hits: number, all: number]

function hearTest(text: string): Heard {
  if (!/\d|test|significan/.test(text)) return null
  const sides = sidesIn(text)
  const [a, b, third] = sides
  const isVerdict = sides.length === 2 && VERDICT.test(text) && VARIANT.test(text)
  if (!TOPIC.test(text) && !isVerdict) return null
  if (a && b && !third) return { use: { successes_a: a[0], visitors_a: a[1], successes_b: b[0], visitors_b: b[1] } }
  const isMine =
    /\b(?:is|are|was|were) (?:my|our|this|the) .{0,30}\bsignificant\b|^(?:calculate|compute|run|evaluate) (?:my|our|an?|the|this)\b.{0,20}\b(?:test|significance)\b/.test(
      text,
    )
  return (a || isMine || RATES.test(text)) &&
    !asksToUnderstandOnly(text) &&
    /\btest|\ba ?\/ ?b\b|\bconver|\bvariant/.test(text)
    ? { missing: ['successes and visitors of both variants, such as A 200 of 5000, B 250 of 5000'] }
    : null
}

/** Successes and visitors of each variant, in the first way of telling that gives two. */
function sidesIn(text: string): readonly Side[] {
  const pairs = [...text.matchAll(PAIR)].map(([, hits = '', all = '', k]): Side => [numberOf(hits), numberOf(all, k)])
  const rates = [...text.matchAll(RATE_OF)].map(([, rate = '', all = '', k]) => sideOf(Number(rate), numberOf(all, k)))
  const visits = [...text.matchAll(VISITS_FIRST)].map(
    ([, all = '', k, hits = '']): Side => [numberOf(hits), numberOf(all, k)],
  )
  const hitsFirst = [...text.matchAll(HITS_FIRST)].map(
    ([, hits = '', all = '', k]): Side => [numberOf(hits), numberOf(all, k)],
  )
  // "A: 40 conversions, 800 visitors. B: 60 …" read the other way round pairs each variant with the next and has one less.
  const inWords =
    hitsFirst.length > visits.length ? hitsFirst : [...visits, ...(visits.length === 1 ? againIn(text) : [])]
  const ways = [pairs, inWords, rates.length === 1 ? [] : rates, sidesOfEach(text)]
  return ways.find((way) => way.length >= 2) ?? pairs
}

const againIn = (text: string): readonly Side[] =>
  [...text.matchAll(AGAIN)].map(([, all = '', hits = '']): Side => [numberOf(hits), numberOf(all)])

/** "5% vs 6% on 1000 visitors each", "5000 visitors each, A converted 200 and B 250". */
function sidesOfEach(text: string): readonly Side[] {
  const each = EACH.exec(text)
  if (!each) return []
  const all = numberOf(each[1] ?? '', each[2])
  const rates = RATES.exec(text)
  if (rates) return [sideOf(Number(rates[1]), all), sideOf(Number(rates[2]), all)]
  const two = TWO.exec(text.replace(each[0], ' '))
  return two ? [numberOf(two[1] ?? ''), numberOf(two[2] ?? '')].map((hits): Side => [hits, all]) : []
}

/** A rate in percent of so many visitors is a whole number of successes. */
const sideOf = (percentage: number, all: number): Side => [Math.round((percentage / 100) * all), all]

const asksToUnderstandOnly = (text: string): boolean =>
  asksToUnderstand(text) && !/\d/.test(text) && !/^(?:is|are) (?:my|our|this|the)/.test(text)

const numberOf = (said: string, thousands?: string): number =>
  Number(said.replaceAll(',', '')) * (thousands ? 1_000 : 1)
