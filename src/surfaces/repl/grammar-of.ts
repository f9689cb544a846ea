import type { CommandCard } from '../../command/define.ts'
import type { App } from '../open-app.ts'
import type { Grammar } from './completion.ts'

/** The words of the conversation itself, which are no commands of the registry. */
const OWN_WORDS = ['clear', 'exit']

/** What Tab knows: every command with the words that may follow it, by their place. */
export async function readGrammar({ registry, folders }: App): Promise<Grammar> {
  return grammarOf(await registry.cards(), { pools: folders.packs.names, demos: folders.demos.names })
}

/**
 * Cards → grammar. `scale {pool} {to}` and `scale {pool} {direction}` give scale two places: the pools, then `up` and
 * `down`. A pool's own command is left out: `healthcare:` stands for it.
 */
export function grammarOf(
  cards: readonly CommandCard[],
  { pools, demos }: { readonly pools: readonly string[]; readonly demos: readonly string[] },
): Grammar {
  const named = cards.filter(({ name }) => !pools.includes(name))
  const known = { pool: pools, domain: demos, topic: named.map(({ name }) => name) }
  const commands = named.map((card) => ({ name: card.name, args: placesOf(card, known) }))
  return { commands: [...commands, ...OWN_WORDS.map((name) => ({ name, args: [] }))], pools }
}

type Known = Readonly<Record<string, readonly string[]>>

function placesOf(card: CommandCard, known: Known): Grammar['commands'][number]['args'] {
  const forms = card.usage.map((form) => form.split(/\s+/).slice(1))
  const places = Math.max(0, ...forms.map((words) => words.length))
  return Array.from({ length: places }, (_, place) => ({
    name: `word ${place + 1}`,
    values: [...new Set(forms.flatMap((words) => valuesOf(words[place] ?? '', card, known)))],
  }))
}

/** What a word of a form stands for: a slot for its values, anything else for itself. */
function valuesOf(word: string, card: CommandCard, known: Known): readonly string[] {
  const slot = /^\{(\w+)(?:\.\.\.)?\}$/.exec(word)?.[1]
  if (slot === undefined) return word === '' ? [] : [word]
  const property = card.input.properties?.[slot]
  const values = typeof property === 'object' ? property.enum : undefined
  return values ? values.map(String) : (known[slot] ?? [])
}
