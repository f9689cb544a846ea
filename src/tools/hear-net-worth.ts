import { asksToCompute, asksToUnderstand } from './asks-to-compute.ts'
import { readBalance } from './read-balance.ts'
import { firstRows } from './read-table.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const TOPIC =
  /\bnett? ?-?worth|\bnetworth\b|\bworth (?:in total|altogether|all together|overall)\b|\b(?:what|how much) (?:am i|are we) (?:actually |really )?worth\b|\bpersonal balance sheet\b|\bwhat (?:i|we) own (?:minus|less|versus|vs) what (?:i|we) owe\b/
const BOTH_SIDES =
  /\bassets?\b[^?]{0,400}\b(?:debts?|liabilit\w{1,5}|owe)\b|\b(?:debts?|liabilit\w{1,5})\b[^?]{0,400}\bassets?\b|\b(?:i|we) own\b[^?]{0,400}\b(?:i |we )?owe\b/
const OTHER =
  /\b(?:why|explain|should (?:i|we)|average|median|typical|net worth of (?!my|our|me|us|a house|house|the following)|(?:his|her|their) net worth|percentile|(?:increase|grow|build|improve|raise) (?:my|our)|depreciat\w{1,5}|company|business|startup|good net worth|divorc\w{1,3}|roa|return on assets|ratio of)\b/

/** Hears "net worth: house 300k, savings 20k, mortgage 220k" or a list of items that came with the sentence. */
export function hearNetWorth(said: Utterance): Heard {
  const text = spokenText(said.text)
  const onTopic = TOPIC.test(text)
  if ((!onTopic && !BOTH_SIDES.test(text)) || OTHER.test(text)) return null
  const spoken = readBalance(text)
  // Without the words "net worth" both sides must be told.
  if (spoken.items.length > 1 && (onTopic || new Set(spoken.items.map(({ kind }) => kind)).size > 1))
    return { use: { ...spoken } }
  if (!onTopic) return null
  if (said.attachment !== null) return heardOf(said.attachment)
  if (spoken.items.length === 1 && !asksToUnderstand(text)) return { use: { ...spoken } }
  return asksToCompute(text, TOPIC) || MINE.test(text) ? { missing: MISSING } : null
}

/** A table goes to the tool as it is; any other text is read like a sentence, its lines being items. */
function heardOf(attachment: string): Heard {
  if (
    firstRows(attachment, 1)
      .flat()
      .some((name) => AMOUNT_COLUMN.test(name))
  )
    return { use: { csv: attachment } }
  const listed = readBalance(attachment.slice(0, 20_000).toLowerCase())
  return listed.items.length > 0 ? { use: { ...listed } } : { missing: MISSING }
}

/** The column of a balance table that holds the money. */
export const AMOUNT_COLUMN = /^(?:amount|value|balance|worth|sum|total|market[ _]value)\b/i

const MINE = /\b(?:what(?:'s| is|s)|how much (?:is|am|are)|know|what) (?:my|our|i|we|am i|are we)\b/
const MISSING = [
  'what you own and what you owe with amounts, such as assets: house 300k, savings 20k; debts: mortgage 220k, card 3k',
]
