import { HEADINGS, type Page, sectionText } from '../knowledge/page.ts'
import { asItem, type NearPoint, nearestPoints, pointsOf } from '../knowledge/page-points.ts'
import { wordForWord } from '../knowledge/page-words.ts'
import { type QuestionKind, questionKind } from './question-kind.ts'

/** How many points of a list are told, by what the question is after; what was asked for comes first. */
const TOLD: Readonly<Record<QuestionKind, ReadonlyArray<readonly [heading: string, most: number]>>> = {
  know: [
    [HEADINGS.meaning, 6],
    [HEADINGS.next, 3],
  ],
  do: [
    [HEADINGS.next, 6],
    [HEADINGS.meaning, 3],
  ],
  tell: [
    [HEADINGS.meaning, 4],
    [HEADINGS.next, 5],
  ],
}
const MOST_NEAREST = 2
const ABOUT_A_VISIT = /\b(appointment|visit|bring|consultation|ask (the|my|a) (doctor|bank|landlord|lawyer|adviser))\b/i

/**
 * One page as the answer to one question: what it says in short, the points nearest to the question, then what there is to
 * know and to do, and last when to get help, which is never shortened and comes earlier where it is asked about.
 * Whoever types the title gets the whole page. Markdown; `whole` tells that nothing of the page was left out.
 */
export function composePage(page: Page, ask: string): { readonly text: string; readonly whole: boolean } {
  if (wordForWord(ask) === wordForWord(page.title)) return { text: wholePage(page), whole: true }
  const near = nearestPoints(page, ask, MOST_NEAREST)
  const nearest = near.filter(({ heading }) => heading !== HEADINGS.urgent).map(({ point }) => point)
  const told = TOLD[questionKind(ask)].map(([heading, most]) =>
    listed(heading, remaining(page, heading, nearest), most),
  )
  const opening = [
    part(HEADINGS.short, sectionText(page, HEADINGS.short)),
    part('Closest to your question', nearest.map(asItem).join('\n')),
  ]
  const urgent = part(HEADINGS.urgent, sectionText(page, HEADINGS.urgent))
  const parts = [
    ...(isBesideThePoint(page, near) ? opening.reverse() : opening),
    ...(near[0]?.heading === HEADINGS.urgent ? [urgent, ...told] : [...told, urgent]),
    ABOUT_A_VISIT.test(ask) ? part(HEADINGS.bring, sectionText(page, HEADINGS.bring)) : '',
  ]
  return { text: parts.filter(Boolean).join('\n\n'), whole: false }
}

/** What a page says in short may miss the question where the page is on many things; where there is danger it comes first. */
const isBesideThePoint = (page: Page, near: readonly NearPoint[]): boolean =>
  near[0]?.adds === true && sectionText(page, HEADINGS.urgent) === undefined

/** The first few things to do, for where something else has answered already. */
export const firstSteps = (page: Page, most: number): string =>
  listed(HEADINGS.next, pointsOf(page, HEADINGS.next), most)

/** A section under its heading; empty when there is nothing to say. */
export const part = (heading: string, text: string | undefined): string => (text ? `**${heading}**\n${text}` : '')

function wholePage(page: Page): string {
  const order = [HEADINGS.short, HEADINGS.meaning, HEADINGS.next, HEADINGS.urgent, HEADINGS.bring]
  return order
    .map((heading) => part(heading, sectionText(page, heading)))
    .filter(Boolean)
    .join('\n\n')
}

const remaining = (page: Page, heading: string, told: readonly string[]): readonly string[] =>
  pointsOf(page, heading).filter((point) => !told.includes(point))

/** The first points of a list, and every warning in it. */
const listed = (heading: string, points: readonly string[], most: number): string =>
  part(
    heading,
    points
      .filter((point, i) => i < most || WARNS.test(point))
      .map(asItem)
      .join('\n'),
  )

const WARNS = /^(\*\*)?(never|do not)\b/i
