import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/ab-test.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const counts = (successes_a: number, visitors_a: number, successes_b: number, visitors_b: number) => ({
  successes_a,
  visitors_a,
  successes_b,
  visitors_b,
})
const compute = async (...four: [number, number, number, number]) =>
  (await tool.call(counts(...four), toolContext)).output as Record<string, number | null>

describe('ab-test', () => {
  it.each([
    ['A/B test: A 200 of 5000, B 250 of 5000', counts(200, 5000, 250, 5000)],
    ['is the difference significant: 200/5000 vs 250/5000', counts(200, 5000, 250, 5000)],
    ['ab test a: 5,000 visitors 200 conversions, b: 5,100 visitors 250 conversions', counts(200, 5000, 250, 5100)],
    ['ab test 12 conversions out of 400 visitors vs 30 out of 410', counts(12, 400, 30, 410)],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it.each(['is my a/b test significant', 'a/b test 200 of 5000'])('"%s" is half there', (text) =>
    expect(hear(text)).toHaveProperty('missing'),
  )

  it('three variants are not taken for two', () =>
    expect(
      hear('variant A: 40 sales, 800 visitors. variant B: 60 sales, 820 visitors. variant C: 70 sales, 830 visitors'),
    ).toHaveProperty('missing'))

  it.each([
    'how long should an a/b test run',
    'what is an a/b test',
    'how do I know if an a/b test is significant',
    '3 of 4 people and 2 of 5 dogs',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('200 against 250 of 5000 has z 2.41 and p 0.0159', async () => {
    const output = await compute(200, 5000, 250, 5000)
    expect(output.z_score).toBeCloseTo(2.4119, 3)
    expect(output.p_value).toBeCloseTo(0.01587, 4)
  })

  it('exchanging A and B turns the sign of z and keeps p', async () => {
    const side = fc
      .integer({ min: 1, max: 10_000 })
      .chain((all) => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all)))
    await fc.assert(
      fc.asyncProperty(side, side, async (a, b) => {
        const one = await compute(...a, ...b)
        const other = await compute(...b, ...a)
        if (one.z_score === null) return
        expect(other.z_score).toBeCloseTo(-(one.z_score ?? Number.NaN), 9)
        expect(other.p_value).toBeCloseTo(one.p_value ?? Number.NaN, 9)
        expect(one.p_value).toBeGreaterThanOrEqual(0)
        expect(one.p_value).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('equal rates have a p-value of 1, and nothing can be tested when nobody converts', async () => {
    expect((await compute(10, 100, 100, 1000)).p_value).toBeCloseTo(1, 6)
    expect((await compute(0, 10, 0, 20)).p_value).toBeNull()
  })

  it.each([
    [300, 200, 1, 5],
    [-1, 5, 1, 5],
    [1, 0, 1, 5],
    [1e300, 1e300, 1, 5],
    [1.5, 5, 1, 5],
    [Number.NaN, 5, 1, 5],
  ])('%j %j %j %j is refused', (...four) =>
    expect(compute(...(four as [number, number, number, number]))).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})

describe('ab-test in other words', () => {
  it.each([
    ['is 5% vs 6% on 1000 visitors each significant', [50, 1000, 60, 1000]],
    ['conversion 2.1% of 10k vs 2.6% of 10k, is the difference significant?', [210, 10_000, 260, 10_000]],
    ['5000 visitors each, A converted 200 and B 250, is it statistically significant', [200, 5000, 250, 5000]],
    [
      'our old page got 30 signups out of 800 visits, the new one 45 out of 790. is that real or luck?',
      [30, 800, 45, 790],
    ],
    ['email A opened by 210 of 1,000, email B by 260 of 1,000 - is B really better', [210, 1000, 260, 1000]],
    ['did version B win? A 12/300 B 20/310', [12, 300, 20, 310]],
    ['we had 400 visitors and 12 bought, then after the change 420 and 19 bought. is it better?', [12, 400, 19, 420]],
    ['old page 1000 visitors 30 ordered, new page 980 visitors 45 ordered, did it help', [30, 1000, 45, 980]],
    ['sent 500 emails 20 replied, second version 500 sent 31 replied, is that a real difference', [20, 500, 31, 500]],
  ])('"%s" is heard', (text, [hitsA, allA, hitsB, allB]) =>
    expect(tool.hear({ text, attachment: null })).toEqual({
      use: { successes_a: hitsA, visitors_a: allA, successes_b: hitsB, visitors_b: allB },
    }),
  )
})
