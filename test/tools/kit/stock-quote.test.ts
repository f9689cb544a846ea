import { afterEach, describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/stock-quote.ts'
import { type ApiServer, FAULTS, json, type Reply, startApi, wholeText } from '../../helpers/api-server.ts'
import { memoryOutside, toolContext } from '../../helpers/tool-context.ts'

const ALPHA = 'alphakey7Q2'
const MASSIVE = 'massivekey9Z4'
const DAY_MS = 86_400_000
const NOON_MS = toolContext.now()

const QUOTE = {
  'Global Quote': {
    ...{ '01. symbol': 'AAPL', '02. open': '271.0500', '03. high': '274.2000', '04. low': '269.9000' },
    ...{ '05. price': '272.9500', '06. volume': '45823400', '07. latest trading day': '2026-11-19' },
    ...{ '08. previous close': '270.0000', '09. change': '2.9500', '10. change percent': '1.0926%' },
  },
}
const isoDay = (back: number) => new Date(NOON_MS - back * DAY_MS).toISOString().slice(0, 10)
const DAILY = {
  'Meta Data': { '1. Information': 'Daily Prices (open, high, low, close) and Volumes', '2. Symbol': 'AAPL' },
  // Newest first, as the source has it: 100 falls to 80, then rises to 120.
  'Time Series (Daily)': Object.fromEntries(
    [120, 110, 90, 80, 100].map((close, back) => [
      isoDay(back + 1),
      {
        ...{ '1. open': '1.0', '2. high': '1.0', '3. low': '1.0', '4. close': `${close}.0000`, '5. volume': '10' },
      },
    ]),
  ),
}
const bar = (t: number, c: number) => ({ v: 4.58e7, vw: 272.1, o: 271.05, c, h: 274.2, l: 269.9, t, n: 600_000 })
const aggregates = (...results: object[]) => ({
  ...{ ticker: 'AAPL', queryCount: results.length, resultsCount: results.length, adjusted: true, results },
  ...{ status: 'OK', request_id: '6a7e466379af0a71039d60cc78e72282', count: results.length },
})
/** 16:00 in New York on 19 November 2026. */
const CLOSE_MS = Date.UTC(2026, 10, 19, 21)
const RANGE = aggregates(bar(Date.UTC(2026, 10, 17, 5), 100), bar(Date.UTC(2026, 10, 18, 5), 80), bar(CLOSE_MS, 120))
const USED_UP = {
  Information: `We have detected your API key as ${ALPHA} and our standard API rate limit is 25 requests per day. Please subscribe to any of the premium plans.`,
}
const LIMITED = json(
  { status: 'ERROR', request_id: 'x', error: "You've exceeded the maximum requests per minute, please wait." },
  429,
)

const servers: ApiServer[] = []
afterEach(async () => void (await Promise.all(servers.splice(0).map((server) => server.close()))))

type Keys = Readonly<Record<string, string>>

/** A desk with both sources on this machine; `keys` says which are set. */
async function desk(
  alpha: Reply,
  massive: Reply,
  keys: Keys = { ALPHA_VANTAGE_API_KEY: ALPHA, MASSIVE_API_KEY: MASSIVE },
) {
  const [one, two] = [await startApi(alpha), await startApi(massive)]
  servers.push(one, two)
  const clock = { ms: NOON_MS }
  const outside = memoryOutside(() => clock.ms)
  const set: Keys = { ALPHA_VANTAGE_URL: one.origin, MASSIVE_URL: two.origin, ...keys }
  const context = { ...toolContext, fetch, outside, now: () => clock.ms, key: (name: string) => set[name] }
  return { alpha: one, massive: two, clock, outside, ask: (input: object) => tool.call(input, context) }
}

const ONLY_ALPHA = { ALPHA_API_KEY: ALPHA }
const ONLY_MASSIVE = { POLYGON_KEY: MASSIVE }
const unasked: Reply = json({}, 500)

describe('without a key', () => {
  it('it says which variables to set and that the handbook must answer', async () => {
    const result = await tool.call({ symbol: 'AAPL' }, toolContext)
    expect(result.lacksSetup).toBe(true)
    expect(result.blocks).toEqual([
      { kind: 'note', tone: 'warn', text: expect.stringMatching(/ALPHA_VANTAGE_API_KEY.*MASSIVE_API_KEY/) },
    ])
  })
})

describe('Alpha Vantage', () => {
  it('gives the price, its day, the change, and what is left of the 25 requests', async () => {
    const { alpha, ask } = await desk(json(QUOTE), unasked, ONLY_ALPHA)
    const { output, blocks, lacksSetup } = await ask({ symbol: 'aapl' })
    expect(output).toMatchObject({
      quote: {
        symbol: 'AAPL',
        day: '2026-11-19',
        price: 272.95,
        kind: 'latest',
        previous_close: 270,
        volume: 45_823_400,
      },
      from: { source: 'Alpha Vantage', cached: false, fetched_ms: NOON_MS, requests_left: 24, requests_limit: 25 },
    })
    expect(lacksSetup).toBe(false)
    expect(blocks[0]).toMatchObject({ rows: expect.arrayContaining([['Change', '+1.09 %']]) })
    expect(Object.fromEntries(alpha.asked[0]?.url.searchParams ?? [])).toEqual({
      ...{ function: 'GLOBAL_QUOTE', symbol: 'AAPL', apikey: ALPHA },
    })
  })

  it('asks once in ten minutes, and says that the second answer is from the cache', async () => {
    const { alpha, clock, outside, ask } = await desk(json(QUOTE), unasked, ONLY_ALPHA)
    await ask({ symbol: 'AAPL' })
    clock.ms += 599_999
    expect((await ask({ symbol: 'AAPL' })).output).toMatchObject({ from: { cached: true, fetched_ms: NOON_MS } })
    expect(alpha.asked).toHaveLength(1)
    clock.ms += 1
    expect((await ask({ symbol: 'AAPL' })).output).toMatchObject({ from: { cached: false, requests_left: 23 } })
    expect([...outside.kept].flat().join(' ')).not.toContain(ALPHA)
  })

  it('runs the daily closes through the measures and keeps them until the next day', async () => {
    const { alpha, clock, ask } = await desk(json(DAILY), unasked, ONLY_ALPHA)
    const { output, blocks } = await ask({ symbol: 'AAPL', range: 'daily' })
    expect(output).toMatchObject({
      measures: {
        n: 5,
        first: 100,
        last: 120,
        drawdown: { depth: expect.closeTo(0.2, 9) },
        chart: [100, 80, 90, 110, 120],
      },
      adjusted: false,
    })
    expect((output as { measures: { totalReturn: number } }).measures.totalReturn).toBeCloseTo(0.2, 9)
    expect(blocks).toContainEqual({ kind: 'series', label: 'Close', points: [100, 80, 90, 110, 120], shape: 'chart' })
    clock.ms += DAY_MS / 2 - 1
    await ask({ symbol: 'AAPL', range: 'daily' })
    expect(alpha.asked).toHaveLength(1)
    clock.ms += 1
    await ask({ symbol: 'AAPL', range: 'daily' })
    expect(alpha.asked).toHaveLength(2)
  })

  it.each([
    ['an unknown symbol', json({ 'Global Quote': {} }), 'NOT_FOUND'],
    [
      'an invalid call',
      json({ 'Error Message': 'Invalid API call. Please retry or visit the documentation.' }),
      'NOT_FOUND',
    ],
    ['a used-up key', json(USED_UP), 'RATE_LIMITED'],
    ['an older refusal', json({ Note: 'Our standard API call frequency is 5 calls per minute.' }), 'RATE_LIMITED'],
    [
      'a wrong key',
      json({ 'Error Message': `the parameter apikey is invalid or missing: ${ALPHA}` }),
      'UNAUTHENTICATED',
    ],
    ['status 401', json({}, 401), 'UNAUTHENTICATED'],
    ['a premium answer', json({ Information: 'This is a premium endpoint.' }), 'PROVIDER_FAILED'],
    [
      'a price that is none',
      json({ 'Global Quote': { ...QUOTE['Global Quote'], '05. price': '0.0000' } }),
      'PROVIDER_FAILED',
    ],
    ...FAULTS,
  ] as const)('%s is told as %3$s, without the key', async (_, reply, code) => {
    const { ask, outside } = await desk(reply, unasked, ONLY_ALPHA)
    const failure = await ask({ symbol: 'AAPL' }).catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ code, message: expect.stringMatching(/^Alpha Vantage /) })
    expect(wholeText(failure)).not.toContain(ALPHA)
    expect(outside.kept.size).toBe(0)
  })

  it('after 25 requests in a day nothing is sent any more, and it says when the next one is free', async () => {
    const { alpha, ask } = await desk(json(QUOTE), unasked, ONLY_ALPHA)
    const symbols = Array.from({ length: 25 }, (_, i) => `A${String.fromCharCode(65 + i)}`)
    for (const symbol of symbols) await ask({ symbol })
    await expect(ask({ symbol: 'ZZZ' })).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      hint: 'The next one is free on 2026-11-21 13:00 (Europe/Berlin).',
    })
    expect(alpha.asked).toHaveLength(25)
  })

  it('a larger plan can be told', async () => {
    const { ask } = await desk(json(QUOTE), unasked, { ...ONLY_ALPHA, ALPHA_VANTAGE_REQUESTS_A_DAY: '1000' })
    expect((await ask({ symbol: 'AAPL' })).output).toMatchObject({ from: { requests_left: 999 } })
  })

  it.each([['ALPHA_VANTAGE_REQUESTS_A_DAY'], ['ALPHA_VANTAGE_URL']])(
    '%s that cannot be used is told by its name',
    async (name) => {
      const { ask } = await desk(json(QUOTE), unasked, { ...ONLY_ALPHA, [name]: 'seven' })
      await expect(ask({ symbol: 'AAPL' })).rejects.toMatchObject({
        code: 'ARGS_INVALID',
        message: expect.stringMatching(new RegExp(`^${name} is no (?!.*seven)`)),
      })
    },
  )

  it('a request that cannot leave the machine does not count', async () => {
    const { outside, ask } = await desk(json(QUOTE), unasked, {
      ...ONLY_ALPHA,
      ALPHA_VANTAGE_URL: 'http://127.0.0.1:1',
    })
    await expect(ask({ symbol: 'AAPL' })).rejects.toMatchObject({ message: 'Alpha Vantage cannot be reached.' })
    expect(await outside.left('alpha-vantage', { limit: 25, windowMs: DAY_MS })).toBe(25)
  })

  it('being cancelled while it waits is no failure of the source', async () => {
    const stop = new AbortController()
    const server = await startApi(() => stop.abort())
    servers.push(server)
    const set: Keys = { ALPHA_VANTAGE_URL: server.origin, ...ONLY_ALPHA }
    const context = {
      ...toolContext,
      fetch,
      outside: memoryOutside(),
      signal: stop.signal,
      key: (name: string) => set[name],
    }
    await expect(tool.call({ symbol: 'AAPL' }, context)).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('Massive', () => {
  it('gives the close of the last day, with the key in a header and not in the address', async () => {
    const { massive, ask } = await desk(
      unasked,
      json(aggregates({ T: 'AAPL', ...bar(CLOSE_MS, 272.95) })),
      ONLY_MASSIVE,
    )
    expect((await ask({ symbol: 'AAPL' })).output).toMatchObject({
      quote: { symbol: 'AAPL', day: '2026-11-19', price: 272.95, kind: 'close', previous_close: null },
      from: { source: 'Massive', requests_left: 4, requests_limit: 5 },
    })
    expect(massive.asked[0]?.headers.authorization).toBe(`Bearer ${MASSIVE}`)
    expect(massive.asked[0]?.url.href).not.toContain(MASSIVE)
    expect(massive.asked[0]?.url.pathname).toBe('/v2/aggs/ticker/AAPL/prev')
  })

  it('gives a year of daily closes to the measures', async () => {
    const { massive, ask } = await desk(unasked, json({ ...RANGE, status: 'DELAYED' }), ONLY_MASSIVE)
    expect((await ask({ symbol: 'BRK.B', range: 'daily' })).output).toMatchObject({
      measures: { n: 3, from: '2026-11-17', to: '2026-11-19', last: 120 },
      adjusted: true,
    })
    expect(massive.asked[0]?.url.pathname).toBe('/v2/aggs/ticker/BRK.B/range/1/day/2025-11-20/2026-11-20')
  })

  it.each([
    ['an unknown symbol', json({ ...aggregates(), results: undefined }), 'NOT_FOUND'],
    ['too many requests', LIMITED, 'RATE_LIMITED'],
    [
      'a wrong key',
      json({ status: 'ERROR', request_id: 'x', error: `Unknown API Key ${MASSIVE}` }, 401),
      'UNAUTHENTICATED',
    ],
    ['a smaller plan', json({ status: 'NOT_AUTHORIZED', message: 'Please upgrade.' }, 403), 'UNAUTHENTICATED'],
    ['an error with status 200', json({ status: 'ERROR', error: 'oops' }), 'PROVIDER_FAILED'],
    ...FAULTS,
  ] as const)('%s is told as %3$s, without the key', async (_, reply, code) => {
    const { ask } = await desk(unasked, reply, ONLY_MASSIVE)
    const failure = await ask({ symbol: 'AAPL' }).catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ code, message: expect.stringMatching(/^Massive /) })
    expect(wholeText(failure)).not.toContain(MASSIVE)
  })
})

describe('both', () => {
  const massiveQuote = json(aggregates(bar(CLOSE_MS, 272.95)))

  it('Alpha Vantage is asked alone while it answers', async () => {
    const { massive, ask } = await desk(json(QUOTE), massiveQuote)
    expect((await ask({ symbol: 'AAPL' })).output).toMatchObject({ from: { source: 'Alpha Vantage' }, remarks: [] })
    expect(massive.asked).toHaveLength(0)
  })

  it.each([['a used-up key', json(USED_UP)] as const, ...FAULTS.map(([what, reply]) => [what, reply] as const)])(
    '%s of the first lets the second answer, and is said',
    async (_, reply) => {
      const { ask } = await desk(reply, massiveQuote)
      const { output, blocks } = await ask({ symbol: 'AAPL' })
      expect(output).toMatchObject({ from: { source: 'Massive' }, remarks: [expect.stringMatching(/^Alpha Vantage /)] })
      expect(JSON.stringify({ output, blocks })).not.toContain(ALPHA)
    },
  )

  it('when both fail, both are named', async () => {
    const { ask } = await desk(json(USED_UP), LIMITED)
    await expect(ask({ symbol: 'AAPL' })).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      message: expect.stringMatching(/^Alpha Vantage .* Massive /),
    })
  })
})
