import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/pay-period.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const PERIODS = ['hour', 'day', 'week', 'month', 'year'] as const
const hear = (text: string) => tool.hear({ text, attachment: null })
const call = async (use: object) => (await tool.call(use, toolContext)).output as Record<string, number>

describe('pay-period', () => {
  it.each([
    ['18.50 an hour is how much a year', { pay: 18.5, per: 'hour' }],
    ['what is 45k a year per hour', { pay: 45_000, per: 'year' }],
    ['i make $22/hr 30 hours a week, how much a month', { pay: 22, per: 'hour', hours_per_week: 30 }],
    ['how much is a 52,000 salary per hour', { pay: 52_000, per: 'year' }],
    ['day rate 350 how much a year is that', { pay: 350, per: 'day' }],
    ['1,200 a month is how much a year', { pay: 1200, per: 'month' }],
    ["what's $800 a week annually", { pay: 800, per: 'week' }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toMatchObject({ use }))

  it.each([
    'how many hours in a week',
    'hourly rate to earn 70000 a year as a freelancer',
    'if I save 200 a month at 5% for 20 years how much will I have',
    'what is the minimum wage per hour',
    'how much should I save a month from 2000 a month',
    '60 km an hour how far in a day',
    'how much tax on 45k a year',
    'I earn 2300 a month, rent 900, what is left each month',
  ])('"%s" is not for it', (text) => expect(hear(text)).toBeNull())

  it('40 hours at 18.50 are 38,480 a year', async () =>
    expect(await call({ pay: 18.5, per: 'hour' })).toMatchObject({ per_year: 38_480, per_week: 740, per_day: 148 }))

  it('pay is the same whichever period it is told by', () =>
    fc.assert(
      fc.asyncProperty(fc.double({ min: 1, max: 1e6, noNaN: true }), fc.constantFrom(...PERIODS), async (pay, per) => {
        const all = await call({ pay, per })
        for (const other of PERIODS) {
          const again = await call({ pay: all[`per_${other}`] ?? 0, per: other })
          expect(again.per_year).toBeCloseTo(all.per_year ?? 0, 3)
        }
      }),
      { numRuns: 30 },
    ))
})
