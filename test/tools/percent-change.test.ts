import { describe, expect, it } from 'vitest'
import { readArithmetic } from '../../src/tools/read-arithmetic.ts'

const change = (before: string, after: string) => `((${after})-(${before}))/(${before})*100`

describe('a percent change inside a story', () => {
  it.each([
    ['my landlord wants to raise the rent from 1150 to 1290, how many percent is that', '1150', '1290'],
    ['salary went from 3200 to 3400 how many percent is that', '3200', '3400'],
    ['my rent goes up from £1,150 to £1,290 - what percentage increase is that?', '1150', '1290'],
    ['pay rise from 3.2k to 3.4k, percent?', '3200', '3400'],
    ['I weighed 92 kg and now 85 kg, how much percent did I lose', '92', '85'],
    ["my bill was 80 last month and now it's 104, what % increase", '80', '104'],
    ['price went 250 -> 199 what percent off is that', '250', '199'],
    ['electricity from 0.28 to 0.35 per kwh how much is that in percent', '0.28', '0.35'],
    ['used to pay 40 a month, now they want 52, how much of a percentage increase is that', '40', '52'],
    ['new rent 1290 before it was 1150, how many percent more', '1150', '1290'],
  ])('"%s" is from %s to %s', (said, before, after) =>
    expect(readArithmetic(said)).toMatchObject({ expression: change(before, after), percent: true, currency: '' }),
  )

  it('a raise of 200 on 3200 is a part of the old sum', () =>
    expect(readArithmetic('boss offers a raise of 200 on 3200, what percent is that')).toMatchObject({
      expression: '(200)/(3200)*100',
      percent: true,
    }))

  it.each([
    'blood pressure from 150 to 120, is that good',
    'how do I get from 30 to 20 percent body fat',
    'my savings grow from 1000 to 5000, what percent a year is that',
    'conversion from 120 of 4000 to 150 of 4100, percent',
    'my odds went from 30% to 40%, what percent is that',
    'read pages 10 to 50, how many percent',
    'rent went from 1150 to 1290',
  ])('"%s" is none', (said) => expect(readArithmetic(said)).toBeNull())
})
