import { mentionsIn } from './column-mentions.ts'
import { kindAt, type TableStart } from './table-start.ts'

/** A text whose words for columns are the columns' own names, and which were put in: "sales" for `amount`. */
export interface NamedColumns {
  readonly text: string
  readonly taken: ReadonlyArray<{ readonly said: string; readonly column: string }>
}

/** What says only that a column holds sums of money or other amounts, not of what. */
const NEUTRAL = 'amount amounts total totals value sum eur usd gbp'
const COMING_IN = 'sales revenue revenues turnover income earnings takings proceeds'
const GOING_OUT = 'expense expenses cost costs spend spending spendings expenditure outgoings'
/** Words that mean the same in the head of a table. Money that comes in is never taken for money that goes out, nor a price for either. */
const SAME: ReadonlyArray<{ readonly said: string; readonly columns: string; readonly numbers: boolean }> = [
  { said: COMING_IN, columns: `${COMING_IN} ${NEUTRAL}`, numbers: true },
  { said: `${GOING_OUT} spent`, columns: `${GOING_OUT} ${NEUTRAL}`, numbers: true },
  { said: 'amount amounts', columns: `${NEUTRAL} ${COMING_IN} ${GOING_OUT}`, numbers: true },
  { said: 'quantity quantities qty units pieces', columns: 'quantity qty units pieces count number', numbers: true },
  ...[
    'category type kind group class',
    'region area territory district zone',
    'customer client buyer',
    'employee staff rep salesperson seller worker colleague',
    'product item article sku',
    'store shop branch outlet',
    'supplier vendor',
  ].map((words) => ({ said: words, columns: words, numbers: false })),
]
/** "sales person" and "cost centre" are other things than sales and costs. */
const PART_OF = '(?! (?:person|people|reps?|team|staff|managers?|channels?|centres?|centers?|tax|dates?|id)\\b)'

/**
 * Puts the name of a column in the place of a word that can mean only this one: "total sales by area" of a table with `amount`
 * and `region` → "total amount by region". A word that names a column, or that is a cell, stays; so does one that could mean two.
 */
export function nameColumns(text: string, { names, rows }: TableStart): NamedColumns {
  const cells = new Set(rows.flat().map((cell) => cell.toLowerCase()))
  const taken: Array<NamedColumns['taken'][number]> = []
  let left = text
  for (const { said, columns, numbers } of SAME) {
    const column = onlyLike(listed(columns), names)
    if (column === undefined || (kindAt(names.indexOf(column), rows) === 'number') !== numbers) continue
    const words = listed(said).filter((word) => !cells.has(word))
    const found = new RegExp(`\\b(${words.flatMap((word) => [`${word}s`, word]).join('|')})\\b${PART_OF}`).exec(left)
    const word = found?.[1]
    if (found === null || word === undefined || mentionsIn(left, names).some((one) => isAt(one, found, column)))
      continue
    left = `${left.slice(0, found.index)}${column}${left.slice(found.index + word.length)}`
    taken.push({ said: word, column })
  }
  return { text: left, taken }
}

const listed = (words: string): readonly string[] => words.split(' ')

/** The column is named already, or the word is part of the name of another one. */
const isAt = (one: { name: string; from: number; to: number }, found: RegExpExecArray, column: string): boolean =>
  one.name === column || (one.from < found.index + found[0].length && found.index < one.to)

/** The one column whose name is such a word or ends in one ("order_total"); undefined when there are several. */
function onlyLike(words: readonly string[], names: readonly string[]): string | undefined {
  const like = names.filter((name) => words.includes(name) || words.includes(name.split('_').at(-1) ?? ''))
  return like.length === 1 ? like[0] : undefined
}
