import { expect, it } from 'vitest'
import { readDate } from '../../src/tools/read-date.ts'

const day = (year: number | null, month: number, of: number) => ({ kind: 'day', year, month, day: of })

it.each([
  ['2027-01-31', day(2027, 1, 31)],
  ['3 March 2026', day(2026, 3, 3)],
  ['the 3rd of march', day(null, 3, 3)],
  ['March 3rd, 2026', day(2026, 3, 3)],
  ['Tuesday 3 March 2026', day(2026, 3, 3)],
  ['3-mar-2026', day(2026, 3, 3)],
  ['25.12.2026', day(2026, 12, 25)],
  ['03.04.2026', day(2026, 4, 3)],
  ['25/12/2026', day(2026, 12, 25)],
  ['12/25/2026', day(2026, 12, 25)],
  ['5/5/2026', day(2026, 5, 5)],
  ['Christmas', day(null, 12, 25)],
  ['christmas 2030', day(2030, 12, 25)],
  ['tomorrow', { kind: 'today', plusDays: 1 }],
  ['next Friday', { kind: 'weekday', weekday: 5, past: false }],
  ['last sun', { kind: 'weekday', weekday: 7, past: true }],
  ['03/04/2027', { kind: 'ambiguous', iso: ['2027-04-03', '2027-03-04'] }],
])('"%s" is read', (said, phrase) => expect(readDate(said)).toEqual(phrase))

it.each(['my headache goes away', 'payday', '2027', '3/4', 'marchy 3', 'constructor', '__proto__', '', '1e5'])(
  '"%s" is no date',
  (said) => expect(readDate(said)).toBeNull(),
)
