import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/meeting-cost.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const meeting = { people: 8, hourly_rate: 60, minutes: 45, meetings_per_week: 1 }
const compute = async (input: object) => (await tool.call(input, toolContext)).output as Record<string, number | null>

describe('meeting-cost', () => {
  it.each([
    ['meeting cost: 8 people, $60 per hour, 45 minutes, weekly', meeting],
    [
      'cost of a 1 hour meeting with 6 people at 50 an hour 3 times a week',
      { people: 6, hourly_rate: 50, minutes: 60, meetings_per_week: 3 },
    ],
    [
      'how much does our daily standup cost with 7 engineers for 15 min at €45/h',
      { people: 7, hourly_rate: 45, minutes: 15, meetings_per_week: 5 },
    ],
    ['5 people 45 min meeting at 55 an hour', { people: 5, hourly_rate: 55, minutes: 45 }],
    ['what does a half an hour meeting of 4 people cost at $80/hr', { people: 4, hourly_rate: 80, minutes: 30 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toMatchObject({ use }))

  it('money is shown in cents and in the currency that was said', async () => {
    expect(hear('meeting cost: 8 people, $60 per hour, 45 minutes')).toMatchObject({ use: { currency: '$' } })
    const { blocks } = await tool.call({ ...meeting, currency: '$' }, toolContext)
    expect(JSON.stringify(blocks)).toContain('["A year of 52 weeks","$18,720.00"]')
  })

  it('what is missing is named', () => {
    expect(hear('calculate the cost of our meeting')).toMatchObject({ missing: { length: 3 } })
    expect(hear('how much does a meeting with 5 people cost')).toMatchObject({ missing: { length: 2 } })
  })

  it.each([
    'how to make meetings cost less',
    'do meetings cost too much',
    'how do I run better meetings',
    'meeting at 5',
    'why is a 45 minute meeting of 5 people at 55 an hour a waste',
    'meeting with 5 people for 45 minutes, how do I keep it short',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('8 people at 60 an hour for 45 minutes cost 360, and 18,720 a year when weekly', async () => {
    expect(await compute(meeting)).toEqual({
      person_hours: 6,
      cost_per_meeting: 360,
      cost_per_week: 360,
      cost_per_year: 18_720,
    })
  })

  it('the cost is proportional to people, and unknown per week when it was not said how often', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 600 }), async (people, minutes) => {
        const one = await compute({ people, minutes, hourly_rate: 37 })
        const two = await compute({ people: people * 2, minutes, hourly_rate: 37 })
        expect(two.cost_per_meeting).toBeCloseTo((one.cost_per_meeting ?? Number.NaN) * 2, 6)
        expect(one.cost_per_year).toBeNull()
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    { people: 0 },
    { people: 2.5 },
    { hourly_rate: -1 },
    { hourly_rate: 1e300 },
    { minutes: 0 },
    { minutes: Number.NaN },
  ])('%j is refused', (change) =>
    expect(compute({ ...meeting, ...change })).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})

describe('meeting-cost in other words', () => {
  it.each([
    ['meeting cost 6 ppl 50/h 1h weekly', [6, 50, 60, 1]],
    ['how much money do we burn on a 1 hour standup with 12 devs at 80 dollars an hour every day', [12, 80, 60, 5]],
    ['is my weekly 1.5 hour meeting with seven people too expensive? we pay 40 an hour', [7, 40, 90, 1]],
    ["what's the price of a half hour call with 4 engineers at $120/hr each Monday", [4, 120, 30, 1]],
    ['meeting w/ 20 people, 1 hr, avg wage $35/hr, twice a month - total cost?', [20, 35, 60, 24 / 52]],
  ])('"%s" is heard', (text, [people, hourly_rate, minutes, meetings_per_week]) =>
    expect(tool.hear({ text, attachment: null })).toMatchObject({
      use: { people, hourly_rate, minutes, meetings_per_week },
    }),
  )

  it('a yearly salary is spread over 2,080 hours', () =>
    expect(tool.hear({ text: 'meeting cost for 8 people 1h at 104k salary', attachment: null })).toMatchObject({
      use: { hourly_rate: 50 },
    }))
})
