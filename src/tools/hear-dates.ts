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
  `${LEAD}(?:how (?:many )?)?${SPAN}${LEFT} (?:in between|between|from) ${DATE} (?:and|to|until|till) ${DATE}${END}`,
)
const OLD = new RegExp(`^how old (?:is|am|are|would|will) [^?]{0,30}\\bborn (?:on )?${DATE}${END}`)
const SHIFT_ASK =
  '(?:(?:what|which) (?:is |will |would |was )?(?:the )?(?:date|day)(?: (?:is|will|would|was|be|it|of the week))*(?: it)? |(?:the )?date )'
const SHIFT = new RegExp(
  `^(?:please |tell me )?${SHIFT_ASK}?${MANY} ${UNIT} (from|after|before|since|prior to) ${DATE}${END}`,
)
const AGO = new RegExp(`^${SHIFT_ASK}${MANY} ${UNIT} ago${END}`)
const AHEAD = new RegExp(
  `^(?:(?:${SHIFT_ASK}|(?:what's|whats|what is) (?:the )?(?:date|day) |(?:the )?date )in ${MANY} ${UNIT}(?: time|' time)?|what (?:date|day) (?:will|would) it be in ${MANY} ${UNIT}(?: time|' time)?)${END}`,
)
const ADD = new RegExp(`^(?:please )?(add|subtract) ${MANY} ${UNIT} (?:to|from) ${DATE}${END}`)
const WEEKDAY = new RegExp(
  `^(?:what|which) (?:day(?: of the week)?|weekday) (?:is|was|will|does|did|falls) (?:it )?${DATE}(?: (?:be|fall|fall on|on|land on))?${END}`,
)
const YEAR_END = new RegExp(
  `${LEAD}(?:how (?:many )?)?${SPAN}${LEFT} (?:(?:left |remaining )?(?:in|of|this) )?(?:the |this )?year${END}`,
)
const AGO_WAS = new RegExp(`^how (?:long|many days|many years) ago (?:was|is|did|were) ${DATE}${END}`)
const BORN = new RegExp(
  `^(?:what|which) (?:day(?: of the week)?|weekday) was (?:i|he|she|my \\w+) born,?(?: on)?(?: if)?(?: born)? ${DATE}${END}`,
)
const NAMED_DATE = new RegExp(`^(?:(?:what's|whats|what is) )?(tomorrow|tomm?orr?ow|yesterday)'?s (?:date|day)${END}`)
const WEEK =
  /^(?:what|which) (?:week(?: number| of the year)?|week number) (?:is it|is this|are we in)(?: now| today)?[ ?!.]*$/
const LEAP =
  /^(?:is|was|will) (\d{4}) (?:be )?a leap ?year[ ?!.]*$|^(?:how many )?days (?:are |are there |were )?in (?:the year )?(\d{4})[ ?!.]*$/
const IN_MONTH =
  /^(?:how many )?days (?:are |are there |does |were )?(?:in )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{4})(?: have)?[ ?!.]*$/
const TODAY =
  /^(?:what(?:'s|s| is)|tell me) (?:today's date|the date(?: (?:today|now))?|the day(?: (?:today|of the week(?: today)?))?|the current date)[ ?!.]*$|^what (?:day|date) (?:is it(?: today| now)?|is today)[ ?!.]*$|^today's date[ ?!.]*$/

type Input = Readonly<Record<string, unknown>>

/** In this order: the first that reads wins. */
const READERS: ReadonlyArray<readonly [RegExp, (parts: RegExpExecArray) => Input]> = [
  [TODAY, () => ({ ask: 'weekday', date: 'today' })],
  [YEAR_END, () => ({ ask: 'between', date: 'today', until: 'the end of the year' })],
  [AGO_WAS, ([, from]) => ({ ask: 'between', date: from, until: 'today' })],
  [BORN, ([, date]) => ({ ask: 'weekday', date })],
  [NAMED_DATE, ([, date]) => ({ ask: 'weekday', date })],
  [WEEK, () => ({ ask: 'weekday', date: 'today' })],
  [LEAP, ([, asked, counted]) => wholeYear(Number(asked ?? counted))],
  [IN_MONTH, ([, month = '', year]) => wholeMonth(month, Number(year))],
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

const wholeYear = (year: number): Input => ({ ask: 'between', date: `${year}-01-01`, until: `${year + 1}-01-01` })

/** From its first day to the first of the next: 29 days for February 2028. */
function wholeMonth(month: string, year: number): Input {
  const n = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(month) + 1
  const first = (y: number, m: number) => `${y}-${String(m).padStart(2, '0')}-01`
  return { ask: 'between', date: first(year, n), until: n === 12 ? first(year + 1, 1) : first(year, n + 1) }
}

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
