import { OperatorError } from '../base/errors.ts'
import { type WhenWords, whensIn } from '../language/when-words.ts'
import { anyVerb, anyVerbOf } from './deeds.ts'

/**
 * A command happens now, with whole numbers. What a sentence says besides is not left out in silence.
 *
 * @throws OperatorError ARGS_INVALID for a change at another time, for a while, on a condition, or by a part of an agent.
 */
export function refuseUnheld(command: string, text: string, echo: string): void {
  const time = NOT_TIMED.has(command) ? null : timeIn(text, command)
  if (time !== null) throw notThen(time, echo)
  const amount = command === 'scale' ? A_PART.exec(text)?.[0].trim() : undefined
  if (amount !== undefined) {
    throw unheld(
      `Nothing was done: "${amount}" is no whole number of agents.`,
      'scale <pool> <agents>, such as: scale sports 3',
    )
  }
}

const unheld = (message: string, hint: string): OperatorError => new OperatorError('ARGS_INVALID', message, { hint })

const notThen = (time: string, echo: string): OperatorError =>
  unheld(`Nothing was done: a command happens at once and cannot be planned for "${time}".`, `now: ${echo}`)

/**
 * The same for a line that is a change without the words that say when: "pause sports until monday".
 *
 * @throws OperatorError ARGS_INVALID
 */
export function refuseTime(text: string, read: (part: string) => { echo: string; changes: boolean } | null): void {
  const time = timeIn(text, '')
  if (time === null) return
  const deed = read(text.toLowerCase().replace(time, ' ').replace(/\s+/g, ' ').trim())
  if (deed?.changes === true) throw notThen(time, deed.echo)
}

/** The words that say another time than now; null when there are none. */
function timeIn(text: string, command: string): string | null {
  const said = text.toLowerCase()
  const when = whensIn(said).find(
    (one) => isLater(command, one.words) && !isTold(said, one) && !isReason(said, one, command),
  )
  return LATER.exec(said)?.[0].trim() ?? when?.words ?? null
}

/** A copy that is made at once is as good as one before the evening. */
const NOT_TIMED = new Set(['admin', 'alerts'])
/** "at 5" is a time for these; others may be "put at 6". */
const TIMED = new Set(['restart', 'pause', 'resume', 'kill'])

const isLater = (command: string, words: string): boolean => {
  if (/^(?:yesterday|today|this (?:morning|evening|afternoon)|in the)\b/.test(words)) return /\bat\s+\d/.test(words)
  return !/^(?:every|each) last\b/.test(words) && (TIMED.has(command) || !/^at \d+$/.test(words))
}

const isTold = (said: string, { start }: WhenWords): boolean =>
  TELLS.test(said.slice(0, start)) || /\b(?:it'?s|is|black|by)\s+$/.test(said.slice(0, start))

/** In "big match on saturday, add two agents" the day is why and not when: its clause orders nothing. */
function isReason(said: string, { start, end }: WhenWords, command: string): boolean {
  const before = said.slice(0, start).split(CLAUSE).at(-1) ?? ''
  const after = /[,;:.!?]\s*$/.test(said.slice(start, end)) ? '' : (said.slice(end).split(CLAUSE)[0] ?? '')
  const rest = `${before} ${after}`.trim()
  const orders = new RegExp(
    `(?<!\\p{L})(?:${command === '' ? anyVerb() : anyVerbOf(command)}|up|down|more|fewer|less|twice)(?!\\p{L})`,
    'u',
  )
  return /\p{L}{4}/u.test(rest) && !orders.test(rest)
}

const CLAUSE = /[,;:.!?]\s+|\s+[-–—]+\s+|\s+(?:so|because|since|cause|cuz|as)\s+/

/** Before it, a story is told: "task 3 failed on Friday, try it again". */
const TELLS = /\b(?:did|didn'?t|was|were|since|failed|crashed|died|broke|stopped|last)\b/

const UNITS = '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)'
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const LATER = new RegExp(
  [
    `\\bfor (?:the next |about |around )?(?:an?|\\d+|one|two|three|four|five|six|ten|fifteen|twenty|thirty|a few|a couple of|half an) ${UNITS}\\b`,
    `\\b(?:until|till|after) (?:the )?(?:tomorrow|tonight|noon|midnight|${DAY}|next|morning|evening|lunch|breakfast|dinner|weekend|work|further notice|\\d{1,2}(?::\\d\\d| ?[ap]m))\\b`,
    `\\bnext (?:week|month|${DAY}|time)\\b`,
    '\\blater(?: on| today)?$|\\bin a (?:while|bit|moment|minute)\\b|\\bsoon$',
    '\\b(?:unless|whenever|as soon as|each time|every time)\\s.*$',
    `\\b(?:when|if|once) (?:it|they|he|she|sports|the \\w+(?: \\w+)?|task \\d+|all|everything|\\d+) (?:is|are|fails?|ends?|has|have|gets?|crash(?:es)?|stops?|finish(?:es)?|breaks?|dies?|goes|does|do)\\b.*$`,
  ].join('|'),
)

const SMALL = '(?:\\d+|zero|one|two|three|four|five|six|seven|eight|nine|ten)'
const A_PART = new RegExp(
  [
    '\\b(?:by|to|at|up|down|cut|add)\\s+(?:\\w+\\s+){0,2}?[\\d.,]+\\s?(?:%|percent\\b|per cent\\b)',
    '[\\d.,]+\\s?(?:%|percent|per cent)\\s+(?:more|fewer|less|of|bigger|smaller)\\b',
    `\\b(?:${SMALL}|twenty|thirty|fifty) percent\\b`,
    `\\b${SMALL} and a (?:half|quarter|third)\\b|\\b${SMALL} point ${SMALL}\\b`,
    '\\b(?:by|to)\\s+(?:a|one|two|three)\\s+(?:thirds?|quarters?|fifths?|tenths?)\\b|\\ba (?:third|quarter|fifth|tenth) of\\b',
    '\\b(?:by|up|down|to|at)\\s+(?:minus|negative)\\s+\\w+',
  ].join('|'),
  'i',
)
