import type { CommandCard, JsonSchema } from '../command/define.ts'

/** What the words of a slot may be: pool names and their aliases by canonical name. */
export interface Vocabulary {
  /** Alias (lower case, without article) → pool name; every pool is its own alias. */
  readonly pools: ReadonlyMap<string, string>
}

/** A pattern made ready: `match` gives the raw arguments, or null. */
export interface Pattern {
  readonly command: string
  /** Number of literal words: more of them make a pattern more specific. */
  readonly weight: number
  match(text: string): Record<string, unknown> | null
}

/** `strict` slots take only known words; the loose ones of typed forms take any word, so that a wrong one can be named. */
export type Strictness = 'strict' | 'loose'

/**
 * A pattern of `CommandCard.usage` or `.phrases` → a matcher over a normalised line.
 * Example: `scale {pool} {direction}` matches "scale healthcare up" → { pool: 'healthcare', direction: 'up' }.
 */
export function compilePattern(
  card: CommandCard,
  source: string,
  vocabulary: Vocabulary,
  strictness: Strictness,
): Pattern {
  const properties = card.input.properties ?? {}
  const slot = (name: string) => slotOf(name, properties[name], vocabulary, strictness)
  const [words = '', constants = ''] = source.split(' => ')
  const implied = Object.fromEntries(
    constants
      .split(/\s+/)
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string]),
  )
  const regex = new RegExp(`^${toRegex(words, (name) => slot(name).regex)}$`, 'iu')
  return {
    command: card.name,
    weight: source
      .replace(/\{[^}]*\}|\[[^\]]*\]/g, '')
      .split(/\s+/)
      .filter(Boolean).length,
    match(text) {
      const found = regex.exec(`${text.trim()} `)
      if (!found) return null
      const args: Record<string, unknown> = Object.assign(Object.create(null), implied)
      for (const [name, value] of Object.entries(found.groups ?? {})) {
        if (value !== undefined) args[name] = slot(name).read(value.trim())
      }
      return { ...args }
    },
  }
}

/** Every element takes the space behind it with it, so that what may be left out leaves no gap. */
function toRegex(source: string, slotRegex: (name: string) => string): string {
  return (source.match(/\{[^}]+\}|\[[^\]]+\]|\([^)]+\)|[^\s{}[\]()]+/g) ?? [])
    .map((element) => {
      if (element.startsWith('{')) return `${slotRegex(element.slice(1, -1).replace('...', ''))}\\s+`
      if (element.startsWith('[')) return `(?:(?:${choices(element)})\\s+)?`
      if (element.startsWith('(')) return `(?:${choices(element)})\\s+`
      return `${escapeRegex(element)}\\s+`
    })
    .join('')
}

const choices = (element: string): string =>
  element
    .slice(1, -1)
    .split('|')
    .map((choice) => escapeRegex(choice.trim()).replace(/ /g, '\\s+'))
    .join('|')

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

interface Slot {
  readonly regex: string
  read(value: string): unknown
}

function slotOf(name: string, schema: unknown, { pools }: Vocabulary, strictness: Strictness): Slot {
  const property = (schema ?? {}) as JsonSchema & { slot?: string; type?: string; enum?: unknown[] }
  const word = strictness === 'loose' ? '\\S+' : undefined
  if (property.slot === 'rest') return { regex: `(?<${name}>[\\s\\S]+?)`, read: (value) => value }
  if (property.slot === 'pool') {
    const names = [...pools.keys()]
      .sort((a, b) => b.length - a.length)
      .map(escapeRegex)
      .join('|')
    return {
      regex: `(?<${name}>${names}${word ? `|${word}` : ''})`,
      read: (value) => pools.get(value.toLowerCase()) ?? value,
    }
  }
  if (property.type === 'integer' || property.type === 'number') return numberSlot(name)
  if (property.enum) {
    const words = property.enum.map(String).map(escapeRegex).join('|')
    return { regex: `(?<${name}>${words}${word ? `|${word}` : ''})`, read: (value) => value.toLowerCase() }
  }
  return { regex: `(?<${name}>\\S+)`, read: (value) => value }
}

const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

const numberSlot = (name: string): Slot => ({
  regex: `(?:#|no\\.?\\s*)?(?<${name}>[+-]?\\d[\\d_,]*|${NUMBER_WORDS.join('|')})`,
  read(value) {
    const spelled = NUMBER_WORDS.indexOf(value.toLowerCase())
    return spelled >= 0 ? spelled : Number(value.replace(/[_,]/g, ''))
  },
})
