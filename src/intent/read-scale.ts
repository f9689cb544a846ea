import type { SaidWord } from './said-words.ts'

/** How a pool should change: to a number, by a number in a direction, or just in a direction. */
export interface Change {
  readonly to?: number
  readonly direction?: 'up' | 'down'
  readonly by?: number
}

/**
 * What a sentence about scaling asks for, or null when it says no change. "down to three" is a number to reach and
 * nothing else; "two more" is a direction and a step.
 */
export function readChange(said: readonly SaidWord[]): Change | null {
  const words = homophones(said)
  const direction = directionOf(words)
  const target = words.find((_, i) => isTarget(words, i))
  if (target?.number !== undefined && target.number !== null) return { to: target.number }
  const at = words.findIndex(({ number }) => number !== null)
  const amount = words[at]
  if (amount === undefined || amount.number === null) return direction ? { direction } : null
  if (amount.sign !== null) return { direction: amount.sign === '+' ? 'up' : 'down', by: amount.number }
  if (isStep(words, at) && direction) return { direction, by: amount.number }
  return { to: amount.number }
}

/** "by to" and "too more" mean two; "down too 2" means to. */
function homophones(said: readonly SaidWord[]): readonly SaidWord[] {
  return said.map((one, i) => {
    const before = said[i - 1]?.word ?? ''
    const after = said[i + 1]?.word ?? ''
    const means2 = /^(?:to|too)$/.test(one.word) && (before === 'by' || MORE.has(after))
    return means2 ? { word: 'two', number: 2, sign: null } : one
  })
}

/** A number to reach: after "to" or "at", or after which the sentence says that it is to be so. */
function isTarget(words: readonly SaidWord[], i: number): boolean {
  if (words[i]?.number === null || words[i] === undefined || words[i]?.sign !== null) return false
  const before = words[i - 1]?.word ?? ''
  const earlier = words[i - 2]?.word ?? ''
  if (MORE.has(words[i + 1]?.word ?? '')) return false
  if (TO.has(before)) return true
  return TO.has(earlier) && /^(?:just|only|exactly|about|around|the|a)$/.test(before)
}

const TO = new Set(['to', 'too', 'at', 'equals', 'til', 'till', 'until'])
const MORE = new Set([
  ...[
    'more',
    'mair',
    'extra',
    'additional',
    'fewer',
    'less',
    'fresh',
    'new',
    'further',
    'another',
    'mor',
    'moar',
    'up',
    'down',
  ],
])

/** A number that is a step and not a size: "by 2", "add two", "two more", "up 4". */
function isStep(words: readonly SaidWord[], i: number): boolean {
  const near = words.slice(Math.max(0, i - 1), i).map(({ word }) => word)
  const after = words.slice(i + 1, i + 4).map(({ word }) => word)
  if (near.some((word) => STEP_BEFORE.has(word)) || after.some((word) => MORE.has(word))) return true
  const verbs = words.map(({ word }) => word)
  return verbs.some((word) => STEP_VERBS.has(word)) && !verbs.some((word) => SIZE_VERBS.has(word))
}

const STEP_BEFORE = new Set(['by', 'with', 'up', 'down', 'extra', 'additional', 'another', 'minus', 'plus'])
const STEP_VERBS = new Set(
  `diminish add adding added ad adds remove removed removing drop dropped take taking cut cutting increase increased incrase decrease decreased
  decrese raise raised bump bumped reduce reduced lower lowered grow shrink boost lose loose hire fire ditch axe trim spin throw chuck
  toss kill shave knock slash give gie lend more less fewer extra additional upscale downscale reinforcement augment enlarge expand
  room ramp crank beef slim pull yank spare few bench boot dump chop pump stack juice amp sling send free sack plus minus swamped slammed drowning`.split(
    /\s+/,
  ),
)
const SIZE_VERBS = new Set(`set have has make resize keep just only exactly needs leave strong deep total`.split(' '))

const UP =
  words(`big up upscale scaleup increase increased incrase increasing raise raised raising grow growing grown boost bump bumped add
  adding added adds ad more mor moar mair extra additional another expand expnad enlarge larger bigger biger augment hire spin beef
  crank ramp upsize reinforce reinforcement strengthen plus room few gie lend double triple throw toss chuck pump fatten stack staff sling juice amp swamped slammed drowning short shorthanded understaffed backup firepower`)
const DOWN =
  words(`down donw downscale scaledown decrease decreased decrese decreasing reduce reduced reducing shrink shrunk shrinking
  small tiny diminish diminished fewer less lower lowered cut cutting remove removed removing drop dropped dropping smaller smaler take taking trim slim minus
  fire ditch axe lose downsize drain halve half shave knock slash yank many spare chop bench dump boot diet fewer backoff dial ease tone thin`)

/** The last of the words that say a way; those that say it plainly (up, down, fewer, less) go first. */
function directionOf(said: readonly SaidWord[]): 'up' | 'down' | null {
  const plain = said.findLast(({ word }) => PLAIN.has(word))
  if (plain) return UP.has(plain.word) ? 'up' : 'down'
  const found = said.find(({ word }) => UP.has(word) || DOWN.has(word))
  if (!found) return null
  const few = /\btoo few\b/.test(said.map(({ word }) => word).join(' '))
  return few || UP.has(found.word) ? 'up' : 'down'
}

const PLAIN = new Set([
  'small',
  'tiny',
  'big',
  'up',
  'down',
  'donw',
  'fewer',
  'less',
  'smaller',
  'smaler',
  'bigger',
  'biger',
  'larger',
  'downscale',
  'upscale',
])

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}
