import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/due-date.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) => (await tool.call(input, toolContext)).output as Record<string, string | number>

describe('due-date', () => {
  it.each([
    ['due date for last period 3 March 2026', { year: 2026, month: 3, day: 3 }],
    ['my last period was march 3rd, when am I due?', { month: 3, day: 3 }],
    ['due date lmp 2026-10-01 with a 30 day cycle', { year: 2026, month: 10, day: 1, cycle_days: 30 }],
    ['how far along am i if my last period was on 1 september', { month: 9, day: 1 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it('an unclear or absent date is asked for', () => {
    expect(hear('calculate my due date')).toHaveProperty('missing')
    expect(hear('due date lmp 3/4/2026')).toHaveProperty('missing')
  })

  it.each([
    'due date of my invoice from 3 March',
    'when is a baby due',
    'what is a due date',
    'calculate the due date of the rent',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('3 March 2026 gives 8 December 2026, and week 37 on 20 November', async () => {
    expect(await compute({ year: 2026, month: 3, day: 3 })).toMatchObject({
      due_date: '2026-12-08',
      weeks_today: 37,
      days_today: 3,
    })
  })

  it('a day without a year is the last one that has been', async () => {
    expect(await compute({ month: 3, day: 3 })).toMatchObject({ last_period: '2026-03-03' })
    expect(await compute({ month: 12, day: 24 })).toMatchObject({ last_period: '2025-12-24' })
  })

  it('the due date is 280 days later, and a longer cycle moves it by its extra days', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 20, max: 45 }),
        async (before, cycle_days) => {
          const start = new Date(Date.UTC(2026, 10, 20) - before * 86_400_000)
          const input = {
            year: start.getUTCFullYear(),
            month: start.getUTCMonth() + 1,
            day: start.getUTCDate(),
            cycle_days,
          }
          const { due_date } = await compute(input)
          expect((Date.parse(`${due_date}T00:00Z`) - start.getTime()) / 86_400_000).toBe(280 + cycle_days - 28)
        },
      ),
      { numRuns: 100 },
    )
  })

  it.each([
    { year: 2026, month: 2, day: 30 },
    { year: 2030, month: 3, day: 3 },
    { month: 13, day: 1 },
    { month: 3, day: 3, cycle_days: 0 },
    { month: 3, day: Number.NaN },
    { year: 1e300, month: 3, day: 3 },
  ])('%j is refused', (input) => expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }))
})
