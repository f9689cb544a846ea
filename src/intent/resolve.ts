import { inertText } from '../base/inert-text.ts'
import type { CommandCard } from '../command/define.ts'
import type { Guess, Language } from '../language/language.ts'
import { echoOf } from './echo.ts'
import { normaliseLine } from './normalise.ts'
import { compilePattern, type Pattern, type Vocabulary } from './pattern.ts'
import { readArgs, type SlotWords } from './read-args.ts'
import { readHelp } from './read-help.ts'
import { badForm, bareName, refuseNearMiss, wrongWord } from './refuse-line.ts'
import { refuseSeveral } from './refuse-several.ts'
import { refuseUnreadTime } from './refuse-unread-time.ts'
import { partReader, refuseWhole, vetDeed } from './vet-deed.ts'
import { findWrongWord, type WrongWord } from './wrong-word.ts'

/**
 * What a line means. `typed` is the canonical form, `said` a sentence, `guessed` what the local model made of it.
 * For a question, `command` is null and the line goes to an agent.
 */
export type Intent = Known | { readonly command: null; readonly question: string }

interface Known {
  readonly command: string
  readonly args: Readonly<Record<string, unknown>>
  readonly via: Via
  readonly confidence: number
  /** The canonical command, such as `scale healthcare up`. */
  readonly echo: string
}

type Via = 'typed' | 'said' | 'guessed'

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
  const { byName, slots, intent, strangers, fromSentences, exactIn, formsIn } = readings(cards, vocabulary)
  const isAlarm = (raw: string): boolean => language !== null && language.emergency(raw) !== null
  const guessOf = (raw: string): Guess | null =>
    language === null || SPEAKS_OF_ELSE.test(raw) ? null : language.command(raw)
  const fromModel = ({ raw, typed }: Line, guess: Guess | null): Known | null => {
    if (!guess?.sure || !byName.has(guess.label) || raw.length > LONGEST_SENTENCE) return null
    if (byName.get(guess.label)?.effect !== 'reads' && guess.confidence < SURE_OF_CHANGE) return null
    refuseSeveral(guess.label, raw, slots)
    const args = readArgs(guess.label, raw, slots)
    if (args === null || losesPool(typed[0], args)) return null
    return intent({ command: guess.label, args: withoutInvented(args, raw) }, 'guessed', guess.confidence)
  }
  const isNamed = ({ name }: Line, guess: Guess | null): boolean =>
    language === null || (guess?.sure === true && guess.label === name)
  const fromLooseForm = (heard: Line, guess: Guess | null): Known | null => {
    const [loose] = heard.typed
    if (loose && isAsk(loose)) return readsAsAsk(loose) ? intent(loose, 'typed', 1) : null
    const named = isNamed(heard, guess)
    const meant = named || A_NUMBER.test(heard.raw)
    const half = !meant && isHalfMeant(heard, guess) && !isAlarm(heard.raw)
    refuseBadForm(heard, byName.get(heard.name), { meant: named, half })
    return meant && loose && strangers(loose) <= 1 ? intent(loose, 'typed', 1) : null
  }
  const fromWords = (heard: Line, guess: Guess | null): Known | null => {
    const guessed = fromModel(heard, guess)
    const card = byName.get(heard.name)
    if (card && !isAlarm(heard.raw)) refuseWrongWord(heard.raw, card, slots, guessed)
    return guessed ?? fromLooseForm(heard, guess)
  }

  const readPart = partReader((part) => {
    const [raw, name] = [plainLine(part), nameIn(plainLine(part))]
    const exact = exactIn(raw, formsIn(raw, name)) ?? fromSentences(normaliseLine(part))
    return exact ?? fromModel({ raw, name, typed: [] }, guessOf(raw))
  })

  const read = (line: string): Intent => {
    const [raw, name, plain] = [plainLine(line), nameIn(plainLine(line)), normaliseLine(line)]
    const typed = formsIn(raw, name)
    const exact = exactIn(raw, typed)
    if (exact) return exact
    refuseUnreadTime(raw)
    refuseWhole(raw, plain, readPart)
    const guess = guessOf(raw)
    const understood = vetDeed(fromSentences(plain) ?? fromWords({ raw, name, typed }, guess), raw)
    refuseBareName(byName.get(raw.toLowerCase().replace(/\s*:$/, '')), understood)
    if (understood) return understood
    if (language === null || guess !== null) refuseNearMiss(raw, [...byName.keys()])
    return { command: null, question: line.trim() }
  }

  const explain = (topic: string): Intent => intent({ command: 'help', args: { topic } }, 'typed', 1)
  const look = (id: number): Intent => intent({ command: 'tasks', args: { id } }, 'guessed', 1)
  return { resolve: numberFirst(helpFirst(read, new Set(byName.keys()), explain), look) }
}

/** A number says nothing of what to do: "5!" is mathematics, and "#3" at most a task to look at. */
const numberFirst =
  (read: (line: string) => Intent, look: (id: number) => Intent) =>
  (line: string): Intent => {
    const number = /^(#|[+-]|(?:number|no\.?|nr\.?)(?=\s))?\s*(\d[\d.,_\s]*?)[.!?\s]*$/i.exec(plainLine(line))
    if (number === null) return read(line)
    const id = Number(number[2]?.replace(/[,_]/g, ''))
    return number[1] === '#' && Number.isSafeInteger(id) ? look(id) : { command: null, question: line.trim() }
  }

/** "help" before a command explains it, whatever the command's words are: nobody who asks for help wants "kill on". */
const helpFirst =
  (read: (line: string) => Intent, names: ReadonlySet<string>, explain: (topic: string) => Intent) =>
  (line: string): Intent => {
    const help = readHelp(plainLine(line), names)
    if (help === null) return read(line)
    if (isCommand(() => read(help.about))) return explain(help.topic)
    const intent = read(line)
    return intent.command === null ? intent : explain(help.topic)
  }

const plainLine = (line: string): string => inertText(line).trim().replace(/^\//, '')

/** True for a line that is a command, or one typed wrong; an ask for an agent ("sports injuries") is none. */
function isCommand(resolve: () => Intent): boolean {
  try {
    const intent = resolve()
    return intent.command !== null && !isAsk(intent)
  } catch {
    return true
  }
}

/** What the forms and phrases of the cards make of a line, without any guess. */
function readings(cards: readonly CommandCard[], vocabulary: Vocabulary) {
  const { byName, slots, forms, sentences } = compileCards(cards, vocabulary)
  const intent = ({ command, args: found }: Found, via: Via, confidence: number): Known => {
    const [card, args] = [byName.get(command), oneWay(found)]
    return { command, args, via, confidence, echo: card ? echoOf(card, args) : command }
  }
  const strangers = (found: Found): number => strangersIn(found, byName.get(found.command), slots)
  const isKnown = (found: Found): boolean => strangers(found) === 0
  const fromSentences = (text: string): Known | null => {
    const sentence = text.length <= LONGEST_SENTENCE ? allMatches(sentences, text).find(isKnown) : undefined
    return sentence ? intent(sentence, 'said', 1) : null
  }
  const exactIn = (raw: string, typed: readonly Found[]): Known | null => {
    const exact = typed.find((found) => isKnown(found) && isPlainly(found, raw))
    return exact ? intent(exact, 'typed', 1) : null
  }
  const formsIn = (raw: string, name: string): Found[] => allMatches(forms.get(name) ?? [], raw)
  return { byName, slots, intent, strangers, fromSentences, exactIn, formsIn }
}

function compileCards(cards: readonly CommandCard[], vocabulary: Vocabulary) {
  const byName = new Map(cards.map((card) => [card.name, card]))
  const slots: SlotWords = { ...vocabulary, topics: [...byName.keys(), 'errors'] }
  const forms = new Map(
    cards.map((card) => [card.name, card.usage.map((form) => compilePattern(card, form, vocabulary, 'loose'))]),
  )
  const sentences = cards
    .flatMap((card) => card.phrases.map((phrase) => compilePattern(card, phrase, vocabulary, 'strict')))
    .sort((a, b) => b.weight - a.weight)
  return { byName, slots, forms, sentences }
}

const nameIn = (raw: string): string => /^[a-z-]+(?=$|[\s:])/i.exec(raw)?.[0].toLowerCase() ?? ''

const LONGEST_SENTENCE = 300
/** What might change something is not guessed by halves: "sqrt of 2" cancels no task. */
const SURE_OF_CHANGE = 0.28
/** No fleet has a place, a dictionary or a price: "pools near me", "audit trail meaning", "20% vat on 80". */
const SPEAKS_OF_ELSE =
  /\bnear (?:me|here|by)\b|\b(?:meaning|definition|synonyms?)$|\d ?% (?:vat|gst|tax|tip|off|discount|interest|apr|raise|rise|margin|mark-?up)\b/i
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

/** True when a word typed in a pool's place would be dropped: "pools xyz" is not "pools"; "pools state" and "restart crashed" lose none. */
const losesPool = (loose: Found | undefined, args: Readonly<Record<string, unknown>>): boolean =>
  loose?.args.pool !== undefined &&
  args.pool === undefined &&
  args.target === undefined &&
  !ABOUT_POOLS.test(String(loose.args.pool))

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
  refuseBareName(raw.toLowerCase() === card?.name ? card : undefined, null)
  if (card && (half || (meant && typed.length === 0 && looksTyped(raw)))) throw badForm(card, raw)
}

/** "down to three" names its goal; the way there is not an argument of its own. */
const oneWay = ({ direction, ...rest }: Found['args']): Found['args'] =>
  rest.to === undefined && direction !== undefined ? { ...rest, direction } : rest

/** How many words stand where only those of a closed set may: a pool, a choice, a topic. */
function strangersIn({ args }: Found, card: CommandCard | undefined, { pools, topics }: SlotWords): number {
  const properties = card?.input.properties ?? {}
  const isStranger = ([name, value]: readonly [string, unknown]): boolean => {
    const { slot, enum: choices } = (properties[name] ?? {}) as { slot?: string; enum?: readonly unknown[] }
    if (slot === 'pool') return ![...pools.values()].includes(String(value))
    if (choices) return !choices.includes(value)
    return name === 'topic' && !topics.includes(String(value))
  }
  return Object.entries(args).filter(isStranger).length
}

const isAsk = ({ args }: Pick<Found, 'args'>): boolean => 'ask' in args

/** Behind a colon anything is an ask; without one, "sports demo" and "task 7" may be something else, as is "+2" for a size. */
const isPlainly = (found: Found, raw: string): boolean => (isAsk(found) ? /^[a-z-]+:/i.test(raw) : !/\s\+\d/.test(raw))

/**
 * Unless the model reads the line as the command, with the word that was meant: "audit verfy".
 *
 * @throws OperatorError ARGS_INVALID or NOT_FOUND for a form of the command with a wrong word in it.
 */
function refuseWrongWord(raw: string, card: CommandCard, slots: SlotWords, guessed: Intent | null): void {
  const wrong = findWrongWord(raw, card, slots)
  if (wrong === null) return
  if (guessed?.command !== card.name || !isReadAs(wrong, guessed.args[wrong.name])) throw wrongWord(card, raw, wrong)
}

/** A word without a meaning of its own ("tasks today") may be left out; any other was read, or is lost. */
const isReadAs = ({ kind, near, word }: WrongWord, value: unknown): boolean =>
  kind !== 'number' && (near.length > 0 ? near.includes(value) : value !== undefined || ABOUT_POOLS.test(word))

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
  throw bareName(card)
}
