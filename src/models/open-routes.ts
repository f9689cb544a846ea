import type { Clock } from '../base/clock.ts'
import { MINUTE_MS } from '../base/units.ts'
import { type Breaker, breaking, newBreaker } from './breaker.ts'
import { type Key, type PickedProvider, pickModels } from './pick-models.ts'
import { isPriceKnown } from './price.ts'
import type { ModelRole, ProviderFacts, ProviderPlug } from './provider.ts'
import type { Route } from './router.ts'

/** What routes are made of. */
export interface RouteSource {
  readonly plugs: readonly ProviderPlug[]
  readonly role: ModelRole
  readonly key: Key
  readonly clock: Clock
}

/**
 * The routes to a role's models that have a key, best first: the role itself at every provider, then the next cheaper
 * role at every provider. Each stands behind its breaker, which all callers of one clock and address share. No SDK is
 * loaded and nothing is asked.
 *
 * @throws OperatorError ARGS_INVALID for an environment variable that cannot be used.
 */
export function openRoutes({ plugs, role, key, clock }: RouteSource): readonly Route[] {
  const ready = pickModels(plugs, key).filter(({ plug }) => key(plug.keyName) !== undefined)
  const wanted = CHEAPER[role] === null ? [role] : [role, CHEAPER[role]]
  const routes = wanted.flatMap((one) => ready.flatMap((picked) => routeTo(picked, one, key, clock)))
  return [...new Map(routes.map((route) => [route.name, route])).values()]
}

/**
 * Every provider there is, those in use first. `configured` is true when it has its key and OPERATOROS_PROVIDERS does
 * not leave it out; `unpriced` lists the models whose price is not known, which are charged at the provider's dearest.
 *
 * @throws OperatorError ARGS_INVALID for an environment variable that cannot be used.
 */
export function describeProviders({ plugs, key }: Pick<RouteSource, 'plugs' | 'key'>): readonly DescribedProvider[] {
  const picked = pickModels(plugs, key)
  const used = new Set(picked.map(({ plug }) => plug))
  const unused = pickModels(plugs, (name) => (name === 'OPERATOROS_PROVIDERS' ? undefined : key(name)))
  return [...picked, ...unused.filter(({ plug }) => !used.has(plug))].map(({ plug, models }) => ({
    name: plug.name,
    title: plug.title,
    configured: used.has(plug) && key(plug.keyName) !== undefined,
    keyName: plug.keyName,
    models,
    unpriced: [...new Set(Object.values(models))].filter(
      (model): model is string => model !== null && !isPriceKnown(`${plug.name}/${model}`),
    ),
  }))
}

/** What `describeProviders` tells beyond the facts. */
export interface DescribedProvider extends ProviderFacts {
  readonly unpriced: readonly string[]
}

const CHEAPER: Readonly<Record<ModelRole, ModelRole | null>> = {
  flagship: 'balanced',
  balanced: 'economy',
  economy: null,
}

/** A model that thinks in silence sends pings; a minute without a byte is a dead line. */
const IDLE_MS = MINUTE_MS
const TOTAL_MS = 5 * MINUTE_MS

function routeTo({ plug, models }: PickedProvider, role: ModelRole, key: Key, clock: Clock): readonly Route[] {
  const model = models[role]
  const apiKey = key(plug.keyName)
  if (model === null || apiKey === undefined) return []
  const name = `${plug.name}/${model}`
  const baseUrl = key(plug.baseUrlName)
  const provider = plug.open({ apiKey, baseUrl, idleMs: IDLE_MS, totalMs: TOTAL_MS })
  return [{ name, model, provider: breaking(provider, breakerOf(clock, `${name} ${baseUrl ?? ''}`), name, clock) }]
}

// Routes are opened anew for every ask, their breakers must outlive them. A clock lives as long as its house.
const BREAKERS = new WeakMap<Clock, Map<string, Breaker>>()

function breakerOf(clock: Clock, place: string): Breaker {
  const ofClock = BREAKERS.get(clock) ?? new Map<string, Breaker>()
  BREAKERS.set(clock, ofClock)
  const breaker = ofClock.get(place) ?? newBreaker()
  ofClock.set(place, breaker)
  return breaker
}

/** The routes that this process does not ask now because they failed three times in a row, by name. */
export const restingRoutes = (clock: Clock): readonly string[] =>
  [...(BREAKERS.get(clock) ?? [])].filter(([, { state }]) => state.kind !== 'closed').map(([place]) => routeOf(place))

const routeOf = (place: string): string => place.slice(0, place.indexOf(' '))
