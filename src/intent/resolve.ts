import { distance } from 'fastest-levenshtein'
import { OperatorError } from '../base/errors.ts'
import { inertLine, inertText } from '../base/inert-text.ts'
import type { CommandCard } from '../command/define.ts'
import { readableForm } from '../command/readable-form.ts'
import type { Guess, Language } from '../language/language.ts'
import { echoOf } from './echo.ts'
import { normaliseLine } from './normalise.ts'
import { compilePattern, type Pattern, type Vocabulary } from './pattern.ts'
import { readArgs, type SlotWords } from './read-args.ts'

/**
 * What a line means. `typed` is the canonical form, `said` a sentence, `guessed` what the local model made of it.
 * For a question, `command` is null and the line goes to an agent.
 */
export type Intent =
  | {
      readonly command: string
      readonly args: Readonly<Record<string, unknown>>
      readonly via: 'typed' | 'said' | 'guessed'
      readonly confidence: number
      /** The canonical command, such as `scale healthcare up`. */
      readonly echo: string
    }
  | { readonly command: null; readonly question: string }

/** Lines → intents, over a fixed set of commands. */
export interface Resolver {
  /** @throws OperatorError COMMAND_UNKNOWN or ARGS_INVALID for a line that is surely meant as a command and is not right. */
  resolve(line: string): Intent
}

/** Compiles every pattern once. `language` decides only where no pattern fits; null leaves those lines questions. */
export function createResolver(
  cards: readonly CommandCard[],
  vocabulary: Vocabulary,
  language: Language | null,
): Resolver {
  const byName = new Map(cards.map((card) => [card.name, card]))
  const slots: SlotWords = { ...vocabulary, topics: [...byName.keys(), 'errors'] }
  const forms = new Map(
    cards.map((card) => [card.name, card.usage.map((form) => compilePattern(card, form, vocabulary, 'loose'))]),
  )
  const sentences = cards
    .flatMap((card) => card.phrases.map((phrase) => compilePattern(card, phrase, vocabulary, 'strict')))
    .sort((a, b) => b.weight - a.weight)

  const intent = (found: Found, via: 'typed' | 'said' | 'guessed', confidence: number): Intent => {
    const card = byName.get(found.command)
    const { command } = found
    const args = oneWay(found.args)
    return { command, args, via, confidence, echo: card ? echoOf(card, args) : command }
  }
  const strangers = (found: Found): number => {
    const card = byName.get(found.command)
    return card ? strangersIn(found, card, slots) : 0
  }
  const isKnown = (found: Found): boolean => strangers(found) === 0
  const fromSentences = (text: string): Intent | null => {
    const sentence = text.length <= LONGEST_SENTENCE ? allMatches(sentences, text).find(isKnown) : undefined
    return sentence ? intent(sentence, 'said', 1) : null
  }
  const fromModel = ({ raw, typed }: Line, guess: Guess | null): Intent | null => {
    if (!guess?.sure || !byName.has(guess.label) || raw.length > LONGEST_SENTENCE) return null
    if (byName.get(guess.label)?.effect !== 'reads' && guess.confidence < SURE_OF_CHANGE) return null
    const args = readArgs(guess.label, raw, slots)
    if (args === null || losesPool(typed[0], args)) return null
    return intent({ command: guess.label, args: withoutInvented(args, raw) }, 'guessed', guess.confidence)
  }
  const isMeant = ({ raw, name }: Line, guess: Guess | null): boolean =>
    language === null || A_NUMBER.test(raw) || (guess?.sure === true && guess.label === name)
  const fromLooseForm = (heard: Line, guess: Guess | null): Intent | null => {
    const [loose] = heard.typed
    if (loose && isAsk(loose)) return readsAsAsk(loose) ? intent(loose, 'typed', 1) : null
    const meant = isMeant(heard, guess)
    const half = !meant && isHalfMeant(heard, guess) && !language?.emergency(heard.raw)
    refuseBadForm(heard, byName.get(heard.name), { meant, half })
    if (!meant) return null
    return loose && strangers(loose) <= 1 ? intent(loose, 'typed', 1) : null
  }

  return {
    resolve(line) {
      const raw = inertText(line).trim().replace(/^\//, '')
      const name = /^[a-z-]+(?=$|[\s:])/i.exec(raw)?.[0].toLowerCase() ?? ''
      const typed = allMatches(forms.get(name) ?? [], raw)
      const exact = typed.find((found) => isKnown(found) && isPlainly(found, raw))
      if (exact) return intent(exact, 'typed', 1)
      const guess = language?.command(raw) ?? null
      const heard = { raw, name, typed }
      const understood = fromSentences(normaliseLine(line)) ?? fromModel(heard, guess) ?? fromLooseForm(heard, guess)
      refuseBareName(byName.get(raw.toLowerCase()), understood)
      if (understood) return understood
      if (language === null || guess !== null) refuseNearMiss(raw, [...byName.keys()])
      return { command: null, question: line.trim() }
    },
  }
}

const LONGEST_SENTENCE = 300
/** What might change something is not guessed by halves: "sqrt of 2" cancels no task. */
const SURE_OF_CHANGE = 0.28
const A_NUMBER = /(?:^|\s)[#+-]?\d+(?:\s|$)/

/** One misspelt word ("metrcs") names a command and no pool beside it. */
const withoutInvented = ({ pool, ...rest }: Found['args'], raw: string): Found['args'] =>
  pool === undefined || /^\S+$/.test(raw) ? rest : { ...rest, pool }

/** A line, the command's name it begins with, and that command's forms that it fits, unknown words included. */
interface Line {
  readonly raw: string
  readonly name: string
  readonly typed: readonly Found[]
}

/** True when a word typed in a pool's place would be dropped: "pools xyz" is not "pools", "pools state" is. */
const losesPool = (loose: Found | undefined, args: Readonly<Record<string, unknown>>): boolean =>
  loose?.args.pool !== undefined && args.pool === undefined && !ABOUT_POOLS.test(String(loose.args.pool))

const ABOUT_POOLS =
  /^(?:stat\w*|list\w*|overview|info|details?|please|pls|now|today|sizes?|busy|loads?|report|numbers|failed)$/i

/** Two words, the first of which is likely the command and the second none of its words: "demo cooking". */
const isHalfMeant = ({ raw, name, typed }: Line, guess: Guess | null): boolean =>
  guess?.label === name && name !== 'help' && typed.length > 0 && /^\S+ \S+$/.test(raw)

/** @throws OperatorError when a short line names a command and fits none of its forms, or fits one with a word it does not know. */
function refuseBadForm(
  { raw, typed }: Line,
  card: CommandCard | undefined,
  { meant, half }: { readonly meant: boolean; readonly half: boolean },
): void {
  if (card && (half || (meant && typed.length === 0 && looksTyped(raw)))) throw badForm(card, raw)
}

/** "down to three" names its goal; the way there is not an argument of its own. */
const oneWay = ({ direction, ...rest }: Found['args']): Found['args'] =>
  rest.to === undefined && direction !== undefined ? { ...rest, direction } : rest

/** How many words stand where only those of a closed set may: a pool, a choice, a topic. */
function strangersIn({ args }: Found, card: CommandCard, { pools, topics }: SlotWords): number {
  const properties = card.input.properties ?? {}
  const isStranger = ([name, value]: readonly [string, unknown]): boolean => {
    const { slot, enum: choices } = properties[name] as { slot?: string; enum?: readonly unknown[] }
    if (slot === 'pool') return ![...pools.values()].includes(String(value))
    if (choices) return !choices.includes(value)
    return name === 'topic' && !topics.includes(String(value))
  }
  return Object.entries(args).filter(isStranger).length
}

const isAsk = ({ args }: Found): boolean => 'ask' in args

/** Behind a colon anything is an ask; without one, "sports demo" and "task 7" may be something else, as is "+2" for a size. */
const isPlainly = (found: Found, raw: string): boolean => (isAsk(found) ? /^[a-z-]+:/i.test(raw) : !/\s\+\d/.test(raw))

/** True for what begins like a question, a request or a story: "I have headaches", not "management app". */
const readsAsAsk = ({ args }: Found): boolean => ASK.test(String(args.ask))

const ASK =
  /^(?:i|im|i'm|i've|ive|my|we|our|he|she|they|it|the|a|an|there|what|whats|what's|how|why|when|where|who|which|is|are|am|was|do|does|did|can|could|should|would|will|if|please|help|tell|explain|show|give|find|write|plan|draft|make|create|build|design|analy[sz]e|compare|calculate|compute|convert|summari[sz]e|suggest|recommend|list|check|review|predict|estimate|translate|describe|prepare|optimi[sz]e|automate|organi[sz]e|work|look|think|need|want|best)\b/i

interface Found {
  readonly command: string
  readonly args: Readonly<Record<string, unknown>>
}

const allMatches = (patterns: readonly Pattern[], text: string): Found[] =>
  patterns.flatMap((pattern) => {
    const args = pattern.match(text)
    return args ? [{ command: pattern.command, args }] : []
  })

/** A command's name and at most three words more is meant as the command; a longer line may be a question. */
const looksTyped = (raw: string): boolean => raw.split(/\s+/).length <= 4 && !raw.endsWith('?')

/** A name alone says which command is meant, and that nothing else can be. */
function refuseBareName(card: CommandCard | undefined, understood: Intent | null): void {
  if (!card || understood?.command === card.name) return
  throw new OperatorError('ARGS_INVALID', `"${card.name}" needs more than its name.`, {
    hint: card.usage.slice(0, 3).map(readableForm).join('  or  '),
    data: { command: card.name },
  })
}

const badForm = (card: CommandCard, raw: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `"${inertLine(raw, 80)}" is not a way to use "${card.name}".`, {
    hint: card.usage.slice(0, 3).map(readableForm).join('  or  '),
    data: { command: card.name },
  })

/** One word that is almost a command is a typing error, not a question for an agent. */
function refuseNearMiss(raw: string, names: readonly string[]): void {
  if (!/^[a-z]{4,20}$/i.test(raw)) return
  const word = raw.toLowerCase()
  const nearest = [...names].sort((a, b) => distance(a, word) - distance(b, word))[0] ?? ''
  if (distance(nearest, word) > (nearest.length > 5 ? 2 : 1)) return
  throw new OperatorError('COMMAND_UNKNOWN', `"${raw}" is not a command; did you mean "${nearest}"?`, { hint: nearest })
}
