import { describe, expect, it } from 'vitest'
import { type ErrorCode, OperatorError } from '../../src/base/errors.ts'
import { type Breaker, breaking, newBreaker } from '../../src/models/breaker.ts'
import type { Completion, ModelRequest, Provider } from '../../src/models/provider.ts'

const REQUEST: ModelRequest = { model: 'm', system: '', messages: [], tools: [], maxTokens: 1 }
const ANSWER: Completion = {
  text: 'yes',
  calls: [],
  stop: 'stop',
  usage: { inTokens: 1, outTokens: 1, cachedTokens: 0 },
}

type End = 'answer' | ErrorCode | 'request-fault'

/** A route whose calls end as told, on a clock turned by hand. */
function rig(breaker: Breaker = newBreaker()) {
  const ends: End[] = []
  let nowMs = 1_000_000
  let asked = 0
  const provider: Provider = {
    name: 'fake',
    async complete() {
      asked += 1
      const end = ends.shift() ?? 'answer'
      if (end === 'answer') return ANSWER
      if (end === 'request-fault') throw new OperatorError('PROVIDER_FAILED', 'too long', { data: { status: 400 } })
      throw new OperatorError(end, `it ended with ${end}`)
    },
  }
  const behind = breaking(provider, breaker, 'fake/m', { now: () => nowMs })
  const call = () => behind.complete(REQUEST, new AbortController().signal, () => undefined)
  return {
    call,
    pass: (ms: number) => {
      nowMs += ms
    },
    asked: () => asked,
    async play(...next: readonly End[]) {
      ends.push(...next)
      for (const _ of next) await call().catch(() => undefined)
    },
  }
}

describe('a breaker', () => {
  it('refuses without asking after three failures in a row, and says for how long', async () => {
    const route = rig()
    await route.play('PROVIDER_FAILED', 'RATE_LIMITED', 'PROVIDER_FAILED')
    route.pass(6_500)
    await expect(route.call()).rejects.toMatchObject({
      code: 'PROVIDER_FAILED',
      message: 'fake/m failed 3 times in a row and rests for 24 s.',
    })
    expect(route.asked()).toBe(3)
  })

  it('forgets failures at the first success', async () => {
    const route = rig()
    await route.play('PROVIDER_FAILED', 'PROVIDER_FAILED', 'answer', 'PROVIDER_FAILED', 'PROVIDER_FAILED', 'answer')
    expect(route.asked()).toBe(6)
  })

  it.each<End>(['CANCELLED', 'KILLED', 'request-fault'])('does not count %s', async (end) => {
    const route = rig()
    await route.play(end, end, end, end)
    await expect(route.call()).resolves.toEqual(ANSWER)
  })

  it('lets one call try after 30 s: its success closes it', async () => {
    const route = rig()
    await route.play('PROVIDER_FAILED', 'PROVIDER_FAILED', 'PROVIDER_FAILED')
    route.pass(30_000)
    const [trial, other] = await Promise.allSettled([route.call(), route.call()])
    expect(trial.status).toBe('fulfilled')
    expect(other).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('is being tried') } })
    await expect(route.call()).resolves.toEqual(ANSWER)
  })

  it('opens for another 30 s when the trial fails', async () => {
    const route = rig()
    await route.play('PROVIDER_FAILED', 'PROVIDER_FAILED', 'PROVIDER_FAILED')
    route.pass(30_000)
    await route.play('PROVIDER_FAILED')
    route.pass(29_999)
    await expect(route.call()).rejects.toMatchObject({ message: expect.stringContaining('rests for 1 s') })
    expect(route.asked()).toBe(4)
  })

  it('lets the next call try when the trial was cancelled', async () => {
    const route = rig()
    await route.play('PROVIDER_FAILED', 'PROVIDER_FAILED', 'PROVIDER_FAILED')
    route.pass(30_000)
    await route.play('CANCELLED')
    await expect(route.call()).resolves.toEqual(ANSWER)
  })

  it('is shared by all who hold it', async () => {
    const breaker = newBreaker()
    await rig(breaker).play('PROVIDER_FAILED', 'PROVIDER_FAILED', 'PROVIDER_FAILED')
    await expect(rig(breaker).call()).rejects.toMatchObject({ code: 'PROVIDER_FAILED' })
  })
})
