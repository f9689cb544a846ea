import { CATALOGUE, cardOf, type PriceBand, type ProviderCard } from './catalogue.ts'
import type { ModelRequest, Usage } from './provider.ts'

/**
 * The most that a request can cost, in micro-dollars, rounded up. A token is never shorter than one byte of UTF-8, so
 * that the request's bytes bound its tokens; nothing is read from a cache, and all output is used.
 */
export function worstCaseMicro(routeName: string, request: ModelRequest, atMs: number): number {
  const { card, bands } = termsOf(routeName, atMs)
  const inTokens = mostInTokens(request)
  const reachable = bands.slice(0, bands.indexOf(bandFor(bands, inTokens)) + 1)
  const input = Math.max(...reachable.map((band) => uncachedPrice(card, band)))
  const output = Math.max(...reachable.map((band) => band.output))
  return microOf(inTokens * input + request.maxTokens * output)
}

/**
 * What a call cost, in micro-dollars, rounded up. Cached tokens are charged as read; where a provider caches unasked,
 * the others as written, because `usage` does not tell them apart. A count that is null is charged as nothing: the
 * caller charges the worst case instead.
 */
export function costMicro(routeName: string, usage: Usage, atMs: number): number {
  const { card, bands } = termsOf(routeName, atMs)
  const inTokens = usage.inTokens ?? 0
  const cached = Math.min(usage.cachedTokens, inTokens)
  const band = bandFor(bands, inTokens)
  const input = (inTokens - cached) * uncachedPrice(card, band) + cached * band.cachedRead
  return microOf(input + (usage.outTokens ?? 0) * band.output)
}

/** False when a route is charged at the dearest known price of its provider, because its own is not in the catalogue. */
export function isPriceKnown(routeName: string): boolean {
  const { provider, model } = partsOf(routeName)
  return pricesOf(cardOf(provider), model) !== undefined
}

/** Instructions, roles and tool frames that a provider adds around what we send. */
const FRAME_TOKENS = 1_000

const mostInTokens = ({ system, messages, tools }: ModelRequest): number =>
  Buffer.byteLength(system) + Buffer.byteLength(JSON.stringify(messages)) + bytesOfTools(tools) + FRAME_TOKENS

const TOOL_BYTES = new WeakMap<ModelRequest['tools'], number>()

/** The tools of a pack are the same in every request. */
function bytesOfTools(tools: ModelRequest['tools']): number {
  const bytes = TOOL_BYTES.get(tools) ?? Buffer.byteLength(JSON.stringify(tools))
  TOOL_BYTES.set(tools, bytes)
  return bytes
}

const PER_TOKENS = 1_000_000

const microOf = (tokensTimesPrice: number): number => Math.ceil(tokensTimesPrice / PER_TOKENS)

const uncachedPrice = (card: ProviderCard | undefined, band: PriceBand): number =>
  card?.cachesUnasked === false ? band.input : Math.max(band.input, band.cacheWrite)

interface Terms {
  readonly card: ProviderCard | undefined
  readonly bands: readonly PriceBand[]
}

/** The price of a route at a time; without one, the dearest of its provider, and of all for a provider nobody knows. */
function termsOf(routeName: string, atMs: number): Terms {
  const { provider, model } = partsOf(routeName)
  const card = cardOf(provider)
  const own = pricesOf(card, model)
  if (own) return { card, bands: bandsAt(own, atMs) }
  const known = card ? [card] : CATALOGUE
  return { card, bands: [dearest(known.flatMap((one) => Object.values(one.prices)).flatMap((p) => bandsAt(p, atMs)))] }
}

function partsOf(routeName: string): { provider: string; model: string } {
  const slash = routeName.indexOf('/')
  return { provider: routeName.slice(0, slash), model: routeName.slice(slash + 1) }
}

/** A dated snapshot (`gpt-6.1-sol-2026-09-29`, `claude-opus-5-5-20260922`) costs what its model costs. */
function pricesOf(card: ProviderCard | undefined, model: string) {
  const undated = model.replace(/-(?:\d{4}-\d{2}-\d{2}|\d{8})$/, '')
  return card && Object.hasOwn(card.prices, undated) ? card.prices[undated] : undefined
}

/** The bands of the latest price that holds at a time; before the first one, the first. */
function bandsAt(prices: readonly { from: string; bands: readonly PriceBand[] }[], atMs: number): readonly PriceBand[] {
  const holding = prices.findLast((price) => Date.parse(price.from) <= atMs) ?? prices[0]
  return holding?.bands ?? []
}

/** The longest prompts fall into the last band, whose `upTo` is infinite. */
function bandFor(bands: readonly PriceBand[], inTokens: number): PriceBand {
  return bands.find((band) => inTokens <= band.upTo) ?? dearest(bands)
}

function dearest(bands: readonly PriceBand[]): PriceBand {
  const most = (price: (band: PriceBand) => number) => Math.max(...bands.map(price))
  return {
    upTo: Number.POSITIVE_INFINITY,
    input: most((band) => band.input),
    cachedRead: most((band) => band.cachedRead),
    cacheWrite: most((band) => band.cacheWrite),
    output: most((band) => band.output),
  }
}
