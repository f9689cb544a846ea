import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/course-handicap.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const use = { index: 14.3, slope: 125, course_rating: 71.2, par: 72 }
const compute = async (input: object) =>
  (await tool.call(input, toolContext)).output as { course_handicap: number; strokes: number }

describe('course-handicap', () => {
  it.each([
    'slope 125 rating 71.2 par 72 index 14.3 course handicap',
    'course handicap for index 14.3, slope 125, rating 71.2, par 72',
    'what is my course handicap with a handicap index of 14.3, slope rating 125, course rating 71.2 and par 72',
    'hcp 14.3 slope: 125 cr 71.2 par 72 playing handicap?',
  ])('"%s" is heard', (text) => expect(hear(text)).toEqual({ use }))

  it.each([
    'course handicap for index +2.1, slope 125, rating 71.2, par 72',
    'course handicap index plus 2.1 slope 125 rating 71.2 par 72',
    '+2.1 index slope 125 rating 71.2 par 72 course handicap',
    'course handicap index -2.1 slope 125 rating 71.2 par 72',
  ])('"%s" is a plus handicap', (text) => expect(hear(text)).toEqual({ use: { ...use, index: -2.1 } }))

  it('asks for what is not told', () =>
    expect(hear('course handicap index 14.3 slope 125')).toEqual({
      missing: [expect.stringContaining('course rating'), expect.stringContaining('par')],
    }))

  it.each(['what is a handicap in golf', 'how is the course handicap calculated', 'ski slope 30 degrees index'])(
    '"%s" is left alone',
    (text) => expect(hear(text)).toBeNull(),
  )

  it('index 14.3 on slope 125, rating 71.2 and par 72 makes 15 strokes', async () =>
    expect(await compute(use)).toEqual({ course_handicap: expect.closeTo(15.0186, 3), strokes: 15 }))

  it('nine holes count half the index, rounded to a tenth', async () =>
    expect((await compute({ index: 14.3, slope: 125, course_rating: 35.6, par: 36 })).course_handicap).toBeCloseTo(
      (7.2 * 125) / 113 - 0.4,
      9,
    ))

  it('strokes that round to nothing are 0 without a sign', async () =>
    expect((await compute({ index: -0.3, slope: 113, course_rating: 72, par: 72 })).strokes).toBe(0))

  it('on a course of standard slope whose rating is par, the handicap is the index', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: -10, max: 54 }), async (index) => {
        const { course_handicap } = await compute({ index, slope: 113, course_rating: 72, par: 72 })
        expect(course_handicap).toBeCloseTo(index, 9)
      }),
    ))
})
