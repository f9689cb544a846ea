import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/elo-chance.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const expected = async (first: number, second: number) =>
  ((await tool.call({ first, second }, toolContext)).output as { expected_score_first: number }).expected_score_first

describe('elo-chance', () => {
  it.each([
    ['elo 1500 vs 1650 who wins and how likely', { first: 1500, second: 1650 }],
    ['chance of a 1400 rated player against 1600 elo', { first: 1400, second: 1600 }],
    ['i am rated 1420 in chess and play a 1600, whats my chance to win', { first: 1420, second: 1600 }],
    ['elo 1800 beats 1700, new rating with k=32', { first: 1800, second: 1700, k_points: 32 }],
    ['elo ratings 1820 and 1700, expected score?', { first: 1820, second: 1700 }],
    ['win probability with elo 2100 to 1950', { first: 2100, second: 1950 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it.each([
    'what is elo',
    'elo ratings from this results file',
    'who was rated best between 1990 and 2000 in that season',
    'my chess rating is 1500, is that good',
    'credit rating 700 vs 650',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('a gap of 400 points is ten to one', async () => expect(await expected(1900, 1500)).toBeCloseTo(10 / 11, 12))

  it('both expected scores make one game', () => {
    const rating = fc.integer({ min: 100, max: 4000 })
    return fc.assert(
      fc.asyncProperty(rating, rating, async (a, b) => {
        expect((await expected(a, b)) + (await expected(b, a))).toBeCloseTo(1, 12)
      }),
    )
  })
})
