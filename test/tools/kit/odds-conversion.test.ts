import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/odds-conversion.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })

describe('odds-conversion', () => {
  it.each([
    ['convert +150 to decimal', ['+150']],
    ['Convert −110 to decimal odds please', ['-110']],
    ['what is 5/2 in american odds', ['5/2']],
    ['what is 5 to 2 in american odds?', ['5 to 2']],
    ['implied probability of -110', ['-110']],
    ['what are decimal odds of 3 in american', ['3']],
    ['american odds 150 to decimal', ['+150']],
    ['convert 40% to american odds', ['40%']],
    ['evens in decimal odds', ['evens']],
    ['what percentage is -110', ['-110']],
    ['+150 decimal?', ['+150']],
    ['decimal of +250', ['+250']],
    ['7/2 odds probability', ['7/2']],
    ['turn 7/4 into decimal odds', ['7/4']],
    ['convert 2.1, 3.4 and +150 to fractional', ['2.1', '3.4', '+150']],
  ])('"%s" is heard', (text, odds) => expect(hear(text)).toEqual({ use: { odds } }))

  it.each(['convert these odds to decimal', 'convert 5/2 to decimal', 'whats 6/4 in decimals?'])(
    '"%s" is half there',
    (text) => expect(hear(text)).toHaveProperty('missing'),
  )

  it.each([
    'what are american odds?',
    'how do betting odds work',
    'what are fractional odds like 5/2',
    'what does +150 mean',
    'convert decimal odds to percent',
    'what is the probability of rain of 40%',
    'what are the odds of over 2.5 goals',
    'is +120 good value if the chance is 50%',
    "what's the margin on 2.10, 3.40 and 3.60",
    'odds of each score if home xg is 1.4 and away xg is 1.2',
    'who won the match 3-2',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('a bad price is named', async () => {
    await expect(tool.call({ odds: ['+50'] }, toolContext)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: expect.stringContaining('+50'),
    })
    await expect(tool.call({ odds: [] }, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' })
  })

  it('one price is shown as facts, several as a table', async () => {
    const one = await tool.call({ odds: ['+150'] }, toolContext)
    expect(one.blocks[0]).toMatchObject({ kind: 'facts' })
    const several = await tool.call({ odds: ['2.1', '3.4'] }, toolContext)
    expect(several.blocks[0]).toMatchObject({ kind: 'table' })
  })
})
