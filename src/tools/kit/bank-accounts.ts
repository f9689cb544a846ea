import * as z from 'zod'
import { isOperatorError } from '../../base/errors.ts'
import { type Block, count, facts, note, table } from '../../report/report.ts'
import { hearBank } from '../hear-bank.ts'
import { setupText } from '../live-facts.ts'
import { localTime } from '../live-source.ts'
import { plaid } from '../plaid.ts'
import { currencyOf, spendingByCategory, worthByCurrency } from '../spending.ts'
import { defineTool, type ToolContext } from '../tool.ts'

const input = z.object({
  days: z.int().min(1).max(730).default(30).describe('how many days back spending is summed'),
})

const money = z.number().nullable()
const bank = z.object({
  fetched: z.string(),
  accounts: z.array(
    z.object({
      name: z.string(),
      /** The last digits. */
      mask: z.string().nullable(),
      kind: z.string(),
      current: money,
      available: money,
      currency: z.string(),
    }),
  ),
  totals: z.array(z.object({ currency: z.string(), held: z.number(), owed: z.number() })),
  /** Null when the bank gave no transactions; `why` then says so. */
  spending: z
    .object({
      since: z.string(),
      sums: z.array(z.object({ category: z.string(), currency: z.string(), amount: z.number(), n: z.int() })),
      pending: z.int(),
      /** Transfers, card and loan payments and income, which are no spending. */
      moves: z.int(),
      whole: z.boolean(),
    })
    .nullable(),
  why: z.string().nullable(),
})

type Bank = z.output<typeof bank>
const DAY_MS = 86_400_000

/** The person's own bank through Plaid, with an access token that they have already. Nothing is kept in the cache. */
export default defineTool({
  name: 'bank-accounts',
  summary: 'Balances of your own bank accounts and spending by category, through Plaid.',
  example: 'show my bank balances',
  effect: 'read',
  input,
  /** One of the two is null: what must be set first, or what the bank says. */
  output: z.object({ setup: z.string().nullable(), bank: bank.nullable() }),
  hear: hearBank,
  async run({ days }, context) {
    const [clientId, secret, accessToken] = KEYS.map((name) => context.key(name))
    if (!clientId || !secret || !accessToken) return { setup: setupText('Your bank is', SETUP), bank: null }
    const source = plaid({ clientId, secret, accessToken }, context)
    const accounts = await source.accounts()
    return {
      setup: null,
      bank: {
        fetched: localTime(context.now(), context.timeZone),
        accounts: accounts.map(({ name, mask, type, subtype, balances }) => ({
          ...{ name, mask, kind: subtype ?? type, current: balances.current, available: balances.available },
          currency: currencyOf(balances),
        })),
        totals: worthByCurrency(accounts),
        ...(await spendingOf(source, days, context)),
      },
    }
  },
  lacksSetup: ({ setup }) => setup !== null,
  show({ setup, bank: found }, { days }): Block[] {
    if (found === null) return [note('warn', setup ?? '')]
    return [...showAccounts(found), ...showSpending(found, days)]
  },
})

const KEYS = ['PLAID_CLIENT_ID', 'PLAID_SECRET', 'PLAID_ACCESS_TOKEN'] as const
const SETUP =
  'PLAID_CLIENT_ID, PLAID_SECRET and PLAID_ACCESS_TOKEN (of an item that you have linked already), and PLAID_ENV to sandbox or production'

/** Without transactions the balances are still worth showing. */
async function spendingOf(
  source: ReturnType<typeof plaid>,
  days: number,
  { now }: ToolContext,
): Promise<Pick<Bank, 'spending' | 'why'>> {
  const since = new Date(now() - days * DAY_MS).toISOString().slice(0, 10)
  try {
    const { transactions, whole } = await source.transactions()
    return { spending: { since, whole, ...spendingByCategory(transactions, since) }, why: null }
  } catch (thrown) {
    if (!isOperatorError(thrown) || !/^(?:PROVIDER_FAILED|RATE_LIMITED)$/.test(thrown.code)) throw thrown
    return { spending: null, why: thrown.message }
  }
}

function showAccounts({ accounts, totals, fetched }: Bank): Block[] {
  return [
    table(
      ['Account', 'Kind', 'Balance', 'Available'],
      accounts.map((one) => [
        one.mask === null ? one.name : `${one.name} (…${one.mask})`,
        one.kind,
        amountText(one.current, one.currency),
        amountText(one.available, one.currency),
      ]),
      'Accounts',
    ),
    ...totals.map(({ currency, held, owed }) =>
      facts(`Together${currency && `, ${currency}`}`, {
        'On accounts': amountText(held, currency),
        'Owed on cards and loans': amountText(owed, currency),
        'Accounts less debts': amountText(Math.round((held - owed) * 100) / 100, currency),
      }),
    ),
    note('plain', `Source: Plaid, ${fetched}; nothing is kept in the cache. Balances can be some hours old.`),
  ]
}

function showSpending({ spending, why }: Bank, days: number): Block[] {
  if (!spending) return [note('warn', `No spending can be shown: ${why}`)]
  const { sums, since, moves, pending, whole } = spending
  return [
    table(
      ['Category', 'Spent', 'Movements'],
      sums.map(({ category, amount, currency, n }) => [category, amountText(amount, currency), count(n)]),
      `Spending of the last ${days} days (since ${since})`,
    ),
    note(
      'plain',
      `Refunds are taken off; ${pending} pending counted; ${moves} transfers, card or loan payments and incomes left out, so that nothing counts twice. Categories are Plaid’s.`,
    ),
    ...(whole ? [] : [note('warn', 'There are more than 20,000 movements; the newest may be missing.')]),
  ]
}

const amountText = (amount: number | null, currency: string): string | null =>
  amount === null
    ? null
    : `${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${currency}`.trim()
