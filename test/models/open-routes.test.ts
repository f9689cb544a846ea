import { describe, expect, it } from 'vitest'
import type { Clock } from '../../src/base/clock.ts'
import { OperatorError } from '../../src/base/errors.ts'
import { loadAll, readFolder } from '../../src/base/folder.ts'
import { describeProviders, openRoutes } from '../../src/models/open-routes.ts'
import type { ModelRole, ProviderPlug, ProviderSettings } from '../../src/models/provider.ts'

const plugs = await loadAll(readFolder<ProviderPlug>(new URL('../../src/models/providers/', import.meta.url)))
const KEYS = { OPENAI_API_KEY: 'o', ANTHROPIC_API_KEY: 'a' }

type Names = Readonly<Record<string, string>>
const keyOf = (names: Names) => (name: string) => names[name]
const clock = (): Clock => ({ now: () => 0 })

const namesOf = (role: ModelRole, names: Names) =>
  openRoutes({ plugs, role, key: keyOf(names), clock: clock() }).map((route) => route.name)

describe('openRoutes', () => {
  it('has no route without a key', () => {
    expect(namesOf('flagship', {})).toEqual([])
  })

  it('asks for the role at every provider first and then for the next cheaper one', () => {
    expect(namesOf('flagship', KEYS)).toEqual([
      'openai/gpt-6.1-sol',
      'anthropic/claude-opus-5-5',
      'openai/gpt-6.1-terra',
      'anthropic/claude-sonnet-5-5',
    ])
    expect(namesOf('economy', KEYS)).toEqual(['openai/gpt-6-luna', 'anthropic/claude-haiku-5-5'])
  })

  it('skips a provider without its key', () => {
    expect(namesOf('economy', { ANTHROPIC_API_KEY: 'a' })).toEqual(['anthropic/claude-haiku-5-5'])
  })

  it('follows OPERATOROS_PROVIDERS and asks no other', () => {
    expect(namesOf('economy', { ...KEYS, OPERATOROS_PROVIDERS: ' anthropic , openai' })).toEqual([
      'anthropic/claude-haiku-5-5',
      'openai/gpt-6-luna',
    ])
    expect(namesOf('economy', { ...KEYS, OPERATOROS_PROVIDERS: 'anthropic' })).toEqual(['anthropic/claude-haiku-5-5'])
  })

  it('replaces the model of a role where the environment says so', () => {
    expect(namesOf('economy', { ...KEYS, OPERATOROS_MODEL_ECONOMY: 'openai/org/gpt-x,anthropic/claude-y' })).toEqual([
      'openai/org/gpt-x',
      'anthropic/claude-y',
    ])
    expect(namesOf('economy', { ...KEYS, OPERATOROS_MODEL_FLAGSHIP: 'openai/gpt-x' })).toContain('openai/gpt-6-luna')
  })

  it('names each route once', () => {
    const names = { OPENAI_API_KEY: 'o', OPERATOROS_MODEL_BALANCED: 'openai/gpt-6.1-sol' }
    expect(namesOf('flagship', names)).toEqual(['openai/gpt-6.1-sol'])
  })

  it.each([
    ['OPERATOROS_PROVIDERS', 'openai,acme', '"acme"'],
    ['OPERATOROS_MODEL_FLAGSHIP', 'gpt-x', '"gpt-x"'],
    ['OPERATOROS_MODEL_ECONOMY', 'acme/x', '"acme"'],
    ['OPERATOROS_MODEL_BALANCED', 'openai/', '"openai/"'],
  ])('refuses %s=%s and names both', (variable, value, named) => {
    const open = () => namesOf('economy', { ...KEYS, [variable]: value })
    expect(open).toThrow(OperatorError)
    expect(open).toThrow(variable)
    expect(open).toThrow(named)
  })

  it('gives a provider its key and address, and the model its name', () => {
    const opened: ProviderSettings[] = []
    const [route] = openRoutes({
      plugs: [failing('openai', opened)],
      role: 'economy',
      key: keyOf({ OPENAI_API_KEY: 'o', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }),
      clock: clock(),
    })
    expect(route?.model).toBe('gpt-6-luna')
    expect(opened[0]).toMatchObject({ apiKey: 'o', baseUrl: 'http://127.0.0.1:1/v1' })
  })

  it('remembers failures from one ask to the next, for each clock and address on its own', async () => {
    const opened: ProviderSettings[] = []
    const source = { plugs: [failing('openai', opened)], role: 'economy' as const, clock: clock() }
    const ask = async (more: object, names: Names = {}) => {
      const key = keyOf({ OPENAI_API_KEY: 'o', ...names })
      const [route] = openRoutes({ ...source, key, ...more })
      const request = { model: 'm', system: '', messages: [], tools: [], maxTokens: 1 }
      return route?.provider.complete(request, new AbortController().signal, () => undefined).catch(String)
    }
    for (let n = 0; n < 3; n += 1) expect(await ask({})).toContain('down')
    expect(await ask({})).toContain('rests')
    expect(await ask({ clock: clock() })).toContain('down')
    expect(await ask({}, { OPENAI_BASE_URL: 'http://127.0.0.1:1' })).toContain('down')
  })
})

describe('describeProviders', () => {
  const describe_ = (names: Names) => describeProviders({ plugs, key: keyOf(names) })

  it('tells every provider, configured or not', () => {
    expect(describe_({ ANTHROPIC_API_KEY: 'a' })).toEqual([
      {
        name: 'openai',
        title: 'OpenAI',
        configured: false,
        keyName: 'OPENAI_API_KEY',
        models: { flagship: 'gpt-6.1-sol', balanced: 'gpt-6.1-terra', economy: 'gpt-6-luna' },
        unpriced: [],
      },
      {
        name: 'anthropic',
        title: 'Anthropic',
        configured: true,
        keyName: 'ANTHROPIC_API_KEY',
        models: { flagship: 'claude-opus-5-5', balanced: 'claude-sonnet-5-5', economy: 'claude-haiku-5-5' },
        unpriced: [],
      },
    ])
  })

  it('says which models have no known price', () => {
    const [openai] = describe_({ OPERATOROS_MODEL_FLAGSHIP: 'openai/gpt-x' })
    expect(openai).toMatchObject({ models: { flagship: 'gpt-x' }, unpriced: ['gpt-x'] })
  })

  it('puts those in use first; one that is left out is not configured, whatever keys there are', () => {
    const told = describe_({ ...KEYS, OPERATOROS_PROVIDERS: 'anthropic' })
    expect(told.map(({ name, configured }) => [name, configured])).toEqual([
      ['anthropic', true],
      ['openai', false],
    ])
  })

  it('shows no key', () => {
    expect(JSON.stringify(describe_({ OPENAI_API_KEY: 'sk-secret' }))).not.toContain('sk-secret')
  })

  it('has no models for a provider that the catalogue does not know', () => {
    expect(describeProviders({ plugs: [failing('acme', [])], key: keyOf({}) })[0]?.models).toEqual({
      flagship: null,
      balanced: null,
      economy: null,
    })
  })
})

const failing = (name: string, opened: ProviderSettings[]): ProviderPlug => ({
  name,
  title: name,
  keyName: `${name.toUpperCase()}_API_KEY`,
  baseUrlName: `${name.toUpperCase()}_BASE_URL`,
  open(settings) {
    opened.push(settings)
    return {
      name,
      async complete() {
        throw new OperatorError('PROVIDER_FAILED', 'it is down')
      },
    }
  },
})
