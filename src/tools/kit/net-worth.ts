import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, known, note, table } from '../../report/report.ts'
import { AMOUNT_COLUMN, hearNetWorth } from '../hear-net-worth.ts'
import { currencyField, moneyOrNothing } from '../money-fields.ts'
import { moneyText } from '../money-text.ts'
import { percent } from '../percent-text.ts'
import { priceOf } from '../price-cells.ts'
import { type BalanceItem, soundsLikeDebt } from '../read-balance.ts'
import { readTable } from '../read-table.ts'
import { defineTool } from '../tool.ts'

const MOST_ITEMS = 200

const item = z.object({
  name: z.string().min(1).max(60),
  amount: moneyOrNothing,
  kind: z.enum(['asset', 'debt']),
})

const input = z.object({
  items: z
    .array(item)
    .max(MOST_ITEMS, `it takes at most ${MOST_ITEMS} items`)
    .default([])
    .describe('what is owned (asset) and owed (debt)'),
  csv: z
    .string()
    .max(1_000_000, 'it must have at most 1,000,000 characters')
    .optional()
    .describe('instead of items: CSV with the columns name and amount, and type (asset or debt) or negative debts'),
  currency: currencyField,
})

const part = z.object({
  name: z.string(),
  amount: z.number(),
  /** Of all assets, or of all debts; null when they come to nothing. */
  share: z.number().nullable(),
})

const output = z.object({
  currency: z.string(),
  /** Largest first. */
  assets: z.array(part),
  debts: z.array(part),
  totalAssets: z.number(),
  totalDebts: z.number(),
  netWorth: z.number(),
  /** Debts ÷ assets; null without assets. */
  debtRatio: z.number().nullable(),
})

/** What is owned less what is owed, by item. */
export default defineTool({
  name: 'net-worth',
  summary: 'Net worth: what you own less what you owe, with shares and the debt ratio.',
  example: 'net worth with assets: house 300k, savings 20k; debts: mortgage 220k, card 3k',
  effect: 'read',
  minusMeansDebt: true,
  input,
  output,
  hear: hearNetWorth,
  async run({ items: said, csv, currency }) {
    const items = csv === undefined ? said : await itemsOf(csv)
    if (items.length === 0) throw new OperatorError('ARGS_INVALID', 'There is nothing owned or owed to add up.')
    const assets = sideOf(items, 'asset')
    const debts = sideOf(items, 'debt')
    return {
      currency,
      assets: assets.parts,
      debts: debts.parts,
      totalAssets: assets.total,
      totalDebts: debts.total,
      netWorth: assets.total - debts.total,
      debtRatio: assets.total > 0 ? debts.total / assets.total : null,
    }
  },
  show(result): Block[] {
    const money = (n: number) => moneyText(n, result.currency)
    const side = (title: string, parts: z.output<typeof part>[]) =>
      parts.length === 0
        ? []
        : [
            table(
              [title, 'Amount', 'Share'],
              parts.map((one) => [one.name, money(one.amount), known(one.share, percent)]),
            ),
          ]
    return [
      ...side('Owned', result.assets),
      ...side('Owed', result.debts),
      facts('Result', {
        Assets: money(result.totalAssets),
        Debts: money(result.totalDebts),
        'Net worth': money(result.netWorth),
        'Debt ratio': known(result.debtRatio, percent),
      }),
      ...missingSide(result),
      note('plain', 'Formula: net worth = assets − debts; debt ratio = debts ÷ assets; a share is of its own side.'),
      note(
        'plain',
        'It counts what was named, at the amounts said: what a house or a car would really fetch, selling costs and taxes are not in it.',
      ),
    ]
  },
})

const missingSide = ({ assets, debts }: z.output<typeof output>): Block[] => {
  if (assets.length > 0 && debts.length > 0) return []
  return [note('warn', `No ${assets.length === 0 ? 'assets' : 'debts'} were named; if there are some, say them too.`)]
}

function sideOf(items: readonly BalanceItem[], kind: BalanceItem['kind']) {
  const own = items.filter((one) => one.kind === kind).toSorted((a, b) => b.amount - a.amount)
  const total = own.reduce((sum, { amount }) => sum + amount, 0)
  const parts = own.map(({ name, amount }) => ({ name, amount, share: total > 0 ? amount / total : null }))
  return { parts, total }
}

const NAME_COLUMN = /^(?:name|item|account|description|asset|what|title|label|holding)s?\b/i
const KIND_COLUMN = /^(?:type|kind|category|class|side|asset[ _]or[ _]\w{1,10}|group)\b/i
const DEBT_WORD = /\b(?:debts?|liabilit(?:y|ies)|loans?|owed|credit|mortgages?)\b/i

/** A row is a debt when its type says so, its amount is negative or, without a type column, its name is one of a debt. */
async function itemsOf(csv: string): Promise<BalanceItem[]> {
  const { names, delimiter, rows } = await readTable(csv)
  const [name, kind, amount] = [NAME_COLUMN, KIND_COLUMN, AMOUNT_COLUMN].map((pattern) =>
    names.findIndex((one) => pattern.test(one)),
  )
  if (name === undefined || name < 0 || amount === undefined || amount < 0)
    throw new OperatorError(
      'ARGS_INVALID',
      `The table needs a name and an amount column; it has ${names.slice(0, 8).join(', ')}.`,
      { hint: 'Write a first line such as "name,type,amount".' },
    )
  if (rows.length > MOST_ITEMS)
    throw new OperatorError('ARGS_INVALID', `The table has more than ${MOST_ITEMS} rows; add up the small ones.`)
  return rows.flatMap(({ line, cells }) => {
    const written = cells[amount] ?? ''
    if (written === '') return []
    const negative = /^(?:[-−]|\(.*\)$)/.test(written)
    const size = amountOf(written, delimiter, line)
    const type = cells[kind ?? -1] ?? ''
    const isDebt = type === '' ? soundsLikeDebt((cells[name] ?? '').toLowerCase()) : DEBT_WORD.test(type)
    return [
      { name: (cells[name] || `line ${line}`).slice(0, 60), amount: size, kind: isDebt || negative ? 'debt' : 'asset' },
    ]
  })
}

function amountOf(written: string, delimiter: ',' | ';' | '\t', line: number): number {
  const digits = written.replace(/[-−()\s]/g, '')
  const size = /^0+(?:[.,]0+)?$/.test(digits) ? 0 : priceOf(digits, delimiter)
  if (size !== null && size <= 1e12) return size
  throw new OperatorError('ARGS_INVALID', `Line ${line}: "${written.slice(0, 30)}" is no amount of money.`)
}
