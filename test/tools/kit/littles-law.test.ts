import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/littles-law.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) => (await tool.call(input, toolContext)).output as Record<string, number | string>

describe('littles-law', () => {
  it.each([
    [
      "little's law: 12 in progress, throughput 3 per day",
      { work_in_progress_items: 12, throughput_items_per_unit: 3, time_unit: 'day' },
    ],
    [
      'we have 12 tickets in progress and finish 3 a day, what is our cycle time?',
      { work_in_progress_items: 12, throughput_items_per_unit: 3, time_unit: 'day' },
    ],
    [
      'what throughput do we need if wip is 20 and cycle time is 5 days',
      { work_in_progress_items: 20, cycle_time_units: 5, time_unit: 'day' },
    ],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it.each([
    ['we have 20 orders in the queue and finish 4 an hour, how long does one take', 20, 4, 'hour'],
    ['lead time if 15 tickets are open and we close 3 per day', 15, 3, 'day'],
    ["what's our cycle time with 24 cards on the board and 8 done per week", 24, 8, 'week'],
    ['40 people wait in line and 20 are served per hour, how long is the wait', 40, 20, 'hour'],
    ['average wait: 12 in queue, 3 served per minute', 12, 3, 'minute'],
  ])('"%s" asks for the time', (text, wip, rate, unit) =>
    expect(hear(text)).toEqual({
      use: { work_in_progress_items: wip, throughput_items_per_unit: rate, time_unit: unit },
    }),
  )

  it.each([
    "little's law wip 12",
    "little's law throughput 3 per week cycle time 4 days",
    "calculate with little's law",
  ])('"%s" is half there', (text) => expect(hear(text)).toHaveProperty('missing'))

  it.each(["what is little's law", 'how to reduce cycle time', 'wip 12 is too much', 'limit work in progress to 3'])(
    '"%s" is left alone',
    (text) => expect(hear(text)).toBeNull(),
  )

  it('any two give a third that gives them back', async () => {
    const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true })
    await fc.assert(
      fc.asyncProperty(amount, amount, async (rate, time) => {
        const { work_in_progress_items: wip } = await compute({
          throughput_items_per_unit: rate,
          cycle_time_units: time,
        })
        const back = await compute({ work_in_progress_items: Number(wip), throughput_items_per_unit: rate })
        expect(Number(back.cycle_time_units) / time).toBeCloseTo(1, 9)
        const again = await compute({ work_in_progress_items: Number(wip), cycle_time_units: time })
        expect(Number(again.throughput_items_per_unit) / rate).toBeCloseTo(1, 9)
      }),
    )
  })

  it.each([
    {},
    { work_in_progress_items: 3 },
    { work_in_progress_items: 3, throughput_items_per_unit: 4, cycle_time_units: 5 },
    { work_in_progress_items: 3, throughput_items_per_unit: 0 },
    { work_in_progress_items: -3, throughput_items_per_unit: 1 },
    { work_in_progress_items: 1e300, throughput_items_per_unit: 1 },
    { work_in_progress_items: Number.NaN, throughput_items_per_unit: 1 },
  ])('%j is refused', (input) => expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }))
})
