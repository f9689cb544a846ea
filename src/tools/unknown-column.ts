import type { Mention } from './column-mentions.ts'

const NOUNS = "(?=((?:[a-z][\\w'-]*(?: |(?![\\w'-]))){1,6}))"
const MEASURED = new RegExp(
  `\\b(?:sums?|totals?|average|avg|averge|mean|median|max|maximum|highest|largest|biggest|greatest|min|minimum|lowest|smallest|most|least|fewest|distinct|unique) (?:of )?${NOUNS}`,
  'g',
)
const GROUPED = new RegExp(
  `\\b(?:by|per|for each|for every|in each|of each) (?:total |sum of |average |mean )?${NOUNS}`,
  'g',
)
const SORTED = new RegExp(`\\bby (?:total |sum of |average |mean )?${NOUNS}`, 'g')

/** Where a phrase about a column ends. */
const END =
  /^(?:by|per|for|of|in|on|at|to|from|with|where|when|and|or|each|every|across|over|under|above|below|between|is|are|was|were|do|does|did|has|have|had|we|i|you|they|it|than|then|that|which|who|what|how|please|sort|sorted|order|ordered|rank|ranked|group|grouped|since|until|before|after|if|as|mean|made|make|only|not|but)$/
/** Words that name no column. */
const FILLER =
  /^(?:the|an?|all|my|our|its|their|this|these|those|columns?|rows?|lines?|cells?|table|data|csv|file|sheet|spreadsheet|dataset|values?|numbers?|figures?|entries|entry|records?|everything|them|total|totals|sums?|average|overall|up|out|single|whole|individual|group|recent|common|popular|frequent|frequently|often|expensive|likely|first|last|asc|ascending|desc|descending|increasing|decreasing|highest|lowest|largest|smallest|biggest|cheapest|newest|oldest|most|least|top|bottom|one|size|far|hand|default)$/

/** In which role a column is named: "sum of price", "sales by month", "sort by date". */
export type ColumnRole = 'measured' | 'grouped' | 'sorted'

const ROLES: Readonly<Record<ColumnRole, RegExp>> = { measured: MEASURED, grouped: GROUPED, sorted: SORTED }

/**
 * What a text names as a column in that role although the table has none such: "price" of "sum of price by region". Null where
 * it names a column that is there, a cell of the table (`cells`, lower case), or nothing.
 */
export function unknownColumn(
  text: string,
  role: ColumnRole,
  { mentions, cells }: { mentions: readonly Mention[]; cells: ReadonlySet<string> },
): string | null {
  for (const match of text.matchAll(ROLES[role])) {
    const from = match.index + match[0].length
    const words = phraseOf(match[1] ?? '')
    const to = from + words.join(' ').length
    const isThere = mentions.some((one) => one.from < to && from < one.to)
    const named = words.filter((word) => !FILLER.test(word))
    if (!isThere && named.length > 0 && !cells.has(named.join(' ')) && !cells.has(named[0] ?? ''))
      return named.join(' ')
  }
  return null
}

function phraseOf(words: string): readonly string[] {
  const all = words.trim().split(' ')
  const end = all.findIndex((word) => END.test(word))
  return end < 0 ? all : all.slice(0, end)
}
