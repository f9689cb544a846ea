import { afterEach, expect, it } from 'vitest'
import { type ApiServer, json, startApi } from '../helpers/api-server.ts'
import { type Rig, rig } from '../helpers/rig.ts'

const KEY = 'alphakey7Q2'
const QUOTE = {
  'Global Quote': {
    ...{ '01. symbol': 'AAPL', '02. open': '271.0500', '03. high': '274.2000', '04. low': '269.9000' },
    ...{ '05. price': '272.9500', '06. volume': '45823400', '07. latest trading day': '2026-11-19' },
    ...{ '08. previous close': '270.0000', '09. change': '2.9500', '10. change percent': '1.0926%' },
  },
}

const rigs: Rig[] = []
let server: ApiServer | undefined
afterEach(async () => {
  await Promise.all(rigs.splice(0).map((one) => one.close()))
  await server?.close()
})

function opened(env: Readonly<Record<string, string>>, home?: string): Rig {
  const one = rig({ env, fetch, file: true, ...(home !== undefined && { home }) })
  rigs.push(one)
  return one
}

/** Every value of every table, as text. */
async function everythingIn(one: Rig): Promise<string> {
  const store = await one.store()
  const tables = store.maintain("select name as kept from sqlite_master where type = 'table'") as { kept: string }[]
  return JSON.stringify(tables.map(({ kept }) => store.maintain(`select * from "${kept}"`)))
}

it('a price that one process fetched is told by the next one from the cache, and the key is nowhere in the database', async () => {
  server = await startApi(json(QUOTE))
  const env = { ALPHA_VANTAGE_URL: server.origin, ALPHA_VANTAGE_API_KEY: KEY }
  const first = opened(env)
  expect((await first.say('financial: stock price of AAPL')).text).toContain('272.95')
  const second = opened(env, first.home)
  const { text } = await second.say('financial: what is the stock price of AAPL')
  expect(text).toContain('from the cache')
  expect(text).toContain('24')
  expect(server.asked).toHaveLength(1)
  const kept = await everythingIn(second)
  expect(kept).toContain('quote AAPL')
  expect(kept).not.toContain(KEY)
})

it('a refusal that quotes the key is told and stored without it', async () => {
  server = await startApi(
    json({ Information: `We have detected your API key as ${KEY}; our rate limit is 25 requests per day.` }),
  )
  const one = opened({ ALPHA_VANTAGE_URL: server.origin, ALPHA_VANTAGE_API_KEY: KEY })
  const { text, data } = await one.say('financial: stock price of AAPL')
  expect(text).toContain('Alpha Vantage says that the requests of this key are used up')
  expect(data).toMatchObject({ outcome: 'unclear' })
  expect(text + (await everythingIn(one))).not.toContain(KEY)
})

it('without a key the handbook answers, and says first what to set', async () => {
  const one = opened({})
  const { text, data } = await one.say('financial: Analyze AAPL stock performance')
  expect(data).toMatchObject({ outcome: 'answered', by: 'handbook' })
  expect(text).toMatch(/ALPHA_VANTAGE_API_KEY[\s\S]*In short/)
})

it('a question whether to buy is answered by the handbook and asks no source', async () => {
  server = await startApi(json(QUOTE))
  const one = opened({ ALPHA_VANTAGE_URL: server.origin, ALPHA_VANTAGE_API_KEY: KEY })
  await one.say('financial: should I buy tesla stock')
  expect(server.asked).toEqual([])
})
