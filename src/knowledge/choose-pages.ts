import { topicWords } from '../language/words.ts'
import type { Handbook, Hit, Page } from './page.ts'
import { wordForWord } from './page-words.ts'

/**
 * A page answers from this confidence on: of the questions of voice p, judged by weights fitted on its other half, 84 % then get
 * the right page, 3 % another one, and 17 % of those that no page answers get one. Below it a page is only offered; below the
 * second, or far behind the best one, it is not mentioned.
 */
const ANSWERS_FROM = 0.6
const OFFERED_FROM = 0.12
const FAR_BEHIND = 0.3
/** A page is offered only if it has two words of the question, or one that is so much of it, and half of what another page has. */
const ENOUGH_WORDS = 2
const MUCH_OF_IT = 0.4
const HALF_AS_MUCH = 0.5
/** The only page that is left to offer is shown from here on, as the nearest one, if it has more than one word of several. */
const SHOWN_ALONE_FROM = 0.25
/** A page this near to the best one may have been meant instead of it, or with it. */
const NEARLY_AS_GOOD = 0.4

/** The page that answers, or null when none fits well enough. `hits` are best first. */
export function pageThatFits([best]: readonly Hit[]): Page | null {
  return best && best.fit >= ANSWERS_FROM ? best.page : null
}

/**
 * The page on the second thing, where a question asks two ("headaches and tiredness"): one of its halves has the best page
 * first, the other one another that was found. Null when one thing is asked, though two pages may speak of it, as where two things are compared.
 */
export function alsoAsked(ask: string, hits: readonly Hit[], handbook: Handbook): Page | null {
  const [best, ...others] = hits
  if (!best || others.length === 0 || COMPARES.test(ask)) return null
  if (isAnsweredBy(best.page, ask)) return null
  const halves = ask.split(/\b(?:and|plus|also|as well as)\b|[;&]/i).filter((half) => topicWords(half).length > 0)
  if (halves.length !== 2) return null
  const found = halves.flatMap((half) => handbook.search(half, best.page.domain, 1))
  const [first, second] = found.filter((hit) => hit.fit >= HALF_FITS).map(({ page }) => page.id)
  const other = first === best.page.id ? second : second === best.page.id ? first : undefined
  return others.find(({ page }) => page.id === other)?.page ?? null
}

/** The page has the question, word for word, with both its halves. */
export const isAnsweredBy = ({ title, questions }: Page, ask: string): boolean =>
  [title, ...questions].some((one) => wordForWord(one) === wordForWord(ask))

/** Half a question has few words to be sure by. */
const HALF_FITS = 0.7
const COMPARES = /\b(between|compared?|differen(t|ce)|better|versus|vs)\b/i

/** Pages other than the best that may have been meant instead, best first. */
export const nearMisses = ([best, ...others]: readonly Hit[]): Page[] =>
  others.filter((hit) => best && hit.fit >= best.fit * NEARLY_AS_GOOD).map(({ page }) => page)

/**
 * Where no page answers: those that may have been meant, best first. A single one is there only if it is worth showing: a
 * choice of one is none.
 */
export function hitsToOffer(hits: readonly Hit[]): Hit[] {
  const least = Math.max(OFFERED_FROM, FAR_BEHIND * (hits[0]?.fit ?? 0))
  const near = hits.filter(({ fit, met, covers }) => fit >= least && (met >= ENOUGH_WORDS || covers >= MUCH_OF_IT))
  const most = Math.max(0, ...near.map(({ covers }) => covers))
  const offered = near.filter(({ covers }) => covers >= HALF_AS_MUCH * most)
  return offered.length === 1 ? offered.filter(isWorthShowing) : offered
}

const isWorthShowing = ({ fit, met, covers }: Hit): boolean =>
  fit >= SHOWN_ALONE_FROM && (met >= ENOUGH_WORDS || covers === 1)
