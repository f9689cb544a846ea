import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../src/models/catalogue.ts'
import { costMicro, isPriceKnown, worstCaseMicro } from '../../src/models/price.ts'
import { MODEL_ROLES, type ModelRequest } from '../../src/models/provider.ts'

const NOW = Date.UTC(2026, 10, 20)
const used = (inTokens: number, outTokens: number, cachedTokens = 0) => ({ inTokens, outTokens, cachedTokens })

describe('the catalogue', () => {
  const prices = CATALOGUE.flatMap((card) =>
    Object.entries(card.prices).map(([model, list]) => [`${card.name}/${model}`, list] as const),
  )

  it.each(prices)('has integer prices for %s, by date and band, and the last band has no end', (_route, list) => {
    expect(list.map((price) => price.from)).toEqual(list.map((price) => price.from).sort())
    for (const { from, bands } of list) {
      expect(from).toBe(new Date(Date.parse(from)).toISOString().slice(0, 10))
      expect(bands.map((band) => band.upTo)).toEqual(bands.map((band) => band.upTo).sort((a, b) => a - b))
      expect(bands.at(-1)?.upTo).toBe(Number.POSITIVE_INFINITY)
      for (const { input, cachedRead, cacheWrite, output } of bands) {
        expect([input, cachedRead, cacheWrite, output].every(Number.isSafeInteger)).toBe(true)
        expect(cachedRead).toBeLessThan(input)
        expect(input).toBeLessThan(cacheWrite)
        expect(cacheWrite).toBeLessThan(output)
      }
    }
  })

  it('knows the price of every model that it gives a role', () => {
    for (const card of CATALOGUE) {
      for (const role of MODEL_ROLES) expect(isPriceKnown(`${card.name}/${card.models[role]}`)).toBe(true)
    }
  })
})

describe('costMicro', () => {
  it.each([
    // 1,000 × 4 + 100 × 20 USD per million.
    ['anthropic/claude-opus-5-5', used(1_000, 100), 6_000],
    // 400 × 4 + 600 × 0.20 + 100 × 20.
    ['anthropic/claude-opus-5-5', used(1_000, 100, 600), 3_720],
    // OpenAI caches unasked: 400 × 1.25 + 600 × 0.05 + 100 × 5.
    ['openai/gpt-6.1-terra', used(1_000, 100, 600), 1_030],
    ['openai/gpt-6.1-terra-2026-10-26', used(1_000, 100, 600), 1_030],
    // The whole request in the higher band: 272,001 × 2.50 + 10 × 7.50.
    ['openai/gpt-6.1-terra', used(272_000, 10), 340_050],
    ['openai/gpt-6.1-terra', used(272_001, 10), 680_078],
    ['anthropic/claude-haiku-5-5', used(100_000, 1_000), 10_500],
    ['anthropic/claude-haiku-5-5', used(100_001, 1_000), 52_501],
    ['anthropic/claude-haiku-5-5', used(0, 0), 0],
    // A tenth of a micro-dollar is one.
    ['anthropic/claude-haiku-5-5', used(1, 0), 1],
  ])('of %s for %o is %d', (route, usage, micro) => {
    expect(costMicro(route, usage, NOW)).toBe(micro)
  })

  it('follows the day: a cached read of Sonnet halved on 7 October 2026', () => {
    const read = used(1_000_000, 0, 1_000_000)
    const price = (atMs: number) => costMicro('anthropic/claude-sonnet-5-5', read, atMs)
    expect(price(Date.UTC(2026, 9, 7) - 1)).toBe(200_000)
    expect(price(Date.UTC(2026, 9, 7))).toBe(100_000)
    expect(price(0)).toBe(200_000)
  })

  it('charges a model without a known price at the dearest of its provider, and more than any at an unknown provider', () => {
    const usage = used(10_000, 1_000)
    for (const card of CATALOGUE) {
      const known = Object.keys(card.prices).map((model) => costMicro(`${card.name}/${model}`, usage, NOW))
      expect(isPriceKnown(`${card.name}/model-of-tomorrow`)).toBe(false)
      const unknown = costMicro(`${card.name}/model-of-tomorrow`, usage, NOW)
      expect(unknown).toBeGreaterThanOrEqual(Math.max(...known))
      expect(costMicro('somebody/model', usage, NOW)).toBeGreaterThanOrEqual(unknown)
    }
    expect(isPriceKnown('openai/constructor')).toBe(false)
  })
})

describe('worstCaseMicro', () => {
  const request = (text: string): ModelRequest => ({
    model: 'm',
    system: 'Be brief.',
    messages: [{ role: 'user', text }],
    tools: [{ name: 'add', summary: 'Adds.', input: { type: 'object' } }],
    maxTokens: 1_500,
  })

  it.each(['plain words', '数字を足してください', '1.5,2.5,3.5', 'a'.repeat(400_000)])(
    'is at least what the call can cost when every byte of it is a token (%#)',
    (text) => {
      for (const card of CATALOGUE) {
        for (const model of [...Object.keys(card.prices), 'model-of-tomorrow']) {
          const route = `${card.name}/${model}`
          const worst = worstCaseMicro(route, request(text), NOW)
          expect(Number.isSafeInteger(worst)).toBe(true)
          const bytes = Buffer.byteLength(text)
          expect(worst).toBeGreaterThan(costMicro(route, used(bytes, 1_500), NOW))
          expect(worst).toBeGreaterThan(costMicro(route, used(Math.floor(bytes / 4), 1_500), NOW))
        }
      }
    },
  )

  it('counts what a provider wants back, such as reasoning', () => {
    const bare: ModelRequest = { ...request('a'), messages: [{ role: 'agent', text: '', calls: [] }] }
    const laden: ModelRequest = {
      ...bare,
      messages: [{ role: 'agent', text: '', calls: [], native: { items: ['x'.repeat(10_000)] } }],
    }
    const worst = (one: ModelRequest) => worstCaseMicro('anthropic/claude-opus-5-5', one, NOW)
    expect(worst(laden) - worst(bare)).toBeGreaterThanOrEqual(40_000)
  })
})
