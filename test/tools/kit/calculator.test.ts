import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/calculator.ts'
import { toolContext } from '../../helpers/tool-context.ts'

async function answer(text: string) {
  const heard = tool.hear({ text, attachment: null })
  if (!heard || !('use' in heard)) throw new Error(`"${text}" was not heard`)
  return (await tool.call(heard.use, toolContext)).output
}

describe('calculator', () => {
  it.each([
    ['what is 15% of 240', '36'],
    ["what's 15 percent of 80?", '12'],
    ['what percent of 80 is 20', '25 %'],
    ['(3+4)^2/7', '7'],
    ['0.1 + 0.2', '0.3'],
    ['what is 20% off 45', '36'],
    ['two hundred divided by eight', '25'],
    ['how much is 3 times 4.5?', '13.5'],
    ['17% of 3,450', '586.5'],
    ['19.99 + 5% tax in dollars', '20.9895'],
    ['$19.99 plus 5% tax', '20.9895'],
    ['$100 with 20% off', '80'],
    ['119 without 19% vat', '100'],
    ['add 19% vat to 250', '297.5'],
    ["what's 12 euros times 3", '36'],
    ['split a bill of 84.60 between four people', '21.15'],
    ['how much is 20% of $1.2m', '240000'],
    ['three quarters of 200', '150'],
    ['average of 3, 5 and 10', '6'],
    ['sum of 4 8 15 16 23 42', '108'],
    ['remainder of 17 divided by 5', '2'],
    ['cube root of 27', '3'],
    ['percent change from -50 to 50', '-200 %'],
    ['what is 41 2/3 + 1 1/3', '43'],
    ['41 2/3 percent of 90', '37.5'],
    ['3 and two thirds times 3', '11'],
    ['⅚ + ⅙', '1'],
    ['1,041⅔ * 3', '3125'],
    ['what is -(1 1/6) * 6', '-7'],
    ['add 33 1/3 % to 90', '120'],
    ['5 11/16 + 5/16', '6'],
    ['41 3/7 * 7', '290'],
    ['2 1/3 million dollars times 3', '7000000'],
    ['$5 1/6k * 6', '31000'],
    ['sum of 1 1/3, 2 2/3 and 4', '8'],
  ])('"%s" is %s', async (text, result) => expect(await answer(text)).toMatchObject({ result, exact: true }))

  it.each([
    'what is 2',
    'how do I calculate a percentage',
    'blood pressure 150 over 95',
    'is a score of 3-1 good',
    'what does 40% chance of rain mean',
    'if something drops 50% and rises 50% am I even',
  ])('"%s" is left alone', (text) => expect(tool.hear({ text, attachment: null })).toBeNull())

  it.each([
    ['1/0', 'This divides by zero, which has no result.'],
    ['9^9^9^9', 'The result is too large to compute.'],
    ['import("node:fs")', 'This is not arithmetic that I can read.'],
    ['x = 1', 'This is not arithmetic that I can read.'],
    ['1+'.repeat(200), 'The calculator tool cannot use expression: it must have at most 300 characters.'],
    ['', 'The calculator tool cannot use expression: it is empty.'],
  ])('%s is refused in one sentence', async (expression, message) =>
    expect(tool.call({ expression }, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID', message }),
  )

  it('two currencies are not added up', async () => {
    expect(tool.hear({ text: '$5 + €3', attachment: null })).toMatchObject({
      missing: [expect.stringContaining('between USD and EUR')],
    })
    await expect(tool.call({ expression: '$5 + €3' }, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' })
  })

  it('a sum of money is shown in cents too', async () => {
    const { blocks } = await tool.call({ expression: '$19.99 plus 5% tax' }, toolContext)
    expect(blocks[0]).toMatchObject({ rows: [expect.anything(), ['Result', '20.9895'], ['In money', '$20.99']] })
  })

  it('groups the digits, marks what is rounded and shows the fraction', async () => {
    const rows = async (expression: string) => (await tool.call({ expression }, toolContext)).blocks[0]
    expect(await rows('1234567 * 1.5')).toMatchObject({
      rows: [
        ['Computed', '1234567 * 1.5'],
        ['Result', '1,851,850.5'],
      ],
    })
    expect(await rows('1/3')).toMatchObject({
      rows: [
        ['Computed', '1/3'],
        ['Result', '≈ 0.33333333333333333333'],
        ['As a fraction', '1/3'],
      ],
    })
  })
})
