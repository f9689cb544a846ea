/** A day as a person names it; `resolve-date.ts` turns it into a calendar date. `year` null means that none was said. */
export type DatePhrase =
  | { readonly kind: 'today'; readonly plusDays: number }
  | { readonly kind: 'day'; readonly year: number | null; readonly month: number; readonly day: number }
  /** 1 is Monday, 7 Sunday. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly past: boolean }
  /** 3/4/2026: the third of April to some, March the fourth to others. */
  | { readonly kind: 'ambiguous'; readonly iso: readonly [string, string] }

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const WEEKDAYS = 'mon tue wed thu fri sat sun'.split(' ')
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAY =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)'
const YEAR = '(?:,? (?:of )?(\\d{4}))?'

const RELATIVE: Readonly<Record<string, number>> = {
  today: 0,
  now: 0,
  'right now': 0,
  tomorrow: 1,
  tommorow: 1,
  tommorrow: 1,
  tomorow: 1,
  yesterday: -1,
  'the day after tomorrow': 2,
  'the day before yesterday': -2,
}

const FEASTS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  christmas: [12, 25],
  'christmas day': [12, 25],
  xmas: [12, 25],
  chrismas: [12, 25],
  'christmas eve': [12, 24],
  'boxing day': [12, 26],
  "new year's eve": [12, 31],
  'new years eve': [12, 31],
  "new year's day": [1, 1],
  'new years day': [1, 1],
  "new year's": [1, 1],
  'new years': [1, 1],
  nye: [12, 31],
  'new year': [1, 1],
  'the new year': [1, 1],
  "valentine's day": [2, 14],
  'valentines day': [2, 14],
  valentines: [2, 14],
  halloween: [10, 31],
  'independence day': [7, 4],
  'the 4th of july': [7, 4],
  'the end of the year': [12, 31],
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/
const DAY_MONTH = new RegExp(
  `^(?:${WEEKDAY},? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH}(?:(?:,? (?:of )?|-)(\\d{4}))?$`,
)
const MONTH_DAY = new RegExp(`^(?:${WEEKDAY},? )?${MONTH} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?${YEAR}$`)
const ON_WEEKDAY = new RegExp(`^(next |last |this |the coming |coming )?${WEEKDAY}$`)

/**
 * A whole text as a day, or null: "2027-01-01", "3 March 2026", "March 3rd", "25.12.2026", "next Friday", "tomorrow",
 * "Christmas". Nothing is looked up: that 30 February does not exist is found when it is resolved.
 */
export function readDate(said: string): DatePhrase | null {
  const text = said.toLowerCase().trim().slice(0, 60)
  const plusDays = Object.hasOwn(RELATIVE, text) ? RELATIVE[text] : undefined
  if (plusDays !== undefined) return { kind: 'today', plusDays }
  return readFeast(text) ?? readDigits(text) ?? readNamedMonth(text) ?? readWeekday(text)
}

function readFeast(text: string): DatePhrase | null {
  const [, name = '', year] = /^(.*?)(?: (\d{4}))?$/.exec(text) ?? []
  const feast = Object.hasOwn(FEASTS, name) ? FEASTS[name] : undefined
  return feast ? { kind: 'day', year: year ? Number(year) : null, month: feast[0], day: feast[1] } : null
}

function readDigits(text: string): DatePhrase | null {
  const iso = ISO.exec(text)
  if (iso) return { kind: 'day', year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const numeric = NUMERIC.exec(text)
  if (!numeric) return null
  const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), Number(numeric[4])]
  // Between points the day comes first everywhere.
  if (numeric[2] === '.' || first > 12 || first === second) return { kind: 'day', year, month: second, day: first }
  if (second > 12) return { kind: 'day', year, month: first, day: second }
  return { kind: 'ambiguous', iso: [isoText(year, second, first), isoText(year, first, second)] }
}

const isoText = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function readNamedMonth(text: string): DatePhrase | null {
  const dayFirst = DAY_MONTH.exec(text)
  if (dayFirst) return named(dayFirst[4], dayFirst[3], dayFirst[2])
  const monthFirst = MONTH_DAY.exec(text)
  return monthFirst ? named(monthFirst[4], monthFirst[2], monthFirst[3]) : null
}

const named = (year: string | undefined, month = '', day = ''): DatePhrase => ({
  kind: 'day',
  year: year ? Number(year) : null,
  month: MONTHS.indexOf(month.slice(0, 3)) + 1,
  day: Number(day),
})

function readWeekday(text: string): DatePhrase | null {
  const match = ON_WEEKDAY.exec(text)
  if (!match) return null
  return { kind: 'weekday', weekday: WEEKDAYS.indexOf((match[2] ?? '').slice(0, 3)) + 1, past: match[1] === 'last ' }
}
