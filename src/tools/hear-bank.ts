import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const POLITE =
  '(?:please |can you |could you |would you |i want to (?:see|know) |tell me |show me |show |give me |get |check |list |display |view |see |look up |hey |ok |break down |summari[sz]e |analy[sz]e )*'
const NOW = '(?: (?:please|now|right now|today|currently|at the moment))*'
const SPAN =
  '(?: (?:over|for|in|during|the|this|last|past|of|on|so far|since) ?(?:the )?(?:(?:last|past) )?(?:(\\d{1,3}) )?(day|week|month|year|30 days)s?)?'
const MY = '(?:my|our|all my|the balances? (?:of|on|in) my)'

const BALANCES: readonly RegExp[] = [
  `^${POLITE}(?:wh?at(?:'s|s| is| are) )?${MY} (?:current )?(?:bank |checking |savings |account |current |cash )*(?:account )?balances?${NOW}[ ?!.]*$`,
  `^${POLITE}(?:wh?at(?:'s|s| is| are) )?${MY} (?:bank|checking|savings)(?: and \\w+)? (?:accounts?|balances?)${NOW}[ ?!.]*$`,
  `^${POLITE}(?:wh?at(?:'s|s| is| are) )?(?:the )?(?:account )?balances? (?:of|on|in) (?:my|our|all my) (?:\\w+ )?(?:bank )?accounts?${NOW}[ ?!.]*$`,
  `^${POLITE}how much (?:money |cash )?(?:do i have|is|have i got|is there|do we have) (?:left )?(?:in|on) (?:my|our|the) (?:bank |checking |savings |current )?(?:accounts?|bank)${NOW}[ ?!.]*$`,
  `^${POLITE}how much money (?:do i have|have i got)(?: in the bank)?${NOW}[ ?!.]*$`,
  `^${POLITE}(?:wh?at(?:'s|s| is) |how much is )(?:left )?in (?:my|our) (?:bank |checking |savings |current )?(?:accounts?|bank)${NOW}[ ?!.]*$`,
  `^(?:bank|account) balances?${NOW}[ ?!.]*$`,
].map((pattern) => new RegExp(pattern))

const SPENDING: readonly RegExp[] = [
  `^${POLITE}(?:how much|what) (?:have i|did i|do i|am i|have we|did we|i) (?:been )?(?:spent|spend|spending)(?: (?:on|at) [a-z ]{2,30}?)?${SPAN}[ ?!.]*$`,
  `^${POLITE}where (?:did|does|has|is) (?:all )?my money (?:go|gone|going|go to)${SPAN}[ ?!.]*$`,
  `^${POLITE}(?:wh?at(?:'s|s| is| are| were| was) )?${MY} (?:recent |latest |last |total )*(?:spending|expenses|spendings|bank transactions|transactions)(?: by category| per category| breakdown| categories)?${SPAN}(?: by category| per category)?[ ?!.]*$`,
  `^${POLITE}(?:a )?(?:breakdown of )?(?:my )?spending by category${SPAN}[ ?!.]*$`,
].map((pattern) => new RegExp(pattern))

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 }

/** Hears who asks for their own balances or spending; banking in general ("how much should I have in savings") is left alone. */
export function hearBank(said: Utterance): Heard {
  if (said.attachment !== null) return null
  const text = spokenText(said.text)
  if (text.length > 160) return null
  if (BALANCES.some((pattern) => pattern.test(text))) return { use: {} }
  for (const pattern of SPENDING) {
    const found = pattern.exec(text)
    if (found) return { use: daysOf(found) }
  }
  return null
}

function daysOf([, n, unit]: RegExpExecArray): { readonly days?: number } {
  const days = Number(n ?? 1) * (DAYS[unit ?? ''] ?? 0)
  return days > 0 ? { days: Math.min(days, 730) } : {}
}
