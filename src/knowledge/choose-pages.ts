import type { Hit, Page } from './page.ts'

/**
 * A page answers from this confidence on: of the questions of voice p, judged by weights fitted on its other half, 75 % then get
 * the right page, 4 % another one, and 16 % of those that no page answers get one. Below it a page is only offered; below the
 * second, it is not mentioned.
 */
const ANSWERS_FROM = 0.55
const OFFERED_FROM = 0.1

/**
 * The pages that answer, best first: none when nothing fits well enough, and a second one when the question is about
 * both ("headaches and fatigue"). `hits` are best first.
 */
export function pagesThatFit(hits: readonly Hit[]): Page[] {
  const [best, second] = hits.filter((hit) => hit.fit >= ANSWERS_FROM)
  if (!best) return []
  const adds = second !== undefined && [...second.covers].some((stem) => !best.covers.has(stem))
  return second && adds && second.fit >= best.fit * 0.75 ? [best.page, second.page] : [best.page]
}

/** Where no page answers: those that may have been meant, best first. */
export const hitsToOffer = (hits: readonly Hit[]): Hit[] => hits.filter((hit) => hit.fit >= OFFERED_FROM)
