import { mentionsIn } from './column-mentions.ts'
import type { Filter } from './query-table.ts'

const OPERATORS: ReadonlyArray<readonly [Filter['is'], string]> = [
  ['!=', "(?:is not|isn't|are not|!=|<>|not)"],
  ['>=', '(?:>=|(?:is |of )?at least|is from)'],
  ['<=', '(?:<=|(?:is |of )?at most|up to)'],
  ['>', '(?:>|(?:is |are )?(?:over|above|more than|greater than|higher than|bigger than|larger than|exceeds|after))'],
  ['<', '(?:<|(?:is |are )?(?:under|below|less than|lower than|smaller than|cheaper than|before))'],
  ['contains', '(?:contains|containing|like|includes)'],
  ['=', String.raw`(?:==?|(?:is|are)(?! (?:there|in|the|an?|it|this|of|per|by)\b)|equals|equal to|:)`],
]
const VALUE = `(?:"([^"]{1,60})"|'([^']{1,60})'|([$€£]?[\\p{L}\\p{N}][\\p{L}\\p{N}.,%/_-]*(?: (?!and\\b|or\\b|by\\b|per\\b|sort|order|group|for\\b|where\\b|top\\b|with\\b)[\\p{L}\\p{N}][\\p{L}\\p{N}.%/_-]*){0,3}))`

/** "where region is west and price > 10": every column with a comparison behind it; questions ("what is …") are none. */
export function readFilters(
  text: string,
  names: readonly string[],
): { readonly where: readonly Filter[]; readonly rest: string } {
  const where: Filter[] = []
  let rest = text.replace(/[?!]+$/, '')
  for (const { name, from, to } of mentionsIn(rest, names).toReversed()) {
    const behind = rest.slice(to)
    const found = OPERATORS.map(([is, words]) => ({
      is,
      match: new RegExp(`^ ?${words} ?${VALUE}`, 'u').exec(behind),
    })).find(({ match }) => match)
    if (!found?.match) continue
    const [whole, quoted, single, bare = ''] = found.match
    where.unshift({ column: name, is: found.is, value: quoted ?? single ?? bare.replace(/[,.]$/, '') })
    rest = `${rest.slice(0, from)} ${behind.slice(whole.length)}`
  }
  return { where, rest }
}

/**
 * Cells that a text names without their column: "revenue of west" → region = west. Numbers, short words, and cells of a column
 * that is named twice ("east and west") are passed over.
 */
export function valuesNamed(text: string, names: readonly string[], rows: ReadonlyArray<readonly string[]>): Filter[] {
  const words = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const found = new Map<string, Set<string>>()
  for (const cells of rows)
    names.forEach((column, place) => {
      const value = (cells[place] ?? '').toLowerCase()
      if (!/^\p{L}[\p{L} ]{2,40}$/u.test(value) || PLAIN.test(value) || names.includes(value)) return
      if (words.includes(` ${value} `)) found.set(column, (found.get(column) ?? new Set()).add(value))
    })
  return [...found].flatMap(([column, values]) =>
    values.size === 1 ? [...values].map((value) => ({ column, is: '=' as const, value })) : [],
  )
}

/** Words of requests, which a cell may hold as well. */
const PLAIN =
  /^(?:the|and|for|all|yes|not|none|total|sum|average|mean|median|count|max|min|top|first|last|best|worst|high|low|highest|lowest|most|least|sort|show|list|row|rows|table|data|where|which|what|who|each|per|with|open|file|only)$/
