import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/bottleneck.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string, attachment: string | null = null) => tool.hear({ text, attachment })
const compute = async (input: unknown) => (await tool.call(input, toolContext)).output as Record<string, unknown>
const say = async (text: string, attachment: string | null = null) => {
  const heard = hear(text, attachment)
  if (!heard || !('use' in heard)) throw new Error(`not heard: ${text}`)
  return compute(heard.use)
}

describe('bottleneck', () => {
  it.each([
    ['bottleneck: design 10 per day, build 6 per day, test 8 per day', ['build'], 6],
    ['which step is the bottleneck: intake 40/h, check 25/h, approve 30/h', ['check'], 25],
    ['find the bottleneck in: design 3 per week -> build 2 per week -> review 5 per week', ['build'], 2],
    ["what's our throughput if design can do 5 a day, dev 3 a day and qa 4 a day", ['dev'], 3],
    ['slowest stage? a 10/day, b 12/day, c 7/day', ['c'], 7],
    ['bottleneck\n- triage: 20 tickets per day\n- fix: 8 tickets per day', ['fix'], 8],
    ['where is the bottleneck? cutting takes 5 min, sewing 12 minutes with 2 people, packing 3 min', ['sewing'], 10],
    ['how many cars can we make: welding 12 per day, paint 9 per day, assembly 10 per day', ['paint'], 9],
    ['bottlneck: two cooks 10 min each, one oven 4 min, waiters 2 min', ['cooks'], 12],
    ['throughput of a line with three stages: 10 min, 5 min and 8 min', ['stage 1'], 6],
  ])('"%s" is %j at %d', async (text, bottlenecks, throughput) =>
    expect(await say(text)).toMatchObject({ bottlenecks, throughput_per_unit: throughput }),
  )

  it.each([
    ['stage,capacity_per_day\ndesign,10\nbuild,6\ntest,8', 'build', 6, 'day'],
    ['Step;Cycle time (min);People\ncut;5;1\nsew;12;2\npack;3;1', 'sew', 10, 'hour'],
  ])('the table %j is read', async (csv, name, throughput, unit) =>
    expect(await say('find the bottleneck', csv)).toMatchObject({
      bottlenecks: [name],
      throughput_per_unit: throughput,
      time_unit: unit,
    }),
  )

  it('a demand below the capacity sets the pace, one above it makes the queue grow', async () => {
    const stages = 'bottleneck: build 6 per day, test 8 per day'
    expect(await say(`${stages}, demand 4 per day`)).toMatchObject({ throughput_per_unit: 4, demand_per_unit: 4 })
    expect(await say(`${stages}, demand 9 per day`)).toMatchObject({ throughput_per_unit: 6, demand_per_unit: 9 })
  })

  it('the least work in progress is throughput times the time of one item', async () => {
    // 6 an hour through stages of 10 and 5 minutes: 6 × 15/60.
    expect(await say('bottleneck: a 10 min, b 5 min')).toMatchObject({ least_work_in_progress: 1.5 })
  })

  it('no stage is busier than the whole time, and the bottleneck is busy all of it', async () => {
    const figures = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 2, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(figures, async (list) => {
        const stages = list.map((figure, i) => ({ name: `s${i}`, figure, kind: 'capacity', unit: 'day' }))
        const output = await compute({ stages })
        const shares = (output.stages as { utilisation_ratio: number }[]).map((stage) => stage.utilisation_ratio)
        expect(Math.max(...shares)).toBe(1)
        expect(output.throughput_per_unit).toBe(Math.min(...list))
      }),
    )
  })

  it.each(['what is a bottleneck', 'how do i find the bottleneck in my team', 'what throughput do we need'])(
    '"%s" is left alone',
    (text) => expect(hear(text)).toBeNull(),
  )

  it.each([
    {},
    { stages: [] },
    { stages: [{ name: 'a', figure: 0, kind: 'capacity', unit: 'day' }] },
    { csv: 'stage,capacity\na,x\nb,2' },
  ])('%j is refused', (input) => expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }))
})
