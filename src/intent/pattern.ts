import type { CommandCard, JsonSchema } from '../command/define.ts'
import { type WhenWords, whensIn } from '../language/when-words.ts'
import { saidWords } from './said-words.ts'

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
  const [said = '', constants = ''] = source.split(' => ')
  const words = said.replaceAll(ONLY_AGAIN, '{when}')
  const implied = Object.fromEntries(
    constants
      .split(/\s+/)
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string]),
  )
  const needed = neededWords(words)
  let regex: RegExp | undefined
  return {
    command: card.name,
    weight: source
      .replace(/\{[^}]*\}|\[[^\]]*\]/g, '')
      .split(/\s+/)
      .filter(Boolean).length,
    match(text) {
      const line = `${text.trim()} `
      if (!holdsAll(line.toLowerCase(), needed)) return null
      regex ??= new RegExp(`^${toRegex(words, (name) => slot(name).regex)}$`, 'iu')
      const found = words.includes('{when}')
        ? matchWithWhen(regex, line, said.includes(ONLY_AGAIN))
        : matchPlainly(regex, line)
      if (!found) return null
      const args: Record<string, unknown> = Object.assign(Object.create(null), implied)
      for (const [name, value] of Object.entries(found)) {
        if (value !== undefined) args[name] = slot(name).read(value.trim())
      }
      return { ...args }
    },
  }
}

const elementsOf = (source: string): readonly string[] =>
  source.match(/\{[^}]+\}|\[[^\]]+\]|\([^)]+\)|[^\s{}[\]()]+/g) ?? []

/** One of each of these sets must stand in a text that fits: quick to see, where the pattern itself is slow to make ready. */
const neededWords = (source: string): ReadonlyArray<readonly string[]> =>
  elementsOf(source)
    .filter((element) => !/^[{[]/.test(element))
    .map((element) => element.replace(/^\(|\)$/g, '').split('|'))
    .map((choices) => choices.map((choice) => choice.trim().split(' ')[0]?.toLowerCase() ?? ''))

const holdsAll = (line: string, needed: ReadonlyArray<readonly string[]>): boolean =>
  needed.every((choices) => choices.some((word) => line.includes(word)))

/** The words in a pattern's slots; null when it does not fit. */
type Filled = Readonly<Record<string, string | undefined>> | null

const matchPlainly = (regex: RegExp, line: string): Filled => {
  const match = regex.exec(line)
  return match && (match.groups ?? {})
}

/** Stands in a line for the words that say when, so that a pattern need not hold all ways of saying it. */
const WHEN_MARK = '\uE001'

/** A `when` that only takes what repeats: "every day tell me …" is a plan, "today tell me …" is not. */
const ONLY_AGAIN = '{when:again}'
const AGAIN = /^(?:every|each|hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|(?:on )?[a-z]+days)\b/i

function matchWithWhen(regex: RegExp, line: string, again: boolean): Filled {
  const marked = ({ start, end }: WhenWords) => `${line.slice(0, start)}${WHEN_MARK}${line.slice(end)}`
  for (const when of whensIn(line)) {
    if (again && !AGAIN.test(when.words)) continue
    const groups = regex.exec(marked(when))?.groups
    if (groups) return { ...groups, when: when.words }
  }
  return null
}

/** Every element takes the space behind it with it, so that what may be left out leaves no gap. */
function toRegex(source: string, slotRegex: (name: string) => string): string {
  return elementsOf(source)
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

/** Slots whose words are read later. */
const FREE: Readonly<Record<string, string>> = { rest: '[\\s\\S]+?', when: WHEN_MARK }

function slotOf(name: string, schema: unknown, { pools }: Vocabulary, strictness: Strictness): Slot {
  const property = (schema ?? {}) as JsonSchema & { slot?: string; type?: string; enum?: unknown[] }
  const word = strictness === 'loose' ? '\\S+' : undefined
  const free = FREE[String(property.slot)]
  if (free !== undefined) return { regex: `(?<${name}>${free})`, read: (value) => value }
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
  if (property.slot === 'step') return stepSlot(name)
  if (property.type === 'integer' || property.type === 'number') return numberSlot(name)
  if (property.enum) {
    const words = property.enum.map(String).map(escapeRegex).join('|')
    return { regex: `(?<${name}>${words}${word ? `|${word}` : ''})`, read: (value) => value.toLowerCase() }
  }
  return { regex: `(?<${name}>\\S+)`, read: (value) => value }
}

const UNITS = 'one|two|three|four|five|six|seven|eight|nine'
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const TEENS = `zero|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:(?:half(?:\\s+a)?|a|\\d+|${UNITS})\\s+)?dozen`
const BELOW_HUNDRED = `(?:(?:${TENS})(?:[\\s-]+(?:${UNITS}))?|${TEENS}|${UNITS})`
const BELOW_THOUSAND = `(?:(?:(?:a|${UNITS})\\s+)?hundred(?:\\s+(?:and\\s+)?${BELOW_HUNDRED})?|${BELOW_HUNDRED})`
/** A number in words, each of which is one number: "three and four" is none. `saidWords` reads it. */
const IN_WORDS = `(?:(?:a|\\d+|${BELOW_THOUSAND})\\s+)?(?:thousand|million|billion)(?:\\s+(?:and\\s+)?${BELOW_THOUSAND})?|${BELOW_THOUSAND}`

/** A number of agents, or the share that they become. */
function stepSlot(name: string): Slot {
  const shares = ['half', 'double', 'triple']
  const { regex, read } = numberSlot(name, shares)
  return { regex, read: (value) => (shares.includes(value.toLowerCase()) ? value.toLowerCase() : read(value)) }
}

const numberSlot = (name: string, others: readonly string[] = []): Slot => ({
  regex: `(?:#|no\\.?\\s*)?(?<${name}>${[...others, IN_WORDS].join('|')}|[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d[\\d_]*))`,
  read: (value) => (/\p{L}/u.test(value) ? saidWords(value)[0]?.number : Number(value.replace(/[_,]/g, ''))),
})
