import * as z from 'zod'
import { OperatorError } from '../base/errors.ts'
import { fetchAnswer, type JsonSource, refusedBy } from './fetch-json.ts'
import { baseOf, type LiveSource, liveFailure, localTime, readShape } from './live-source.ts'
import type { ToolContext } from './tool.ts'

/** What Plaid wants at every call. None of it is ever shown. */
export interface PlaidKeys {
  readonly clientId: string
  readonly secret: string
  readonly accessToken: string
}

const money = z.number().nullable()

const accounts = z.object({
  accounts: z.array(
    z.object({
      account_id: z.string(),
      name: z.string(),
      mask: z.string().nullable(),
      type: z.string(),
      subtype: z.string().nullable(),
      balances: z.object({
        available: money,
        current: money,
        iso_currency_code: z.string().nullable(),
        unofficial_currency_code: z.string().nullable().optional(),
      }),
    }),
  ),
})

/** An account as the bank reports it; `current` is what is owed where the type is `credit` or `loan`. */
export type BankAccount = z.output<typeof accounts>['accounts'][number]

const transaction = z.object({
  transaction_id: z.string(),
  account_id: z.string(),
  /** Above 0 money went out. */
  amount: z.number(),
  iso_currency_code: z.string().nullable(),
  date: z.iso.date(),
  pending: z.boolean(),
  personal_finance_category: z.object({ primary: z.string() }).nullish(),
})

/** A movement on an account; `amount` above 0 went out. */
export type BankTransaction = z.output<typeof transaction>

const page = z.object({
  added: z.array(transaction),
  modified: z.array(transaction),
  removed: z.array(z.object({ transaction_id: z.string() })),
  next_cursor: z.string(),
  has_more: z.boolean(),
})

const refusal = z.object({ error_type: z.string(), error_code: z.string(), error_message: z.string() })

const ENVIRONMENTS: Readonly<Record<string, string>> = {
  sandbox: 'https://sandbox.plaid.com',
  production: 'https://production.plaid.com',
}
const TIMEOUT_MS = 20_000
const MOST_PAGES = 40
const PAGE_SIZE = 500
const MINUTE_MS = 60_000

/**
 * A bank through Plaid, with the access token of one item. Source: plaid.com/docs, accounts and transactions. Nothing that it
 * answers is kept; its limit of 15 account requests a minute is counted.
 *
 * @throws OperatorError ARGS_INVALID when PLAID_ENV or PLAID_URL cannot be used.
 */
export function plaid(keys: PlaidKeys, context: ToolContext) {
  const source: LiveSource = {
    id: 'plaid',
    name: 'Plaid',
    next: 'Check the network connection, or try again in a few minutes.',
    quota: { limit: 15, windowMs: MINUTE_MS },
    per: 'a minute',
    base: plaidBase(context),
  }
  const post = (path: string, body: Readonly<Record<string, unknown>>) =>
    postPlaid(path, body, { keys, source, context })
  return {
    /** @throws OperatorError UNAUTHENTICATED, RATE_LIMITED, PROVIDER_FAILED. */
    async accounts(): Promise<readonly BankAccount[]> {
      const allowance = await context.outside.take(source.id, source.quota, 1)
      if (!allowance.granted)
        throw new OperatorError('RATE_LIMITED', 'The 15 requests a minute of Plaid are used up.', {
          hint: `The next one is free on ${localTime(allowance.freeAtMs, context.timeZone)}.`,
        })
      return readShape(accounts, await post('accounts/get', {}), source).accounts
    },
    /** All that the bank knows, page by page; `whole` is false when there was more than 20,000. @throws as `accounts`. */
    transactions: () => allTransactions((cursor) => readPage(cursor, post, source)),
  }
}

type Post = (path: string, body: Readonly<Record<string, unknown>>) => Promise<unknown>
type Page = z.output<typeof page>

const readPage = async (cursor: string, post: Post, source: LiveSource): Promise<Page> =>
  readShape(page, await post('transactions/sync', { count: PAGE_SIZE, ...(cursor && { cursor }) }), source)

/** Plaid asks to begin again when something changed between two pages; that is done once. */
async function allTransactions(next: (cursor: string) => Promise<Page>) {
  try {
    return await readPages(next)
  } catch (thrown) {
    if (!(thrown instanceof OperatorError) || thrown.data?.plaid !== 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION')
      throw thrown
    return readPages(next)
  }
}

async function readPages(next: (cursor: string) => Promise<Page>) {
  const known = new Map<string, BankTransaction>()
  let cursor = ''
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const { added, modified, removed, next_cursor, has_more } = await next(cursor)
    for (const one of [...added, ...modified]) known.set(one.transaction_id, one)
    for (const one of removed) known.delete(one.transaction_id)
    if (!has_more) return { transactions: [...known.values()], whole: true }
    cursor = next_cursor
  }
  return { transactions: [...known.values()], whole: false }
}

function plaidBase(context: ToolContext): URL {
  const name = context.key('PLAID_ENV') ?? 'sandbox'
  const usual = Object.hasOwn(ENVIRONMENTS, name) ? ENVIRONMENTS[name] : undefined
  if (usual) return baseOf('PLAID_URL', usual, context)
  throw new OperatorError('ARGS_INVALID', 'PLAID_ENV is neither "sandbox" nor "production".', {
    hint: 'PLAID_ENV=sandbox',
  })
}

interface Desk {
  readonly keys: PlaidKeys
  readonly source: LiveSource
  readonly context: ToolContext
}

async function postPlaid(path: string, body: Readonly<Record<string, unknown>>, { keys, source, context }: Desk) {
  const { fetch, signal } = context
  const from: JsonSource = { name: source.name, next: source.next, fetch, signal, timeoutMs: TIMEOUT_MS }
  const { clientId: client_id, secret, accessToken: access_token } = keys
  const answer = await fetchAnswer(new URL(path, source.base), from, {
    body: { client_id, secret, access_token, ...body },
  })
  if (answer.status < 300) return answer.body
  const refused = refusal.safeParse(answer.body)
  throw refused.success ? failureOf(refused.data, source) : refusedBy(source, answer.status)
}

/** Plaid's text is not said on: it may quote what was sent. Its code says enough. */
function failureOf({ error_type, error_code }: z.output<typeof refusal>, source: LiveSource): OperatorError {
  const code = /^[A-Z_]{1,60}$/.test(error_code) ? error_code : 'an unknown code'
  if (code === 'ITEM_LOGIN_REQUIRED')
    return new OperatorError('UNAUTHENTICATED', 'The bank wants you to sign in again before it shows anything.', {
      hint: 'Open Plaid Link in update mode for this bank and sign in; the access token stays the same.',
    })
  if (error_type === 'RATE_LIMIT_EXCEEDED') return liveFailure(source, 'RATE_LIMITED', 'is asked too often just now')
  if (/^INVALID_(?:API_KEYS|ACCESS_TOKEN)$/.test(code))
    return liveFailure(source, 'UNAUTHENTICATED', 'does not accept the keys', KEYS_HINT)
  return new OperatorError('PROVIDER_FAILED', `Plaid could not answer: ${code}.`, {
    hint:
      code === 'PRODUCT_NOT_READY' ? 'The bank is still preparing the data: try again in a few minutes.' : source.next,
    data: { plaid: code },
  })
}

const KEYS_HINT = 'Check PLAID_CLIENT_ID, PLAID_SECRET and PLAID_ACCESS_TOKEN, and that PLAID_ENV is where they belong.'
