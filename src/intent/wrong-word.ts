import { distance } from 'fastest-levenshtein'
import type { CommandCard, JsonSchema } from '../command/define.ts'
import type { SlotWords } from './read-args.ts'
import { readPool } from './read-pool.ts'

/** The one word of a typed form that is not right. */
export interface WrongWord {
  /** The argument that it stands for, such as `section`. */
  readonly name: string
  readonly word: string
  readonly kind: 'pool' | 'choice' | 'number'
  /** What it may be; empty for a number. */
  readonly choices: readonly string[]
  /** What it nearly is, each as near as the other; mostly one or none. */
  readonly near: readonly unknown[]
  /** The arguments of the form with the one word that is near; null where there is none, or more than one. */
  readonly args: Readonly<Record<string, unknown>> | null
}

/**
 * The form of a command that a line has in all words but one, and that word. Null where no form fits so far that the command
 * must be meant: a word that is nearly right is enough ("kill onn"), one that is just wrong needs another that belongs to the
 * command alone ("alerts ack foo"), or a command whose name begins no question of two words ("admin foo").
 */
export function findWrongWord(raw: string, card: CommandCard, slots: SlotWords): WrongWord | null {
  if (raw.endsWith('?')) return null
  const words = raw.split(/\s+/)
  const found = card.usage.flatMap((form) => inForm(form.split(' '), words, card, slots) ?? [])
  const byChoice = found.find(({ kind }) => kind === 'choice')
  return found.find(({ near }) => near.length > 0) ?? byChoice ?? found[0] ?? null
}

/** A line of two words that begins so is nearly always typed, and hardly ever asked. */
const NEVER_ASKED = new Set(['admin', 'alerts', 'approvals', 'capabilities', 'pools', 'tasks'])

interface Wrong {
  readonly fits: 'nearly' | 'no'
  readonly kind: WrongWord['kind']
  /** What it nearly is. */
  readonly near: readonly string[]
}
type Judged = Wrong | { readonly fits: 'yes' | 'closely'; readonly value: unknown }

function inForm(
  form: readonly string[],
  words: readonly string[],
  card: CommandCard,
  slots: SlotWords,
): WrongWord | null {
  if (form.length !== words.length || form.length < 2) return null
  const properties = card.input.properties ?? {}
  const judged = form.map((element, i) => judge(element, words[i] ?? '', properties, slots))
  const at = judged.findIndex(isWrong)
  const only = judged[at]
  if (!only || !isWrong(only) || judged.filter(isWrong).length > 1 || !isSurelyMeant(only, judged, card)) return null
  const meant = only.near.length === 1 ? (only.near[0] ?? null) : null
  const values = judged.map((one) => (isWrong(one) ? meant : one.value))
  const given = form.flatMap((element, i) => (element.startsWith('{') ? [[nameOf(element), values[i]] as const] : []))
  const name = nameOf(form[at] ?? '')
  return {
    ...{ name, word: words[at] ?? '', kind: only.kind, near: only.near },
    choices: only.kind === 'number' ? [] : choicesOf(properties[name], slots),
    args: meant === null ? null : Object.fromEntries(given),
  }
}

const isWrong = (one: Judged): one is Wrong => one.fits === 'nearly' || one.fits === 'no'

const isSurelyMeant = (wrong: Wrong, judged: readonly Judged[], { name }: CommandCard): boolean =>
  wrong.fits === 'nearly' ||
  (wrong.kind !== 'choice' && judged.some(({ fits }) => fits === 'closely')) ||
  (judged.length === 2 && NEVER_ASKED.has(name))

const nameOf = (element: string): string => element.slice(1, -1)

/** Words of a closed set fit `closely`: hardly anything else is said with them. */
function judge(element: string, word: string, properties: Readonly<Record<string, unknown>>, slots: SlotWords): Judged {
  if (!element.startsWith('{')) {
    return element.toLowerCase() === word.toLowerCase() ? yes(word) : { fits: 'no', kind: 'choice', near: [] }
  }
  const { slot, type, enum: choices } = (properties[nameOf(element)] ?? {}) as Property
  if (slot === 'pool') return judgePool(word, slots)
  if (choices) return judgeChoice(word.toLowerCase(), choices.map(String))
  if (type === 'integer' || type === 'number') return judgeNumber(word)
  // The rest of a line and the words that say when are not one word each.
  return slot === 'rest' || slot === 'when' ? { fits: 'no', kind: 'choice', near: [] } : yes(word)
}

type Property = JsonSchema & { readonly slot?: string; readonly type?: string; readonly enum?: readonly unknown[] }

const yes = (value: unknown): Judged => ({ fits: 'yes', value })

function judgePool(word: string, { pools }: SlotWords): Judged {
  const exact = pools.get(word.toLowerCase())
  if (exact !== undefined) return yes(exact)
  const pool = readPool([word.toLowerCase()], { pools })
  const aliases = [...pools].filter(([, name]) => name === pool).map(([alias]) => alias)
  const isNear = pool !== null && aliases.some((alias) => distance(alias, word.toLowerCase()) <= 2)
  return { fits: isNear ? 'nearly' : 'no', kind: 'pool', near: isNear ? [pool] : [] }
}

function judgeChoice(word: string, choices: readonly string[]): Judged {
  if (choices.includes(word)) return { fits: 'closely', value: word }
  const away = choices
    .map((choice) => ({ choice, edits: editsTo(choice, word) }))
    .filter(({ edits }) => edits < Infinity)
  const least = Math.min(...away.map(({ edits }) => edits))
  const near = away.filter(({ edits }) => edits === least).map(({ choice }) => choice)
  return { fits: near.length > 0 ? 'nearly' : 'no', kind: 'choice', near }
}

/** How far a word is from a choice; infinite where it is another word. "backups" and "rest" are as good as mistyped. */
function editsTo(choice: string, word: string): number {
  if (Math.min(choice.length, word.length) >= 3 && (word.startsWith(choice) || choice.startsWith(word))) return 1
  if (choice.length <= 3 && choice[0] !== word[0]) return Infinity
  const edits = distance(choice, word)
  return edits <= (choice.length >= 6 ? 2 : 1) ? edits : Infinity
}

const NUMBER = /^#?[+-]?(?:\d{1,3}(?:,\d{3})+|\d[\d_]*)$/
const COUNTED = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

function judgeNumber(word: string): Judged {
  if (NUMBER.test(word)) return yes(Number(word.replace(/[#_,]/g, '')))
  if (COUNTED.includes(word.toLowerCase())) return yes(COUNTED.indexOf(word.toLowerCase()))
  return { fits: /\d/.test(word) ? 'nearly' : 'no', kind: 'number', near: [] }
}

const choicesOf = (schema: unknown, { pools }: SlotWords): readonly string[] => {
  const { enum: choices } = (schema ?? {}) as Property
  return choices ? choices.map(String) : [...new Set(pools.values())].filter((pool) => pool !== 'all')
}
