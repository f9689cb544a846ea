/**
 * A signal that fires when the first of these does, with its reason. Unlike `AbortSignal.any` it is held by its sources: on
 * Node 20 a signal made by `any` from a timeout can be collected as garbage before it fires.
 */
export function linkSignals(...signals: readonly AbortSignal[]): AbortSignal {
  const linked = new AbortController()
  for (const signal of signals) {
    if (signal.aborted) linked.abort(signal.reason)
    else signal.addEventListener('abort', () => linked.abort(signal.reason), { once: true })
  }
  return linked.signal
}

/** A signal that fires after a time with this reason, else as the platform's own timeout does; it keeps no process alive. */
export function timeoutSignal(ms: number, reason?: unknown): AbortSignal {
  const timeout = new AbortController()
  setTimeout(
    () => timeout.abort(reason ?? new DOMException('The time is over.', 'TimeoutError')),
    Math.min(ms, LONGEST_TIMER),
  ).unref()
  return timeout.signal
}

/** A timer of more than 24 days fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1
