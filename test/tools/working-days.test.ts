import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, it } from 'vitest'
import { addWorkingDays, countWorkingDays } from '../../src/tools/working-days.ts'

const friday = DateTime.utc(2026, 11, 20)
const start = fc.integer({ min: 0, max: 6 }).map((days) => friday.plus({ days }))
const many = fc.integer({ min: -300, max: 300 })

it('from Friday to Monday is one working day', () => expect(countWorkingDays(friday, friday.plus({ days: 3 }))).toBe(1))

it('ten working days after a Friday is the second Friday', () =>
  expect(addWorkingDays(friday, 10).toISODate()).toBe('2026-12-04'))

it('the count by weeks is the count by days', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 500 }), (from, days) => {
      let counted = 0
      for (let day = 1; day <= days; day += 1) if (from.plus({ days: day }).weekday <= 5) counted += 1
      expect(countWorkingDays(from, from.plus({ days }))).toBe(counted)
    }),
  )
})

it('what was added is what is counted', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 300 }), (from, days) => {
      expect(countWorkingDays(from, addWorkingDays(from, days))).toBe(days)
    }),
  )
})

it('a working day is where it ends, or where it began', () => {
  fc.assert(
    fc.property(start, many, (from, days) => {
      const end = addWorkingDays(from, days)
      expect(end.weekday <= 5 || days === 0).toBe(true)
    }),
  )
})
