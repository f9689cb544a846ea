import type { Clock } from '../base/clock.ts'
import { OperatorError, toOperatorError } from '../base/errors.ts'
import { SECOND_MS } from '../base/units.ts'
import type { Provider } from './provider.ts'

/**
 * Whether a route is worth asking.
 *
 * - `closed`: calls pass; a failure counts, a success forgets, the third failure in a row opens it.
 * - `open`: calls are refused at once until `untilMs`; the first call after that is the trial.
 * - `trial`: one call is out, the others are refused. Its success closes the breaker, its failure opens it again, and
 *   when it is cancelled the next call is the trial.
 */
export type BreakerState =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly untilMs: number }
  | { readonly kind: 'trial' }

/** The breaker of one route; shared by everybody who asks that route in this process. */
export interface Breaker {
  state: BreakerState
}

/** A breaker that lets everything through. */
export const newBreaker = (): Breaker => ({ state: CLOSED })

const MOST_FAILURES = 3
const REST_MS = 30 * SECOND_MS
const CLOSED: BreakerState = { kind: 'closed', failures: 0 }

/**
 * A provider behind a breaker. While the breaker is open, `complete` fails at once without asking the provider.
 *
 * @throws OperatorError PROVIDER_FAILED while open, else what the provider throws.
 */
export const breaking = (provider: Provider, breaker: Breaker, route: string, clock: Clock): Provider => ({
  name: provider.name,
  async complete(request, signal, onText) {
    enter(breaker, route, clock.now())
    try {
      const completion = await provider.complete(request, signal, onText)
      breaker.state = CLOSED
      return completion
    } catch (thrown) {
      breaker.state = afterFailure(breaker.state, toOperatorError(thrown), clock.now())
      throw thrown
    }
  },
})

function enter(breaker: Breaker, route: string, nowMs: number): void {
  const { state } = breaker
  if (state.kind === 'closed') return
  if (state.kind === 'open' && nowMs >= state.untilMs) {
    breaker.state = { kind: 'trial' }
    return
  }
  const rests =
    state.kind === 'open' ? `rests for ${Math.ceil((state.untilMs - nowMs) / SECOND_MS)} s` : 'is being tried'
  throw new OperatorError('PROVIDER_FAILED', `${route} failed ${MOST_FAILURES} times in a row and ${rests}.`, {
    hint: 'operatoros providers',
  })
}

function afterFailure(state: BreakerState, error: OperatorError, nowMs: number): BreakerState {
  const open: BreakerState = { kind: 'open', untilMs: nowMs + REST_MS }
  if (!blamesRoute(error)) return state.kind === 'trial' ? { kind: 'open', untilMs: nowMs } : state
  // A call that began before the breaker opened says nothing new.
  if (state.kind === 'open') return state
  if (state.kind === 'trial' || state.failures + 1 >= MOST_FAILURES) return open
  return { kind: 'closed', failures: state.failures + 1 }
}

/** Statuses that blame the request; the next request may be a better one. */
const REQUEST_FAULTS = new Set<unknown>([400, 413, 422])

const blamesRoute = ({ code, data }: OperatorError): boolean =>
  code === 'RATE_LIMITED' || (code === 'PROVIDER_FAILED' && !REQUEST_FAULTS.has(data?.status))
