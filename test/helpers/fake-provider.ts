import type { Completion, ModelRequest } from '../../src/models/provider.ts'
import type { Route } from '../../src/models/router.ts'

type Reply = (request: ModelRequest, signal: AbortSignal, onText: (piece: string) => void) => Promise<Completion>

/** What a call gets: a completion, a failure, or what a function makes of it. */
export type Step = Completion | Error | Reply

/** A completion that says `text`; 100 tokens in, 50 out. */
export const says = (text: string, over: Partial<Completion> = {}): Completion => ({
  ...{ text, calls: [], stop: 'stop', usage: { inTokens: 100, outTokens: 50, cachedTokens: 0 } },
  ...over,
})

/**
 * A route to a model that follows a script: one reply for each call, the last one for all that follow.
 * `requests` are the calls it got.
 */
export function fakeRoute(...script: Step[]): Route & { requests: ModelRequest[] } {
  const requests: ModelRequest[] = []
  return {
    name: 'fake/model',
    model: 'model',
    requests,
    provider: {
      name: 'fake',
      async complete(request, signal, onText) {
        const reply = script[Math.min(requests.length, script.length - 1)]
        requests.push(request)
        signal.throwIfAborted()
        if (reply instanceof Error) throw reply
        if (typeof reply === 'function') return reply(request, signal, onText)
        return reply ?? says('')
      },
    },
  }
}

/** A reply that never comes until it is stopped. */
export const untilStopped: Reply = (_request, signal) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
