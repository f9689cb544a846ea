import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { isOperatorError, OperatorError } from '../../src/base/errors.ts'
import { readFolder } from '../../src/base/folder.ts'
import type { Completion, Message, ModelRequest, ProviderPlug } from '../../src/models/provider.ts'
import {
  answering,
  dropping,
  falling,
  mute,
  pinging,
  type Reply,
  startServer,
  streaming,
  type Wire,
  type WireServer,
} from '../helpers/wire-server.ts'

const folder = readFolder<ProviderPlug>(new URL('../../src/models/providers/', import.meta.url))
const KEY = 'sk-secret-0123456789'
const QUICK = { idleMs: 60, totalMs: 10_000 }
const PATIENT = { idleMs: 10_000, totalMs: 10_000 }

const servers: WireServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

describe.each(folder.names)('the provider %s', async (name) => {
  const plug = await folder.load(name)
  const { wire } = (await import(fileURLToPath(new URL(`../helpers/${name}-server.ts`, import.meta.url)))) as {
    wire: Wire
  }

  async function ask(replies: readonly [Reply, ...Reply[]], more: Partial<typeof PATIENT & Asking> = {}) {
    const server = await startServer(...replies)
    servers.push(server)
    const pieces: string[] = []
    const { idleMs, totalMs, signal, onPiece } = { ...PATIENT, ...more }
    const hear = (piece: string) => {
      pieces.push(piece)
      onPiece?.()
    }
    const provider = plug.open({ apiKey: KEY, baseUrl: wire.baseUrl(server.origin), idleMs, totalMs })
    const complete = (next: ModelRequest = REQUEST): Promise<Completion> =>
      provider.complete(next, signal ?? new AbortController().signal, hear)
    return { server, pieces, complete }
  }

  const failure = async (reply: Reply, more: Partial<typeof PATIENT & Asking> = {}) => {
    const { complete, server } = await ask([reply], more)
    const thrown = await complete().then(
      (completion) => expect.fail(`it completed: ${JSON.stringify(completion)}`),
      (error: unknown) => error,
    )
    if (!isOperatorError(thrown)) return expect.fail(`not our error: ${inspect(thrown)}`)
    expect(server.asked.length, 'it must not retry').toBeLessThanOrEqual(1)
    expect(inspect(thrown, { depth: 9 })).not.toContain(KEY)
    return thrown
  }

  it('streams an answer piece by piece and counts its tokens', async () => {
    const { server, pieces, complete } = await ask([streaming(wire.answer(['The answer ', 'is ', '42.']))])
    const completion = await complete()
    expect(pieces).toEqual(['The answer ', 'is ', '42.'])
    expect(completion).toEqual({
      text: 'The answer is 42.',
      calls: [],
      stop: 'stop',
      usage: { inTokens: 100, outTokens: 7, cachedTokens: 60 },
    })
    expect(server.asked).toHaveLength(1)
    expect(server.asked[0]?.path).toBe(wire.path)
    expect(server.asked[0]?.headers.authorization).toBe(`Bearer ${KEY}`)
    const sent = wire.read(server.asked[0]?.body ?? {})
    expect(sent).toMatchObject({ model: 'model-a', system: 'Be brief.', maxTokens: 50 })
    expect(sent.tools).toEqual([{ name: 'add', summary: 'Adds.', input: SCHEMA }])
  })

  it('gives tool calls and sends them back with the thought and the results', async () => {
    const { server, complete } = await ask([
      streaming(wire.calls('add', ['{"a":1,"b":2}', '{"a":3}'])),
      streaming(wire.answer(['3'])),
    ])
    const asked = await complete()
    expect(asked.stop).toBe('tools')
    expect(asked.calls).toEqual([
      { id: 'call-1', name: 'add', input: { a: 1, b: 2 } },
      { id: 'call-2', name: 'add', input: { a: 3 } },
    ])
    // A resumed task reads the completion from the store.
    const stored = JSON.parse(JSON.stringify(asked)) as Completion
    await complete({ ...REQUEST, messages: afterCalls(stored) })
    const sent = wire.read(server.asked[1]?.body ?? {})
    expect(sent.calls).toEqual(asked.calls)
    expect(sent.results).toEqual([
      { id: 'call-1', text: '3' },
      { id: 'call-2', text: 'ARGS_INVALID: b is missing' },
    ])
    const thoughts = sent.items.filter((item) =>
      /^(?:reasoning|thinking)$/.test(String(Reflect.get(Object(item), 'type'))),
    )
    expect(thoughts).toEqual([wire.thought])
  })

  it('leaves the thoughts of another model and provider at home', async () => {
    const { server, complete } = await ask([streaming(wire.calls('add', ['{}', '{}'])), streaming(wire.answer(['3']))])
    const asked = await complete()
    await complete({ ...REQUEST, model: 'model-b', messages: afterCalls(asked) })
    expect(JSON.stringify(server.asked[1]?.body)).not.toMatch(/secret-thought|signed/)
    expect(wire.read(server.asked[1]?.body ?? {}).calls).toEqual(asked.calls)
  })

  it('hands on a call whose input is not JSON as text, so that the tool refuses it', async () => {
    const { complete } = await ask([streaming(wire.calls('add', ['{"a":', '']))])
    expect((await complete()).calls.map((call) => call.input)).toEqual(['{"a":', {}])
  })

  const filtered = wire.filtered('I wi')
  it.each([
    ['refusal', wire.refusal('I will not.')] as const,
    ['length', wire.cut('I will')] as const,
    ...(filtered ? [['filter', filtered] as const] : []),
  ])('tells the end "%s"', async (stop, events) => {
    const { complete, pieces } = await ask([streaming(events)])
    const completion = await complete()
    expect(completion).toMatchObject({ stop, calls: [], usage: { inTokens: 100, outTokens: 7 } })
    expect(completion.text).toBe(pieces.join(''))
    expect(completion.text).toMatch(/^I wi/)
  })

  it('says null where the provider counted no tokens', async () => {
    const { complete } = await ask([streaming(wire.unmetered('Yes.'))])
    expect(await complete()).toMatchObject({
      text: 'Yes.',
      usage: { inTokens: null, outTokens: null, cachedTokens: 0 },
    })
  })

  const half = () => wire.answer(['half ', 'an answer']).slice(0, -2)
  const page = '<!doctype html><html><body>Sign in</body></html>'

  it.each<[string, Reply, RegExp]>([
    ['a web page', answering(200, 'text/html; charset=utf-8', page), /text\/html/],
    ['a web page that claims to be a stream', answering(200, 'text/event-stream', page), /end event/],
    ['a JSON body instead of a stream', answering(200, 'application/json', '{"ok":true}'), /application\/json/],
    ['an empty body', answering(200, 'text/event-stream', ''), /end event/],
    ['a stream without its end event', streaming(half()), /end event/],
    ['a stream that is not JSON', streaming([...half(), 'event: message_stop\ndata: {"type":\n\n']), /failed/],
    ['a dropped socket', dropping(half()), /failed/],
    ['an error event in the stream', streaming(wire.failing('overloaded')), /overloaded just now/],
    ['an end without content', streaming(wire.nothing()), /without an answer/],
    ['a server error', answering(500, 'application/json', JSON.stringify(wire.errorBody('it broke'))), /500: it broke/],
    ['a page as a server error', answering(502, 'text/html', page), /answered 502: it sent a page/],
    [
      'an unknown model',
      answering(404, 'application/json', JSON.stringify(wire.errorBody('no model x'))),
      /no model x/,
    ],
  ])('calls %s a failure of the provider', async (_fault, reply, words) => {
    const error = await failure(reply)
    expect(error.code).toBe('PROVIDER_FAILED')
    expect(error.message).toMatch(words)
    expect(error.message).toContain(plug.title)
  })

  it('calls an event of another shape a failure and says where', async () => {
    const [first = '', ...rest] = wire.answer(['Yes.'])
    const bent = rest.map((event) => event.replace(/"(delta|text)":"Yes\."/g, '"$1":12'))
    expect((await failure(streaming([first, ...bent]))).message).toMatch(/another shape than expected at \w/)
  })

  it.each<[string, Reply]>([
    ['before the first byte', mute],
    ['in the middle of a body', falling(half())],
    ['inside the body of an error', (response) => response.writeHead(500).write('{')],
  ])('ends a silence %s after the idle limit', async (_where, reply) => {
    expect(await failure(reply, QUICK)).toMatchObject({
      code: 'PROVIDER_FAILED',
      message: expect.stringContaining('silent for 0.06 s'),
    })
  })

  it('takes a ping as a sign of life', async () => {
    const { complete } = await ask([pinging(8, wire.answer(['At last.']))], { idleMs: 120 })
    expect((await complete()).text).toBe('At last.')
  })

  it('ends an answer that goes on for longer than the total limit', async () => {
    const error = await failure(pinging(1_000, []), { totalMs: 120 })
    expect(error).toMatchObject({
      code: 'PROVIDER_FAILED',
      message: expect.stringContaining('did not finish in 0.12 s'),
    })
  })

  it('tells a server that is not there by the name of the error', async () => {
    const server = await startServer(mute)
    await server.close()
    const provider = plug.open({ apiKey: KEY, baseUrl: wire.baseUrl(server.origin), ...PATIENT })
    await expect(provider.complete(REQUEST, new AbortController().signal, () => undefined)).rejects.toMatchObject({
      code: 'PROVIDER_FAILED',
      message: expect.stringContaining('ECONNREFUSED'),
    })
  })

  it.each([401, 403])('names the key variable, and not the key, when the answer is %d', async (status) => {
    const body = JSON.stringify(wire.errorBody(`Incorrect API key provided: ${KEY}`))
    const error = await failure(answering(status, 'application/json', body))
    expect(error).toMatchObject({ code: 'PROVIDER_FAILED', hint: `check ${plug.keyName}`, data: { status } })
    expect(error.message).not.toContain('Incorrect')
  })

  it('takes the key out of whatever a server repeats', async () => {
    const error = await failure(answering(400, 'application/json', JSON.stringify(wire.errorBody(`bad ${KEY} here`))))
    expect(error.message).toMatch(/400: bad … here/)
  })

  it('says RATE_LIMITED and how long to wait', async () => {
    const body = JSON.stringify(wire.errorBody('too fast'))
    const error = await failure(answering(429, 'application/json', body, { 'retry-after': '20' }))
    expect(error).toMatchObject({
      code: 'RATE_LIMITED',
      data: { status: 429, retryAfterMs: 20_000 },
      hint: 'again in 20 s',
    })
  })

  it('says RATE_LIMITED when the stream itself says so', async () => {
    expect((await failure(streaming(wire.failing('limited')))).code).toBe('RATE_LIMITED')
  })

  it('throws what the signal carries and hangs up, in the middle of an answer', async () => {
    const killer = new AbortController()
    const killed = new OperatorError('KILLED', 'The kill switch is on.')
    const { server, complete } = await ask([falling(half())], {
      signal: killer.signal,
      onPiece: () => killer.abort(killed),
    })
    await expect(complete()).rejects.toBe(killed)
    await server.abandoned
  })

  it('is CANCELLED by a bare abort, and asks nobody when that came first', async () => {
    const { server, complete } = await ask([streaming(wire.answer(['no']))], { signal: AbortSignal.abort() })
    await expect(complete()).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(server.asked).toEqual([])
  })

  it('does not wait for the line to close after the end event', async () => {
    const { complete, server } = await ask([falling(wire.answer(['Done.']))], QUICK)
    expect((await complete()).text).toBe('Done.')
    await server.abandoned
  })
})

interface Asking {
  readonly signal: AbortSignal
  readonly onPiece: () => void
}

const SCHEMA = { type: 'object', properties: { a: { type: 'number' }, b: { type: 'number' } }, required: ['a', 'b'] }

const REQUEST: ModelRequest = {
  model: 'model-a',
  system: 'Be brief.',
  messages: [{ role: 'user', text: 'What is it?' }],
  tools: [{ name: 'add', summary: 'Adds.', input: SCHEMA }],
  maxTokens: 50,
}

const afterCalls = ({ text, calls, native }: Completion): readonly Message[] => [
  ...REQUEST.messages,
  { role: 'agent', text, calls, native },
  { role: 'tool', callId: 'call-1', name: 'add', text: '3' },
  { role: 'tool', callId: 'call-2', name: 'add', text: 'ARGS_INVALID: b is missing' },
]
