import { HEADINGS, type Page, sectionText } from './page.ts'
import { stemsIn } from './page-words.ts'

/** What a section says point by point: its list items without their dash, or the whole text where it is not a plain list. */
export function pointsOf(page: Page, heading: string): readonly string[] {
  const text = sectionText(page, heading)
  if (text === undefined) return []
  const lines = text.split('\n')
  return lines.every((line) => line.startsWith('- ')) ? lines.map((line) => line.slice(2)) : [text]
}

/** A point that stands in a text as it is: a list item of one line. */
export const asItem = (point: string): string => (point.includes('\n') ? point : `- ${point}`)

/** A point that speaks of what is special to a question. `heading`: where it stands. */
export interface NearPoint {
  readonly point: string
  readonly heading: string
  /** It has a term of the question that the page does not say in short. */
  readonly adds: boolean
}

/**
 * The points of a page that speak of what is special to this question, nearest first: they share one of the page's terms
 * with it that few other points have, or several words. A page on several things has them in its title ("Water leaks,
 * mould and home upkeep"); the title of any other is no help to choose.
 */
export function nearestPoints(page: Page, ask: string, limit: number): readonly NearPoint[] {
  const { points, title, terms, short } = stemsOf(page)
  const asked = [...new Set(stemsIn(ask))].filter((stem) => !title.has(stem))
  const rarity = new Map(asked.map((stem) => [stem, rarityAmong(points, stem)]))
  return points
    .map(({ point, heading, stems }) => {
      const shared = asked.filter((stem) => stems.has(stem))
      const special = shared.filter((stem) => terms.has(stem) && (rarity.get(stem) ?? 0) >= Math.log(FEW))
      const score = shared.reduce((sum, stem) => sum + (rarity.get(stem) ?? 0), 0)
      return { point, heading, score, special: special.length > 0, adds: special.some((stem) => !short.has(stem)) }
    })
    .filter(({ score, special }) => score >= (special ? Math.log(FEW) : SEVERAL_WORDS * Math.log(points.length)))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}

/** A word is special to a point when at most one in so many has it. */
const FEW = 5
/** What is shared without any term must be rarer than one word that no other point has. */
const SEVERAL_WORDS = 1.3

interface PageStems {
  readonly points: ReadonlyArray<{ point: string; heading: string; stems: ReadonlySet<string> }>
  readonly title: ReadonlySet<string>
  readonly terms: ReadonlySet<string>
  readonly short: ReadonlySet<string>
}

const KEPT = new WeakMap<Page, PageStems>()

/** Finding stems costs more than all else here, and a page answers many questions. */
function stemsOf(page: Page): PageStems {
  const kept = KEPT.get(page)
  if (kept) return kept
  const points = [HEADINGS.meaning, HEADINGS.next, HEADINGS.urgent].flatMap((heading) =>
    pointsOf(page, heading)
      .filter((point) => !point.includes('\n'))
      .map((point) => ({ point, heading, stems: new Set(stemsIn(point)) })),
  )
  const fresh = {
    points,
    title: new Set(page.title.includes(',') ? [] : stemsIn(page.title)),
    terms: new Set(page.terms.flatMap(stemsIn)),
    short: new Set(stemsIn(sectionText(page, HEADINGS.short) ?? '')),
  }
  KEPT.set(page, fresh)
  return fresh
}

/** How rare a stem is among the points; 0 when none has it. */
function rarityAmong(points: PageStems['points'], stem: string): number {
  const among = points.filter(({ stems }) => stems.has(stem)).length
  return among === 0 ? 0 : Math.log(points.length / among)
}
