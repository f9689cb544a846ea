import { afterEach, describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/bank-accounts.ts'
import { type ApiServer, type Asked, FAULTS, json, type Reply, startApi, wholeText } from '../../helpers/api-server.ts'
import { memoryOutside, toolContext } from '../../helpers/tool-context.ts'

const KEYS = {
  PLAID_CLIENT_ID: 'client-5f1e',
  PLAID_SECRET: 'secret-77aa',
  PLAID_ACCESS_TOKEN: 'access-sandbox-1234abcd',
}
const account = (name: string, [type, subtype]: readonly string[], current: number, available: number | null) => ({
  ...{ account_id: `id-${name}`, name, official_name: `Plaid ${name}`, mask: '0000', type, subtype },
  balances: { available, current, limit: null, iso_currency_code: 'USD', unofficial_currency_code: null },
})
const ACCOUNTS = {
  accounts: [
    account('Checking', ['depository', 'checking'], 110, 100),
    account('Saving', ['depository', 'savings'], 210.1, 200),
    account('Card', ['credit', 'credit card'], 40.05, null),
  ],
  item: { item_id: 'i', institution_id: 'ins_1' },
  request_id: 'r',
}
const moved = (id: string, amount: number, primary: string | null, over: object = {}) => ({
  ...{ transaction_id: id, account_id: 'id-Checking', amount, iso_currency_code: 'USD', date: '2026-11-10' },
  ...{ name: `Shop ${id}`, merchant_name: null, category: null, pending: false },
  personal_finance_category:
    primary === null ? null : { primary, detailed: `${primary}_OTHER`, confidence_level: 'HIGH' },
  ...over,
})
const page = (added: object[], next_cursor: string, has_more: boolean, more: object = {}) => ({
  ...{ added, modified: [], removed: [], next_cursor, has_more, request_id: 'r', accounts: [] },
  ...{ transactions_update_status: 'HISTORICAL_UPDATE_COMPLETE', ...more },
})
const FIRST = page(
  [
    moved('a', 12.1, 'FOOD_AND_DRINK'),
    moved('b', 500, 'TRANSFER_OUT'),
    moved('c', 99, 'FOOD_AND_DRINK', { date: '2026-10-20' }),
    moved('d', 7, 'FOOD_AND_DRINK'),
    moved('e', 30, null),
  ],
  'cursor-1',
  true,
)
const SECOND = page(
  [moved('f', 0.2, 'FOOD_AND_DRINK', { date: '2026-11-19', pending: true }), moved('g', -5, 'GENERAL_MERCHANDISE')],
  'cursor-2',
  false,
  {
    modified: [moved('a', 12.2, 'FOOD_AND_DRINK')],
    removed: [{ transaction_id: 'd' }],
  },
)
const refusal = (error_type: string, error_code: string, status = 400): Reply =>
  json(
    {
      ...{
        display_message: null,
        documentation_url: 'https://plaid.com/docs',
        request_id: 'r',
        suggested_action: null,
      },
      ...{ error_type, error_code, error_message: `it failed for ${KEYS.PLAID_ACCESS_TOKEN} and ${KEYS.PLAID_SECRET}` },
    },
    status,
  )

let server: ApiServer | undefined
afterEach(async () => server?.close())

const pages: Reply = (response, asked) => json(asked.body?.cursor === 'cursor-1' ? SECOND : FIRST)(response, asked)

/** Asks a bank on this machine; the two addresses answer as told. */
async function ask(
  accounts: Reply = json(ACCOUNTS),
  sync: Reply = pages,
  set: Readonly<Record<string, string>> = KEYS,
) {
  server = await startApi((response, asked) =>
    (asked.url.pathname === '/accounts/get' ? accounts : sync)(response, asked),
  )
  const { origin } = server
  const outside = memoryOutside()
  const keys: Readonly<Record<string, string>> = { PLAID_URL: origin, ...set }
  const result = await tool.call({}, { ...toolContext, fetch, outside, key: (name) => keys[name] })
  return { ...result, outside, asked: server.asked }
}

/** What the caller may ever see of a call. */
const seenOf = (result: object): string => JSON.stringify(result)

describe('bank-accounts', () => {
  it('shows balances, and what is held and owed', async () => {
    const { output, blocks } = await ask()
    expect(output).toMatchObject({
      setup: null,
      bank: {
        accounts: [
          { name: 'Checking', mask: '0000', kind: 'checking', current: 110, available: 100, currency: 'USD' },
          {},
          {},
        ],
        totals: [{ currency: 'USD', held: 320.1, owed: 40.05 }],
      },
    })
    expect(blocks).toContainEqual(
      expect.objectContaining({ rows: expect.arrayContaining([['Accounts less debts', '280.05 USD']]) }),
    )
  })

  it('sums the spending of 30 days over all pages: corrected, without what was taken back or only moved', async () => {
    const { output, asked } = await ask()
    expect(output).toMatchObject({
      bank: {
        spending: {
          since: '2026-10-21',
          sums: [
            { category: 'Without category', amount: 30, n: 1 },
            { category: 'Food and drink', amount: 12.4, n: 2 },
            { category: 'General merchandise', amount: -5, n: 1 },
          ],
          ...{ pending: 1, moves: 1, whole: true },
        },
      },
    })
    expect(asked.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'POST /accounts/get',
      'POST /transactions/sync',
      'POST /transactions/sync',
    ])
    expect(asked[1]?.body).toMatchObject({ access_token: KEYS.PLAID_ACCESS_TOKEN, count: 500 })
    expect(asked[1]?.body).not.toHaveProperty('cursor')
    expect(asked[2]?.body).toMatchObject({ cursor: 'cursor-1' })
  })

  it('keeps nothing of a bank, and shows no key', async () => {
    const { output, blocks, input, outside } = await ask()
    expect(outside.kept.size).toBe(0)
    for (const secret of Object.values(KEYS)) expect(seenOf({ output, blocks, input })).not.toContain(secret)
  })

  it('begins again once when the bank changed something between two pages', async () => {
    let refused = false
    const { output, asked } = await ask(undefined, (response, one: Asked) => {
      const isSecond = one.body?.cursor === 'cursor-1'
      if (isSecond && !refused) {
        refused = true
        return refusal('TRANSACTIONS_ERROR', 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION')(response, one)
      }
      return pages(response, one)
    })
    expect(output).toMatchObject({ bank: { spending: { whole: true } } })
    expect(asked.map(({ body }) => body?.cursor)).toEqual([undefined, undefined, 'cursor-1', undefined, 'cursor-1'])
  })

  it('an endless history ends after forty pages, and that is said', async () => {
    const { output, blocks, asked } = await ask(undefined, json(page([moved('a', 1, 'RENT')], 'again', true)))
    expect(asked).toHaveLength(41)
    expect(output).toMatchObject({ bank: { spending: { whole: false } } })
    expect(blocks).toContainEqual(expect.objectContaining({ tone: 'warn', text: expect.stringContaining('20,000') }))
  })

  it.each([
    ['data that is not ready', refusal('ITEM_ERROR', 'PRODUCT_NOT_READY')],
    ['too many requests', refusal('RATE_LIMIT_EXCEEDED', 'TRANSACTIONS_LIMIT', 429)],
    ...FAULTS.map(([what, reply]) => [what, reply] as const),
  ] as const)('%s in place of the transactions still lets the balances be shown', async (_, reply) => {
    const { output, blocks } = await ask(undefined, reply)
    expect(output).toMatchObject({ bank: { spending: null, totals: [{ held: 320.1 }] } })
    for (const secret of Object.values(KEYS)) expect(seenOf({ output, blocks })).not.toContain(secret)
  })

  it.each([
    ['a sign-in that has run out', refusal('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED'), 'UNAUTHENTICATED', /sign in again/],
    ['wrong keys', refusal('INVALID_INPUT', 'INVALID_API_KEYS'), 'UNAUTHENTICATED', /does not accept the keys/],
    ['a wrong token', refusal('INVALID_INPUT', 'INVALID_ACCESS_TOKEN'), 'UNAUTHENTICATED', /does not accept the keys/],
    ['a bank that is down', refusal('INSTITUTION_ERROR', 'INSTITUTION_DOWN'), 'PROVIDER_FAILED', /INSTITUTION_DOWN/],
    ['too many requests', refusal('RATE_LIMIT_EXCEEDED', 'ACCOUNTS_LIMIT', 429), 'RATE_LIMITED', /too often/],
    [
      'an error within Plaid',
      refusal('API_ERROR', 'INTERNAL_SERVER_ERROR', 500),
      'PROVIDER_FAILED',
      /INTERNAL_SERVER_ERROR/,
    ],
    ['a code that quotes a key', refusal('API_ERROR', KEYS.PLAID_SECRET), 'PROVIDER_FAILED', /unknown code/],
    ...FAULTS.map(([what, reply, code]) => [what, reply, code, /^Plaid /] as const),
  ] as const)('%s is told as %3$s, without a key', async (_, reply, code, message) => {
    const failure = await ask(reply).catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ code, message: expect.stringMatching(message) })
    for (const secret of Object.values(KEYS)) expect(wholeText(failure)).not.toContain(secret)
  })

  it.each(Object.keys(KEYS))('without %s it says what to set, and asks nobody', async (name) => {
    const { lacksSetup, output, asked } = await ask(undefined, undefined, { ...KEYS, [name]: '' })
    expect(lacksSetup).toBe(true)
    expect(output).toMatchObject({ setup: expect.stringContaining(name) })
    expect(asked).toHaveLength(0)
  })

  it('an environment that does not exist is told', async () =>
    expect(ask(undefined, undefined, { ...KEYS, PLAID_ENV: 'staging' })).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: expect.stringContaining('PLAID_ENV'),
    }))
})
