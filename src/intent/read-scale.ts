import type { SaidWord } from './said-words.ts'

/** How a pool should change: to a number, by a number in a direction, or just in a direction. */
export interface Change {
  readonly to?: number
  readonly direction?: 'up' | 'down'
  readonly by?: number | 'half' | 'double' | 'triple'
}

/**
 * What a sentence about scaling asks for, or null when it says no change. "down to three" is a number to reach and
 * nothing else; "two more" is a direction and a step.
 */
export function readChange(said: readonly SaidWord[]): Change | null {
  const words = withoutExactly(homophones(said))
  const direction = directionOf(words)
  const share = shareOf(words)
  if (share) return share
  const target = words.find((_, i) => isTarget(words, i))?.number
  if (target !== undefined && target !== null) return { to: target }
  const at = words.findIndex(({ number }) => number !== null)
  return at < 0 ? withoutNumber(words, direction) : withNumber(words, at, direction)
}

type Direction = 'up' | 'down' | null

function withoutNumber(words: readonly SaidWord[], direction: Direction): Change | null {
  if (direction === null) return null
  return words.some(({ word }) => word === 'another') ? { direction, by: 1 } : { direction }
}

function withNumber(words: readonly SaidWord[], at: number, direction: Direction): Change | null {
  const { number, sign } = words[at] ?? { number: null, sign: null }
  if (number === null) return null
  if (sign !== null) return { direction: sign === '+' ? 'up' : 'down', by: number }
  // Who scales by a number and says no way means more: nobody says "by" of a size.
  if (direction === null && words[at - 1]?.word === 'by') return { direction: 'up', by: number }
  return direction && isStep(words, at) ? { direction, by: number } : { to: number }
}

/** "cut them in half", "halve", "twice as many", "double the doctors"; a number beside it is meant instead. */
function shareOf(words: readonly SaidWord[]): Change | null {
  if (words.some(({ number, word }, i) => number !== null && number !== 1 && !isFactor(words[i - 1]?.word, word)))
    return null
  const said = words.map(({ word }) => word)
  const text = said.join(' ')
  const direction = /\bdown\b/.test(text) ? 'down' : 'up'
  if (said.some((word) => HALF.has(word)))
    return { direction: /\bagain\b|\bmore\b/.test(text) ? 'up' : 'down', by: 'half' }
  if (said.some((word) => DOUBLE.has(word)) || /\btimes two\b/.test(text)) return { direction, by: 'double' }
  return said.some((word) => TRIPLE.has(word)) || /\btimes three\b/.test(text) ? { direction, by: 'triple' } : null
}

const isFactor = (before: string | undefined, word: string): boolean =>
  before === 'times' && /^(?:two|three)$/.test(word)

const HALF = new Set(['half', 'halve', 'halved', 'halving', 'halfs', 'halv'])
const DOUBLE = new Set(['double', 'doubled', 'doubling', 'twice', 'dubble', 'doubel'])
const TRIPLE = new Set(['triple', 'tripled', 'treble', 'thrice'])

/** "seven, no more and no less" is seven and says neither more nor less. */
function withoutExactly(said: readonly SaidWord[]): readonly SaidWord[] {
  const isExact = EXACTLY.test(said.map(({ word }) => word).join(' '))
  return isExact ? said.filter(({ word }) => !/^(?:more|less|fewer)$/.test(word)) : said
}

const EXACTLY = /\b(?:no|not|nor) (?:more|less|fewer) (?:and |or |,)*(?:no|not|nor) (?:more|less|fewer)\b/

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
  if (TO.has(earlier) && /^(?:just|only|exactly|about|around|the|a)$/.test(before)) return true
  const text = words
    .slice(0, i)
    .map(({ word }) => word)
    .join(' ')
  return /\b(?:down|up|cut|drop|bring|trim) (?:\w+ ){0,3}to (?:\w+ ){0,4}of$/.test(text)
}

const TO = new Set(['to', 'too', 'at', 'equals', 'til', 'till', 'until'])
const MORE = words('more mair extra additional fewer less fresh new further another mor moar up down')

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
  toss kill shave knock slash give gie lend more less fewer extra additional upscale yeet sunset retire trimmed trim loses lost tack tacked buff bolster stick shed prune downscale reinforcement augment enlarge expand
  room ramp crank beef slim pull yank spare few bench boot dump chop pump stack juice amp sling send free sack plus minus swamped slammed drowning`.split(
    /\s+/,
  ),
)
const SIZE_VERBS = new Set(`set have has make resize keep just only exactly needs leave strong deep total`.split(' '))

const UP =
  words(`tack tacked buff bolster stick up upscale scaleup increase increased incrase increasing raise raised raising grow growing grown boost bump bumped add
  adding added adds ad more mor moar mair extra additional another expand expnad enlarge larger bigger biger augment hire spin beef
  crank ramp upsize reinforce reinforcement strengthen plus room few gie lend double triple throw toss chuck pump fatten stack staff sling juice amp swamped slammed drowning short shorthanded understaffed backup firepower`)
const DOWN =
  words(`yeet sunset retire trimmed loses shed prune down donw downscale scaledown decrease decreased decrese decreasing reduce reduced reducing shrink shrunk shrinking
  small tiny diminish diminished fewer less lower lowered cut cutting remove removed removing drop dropped dropping smaller smaler take taking trim slim minus
  fire ditch axe lose downsize drain halve half shave knock slash yank many spare chop bench dump boot diet fewer backoff dial ease tone thin`)

/** Too few is up and too many is down; else the last word that says a way plainly (up, fewer), else the first that implies one. */
function directionOf(said: readonly SaidWord[]): 'up' | 'down' | null {
  const text = said.map(({ word }) => word).join(' ')
  if (TOO_FEW.test(text)) return 'up'
  if (TOO_MANY.test(text)) return 'down'
  const plain = said.findLast(({ word }) => PLAIN.has(word))
  if (plain) return UP.has(plain.word) ? 'up' : 'down'
  const found = said.find(({ word }) => UP.has(word) || DOWN.has(word))
  if (!found) return null
  return UP.has(found.word) ? 'up' : 'down'
}

const TOO_FEW = /\b(?:too|to) (?:few|small|thin|little|tiny|short)\b|\bnot enough\b/
const TOO_MANY = /\b(?:too|to) (?:many|big|large|fat|bloated)\b|\bmore than (?:we|they|i) need\b/

const PLAIN = words('small tiny up down donw fewer less smaller smaler bigger biger larger downscale upscale')

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}
