import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/swot.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string, attachment: string | null = null) => tool.hear({ text, attachment })
const FOUR = { strengths: ['fast'], weaknesses: ['small'], opportunities: ['export'], threats: ['rival'] }

describe('swot', () => {
  it.each([
    'swot: strengths: fast; weaknesses: small; opportunities: export; threats: rival',
    'strengths - fast; weaknesses - small; opportunities - export; threats - rival',
    'make me a swot matrix\nStrengths:\n- fast\nWeaknesses:\n- small\nOpportunities:\n- export\nThreats:\n- rival',
    'swot s: fast, w: small, o: export, t: rival',
    'our strengths are fast, our weaknesses are small, our opportunities are export, our threats are rival',
    'swot strenghts: fast; weakneses: small; opportunites: export; threats: rival',
  ])('"%s" has a point in each field', (text) => expect(hear(text)).toMatchObject({ use: FOUR }))

  it('the points may stand in a file', () =>
    expect(
      hear('put this in a swot frame', 'Strengths\nfast\nWeaknesses\nsmall\nOpportunities\nexport\nThreats\nrival'),
    ).toMatchObject({
      use: FOUR,
    }))

  it('what it is about is kept, and alone gives an empty frame with questions', async () => {
    const heard = hear('help me with a swot analysis of my freelance business')
    expect(heard).toEqual({ use: { subject: 'my freelance business' } })
    const { output } = await tool.call({ subject: 'x' }, toolContext)
    expect(output).toMatchObject({ crossings: [], to_answer: { length: 4 } })
  })

  it('each crossing asks about the given points of both sides', async () => {
    const { output } = await tool.call(FOUR, toolContext)
    expect(output).toMatchObject({
      to_answer: [],
      crossings: [
        { pair: 'S-O', questions: [expect.stringMatching(/fast.*export/)] },
        { pair: 'W-O', questions: [expect.stringMatching(/small.*export/)] },
        { pair: 'S-T', questions: [expect.stringMatching(/fast.*rival/)] },
        { pair: 'W-T', questions: [expect.stringMatching(/rival.*small/)] },
      ],
    })
  })

  it('pairs beyond four are counted, and no line of the frame is wider than a narrow terminal', async () => {
    const long = 'customers who have come back every single week since we opened the second shop'
    const { output, blocks } = await tool.call({ strengths: ['a', 'b', long], opportunities: ['c', 'd'] }, toolContext)
    expect(output).toMatchObject({ crossings: [{ pair: 'S-O', questions: { length: 4 }, left_out: 2 }] })
    const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
    expect(Math.max(...cells.map((cell) => String(cell).length))).toBeLessThanOrEqual(28)
    expect(cells.join(' ').replace(/\s+/g, ' ')).toContain('second shop')
  })

  it.each([
    'what is a swot analysis',
    'how do i do a swot',
    'pros and cons: cheap, far',
    'what are the threats to bees',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())
})
