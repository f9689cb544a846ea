import { afterAll, describe, expect, test } from 'vitest'
import { folders } from '../../bin/folders.ts'
import { loadAll } from '../../src/base/folder.ts'
import { MODEL_ROLES } from '../../src/models/provider.ts'
import { rig } from '../helpers/rig.ts'

const packs = await loadAll(folders.packs)
const index = folders.handbook()
const sizes = index.sizes()
index.close()
const { say, close } = rig()
afterAll(close)

/** Domains in which an answer could be taken for professional advice. */
const NEEDS_NOTICE = ['healthcare', 'financial', 'sports', 'business']

/** What nobody can know without the network; then the answer says so. */
const NEEDS_NETWORK = /weather/

test('there are the five pools that the fleet is known for', () => {
  expect(packs.map((pack) => pack.name)).toEqual(
    expect.arrayContaining(['business', 'financial', 'general', 'healthcare', 'sports']),
  )
})

test('no name or alias stands for two pools', () => {
  const names = packs.flatMap((pack) => [pack.name, ...pack.aliases])
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

describe.each(packs)('pack $name', (pack) => {
  test('is served by tools and checks that exist, each named once', () => {
    expect(pack.tools.filter((tool) => !folders.tools.names.includes(tool))).toEqual([])
    expect(pack.checks.filter((check) => !folders.gates.names.includes(check))).toEqual([])
    expect([...new Set(pack.tools)]).toEqual(pack.tools)
  })

  test('has a handbook of twelve pages or more', () => {
    expect(sizes[pack.name] ?? 0).toBeGreaterThanOrEqual(12)
  })

  test('has aliases and signals in lower case, without an article', () => {
    const words = [...pack.aliases, ...pack.signals]
    expect(words.filter((word) => word !== word.toLowerCase().trim() || /^(?:the|a|an) /.test(word))).toEqual([])
    expect([...new Set(words)].length).toBeGreaterThan(0)
  })

  test('begins with a few agents, names a model role and tells what it can do', () => {
    expect(pack.slots).toBeGreaterThan(0)
    expect(MODEL_ROLES).toContain(pack.role)
    expect(pack.capabilities.length).toBeGreaterThan(1)
    expect(pack.summary).toMatch(/^[A-Z].*\.$/)
    expect(pack.system.length).toBeGreaterThan(50)
  })

  test('puts a notice on its answers where they could be taken for advice', () => {
    if (NEEDS_NOTICE.includes(pack.name)) expect(pack.notice).toMatch(/^[A-Z].*[.)]$/)
    else expect(pack.notice).toBeNull()
  })

  test.each(pack.examples.map((example) => [example]))('answers "%s" without a model', async (example) => {
    const { data, error, text } = await say(`${pack.name}: ${example}`)
    expect(error).toBeUndefined()
    const outcome = NEEDS_NETWORK.test(example) ? 'unclear' : 'answered'
    expect(data, text).toMatchObject({ pool: pack.name, outcome, by: 'handbook' })
    expect([pack.notice, pack.matter?.notice]).toContain((data as { notice: string | null }).notice)
    if (outcome === 'unclear') expect(text).toContain('cannot be reached')
  })
})
