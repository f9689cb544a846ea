import { microUsd } from '../base/units.ts'
import type { ModelRole } from './provider.ts'

/**
 * What a million tokens cost for prompts of up to `upTo` input tokens, in integer micro-dollars: 2,000,000 is 2 USD per
 * million tokens. A request pays one band whole. `input` is input that was neither read from nor written to a cache.
 */
export interface PriceBand {
  readonly upTo: number
  readonly input: number
  readonly cachedRead: number
  readonly cacheWrite: number
  readonly output: number
}

/**
 * The bands of a model, shortest prompt first, from a day on (UTC, `2026-10-07`): the day it took effect, else the first
 * day it was seen. The earliest price of a model also holds for every day before.
 */
export interface Price {
  readonly from: string
  readonly bands: readonly PriceBand[]
}

/** What a provider serves and asks. A role is null when it has no model for it. */
export interface ProviderCard {
  readonly name: string
  readonly models: Readonly<Record<ModelRole, string | null>>
  /** True when prompts are cached without being asked: input that was not read from the cache may be billed as written. */
  readonly cachesUnasked: boolean
  /** Prices by model, earliest first; also of models without a role, so that the dearest one is known. */
  readonly prices: Readonly<Record<string, readonly Price[]>>
}

/** USD per million tokens: input, cached read, cache write, output. */
type Figures = readonly [input: number, cachedRead: number, cacheWrite: number, output: number]

const band = ([input, cachedRead, cacheWrite, output]: Figures, upTo = Number.POSITIVE_INFINITY): PriceBand => ({
  upTo,
  input: microUsd(input),
  cachedRead: microUsd(cachedRead),
  cacheWrite: microUsd(cacheWrite),
  output: microUsd(output),
})

/** OpenAI's rule for its GPT-6 line: above 272,000 input tokens the whole request costs 2x input and cache, 1.5x output. */
const openaiBands = (figures: Figures): readonly PriceBand[] => {
  const [input, cachedRead, cacheWrite, output] = figures
  return [band(figures, 272_000), band([input * 2, cachedRead * 2, cacheWrite * 2, output * 1.5])]
}

/**
 * Read on 2026-11-20 in public copies of OpenAI's model and price pages (standard tier, no regional surcharge). Writing
 * to the cache costs 1.25 times the input.
 */
const OPENAI: ProviderCard = {
  name: 'openai',
  models: { flagship: 'gpt-6.1-sol', balanced: 'gpt-6.1-terra', economy: 'gpt-6-luna' },
  cachesUnasked: true,
  prices: {
    'gpt-6-astra': [{ from: '2026-09-03', bands: openaiBands([10, 1, 12.5, 50]) }],
    'gpt-6.1-sol': [{ from: '2026-09-29', bands: openaiBands([2, 0.1, 2.5, 10]) }],
    'gpt-6.1-terra': [{ from: '2026-10-26', bands: openaiBands([1, 0.05, 1.25, 5]) }],
    'gpt-6-luna': [{ from: '2026-09-22', bands: openaiBands([0.1, 0.01, 0.125, 0.5]) }],
  },
}

/**
 * Read on 2026-11-20 in public copies of Anthropic's price page (standard tier). Writing to the cache for five minutes
 * costs 1.25 times the input; nothing is cached unless a request asks.
 */
const ANTHROPIC: ProviderCard = {
  name: 'anthropic',
  models: { flagship: 'claude-opus-5-5', balanced: 'claude-sonnet-5-5', economy: 'claude-haiku-5-5' },
  cachesUnasked: false,
  prices: {
    'claude-fable-5-1': [{ from: '2026-11-20', bands: [band([10, 0.25, 12.5, 50])] }],
    'claude-opus-5-5': [{ from: '2026-09-22', bands: [band([4, 0.2, 5, 20])] }],
    'claude-sonnet-5-5': [
      { from: '2026-09-29', bands: [band([2, 0.2, 2.5, 10])] },
      { from: '2026-10-07', bands: [band([2, 0.1, 2.5, 10])] },
    ],
    'claude-haiku-5-5': [
      {
        from: '2026-10-07',
        bands: [band([0.1, 0.01, 0.125, 0.5], 100_000), band([0.5, 0.05, 0.625, 2.5])],
      },
    ],
  },
}

/**
 * The one place with model names and prices. Its order is the order in which providers are asked when
 * OPERATOROS_PROVIDERS names none.
 */
export const CATALOGUE: readonly ProviderCard[] = [OPENAI, ANTHROPIC]

/** The card of a provider; undefined for one that is not in the catalogue. */
export const cardOf = (provider: string): ProviderCard | undefined => CATALOGUE.find((card) => card.name === provider)
