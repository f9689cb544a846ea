import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isoDay, readPriceDates } from '../../src/tools/price-dates.ts'

const read = (...written: string[]) => {
  const dates = readPriceDates(written)
  return typeof dates === 'object' && 'days' in dates ? dates.days.map(isoDay) : dates
}

it.each([
  ['2026-01-05', '2026-01-05'],
  ['20260105', '2026-01-05'],
  ['2026-01-05T09:30:00Z', '2026-01-05'],
  ['2026-01-05 16:00', '2026-01-05'],
  ['05.01.2026', '2026-01-05'],
  ['Jan 5, 2026', '2026-01-05'],
  ['5-Jan-26', '2026-01-05'],
  ['1767571200', '2026-01-05'],
  ['1767571200000', '2026-01-05'],
  ['1/16/99', '1999-01-16'],
])('%s is %s', (written, iso) => expect(read(written)).toEqual([iso]))

it('a day above twelve shows how the column is written', () => {
  expect(read('01/02/2026', '13/02/2026')).toEqual(['2026-02-01', '2026-02-13'])
  expect(read('01/02/2026', '01/13/2026')).toEqual(['2026-01-02', '2026-01-13'])
})

it('running in order shows it too', () =>
  expect(read('01/12/2026', '02/01/2026', '02/02/2026', '03/01/2026')).toEqual([
    '2026-01-12',
    '2026-02-01',
    '2026-02-02',
    '2026-03-01',
  ]))

it('when both ways run in order it is ambiguous', () => expect(read('01/02/2026', '02/03/2026')).toBe('ambiguous'))

it('a day that does not exist is named by its place', () =>
  expect(read('2026-02-28', '2026-02-29')).toEqual({ unreadable: 1 }))

it('ISO days come back as they were written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      expect(read(isoDay(day))).toEqual([isoDay(day)])
    }),
  )
})
