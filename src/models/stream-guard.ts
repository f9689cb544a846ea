import { OperatorError } from '../base/errors.ts'
import { SECOND_MS } from '../base/units.ts'
import { type Caller, providerFailure } from './provider-failure.ts'

/** What a guarded call goes out with: both stop when the guard does. */
export interface Line {
  readonly signal: AbortSignal
  readonly fetch: typeof fetch
}

/**
 * Runs one streamed call under an idle and a total limit, neither of which the SDKs keep on a body. Every byte counts
 * as a sign of life, so that a provider's pings keep a long thought alive. A successful answer that is not an event
 * stream (a login page, a JSON body) is refused before anybody reads it.
 *
 * @throws OperatorError what `signal` carries (CANCELLED for a bare abort), else PROVIDER_FAILED or RATE_LIMITED.
 */
export async function guardStream<T>(
  caller: Caller,
  signal: AbortSignal,
  call: (line: Line) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  const obey = () => stop.abort(carriedBy(signal))
  if (signal.aborted) obey()
  signal.addEventListener('abort', obey, { once: true })
  const { idleMs, totalMs } = caller.settings
  let idle: NodeJS.Timeout | undefined
  // The first sign of life is our own request: the time to load an SDK is not the provider's silence.
  const alive = () => {
    idle ??= setTimeout(() => stop.abort(tooLong(caller, 'was silent for', idleMs)), idleMs)
    idle.refresh()
  }
  const total = setTimeout(() => stop.abort(tooLong(caller, 'did not finish in', totalMs)), totalMs)
  try {
    stop.signal.throwIfAborted()
    return await call({ signal: stop.signal, fetch: watchedFetch(caller, alive) })
  } catch (thrown) {
    // The SDKs end a stream quietly when it is aborted, so that the reason must win over what the reader made of it.
    if (stop.signal.aborted) throw stop.signal.reason
    throw providerFailure(thrown, caller)
  } finally {
    clearTimeout(idle)
    clearTimeout(total)
    signal.removeEventListener('abort', obey)
  }
}

const carriedBy = ({ reason }: AbortSignal): OperatorError =>
  reason instanceof OperatorError ? reason : new OperatorError('CANCELLED', 'It was cancelled.', { cause: reason })

const tooLong = ({ plug }: Caller, what: string, limitMs: number): OperatorError =>
  new OperatorError('PROVIDER_FAILED', `${plug.title} ${what} ${limitMs / SECOND_MS} s.`)

const watchedFetch =
  (caller: Caller, alive: () => void): typeof fetch =>
  async (input, init) => {
    alive()
    const response = await fetch(input, init)
    alive()
    if (!response.body) return response
    if (response.ok && !isEventStream(response)) {
      await response.body.cancel()
      throw notAStream(caller, response)
    }
    const watched = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        alive()
        controller.enqueue(chunk)
      },
    })
    return new Response(response.body.pipeThrough(watched), response)
  }

/** Some proxies drop the header; then the missing end event tells. */
function isEventStream({ headers }: Response): boolean {
  const type = headers.get('content-type')
  return type === null || type.startsWith('text/event-stream')
}

function notAStream({ plug, settings }: Caller, { headers }: Response): OperatorError {
  const type = headers.get('content-type')?.split(';')[0] ?? ''
  return new OperatorError('PROVIDER_FAILED', `${plug.title} answered with ${type}, not with an event stream.`, {
    hint: settings.baseUrl === undefined ? undefined : `check ${plug.baseUrlName}`,
  })
}
