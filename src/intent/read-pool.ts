import { distance } from 'fastest-levenshtein'
import type { Vocabulary } from './pattern.ts'

/**
 * The pool that a sentence names, by name, alias, plural or misspelling ("the docters", "moeny team"); `all` when it
 * speaks of every pool and of none by name; null when it speaks of none.
 */
export function readPool(words: readonly string[], { pools }: Vocabulary): string | null {
  const names = namesOf(pools)
  return exactPool(words, names) ?? misspeltPool(words, names) ?? (speaksOfAll(words) ? 'all' : null)
}

/** How people call the five when nobody is listening; each counts only where that pool exists. */
const COLLOQUIAL: Readonly<Record<string, string>> = {
  healthcare: `medic physicians physician nurses nurse health sawbones medicos surgeons hospital docters wellness quacks scrubs paramedics
    pharmacists whitecoats healers medico`,
  financial: `accountants accountant bankers banker quants cash investors traders wallstreet economists financials dough moolah beancounters
    cfo accounting treasury fintech moneymen banksters budget`,
  sports: `athletes athlete coaches coach trainers bookies athletic football ballers jocks jock sporty gamblers sportos`,
  business: 'suits entrepreneurs executives businesses strategists commerce corp corpo bizdev mbas bizness enterprise',
  general: 'generalist allrounders allrounder generals catchall oddjobs gen',
}

const PHRASES: ReadonlyArray<readonly [string, string]> = [
  ['number crunchers', 'financial'],
  ['bean counters', 'financial'],
  ['wall street', 'financial'],
  ['white coats', 'healthcare'],
  ['lab coats', 'healthcare'],
  ['gym rats', 'sports'],
  ['biz devs', 'business'],
  ['odds and ends', 'general'],
  ['all rounders', 'general'],
  ['jacks of all trades', 'general'],
]

function namesOf(pools: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const known = new Set(pools.values())
  const colloquial = Object.entries(COLLOQUIAL)
    .filter(([pool]) => known.has(pool))
    .flatMap(([pool, words]) => words.split(/\s+/).map((word) => [word, pool] as const))
  const named = [...pools].filter(([, pool]) => pool !== 'all')
  const phrases = PHRASES.filter(([, pool]) => known.has(pool))
  return new Map([...colloquial, ...phrases, ...named])
}

/** The longest run of words that is a name; at the same length the first. */
function exactPool(words: readonly string[], names: ReadonlyMap<string, string>): string | null {
  for (let length = 3; length >= 1; length -= 1) {
    for (let i = 0; i + length <= words.length; i += 1) {
      const run = words.slice(i, i + length).join(' ')
      const pool = names.get(run) ?? names.get(run.replace(/s$/, ''))
      if (pool !== undefined) return pool
    }
  }
  return null
}

function misspeltPool(words: readonly string[], names: ReadonlyMap<string, string>): string | null {
  const single = [...names].filter(([name]) => name.length >= 5 && !name.includes(' '))
  let best: { pool: string; away: number } | null = null
  for (const word of words) {
    if (word.length < 4 || REAL_WORDS.has(word)) continue
    for (const [name, pool] of single) {
      const away = edits(word, name)
      if (away <= allowed(word) && (best === null || away < best.away)) best = { pool, away }
    }
  }
  return best?.pool ?? null
}

// Two edits turn a short word into many others.
const allowed = (word: string): number => (word.length >= 6 ? 2 : 1)

/** Levenshtein distance in which a pair of swapped letters counts once. */
function edits(word: string, name: string): number {
  const away = distance(word, name)
  return away === 2 && word.length === name.length && sorted(word) === sorted(name) ? 1 : away
}

const sorted = (word: string): string => [...word].sort().join('')

// Words that are one or two edits from a pool's name and mean themselves.
const REAL_WORDS = new Set(
  `metrics metric figures bros brother stand stands hands sitting finish finished fiance sportive medics mediocre report reports support supports export exports import imports expert experts spot spots shot shots short shorts part parts port
  ports start starts score scores sort sorts many monkey honey busy business's busyness generate generated generally finally
  final finals medal media medium become sound coming company's docks locks blocks block bring blank back tank pool pools poet
  boring setting getting letting meeting spring string doing going number members member healthy wealth health healths corporate
  operation operations coach couch team teams money's trail trial`.split(/\s+/),
)

function speaksOfAll(words: readonly string[]): boolean {
  return words.some((word) => ALL_WORDS.has(word)) || ALL_PHRASES.test(words.join(' '))
}

const ALL_WORDS = new Set(
  `all al em everyones everyone evryone everybody every evry everything evrything everthing each entire whole both totality lot fleet alle gang
  erryone errbody erything`.split(/\s+/),
)
const ALL_PHRASES =
  /\b(?:across the board|the pools|them all|any of them|all of (?:em|them|it|yall)|the whole (?:crew|gang|bunch|thing|shebang))\b/
