import { digitsForWords } from './number-words.ts'
import { readDate } from './read-date.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const SPAN = '(working days|business days|weekdays|days?|nights|sleeps|weeks?|months?|years?|long|much time)'
const LEFT =
  '(?: is it| are there| are| do i have| do we have| left| to go| remaining| is left| have passed| has it been| is| was it| exactly)*'
const DATE = '(?:on )?([a-z0-9][^?!]{2,40}?)'
const END = '[ ?!.]*$'
const LEAD =
  '^(?:please |can you |could you |calculate |count |tell me |work out |so |what is |what are |number of |the number of |the )*'
const MANY = '(\\d{1,6}|an?|one)'
const UNIT = '(working days?|business days?|weekdays?|days?|weeks?|fortnights?|months?|years?)'

const UNTIL = new RegExp(
  `${LEAD}(?:how (?:many )?)?${SPAN}${LEFT}(?: from (?:today|now))? (?:until|till|til|to|before|away is) ${DATE}${END}`,
)
const COUNTDOWN = new RegExp(`^(?:the )?countdown (?:to|until) ${DATE}${END}`)
const SINCE = new RegExp(`${LEAD}(?:how (?:many )?)?${SPAN}${LEFT} since ${DATE}${END}`)
const BETWEEN = new RegExp(
  `${LEAD}(?:how (?:many )?)?${SPAN}${LEFT} (?:between|from) ${DATE} (?:and|to|until|till) ${DATE}${END}`,
)
const OLD = new RegExp(`^how old (?:is|am|are|would|will) [^?]{0,30}\\bborn (?:on )?${DATE}${END}`)
const SHIFT_ASK =
  '(?:(?:what|which) (?:is |will |would |was )?(?:the )?(?:date|day)(?: (?:is|will|would|was|be|it|of the week))*(?: it)? |(?:the )?date )'
const SHIFT = new RegExp(
  `^(?:please |tell me )?${SHIFT_ASK}?${MANY} ${UNIT} (from|after|before|since|prior to) ${DATE}${END}`,
)
const AGO = new RegExp(`^${SHIFT_ASK}${MANY} ${UNIT} ago${END}`)
const AHEAD = new RegExp(
  `^(?:${SHIFT_ASK}in ${MANY} ${UNIT}(?: time|' time)?|what (?:date|day) (?:will|would) it be in ${MANY} ${UNIT}(?: time|' time)?)${END}`,
)
const ADD = new RegExp(`^(?:please )?(add|subtract) ${MANY} ${UNIT} (?:to|from) ${DATE}${END}`)
const WEEKDAY = new RegExp(
  `^(?:what|which) (?:day(?: of the week)?|weekday) (?:is|was|will|does|did|falls) (?:it )?${DATE}(?: (?:be|fall|fall on|on|land on))?${END}`,
)
const TODAY =
  /^(?:what(?:'s|s| is)|tell me) (?:today's date|the date(?: (?:today|now))?|the day(?: (?:today|of the week(?: today)?))?|the current date)[ ?!.]*$|^what (?:day|date) (?:is it(?: today| now)?|is today)[ ?!.]*$|^today's date[ ?!.]*$/

type Input = Readonly<Record<string, unknown>>

/** In this order: the first that reads wins. */
const READERS: ReadonlyArray<readonly [RegExp, (parts: RegExpExecArray) => Input]> = [
  [TODAY, () => ({ ask: 'weekday', date: 'today' })],
  [BETWEEN, ([, , from, to]) => ({ ask: 'between', date: from, until: to })],
  [UNTIL, ([, , to]) => ({ ask: 'between', date: 'today', until: to })],
  [COUNTDOWN, ([, to]) => ({ ask: 'between', date: 'today', until: to })],
  [SINCE, ([, , from]) => ({ ask: 'between', date: from, until: 'today' })],
  [OLD, ([, from]) => ({ ask: 'between', date: from, until: 'today' })],
  [
    SHIFT,
    ([, many, unit, way, from]) => ({
      ...shiftOf(many, unit, /from|after|since/.test(way ?? '') ? 1 : -1),
      date: from,
    }),
  ],
  [AGO, ([, many, unit]) => ({ ...shiftOf(many, unit, -1), date: 'today' })],
  [AHEAD, ([, many, unit, many2, unit2]) => ({ ...shiftOf(many ?? many2, unit ?? unit2, 1), date: 'today' })],
  [ADD, ([, verb, many, unit, from]) => ({ ...shiftOf(many, unit, verb === 'add' ? 1 : -1), date: from })],
  [WEEKDAY, ([, date]) => ({ ask: 'weekday', date })],
]

/** Hears "how many days until 2027-01-01", "what date is 90 days from today", "days between 3 March 2026 and 1 May 2026". */
export function hearDates(said: Utterance): Heard {
  const spoken = spokenText(said.text)
  if (spoken.length > 140) return null
  const text = digitsForWords(spoken)
  for (const [pattern, inputOf] of READERS) {
    const parts = pattern.exec(text)
    if (!parts) continue
    const use = inputOf(parts)
    const dates = [use.date, use.until].filter((date) => date !== undefined).map((date) => readDate(String(date)))
    if (dates.every((date) => date !== null)) return ambiguityIn(dates) ?? { use }
  }
  return null
}

function ambiguityIn(dates: ReadonlyArray<ReturnType<typeof readDate>>): Heard {
  const ambiguous = dates.find((date) => date?.kind === 'ambiguous')
  if (ambiguous?.kind !== 'ambiguous') return null
  return { missing: [`which date you mean: ${ambiguous.iso.join(' or ')}`] }
}

function shiftOf(many = '1', unit = 'days', sign: 1 | -1): Input {
  const n = (/^\d/.test(many) ? Number(many) : 1) * sign
  if (/^(?:working|business|weekday)/.test(unit)) return { ask: 'shift', workingDays: n }
  if (unit.startsWith('fortnight')) return { ask: 'shift', weeks: 2 * n }
  return { ask: 'shift', [unit.endsWith('s') ? unit : `${unit}s`]: n }
}
