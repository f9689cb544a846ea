import type { Example } from './fit-model.ts'
import { seededRandom } from './random.ts'

/** How many varied copies of every example are made, and how often a copy gets a typing error, 0..1. */
export interface Variation {
  readonly copies: number
  readonly frames: number
  readonly typos: number
  readonly seed: number
}

/**
 * The examples and copies of them that say the same otherwise: another opening ("any chance you could …"), another
 * ending, a letter missing, doubled or swapped. What a sentence is depends on none of these, and a model that has seen
 * them on both sides does not lean on them. Copies count less than what somebody wrote.
 */
export function varyExamples(
  examples: readonly Example[],
  { copies, frames, typos, seed }: Variation,
): readonly Example[] {
  const random = seededRandom(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const vary = (text: string): string => {
    const opened = random() < frames ? `${pick(OPENINGS)} ${lowerFirst(text)}` : text
    const ended = random() < frames / 2 ? `${opened.replace(/[.!?\s]+$/, '')}${pick(ENDINGS)}` : opened
    return random() < typos ? withTypo(ended, random) : ended
  }
  const varied = Array.from({ length: copies }, () =>
    examples.map((one) => ({ ...one, text: vary(one.text), weight: 0.6 * (one.weight ?? 1) })),
  )
  return [...examples, ...varied.flat()]
}

const OPENINGS = [
  ...[
    'please',
    'could you please',
    'can you',
    'would you kindly',
    'kindly',
    'hey',
    'hi,',
    'ok so',
    'yo',
    'um',
    'quick one:',
  ],
  ...[
    'I would like to know:',
    'I wonder,',
    'I was wondering:',
    "I'm not sure,",
    'I was thinking:',
    "I'd say:",
    'I need this:',
  ],
  ...[
    'any chance you could',
    'do you mind:',
    'tell me:',
    'gimme:',
    'lemme see,',
    'be a dear and',
    'it would be nice:',
    'maybe',
  ],
  ...[
    'perhaps',
    'my colleague asks:',
    'I suppose',
    'I think',
    'we should',
    'somebody said:',
    'good morning,',
    'dear system,',
  ],
  ...[
    'sir,',
    'just',
    'so',
    'well,',
    'dude,',
    'alright,',
    'go ahead and',
    "let's",
    'time to',
    'is it possible:',
    'I want',
  ],
]

const ENDINGS = [
  ...[
    ', please',
    ' please',
    ' pls',
    '?',
    '.',
    '!',
    '...',
    ' now',
    ' right now',
    ' today',
    ', thanks',
    ' thx',
    ' asap',
    ' lol',
  ],
  ...[
    ', if you can',
    ', would you?',
    ', no?',
    ' or what',
    ' for me',
    ' real quick',
    ' again',
    ', do it please',
    ' kindly',
    ', isn’t it?',
  ],
  ...[' I guess', ', I think', ' man', ' tbh', ' when you get a sec'],
]

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** One letter of one longer word lost, doubled, swapped with the next, or hit beside its key. */
function withTypo(text: string, random: () => number): string {
  const words = text.split(' ')
  const long = words.flatMap((word, i) => (/^[a-z]{4,}$/i.test(word) ? [i] : []))
  const chosen = long[Math.floor(random() * long.length)]
  if (chosen === undefined) return text
  const word = words[chosen] ?? ''
  const at = 1 + Math.floor(random() * (word.length - 2))
  const kind = Math.floor(random() * 3)
  const letter = word.charAt(at)
  const wrong = kind === 0 ? '' : kind === 1 ? letter + letter : word.charAt(at + 1) + letter
  words[chosen] = word.slice(0, at) + wrong + word.slice(at + (kind === 2 ? 2 : 1))
  return words.join(' ')
}
