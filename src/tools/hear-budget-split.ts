import { largestAmount } from './money-roles.ts'
import { readFigures } from './read-figures.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const RULE =
  /(?<![\d/.-])(\d{2}) ?[/-] ?(\d{2}) ?[/-] ?(\d{2})(?![\d/-])|(?<![\d.,] ?)(\d{2}) (\d{2}) (\d{2})(?! ?[\d%])/
const INCOME = /\b(?:salary|income|pay|wages?|pay ?checks?|take[- ]home|a month|per month|monthly|earn)\b/
const ASKS =
  /\bhow (?:should|do|can|would|could) (?:i|we) (?:split|budget|divide|allocate)\b|^(?:please |can you |could you )?(?:help me )?(?:split|budget|divide|allocate)\b|\b(?:make|create|draw up|give me|suggest|plan)(?: me)? a (?:monthly )?budget (?:for|on|of|with|from)\b|^(?:a )?(?:monthly )?budget (?:for|on|of|with|from)\b/
const APPLIES =
  /\b(?:apply|split|divide|calculate|compute|work out|break down|use|my (?:salary|income|pay|wages?|budget|pay ?check|take[- ]home))\b/
const ABOUT =
  /\b(?:why|explain|what does|who (?:made|invented)|is (?:the|a|it)|good|realistic|should i (?:use|follow)|alternatives?)\b/

/** Hears "50/30/20 on 3200 a month" and "split my salary of 3200"; the rule applied to an unnamed income is half there. */
export function hearBudgetSplit(said: Utterance): Heard {
  const text = spokenText(said.text)
  const shares = sharesIn(text)
  if (ABOUT.test(text) || (!shares && !(ASKS.test(text) && INCOME.test(text)))) return null
  const { amounts, currency } = readFigures(text.replace(RULE, (rule) => (shares ? ' '.repeat(rule.length) : rule)))
  const income = largestAmount(amounts)
  if (!income) return shares && APPLIES.test(text) ? { missing: ['your income after tax, such as 3200 a month'] } : null
  return { use: { income: income.value, every: income.every ?? 'unknown', ...shares, currency } }
}

/** "50/30/20" → shares of needs, wants and savings; undefined unless they make a hundred. */
function sharesIn(text: string): { needs: number; wants: number; savings: number } | undefined {
  const parts = RULE.exec(text)
    ?.slice(1)
    .filter((part) => part !== undefined)
    .map(Number)
  const [needs = 0, wants = 0, savings = 0] = parts ?? []
  if (needs + wants + savings !== 100) return undefined
  return { needs: needs / 100, wants: wants / 100, savings: savings / 100 }
}
