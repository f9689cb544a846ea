import { type Handbook, HEADINGS, sectionText } from '../knowledge/page.ts'
import { type Emergency, FIRST_AID } from '../language/emergency.ts'
import { prose } from '../report/report.ts'
import type { Answer } from './answer.ts'
import { part } from './compose-page.ts'

type Draft = Omit<Answer, 'emergency' | 'notice'>

/**
 * An answer to words that may be a cry for help: what to do now stands first, and nothing comes before it. Of a page only what
 * is urgent follows: the rest of it was written for calmer days, and could soothe where nobody should be soothed. Where
 * nothing fits, nobody in danger needs to read that.
 */
export function afterFirstAid(
  { kind }: Pick<Emergency, 'kind'>,
  draft: Draft,
  handbook: Pick<Handbook, 'find'>,
): Draft {
  const first = FIRST_AID[kind]
  // Other warnings would be cold, and beside the point, to somebody who thinks of dying.
  const own = kind === 'crisis' && draft.by.kind === 'handbook' ? warningsOf([CRISIS_PAGE], handbook) : null
  if (own !== null) return following(first, { ...draft, outcome: 'answered' }, own)
  if (draft.outcome !== 'answered') return following(first, { ...draft, outcome: 'answered' }, IF_CALM)
  const warnings =
    draft.by.kind === 'handbook' && draft.computed.length === 0 ? warningsOf(draft.by.pages, handbook) : null
  if (warnings !== null) return following(first, draft, warnings)
  return { ...draft, text: `${first}\n\n${draft.text}`, blocks: [prose(first), ...draft.blocks] }
}

const CRISIS_PAGE = 'healthcare/suicidal-thoughts'

const IF_CALM = 'If nobody is in danger now, ask again in other words.'

const following = (first: string, draft: Draft, then: string): Draft => ({
  ...draft,
  text: `${first}\n\n${then}`,
  blocks: [prose(first), prose(then)],
})

/** The warnings of the first page; null when it has none. */
function warningsOf(ids: readonly string[], handbook: Pick<Handbook, 'find'>): string | null {
  const page = handbook.find(ids[0] ?? '')
  const urgent = page && sectionText(page, HEADINGS.urgent)
  if (!page || !urgent) return null
  return `${part(`When to get help, from “${page.title}”`, urgent)}\n\nTo read all of that page, type its title. ${IF_CALM}`
}
