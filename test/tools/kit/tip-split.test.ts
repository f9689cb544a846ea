import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/tip-split.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const tip = (bill: number, tip_ratio: number, people?: number) => ({ bill, tip_ratio, ...(people && { people }) })

describe('tip-split', () => {
  it.each([
    ['whats 18% tip on 64.50 split 3 ways', tip(64.5, 0.18, 3)],
    ['120 plus 20% tip split between 4', tip(120, 0.2, 4)],
    ['tip 15% on $85.20 for 5 people', { ...tip(85.2, 0.15, 5), currency: '$' }],
    ['$90 bill 20% tip 4 of us', { ...tip(90, 0.2, 4), currency: '$' }],
    ['split 240 between 6 with 18% tip', tip(240, 0.18, 6)],
    ['dinner was 136.40, 5 people, 18% gratuity, how much each', tip(136.4, 0.18, 5)],
    ['what do we each pay: 75 bill, 10% tip, three people', tip(75, 0.1, 3)],
    ['20 percent tip on 55', tip(55, 0.2)],
    ['£48 with 12.5% service charge split in half', { ...tip(48, 0.125, 2), currency: '£' }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it.each([
    'how much should I tip',
    'how much should I tip on a $60 bill',
    'is 20% tip normal',
    'tips for saving 20% of my income',
    'what is 20% of 60',
    'should I tip 20% on a 60 dollar bill',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('18 % on 64.50 are 11.61, and each of three pays 25.37', async () => {
    const { output } = await tool.call(tip(64.5, 0.18, 3), toolContext)
    expect(output).toMatchObject({ tip: 11.61, total: 76.11, each: 25.37 })
  })

  it('the parts make the whole, and the whole is in cents', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e7 }), fc.integer({ min: 1, max: 30 }), async (cents, people) => {
        const { output } = await tool.call(tip(cents / 100, 0.15, people), toolContext)
        const { total, each } = output as { total: number; each: number }
        expect(each * people).toBeCloseTo(total, 6)
        expect(total * 100).toBeCloseTo(Math.round(total * 100), 5)
      }),
    ))
})
