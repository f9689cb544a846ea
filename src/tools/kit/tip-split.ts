import * as z from 'zod'
import { type Block, facts, note } from '../../report/report.ts'
import { heardMoney } from '../heard-money.ts'
import { heardText } from '../heard-text.ts'
import { currencyField, moneyField } from '../money-fields.ts'
import { moneyText } from '../money-text.ts'
import { digitsForWords } from '../number-words.ts'
import { percent } from '../percent-text.ts'
import { readAmounts } from '../read-amounts.ts'
import { defineTool, type Heard } from '../tool.ts'

const input = z.object({
  bill: moneyField,
  tip_ratio: z.number().min(0, 'the tip must not be negative').max(10, 'the tip is too large'),
  people: z.int('the people must be a whole number').min(1).max(1000, 'at most 1,000 people').default(1),
  currency: currencyField,
})

/** Tip = bill × share, a part = (bill + tip) ÷ people. */
export default defineTool({
  name: 'tip-split',
  summary: 'A bill with its tip, and what each person pays.',
  example: 'whats 18% tip on 64.50 split 3 ways',
  effect: 'read',
  input,
  output: z.object({ tip: z.number(), total: z.number(), each: z.number() }),
  hear: (said) => hearTip(digitsForWords(heardText(said))),
  run({ bill, tip_ratio, people }) {
    const tip = inCents(bill * tip_ratio)
    const total = inCents(bill + tip)
    return { tip, total, each: total / people }
  },
  show({ tip, total, each }, { bill, tip_ratio, people, currency }): Block[] {
    const money = (n: number) => moneyText(n, currency)
    const odd = Math.round(total * 100) % people
    return [
      facts('Bill and tip', {
        Bill: money(bill),
        [`Tip of ${percent(tip_ratio)}`]: money(tip),
        'Bill and tip': money(total),
        ...(people > 1 ? { [`Each of ${people}`]: money(each) } : {}),
      }),
      ...(people > 1 && odd > 0 ? [note('plain', 'The parts are rounded: a few cents are left over or lacking.')] : []),
      note('plain', `Formula: tip = bill × share${people > 1 ? '; each = (bill + tip) ÷ people' : ''}.`),
    ]
  },
})

const inCents = (amount: number): number => Math.round(amount * 100 + 1e-7) / 100

const TOPIC = /\btips?\b|\btipping\b|\bgratuity\b|\bservice charge\b|\d ?% service\b/
const SHARE = /(?<![\w.])(\d{1,3}(?:\.\d{1,2})?) ?(?:%|percent\b|per cent\b|pct\b)/
const PEOPLE =
  /\b(?:split|divided?|shared?)?(?: it| that| the bill| evenly| equally)* ?(?:between|among(?:st)?|by|for|into|in|across) (?:the )?(\d{1,3})\b(?!\.\d)(?: of us| people| friends| persons| ways)?|\b(\d{1,3})[- ](?:ways?|people|persons?|ppl|friends|of us|guys|adults|diners|colleagues|mates)\b|\bparty of (\d{1,3})\b/
const SPLIT = /\bsplit (\d{1,3})\b(?!\.\d|%| ?%)/
const HALF = /\b(?:split (?:it )?(?:in half|between (?:us )?both)|in half|the two of us|both of us)\b/

function hearTip(text: string): Heard {
  const share = SHARE.exec(text)
  if (!TOPIC.test(text) || !share || ABOUT.test(text)) return null
  const rest = text.replace(share[0], ' , ')
  const { many, words } = peopleIn(rest)
  const [bill, second] = readAmounts(rest.replace(words, ' , ')).filter(({ value }) => value > 0)
  if (second) return null
  if (!bill) return many === null ? null : { missing: ['what the bill comes to'] }
  return {
    use: {
      bill: bill.value,
      tip_ratio: Number((Number(share[1]) / 100).toPrecision(12)),
      ...(many === null ? {} : { people: many }),
      ...heardMoney(rest),
    },
  }
}

/** How many pay; `words` is where it stands, so that it is not taken for the bill. */
function peopleIn(text: string): { many: number | null; words: string } {
  const found = PEOPLE.exec(text) ?? SPLIT.exec(text)
  if (found) return { many: Number(found.slice(1).find(Boolean)), words: found[0] }
  return { many: HALF.test(text) ? 2 : null, words: '' }
}

const ABOUT =
  /^(?:why|is|are|should|do i|do you|does)\b|\b(?:normal|rude|expected|customary|enough|too (?:much|little))\b/
