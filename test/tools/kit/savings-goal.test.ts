import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/savings-goal.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const goal = (amount: number, more: object) => ({
  use: { goal: amount, start: 0, annualRate: 0, currency: '', ...more },
})
const compute = async (input: object) => (await tool.call(input, toolContext)).output as Record<string, number>

describe('savings-goal', () => {
  it.each([
    ['how much do I need to save a month to have 50000 in 5 years', goal(50_000, { months: 60 })],
    [
      'how much should I save each month to reach $20k in 3 years at 4%',
      goal(20_000, { months: 36, annualRate: 0.04, currency: '$' }),
    ],
    ['how long will it take to save 20000 at 500 a month', goal(20_000, { monthlyAddition: 500 })],
    ['how many months until I have 10000 saving 250 a month', goal(10_000, { monthlyAddition: 250 })],
    [
      'I would like to save 20,000 for a house deposit within four years; how much must I set aside monthly?',
      goal(20_000, { months: 48 }),
    ],
    ['save 10000 in 18 months', goal(10_000, { months: 18 })],
    ['saving $5k within two years', goal(5000, { months: 24, currency: '$' })],
    ['I already have 5000, how much must I save to have 50000 in 5 years', goal(50_000, { start: 5000, months: 60 })],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual(use))

  it('what is still missing is said', () => {
    expect(hear('how much do I put aside to reach 5000')).toEqual({
      missing: ['by when you want to have it, such as in 5 years'],
    })
    expect(hear('how long does it take to save 20000')).toEqual({
      missing: ['what you save every month, such as 500 a month'],
    })
  })

  it.each([
    'how much should I save each month?',
    'How much should I save for emergencies, three salaries or six?',
    'I want to save 10000 in two years',
    'how do I save 5000 photos to my disk',
    'how long will it take to lose 5 kg',
    'how much do I need to retire at 50',
    'should I save or pay off debt',
    'if I save 200 a month at 5% for 20 years how much will I have',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it.each([
    [
      { goal: 50_000, months: 60 },
      { monthlyAddition: 50_000 / 60, months: 60, interest: 0 },
    ],
    [
      { goal: 20_000, monthlyAddition: 500 },
      { months: 40, end: 20_000 },
    ],
    [{ goal: 100, start: 500, months: 12 }, { monthlyAddition: 0 }],
    [{ goal: 100, start: 500, monthlyAddition: 0 }, { months: 0 }],
    [{ goal: 20_000, months: 36, annualRate: 0.04 }, { monthlyAddition: expect.closeTo(523.81, 2) }],
  ])('%o gives %o', async (input, output) => expect(await compute(input)).toMatchObject(output))

  it('saving what it says reaches the goal, and a month less does not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1000, max: 1_000_000 }),
        fc.integer({ min: 100, max: 5000 }),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        async (amount, monthlyAddition, annualRate) => {
          const { months = 0, end = 0 } = await compute({ goal: amount, monthlyAddition, annualRate }).catch(
            () => ({ months: -1 }) as Record<string, number>,
          )
          if (months <= 0) return
          expect(end).toBeGreaterThanOrEqual(amount * (1 - 1e-9))
          const before = end - monthlyAddition
          expect(before / (1 + annualRate / 12)).toBeLessThan(amount * (1 + 1e-9))
        },
      ),
    )
  })

  it.each([
    [{ goal: 1000 }, 'needs either the time or the monthly amount'],
    [{ goal: 1000, months: 12, monthlyAddition: 5 }, 'needs either the time or the monthly amount'],
    [{ goal: 1e9, monthlyAddition: 1 }, 'not reached within a hundred years'],
    [{ goal: 1000, monthlyAddition: 0 }, 'not reached within a hundred years'],
    [{ goal: 0, months: 12 }, 'goal: it must be more than 0'],
  ])('%o is refused in one sentence', async (input, message) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: expect.stringContaining(message),
    }),
  )

  it('says that no interest is assumed when none was named', async () => {
    const { blocks } = await tool.call({ goal: 1200, months: 12 }, toolContext)
    expect(blocks[0]).toMatchObject({ rows: expect.arrayContaining([['Yearly rate', 'none assumed']]) })
    expect(blocks.at(-1)).toMatchObject({ kind: 'note', text: expect.stringContaining('No interest is assumed') })
  })
})
