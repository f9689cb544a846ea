import { asksToUnderstand } from './asks-to-compute.ts'
import { type Mention, mentionsIn } from './column-mentions.ts'
import { nameColumns } from './column-synonyms.ts'
import { digitsForWords } from './number-words.ts'
import type { Measure } from './query-table.ts'
import { readFilters, valuesNamed } from './read-filters.ts'
import { spokenText } from './spoken-text.ts'
import { isCsv, kindAt, startOf, type TableStart } from './table-start.ts'
import type { Heard, Utterance } from './tool.ts'
import { type ColumnRole, unknownColumn } from './unknown-column.ts'

const MEASURES: ReadonlyArray<readonly [Measure, RegExp]> = [
  ['distinct', /\b(?:distinct|unique|different)\b/],
  ['median', /\bmedian\b/],
  ['mean', /\b(?:average|averages|avg|mean|on average|averge)\b/],
  [
    'sum',
    /\b(?:sum|sums|total|totals|adds? (?:(?:it|this|that|these|those|them|everything|all) ){0,2}(?:all )?up|altogether|in total|overall|how much)\b/,
  ],
  ['count', /\b(?:how many|count|counts|number of|frequency)\b/],
  ['max', /\b(?:max|maximum|highest|largest|biggest|greatest|most)\b/],
  ['min', /\b(?:min|minimum|lowest|smallest|least|fewest)\b/],
]
const WORST = /\b(?:lowest|smallest|least|fewest|min|minimum|cheapest|worst)\b/
const TOP =
  /\b(top|bottom|first|last|best|worst|highest|lowest|largest|biggest|smallest|cheapest) (\d{1,4})\b|\b(\d{1,4}) (?:rows? with (?:the )?)?(highest|lowest|largest|biggest|smallest|best|worst|cheapest)\b/
const UP =
  /\b(?:asc|ascending|lowest first|smallest first|cheapest first|a to z|a-z|low to high|oldest first|increasing)\b/
const DOWN =
  /\b(?:desc|descending|highest first|largest first|biggest first|most expensive first|z to a|high to low|reverse|newest first|decreasing)\b/
const SORT = /\b(?:sort|sorted|order|ordered|rank|ranked|arrange)\b/
const TABLE =
  /\b(?:analy[sz]e|analysis|describe|summari[sz]e|summary|overview|show|list|display|print|look at|what(?:'s| is) in|what does|stats?|statistics|explore|profile|columns?|rows?|csv|data|dataset|spreadsheet|table|sheet|file|filter|only)\b/
const ITS_FILE =
  /\b(?:this|my|these|the attached|attached|the following|the) (?:\w+ )?(?:csv|spreadsheet|excel(?: file| sheet)?|data ?set|data ?table|columns?)\b|\bcsv\b/
const ABOUT = /^what(?:'s| is| are) (?:an? |csv)/
const SPECIAL =
  /^(?:close|close\/last|adj(?:usted)?_close|closing_price|nav|ticker|symbol|isin|shares|home|away|home_team|away_team|odds|balance|iban)$/
const OTHER_MATTER = /\b(?:words|sentences|characters|readab\w+|reading|translate|rewrite|proofread|grammar|spelling)\b/

/** Hears what is asked of a CSV table: "sum of amount by category", "top 5 by revenue", "average score per team", "describe this csv". */
export function hearTable(said: Utterance): Heard {
  const [line = '', inline] = splitLine(said.text)
  const text = digitsForWords(spokenText(line))
  const csv = said.attachment ?? inline
  if (csv === null) return asksForFile(text) ? { missing: MISSING } : null
  if (!isCsv(csv)) return null
  const start = startOf(csv)
  const named = isSpecial(start.names) ? { text, taken: [] } : nameColumns(text, start)
  const wish = readWish(named.text, start)
  if (wish) return { use: { csv, ...wish, ...(named.taken.length > 0 && { taken: named.taken }) } }
  return asksToSee(text, start) ? { use: { csv } } : null
}

const speaksOfTable = (text: string): boolean => TABLE.test(text) || MEASURES.some(([, words]) => words.test(text))

const asksForFile = (text: string): boolean =>
  (speaksOfTable(text) || SORT.test(text)) && ITS_FILE.test(text) && !ABOUT.test(text) && !asksToUnderstand(text)

/** A table of prices, holdings or results has tools that read more out of it than its columns. */
function asksToSee(text: string, { names }: TableStart): boolean {
  return (
    speaksOfTable(text) &&
    !(isSpecial(names) && !/\b(?:columns?|rows?|describe)\b/.test(text)) &&
    !OTHER_MATTER.test(text)
  )
}

const isSpecial = (names: readonly string[]): boolean => names.some((name) => SPECIAL.test(name))

const MISSING = ['the table as CSV with a header line, piped in: operatoros "…" < table.csv']

function splitLine(text: string): readonly [string, string | null] {
  const at = text.indexOf('\n')
  return at < 0 || at > 300 ? [text, null] : [text.slice(0, at), text.slice(at + 1)]
}

type Wish = Readonly<Record<string, unknown>>

/** What is wanted of the named columns, or null when the text wants nothing but to see the table. */
function readWish(text: string, { names, rows }: TableStart): Wish | null {
  const said = readFilters(text, names)
  const mentions = mentionsIn(said.rest, names)
  const unknown = (role: ColumnRole) => unknownColumn(said.rest, role, { mentions, cells: cellsOf(rows) })
  const order = readOrder(said.rest, mentions) ?? (isSpecial(names) || !SORT_BY.test(text) ? null : {})
  const found = order
    ? orderedBy(order, unknown('sorted'))
    : (bestOf(said.rest, mentions, rows, names) ?? readMeasure(said.rest, mentions))
  const named = order || !found ? found : { ...found, ...measuredOf(found, unknown) }
  const where = [...said.where, ...valuesNamed(said.rest, names, rows)]
  if (!named && where.length === 0) return null
  return { ...named, ...(where.length > 0 && { where }) }
}

const SORT_BY = /\b(?:sort|order)(?:ed)? (?:\w+ ){0,3}by\b/

const cellsOf = (rows: TableStart['rows']): ReadonlySet<string> =>
  new Set(rows.flatMap((cells) => cells.map((cell) => cell.toLowerCase())))

/** A column that is not there stays named in the wish, so that it is refused and not passed over. */
const orderedBy = (order: Wish, unknown: string | null): Wish | null =>
  unknown === null ? (Object.keys(order).length === 0 ? null : order) : { sort: unknown }

function measuredOf({ measure }: Wish, unknown: (role: ColumnRole) => string | null): Wish {
  const column = measure === 'count' ? null : unknown('measured')
  const by = unknown('grouped')
  return { ...(column !== null && { column }), ...(by !== null && { by }) }
}

const GROUPED =
  /(?:\bby|\bper|\bfor each|\bfor every|\bin each|\bof each|\bgrouped by|\bgroup by|\bacross|\beach|\bevery|\bwhich|\bwhat|\bwho) (?:the |single )?$/
const groupIn = (text: string, mentions: readonly Mention[]): string | undefined =>
  mentions.find(({ from }) => GROUPED.test(text.slice(0, from)))?.name

/** "sum of amount by category", "revenue per region", "which team has the most goals"; the column is the one that no "by" stands before. */
function readMeasure(text: string, mentions: readonly Mention[]): Wish | null {
  const by = groupIn(text, mentions)
  const column = mentions.find(({ name }) => name !== by)?.name
  const said = MEASURES.find(([, words]) => words.test(text))?.[0] ?? (by && column ? 'sum' : undefined)
  if (!said) return null
  if (mentions.length === 0 && (COUNTED.has(said) ? !ROWS.test(text) : DESCRIBE.test(text))) return null
  const measure = measureMeant(said, text, { by, column })
  return { measure, ...(column && { column }), ...(by && { by }), ...(by && WORST.test(text) && { descending: false }) }
}

const BEST =
  /\b(?:best|top|biggest|largest|highest|greatest|most expensive|worst|smallest|lowest|cheapest)(?:[- ](?:selling|paying|earning|performing))? $/
const BEST_FIRST = /^(?:best|top|biggest|largest|highest|greatest|most)/

/** "who is my best customer", "most expensive item": a column of names is ranked by the sums that stand beside them. */
function bestOf(
  text: string,
  mentions: readonly Mention[],
  rows: TableStart['rows'],
  names: readonly string[],
): Wish | null {
  const ranked = mentions.find(
    ({ name, from }) => BEST.test(text.slice(0, from)) && kindAt(names.indexOf(name), rows) === 'text',
  )
  if (!ranked) return null
  const column = mentions.find(({ name }) => name !== ranked.name)?.name
  const descending = BEST_FIRST.test(BEST.exec(text.slice(0, ranked.from))?.[0] ?? '')
  return { measure: 'sum', ...(column && { column }), by: ranked.name, descending }
}

const COUNTED: ReadonlySet<Measure> = new Set(['count', 'distinct'])
const ROWS = /\b(?:rows?|records?|entries|lines)\b/
const DESCRIBE = /\b(?:analy[sz]e|analysis|describe|summari[sz]e|summary|overview|explore|profile|stats|statistics)\b/

/** "how many cities" counts what is different; "which team has the most goals" adds them up by team. */
function measureMeant(
  said: Measure,
  text: string,
  { by, column }: { by: string | undefined; column: string | undefined },
) {
  if (said === 'count' && column !== undefined && by === undefined) return 'distinct'
  return by && /\b(?:most|least|fewest)\b/.test(text) && (said === 'max' || said === 'min') ? 'sum' : said
}

/** "sort by price", "top 5 by revenue", "5 cheapest by price"; "top 3 categories by amount" adds up by category. */
function readOrder(text: string, mentions: readonly Mention[]): Wish | null {
  const top = TOP.exec(text)
  if (!top && !SORT.test(text)) return null
  const by = mentions.findLast(({ from }) => BY.test(text.slice(0, from)))
  const sort = by ?? mentions.at(-1)
  const limit = top ? { limit: Number(top[2] ?? top[3]) } : {}
  if (!sort) return top ? limit : null
  const descending = isDescending(text, top?.[1] ?? top?.[4])
  const group = top && mentions.find(({ name, from }) => name !== sort.name && from < sort.from && from >= top.index)
  if (!group) return { sort: sort.name, descending, ...limit }
  const measure = MEASURES.find(([name, words]) => /sum|mean|median|count/.test(name) && words.test(text))?.[0]
  return { measure: measure ?? 'sum', column: sort.name, by: group.name, descending, ...limit }
}

const BY = /\bby (?:the )?(?:total |sum of |average |mean |number of )?$/

function isDescending(text: string, top: string | undefined): boolean {
  if (UP.test(text) || DOWN.test(text)) return DOWN.test(text)
  return top !== undefined && !/bottom|lowest|smallest|worst|cheapest|last/.test(top)
}
