import { afterAll, describe, expect, test } from 'vitest'
import { folders } from '../../bin/folders.ts'
import type { CommandCard, JsonSchema } from '../../src/command/define.ts'
import { understandLine } from '../../src/surfaces/speak-line.ts'
import { expandPhrase } from '../helpers/expand-phrase.ts'
import { rig } from '../helpers/rig.ts'

const { app, close } = rig()
afterAll(close)

const cards = await app.registry.cards()
const resolver = await app.resolver()

type Property = JsonSchema & { slot?: string; enum?: string[]; description?: string }

const propertiesOf = (card: CommandCard) => (card.input.properties ?? {}) as Readonly<Record<string, Property>>
const slotsIn = (form: string) => [...form.matchAll(/\{(\w+)(?:\.\.\.)?\}/g)].map(([, slot = '']) => slot)

/** Words that may stand in a slot. */
function wordsFor(card: CommandCard, slot: string): string {
  const property = propertiesOf(card)[slot]
  if (property?.slot === 'pool') return 'healthcare'
  if (property?.slot === 'when') return 'every monday at 8'
  if (property?.enum) return property.enum[0] ?? ''
  if (property?.type === 'integer' || property?.type === 'number') return '3'
  return slot === 'topic' ? 'scale' : 'something'
}

test('no two commands have one name, and a pool is a command', () => {
  const names = cards.map((card) => card.name)
  expect(names).toEqual([...new Set(names)].sort())
  expect(names).toEqual(expect.arrayContaining([...folders.commands.names, ...folders.packs.names]))
})

describe.each(cards.map((card) => ({ name: card.name, card })))('command $name', ({ name, card }) => {
  test('says what it does in one sentence', () => {
    expect(card.summary).toMatch(/^[A-Z][^.!?]{8,100}\.$/)
  })

  test('has a typed form that begins with its name, and an example', () => {
    expect(card.usage.length).toBeGreaterThan(0)
    expect(card.usage.filter((form) => !new RegExp(`^${name}(?=$|[ :])`).test(form))).toEqual([])
    expect(card.examples.length).toBeGreaterThan(0)
  })

  test('names only real arguments in its forms and phrases', () => {
    const spoken = [...card.usage, ...card.phrases].flatMap(slotsIn)
    const unspoken = card.phrases.flatMap((phrase) => [...(phrase.split('=>')[1] ?? '').matchAll(/(\w+)=(\S+)/g)])
    const known = Object.keys(propertiesOf(card))
    expect(spoken.filter((slot) => !known.includes(slot))).toEqual([])
    const wrong = unspoken.filter(([, slot = '', value = '']) => {
      const property = propertiesOf(card)[slot]
      return property === undefined || (property.enum && !property.enum.includes(value))
    })
    expect(wrong.map(([all]) => all)).toEqual([])
  })

  test('means by itself what its schema makes of no arguments', async () => {
    const command = await app.registry.load(name)
    if (command.bare !== null) expect(command.parse({})).toEqual(command.bare)
  })

  test('explains every argument that is only an option', () => {
    const positional = new Set(card.usage.flatMap(slotsIn))
    const silent = Object.entries(propertiesOf(card)).filter(([slot, one]) => !positional.has(slot) && !one.description)
    expect(silent.map(([slot]) => slot)).toEqual([])
  })

  test('is reached by its own examples', async () => {
    const reached = await Promise.all(
      card.examples.map(async (example) => {
        // `< file` is the shell's.
        const line = example.replace(/ < .*$/, '').replace(' --ndjson', ' --ndjson a text')
        return { example, command: (await understandLine(line, app)).command }
      }),
    )
    expect(reached.filter(({ command }) => command !== name)).toEqual([])
  })

  test('is reached by everything that its phrases stand for', () => {
    const lost = card.phrases
      .flatMap((phrase) => expandPhrase(phrase, (slot) => wordsFor(card, slot)).map((line) => ({ phrase, line })))
      .map(({ phrase, line }) => ({ phrase, line, command: commandOf(line) }))
      .filter(({ command }) => command !== name)
    expect(lost.map(({ phrase, line, command }) => `${phrase}: "${line}" → ${command}`)).toEqual([])
  })

  test('is explained by help, with schemas for machines', async () => {
    const { data, text, error } = await rigless(`help ${name}`)
    expect(error).toBeUndefined()
    expect(text).toContain(card.summary.split(' ')[0])
    expect(data).toMatchObject({ commands: [{ name, args: { type: 'object' } }] })
  })
})

function commandOf(line: string): string {
  try {
    return resolver.resolve(line).command ?? 'question'
  } catch (thrown) {
    return String(thrown)
  }
}

async function rigless(line: string) {
  const one = rig()
  try {
    return await one.say(line)
  } finally {
    await one.close()
  }
}
