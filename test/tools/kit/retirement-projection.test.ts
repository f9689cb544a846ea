import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import tool from '../../../src/tools/kit/retirement-projection.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const Output = z.object({
  paidIn: z.number(),
  annualReturn: z.number(),
  spread: z.number(),
  monthsAt: z.array(z.number()),
  scenarios: z.array(
    z.object({
      name: z.string(),
      annualReturn: z.number(),
      end: z.number(),
      realEnd: z.number().nullable(),
      reachesGoal: z.boolean().nullable(),
      course: z.array(z.number()),
    }),
  ),
})
const project = async (input: object) => Output.parse((await tool.call(input, toolContext)).output)
const ends = async (input: object) => (await project(input)).scenarios.map(({ end }) => end)

describe('retirement-projection', () => {
  it.each([
    [
      "I'm 35 with 40k saved and put in 500 a month, what will I have when I retire at 67",
      { savings: 40_000, monthlyContribution: 500, months: 384, ageNow: 35 },
    ],
    [
      'retirement: 35, retire at 65, 50k saved, 400/month, 6% return, 2% inflation',
      { savings: 50_000, monthlyContribution: 400, months: 360, ageNow: 35, annualReturn: 0.06, inflation: 0.02 },
    ],
    [
      'how much will I have at retirement if I save 300 a month for 30 years',
      { monthlyContribution: 300, months: 360 },
    ],
    ["will I have enough to retire at 65? I'm 40 and have 50k", { savings: 50_000, months: 300, ageNow: 40 }],
    [
      'whats my retirment pot gonna be in 20 years with 80k and 600 pm',
      { savings: 80_000, monthlyContribution: 600, months: 240 },
    ],
    [
      'age 28 retire 68 savings 5k contributing 350 monthly raising it 3% a year',
      { savings: 5000, monthlyContribution: 350, months: 480, ageNow: 28, contributionGrowth: 0.03 },
    ],
    [
      'how big will my pension be: €15.000 now, €200 monthly, 35 years, between 3% and 7%',
      { savings: 15_000, monthlyContribution: 200, months: 420, annualReturn: 0.05, spread: 0.02, currency: '€' },
    ],
    [
      "I'm thirty five with forty thousand saved and pay in five hundred a month, retire at sixty seven",
      { savings: 40_000, monthlyContribution: 500, months: 384, ageNow: 35 },
    ],
    [
      "I earn 60k and pay 10% of my salary into my pension, I'm 30 and retire at 67, 20k there",
      { savings: 20_000, monthlyContribution: 500, months: 444, ageNow: 30 },
    ],
    [
      'want 1 million at retirement, am I on track? 38 years old, 150k saved, 900 a month, retire at 65',
      { savings: 150_000, monthlyContribution: 900, months: 324, ageNow: 38, goal: 1_000_000 },
    ],
    ['401k now $120k, 25 years to retirement', { savings: 120_000, months: 300, currency: '$' }],
  ])('"%s" is heard', (text, use) =>
    expect(hear(text)).toEqual({ use: { savings: 0, monthlyContribution: 0, currency: '', ...use } }),
  )

  it('what is still missing is said', () => {
    expect(hear('calculate my retirement savings')).toMatchObject({
      missing: [/saved/, /age/].map((part) => expect.stringMatching(part)),
    })
    expect(hear('what will I have if I retire at 67 with 40k saved')).toEqual({
      missing: ['your age now, such as I am 35'],
    })
  })

  it.each([
    'I am 40 and have no retirement savings',
    'how much do I need to retire at 50',
    'how do I start saving for retirement',
    'what is a pension',
    'when can I retire',
    'is 500000 enough to retire',
    'should I put 500 a month in my pension or pay off my mortgage',
    'can I withdraw 20k from my 401k at 50',
    'my dad is 67 and retired, how much sleep does he need',
    'my team member retires in 2 years, how do I plan succession',
    'how much will 200 a month grow to at 6% in 20 years',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('a year at 6 % makes 6 % of the savings, and the spread is two points when none is said', async () => {
    const { scenarios, spread } = await project({ savings: 1000, months: 12, annualReturn: 0.06 })
    expect(spread).toBe(0.02)
    expect(scenarios.map(({ name, end }) => [name, end])).toEqual([
      ['low', expect.closeTo(1040, 8)],
      ['middle', expect.closeTo(1060, 8)],
      ['high', expect.closeTo(1080, 8)],
    ])
  })

  it('without any return the end is what was paid in', async () => {
    const { scenarios, paidIn } = await project({
      savings: 100,
      monthlyContribution: 10,
      months: 30,
      annualReturn: 0,
      spread: 0,
      contributionGrowth: 0.1,
    })
    // 12 × 10, 12 × 11 and 6 × 12.1.
    expect(paidIn).toBeCloseTo(100 + 120 + 132 + 72.6, 8)
    expect(scenarios.map(({ end }) => end)).toEqual(Array(3).fill(expect.closeTo(paidIn, 8)))
  })

  it('low is below middle is below high, and twice the money ends twice as high', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 100, max: 1_000_000 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 600 }),
        fc.double({ min: -0.05, max: 0.15, noNaN: true }),
        async (savings, monthlyContribution, months, annualReturn) => {
          const plan = { savings, monthlyContribution, months, annualReturn }
          const [low = 0, middle = 0, high = 0] = await ends(plan)
          expect(low).toBeLessThan(middle)
          expect(middle).toBeLessThan(high)
          const twice = await ends({ ...plan, savings: savings * 2, monthlyContribution: monthlyContribution * 2 })
          expect((twice[1] ?? 0) / middle).toBeCloseTo(2, 8)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('inflation as high as the return leaves the savings what they are worth today', async () => {
    const { scenarios } = await project({ savings: 5000, months: 240, annualReturn: 0.03, inflation: 0.03 })
    expect(scenarios[1]?.realEnd).toBeCloseTo(5000, 6)
  })

  it('a fee is taken off every return, and a goal is told by scenario', async () => {
    const { scenarios } = await project({ savings: 1000, months: 12, annualReturn: 0.06, annualFee: 0.01, goal: 1050 })
    expect(scenarios.map(({ end, reachesGoal }) => [Math.round(end), reachesGoal])).toEqual([
      [1030, false],
      [1050, expect.any(Boolean)],
      [1070, true],
    ])
  })

  it('assumptions are said, and what it does not say', async () => {
    const { blocks } = await tool.call({ savings: 1000, months: 30 }, toolContext)
    const text = JSON.stringify(blocks)
    expect(text).toContain('5 % a year, assumed, as none was said')
    expect(text).toContain('2 points less and more, assumed, as none was said')
    expect(text).toContain('It does not say')
  })

  it('a chart stands beside a table only where the table leaves years out', async () => {
    const kinds = async (months: number) =>
      (await tool.call({ savings: 1000, months }, toolContext)).blocks.map(({ kind }) => kind)
    expect(await kinds(30)).not.toContain('series')
    expect(await kinds(360)).toContain('series')
  })

  it('nothing saved and nothing paid in is refused', async () =>
    expect(tool.call({ months: 12 }, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' }))
})
