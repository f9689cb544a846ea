import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/odds-margin.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })

describe('odds-margin', () => {
  it.each([
    ["what's the vig on -110/-110", ['-110', '-110']],
    ["what's the margin on 2.10, 3.40 and 3.60", ['2.10', '3.40', '3.60']],
    ['fair odds 2.10 3.40 3.60', ['2.10', '3.40', '3.60']],
    ['remove the vig from -110 / -110', ['-110', '-110']],
    ['overround of 5/2, 6/4 and 3/1', ['5/2', '6/4', '3/1']],
    ['no vig odds −150 +130', ['-150', '+130']],
    ['devig -105 -115', ['-105', '-115']],
    ['how much margin does the bookmaker take with odds 2.1, 3.4, 4', ['2.1', '3.4', '4']],
    ['fair price for home 2.10 draw 3.40 away 3.60', ['2.10', '3.40', '3.60']],
    ['fair odds please: 1,91 and 1,91', ['1.91', '1.91']],
    ['how much is the bookie taking at -112/-108', ['-112', '-108']],
    ['true probabilities for 1.8 and 2.1', ['1.8', '2.1']],
  ])('"%s" is heard', (text, odds) => expect(hear(text)).toEqual({ use: { odds } }))

  it.each(["what's the vig on -110", 'calculate the margin of these odds', 'remove the vig from my odds'])(
    '"%s" is half there',
    (text) => expect(hear(text)).toHaveProperty('missing'),
  )

  it.each([
    'what is the vig',
    'how do bookmakers make money',
    'how to remove the vig from odds',
    'profit margin on 2.10 and 3.40',
    'price 20, cost 8, what is the margin',
    'what is a fair price for a used car',
    'convert +150 to decimal',
    'hold 2.5 of them',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('two even prices of -110 have a margin of 4.76%, a hold of 4.55% and fair chances of one half', async () => {
    const { output, blocks } = await tool.call({ odds: ['-110', '-110'] }, toolContext)
    const half = {
      fair_probability_proportional: expect.closeTo(0.5, 9),
      fair_probability_power: expect.closeTo(0.5, 9),
      fair_decimal_proportional: expect.closeTo(2, 9),
    }
    expect(output).toMatchObject({
      margin_ratio: expect.closeTo(0.047619, 5),
      hold_ratio: expect.closeTo(0.0454545, 6),
      outcomes: [half, half],
    })
    expect(JSON.stringify(blocks)).toContain('Shin')
  })

  it('prices that imply less than 100% are warned of', async () => {
    const { blocks } = await tool.call({ odds: ['3', '3'] }, toolContext)
    expect(JSON.stringify(blocks)).toContain('less than 100 %')
  })

  it.each([{ odds: ['2.1'] }, { odds: [] }, { odds: ['2.1', '+50'] }])('%j is refused', (input) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
