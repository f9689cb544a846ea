import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchAnswer, fetchJson } from '../../src/tools/fetch-json.ts'
import { type ApiServer, FAULTS, json, type Reply, startApi, wholeText } from '../helpers/api-server.ts'
import { type GetServer, startGetServer } from '../helpers/get-server.ts'

let server: GetServer | undefined
afterEach(async () => server?.close())

async function ask(reply: (response: ServerResponse) => void, signal = new AbortController().signal, timeoutMs = 5000) {
  server = await startGetServer((_, response) => reply(response))
  const source = { name: 'The source', next: 'Try again.', fetch, signal, timeoutMs }
  return fetchJson(new URL('/x', server.origin), source)
}

const answer = (status: number, body: string) => (response: ServerResponse) => {
  response.writeHead(status).end(body)
}

describe('fetching JSON', () => {
  it('gives what was answered', async () => expect(await ask(answer(200, '{"a":[1,null]}'))).toEqual({ a: [1, null] }))

  it('gives the body of a refusal, which says why', async () =>
    expect(await ask(answer(400, '{"error":true,"reason":"no"}'))).toEqual({ error: true, reason: 'no' }))

  it.each([
    ['a web page', answer(200, '<!doctype html><html></html>'), 'PROVIDER_FAILED', /a web page/],
    ['nothing', answer(200, ''), 'PROVIDER_FAILED', /with nothing/],
    ['half a JSON', answer(200, '{"a":'), 'PROVIDER_FAILED', /no JSON/],
    ['status 500', answer(500, '{}'), 'PROVIDER_FAILED', /status 500/],
    ['status 404', answer(404, 'not here'), 'PROVIDER_FAILED', /status 404/],
    ['status 429', answer(429, '{}'), 'RATE_LIMITED', /too often/],
    ['three megabytes', answer(200, `"${'x'.repeat(3_000_000)}"`), 'PROVIDER_FAILED', /too much/],
    ['a cut line', (response: ServerResponse) => response.socket?.destroy(), 'PROVIDER_FAILED', /cannot be reached/],
  ])('%s is told in one sentence with the next step', async (_, reply, code, message) =>
    expect(ask(reply)).rejects.toMatchObject({ code, message: expect.stringMatching(message), hint: 'Try again.' }),
  )

  it('a source that never answers is given up', async () =>
    expect(ask(() => undefined, undefined, 60)).rejects.toMatchObject({
      code: 'PROVIDER_FAILED',
      message: 'The source did not answer within 0.06 seconds.',
    }))

  it('a source that begins and never ends is given up', async () =>
    expect(ask((response) => response.write('{'), undefined, 60)).rejects.toMatchObject({ code: 'PROVIDER_FAILED' }))

  it('the caller ending it is not the fault of the source', async () => {
    const stop = new AbortController()
    await expect(ask(() => stop.abort(), stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('nobody listening is told', async () => {
    const source = {
      name: 'The source',
      next: 'Try again.',
      fetch,
      signal: new AbortController().signal,
      timeoutMs: 5000,
    }
    await expect(fetchJson(new URL('http://127.0.0.1:1/'), source)).rejects.toMatchObject({
      message: 'The source cannot be reached.',
    })
  })
})

describe('fetching an answer of a source that wants a key', () => {
  const KEY = 'key-4711-0815'
  let api: ApiServer | undefined
  afterEach(async () => api?.close())

  async function answerOf(reply: Reply, body?: unknown, signal = new AbortController().signal) {
    api = await startApi(reply)
    const source = { name: 'The source', next: 'Try again.', fetch, signal, timeoutMs: 100 }
    const request = { headers: { 'x-key': KEY }, ...(body !== undefined && { body }) }
    return fetchAnswer(new URL(`/x?key=${KEY}`, api.origin), source, request)
  }

  it('gives status, headers and body, also of a refusal that is told in JSON', async () => {
    const { status, headers, body } = await answerOf(json({ code: 'NO' }, 429, { 'x-left': '3' }))
    expect({ status, left: headers.get('x-left'), body }).toEqual({ status: 429, left: '3', body: { code: 'NO' } })
  })

  it('sends headers, and a body as JSON by POST', async () => {
    await answerOf(json({}), { a: [1] })
    expect(api?.asked[0]).toMatchObject({ method: 'POST', body: { a: [1] }, headers: { 'x-key': KEY } })
    expect(api?.asked[0]?.headers['content-type']).toBe('application/json')
  })

  it('without a body it is a GET', async () => {
    await answerOf(json({}))
    expect(api?.asked[0]).toMatchObject({ method: 'GET', body: null })
  })

  it('does not follow a redirect, so that the key goes to nobody else', async () => {
    const elsewhere = await startApi(json({}))
    const away = answerOf((response) => response.writeHead(307, { location: `${elsewhere.origin}/y` }).end(), { a: 1 })
    await expect(away).rejects.toMatchObject({ code: 'PROVIDER_FAILED' })
    expect(elsewhere.asked).toEqual([])
    await elsewhere.close()
  })

  it.each([...FAULTS, ['an answer that never comes', () => undefined, 'PROVIDER_FAILED'] as const])(
    'the failure of %s holds neither address nor header',
    async (_, reply) => {
      const outcome = await answerOf(reply).catch((thrown: unknown) => thrown)
      if (outcome instanceof Error) expect(wholeText(outcome)).not.toContain(KEY)
    },
  )

  it('a key that no header can hold is not quoted', async () => {
    const source = { name: 'The source', next: '', fetch, signal: new AbortController().signal, timeoutMs: 100 }
    const failing = fetchAnswer(new URL('http://127.0.0.1:1'), source, { headers: { 'x-key': `${KEY}\n\u0000` } })
    const failure = await failing.catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ code: 'PROVIDER_FAILED' })
    expect(wholeText(failure)).not.toContain(KEY)
  })

  it('says whether anybody was reached', async () => {
    const source = { name: 'The source', next: '', fetch, signal: new AbortController().signal, timeoutMs: 500 }
    await expect(fetchAnswer(new URL('http://127.0.0.1:1'), source)).rejects.toMatchObject({ data: { reached: false } })
  })
})
