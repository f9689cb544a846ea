import { describe, expect, it } from 'vitest'
import budget from '../../src/tools/kit/budget-split.ts'
import calculator from '../../src/tools/kit/calculator.ts'
import growth from '../../src/tools/kit/compound-growth.ts'
import dates from '../../src/tools/kit/date-arithmetic.ts'
import debts from '../../src/tools/kit/debt-payoff.ts'
import loan from '../../src/tools/kit/loan-amortisation.ts'
import prices from '../../src/tools/kit/price-analysis.ts'
import goal from '../../src/tools/kit/savings-goal.ts'
import text from '../../src/tools/kit/text-statistics.ts'
import zones from '../../src/tools/kit/time-zone.ts'
import units from '../../src/tools/kit/unit-conversion.ts'
import weather from '../../src/tools/kit/weather.ts'

const TOOLS = [budget, calculator, growth, dates, debts, loan, prices, goal, text, zones, units, weather]
const CSV = 'date,close\n2026-01-05,1\n2026-01-06,2'
const claims = (said: string, attachment: string | null = null) =>
  TOOLS.filter((tool) => tool.hear({ text: said, attachment })).map(({ name }) => name)

describe('the money and general tools together', () => {
  it.each(TOOLS.map((tool) => [tool.name, tool.example]))('the example of %s is claimed by it alone', (name, example) =>
    expect(claims(example, name === 'price-analysis' ? CSV : null)).toEqual([name]),
  )

  it.each([
    'I have persistent headaches and fatigue',
    'should I get a mortgage?',
    'what is compound interest?',
    'how do I lose 5 kg?',
    'I ran 5 miles to work, my knee hurts',
    'how much water should I drink in a day',
    'what does 2.50 odds mean',
    'I am 40 and have no retirement savings',
    'my blood pressure is 150 over 95',
    'they promise 10 percent a month guaranteed is it real',
    'what do I do with 10000 extra',
    'psychological pricing 9.99',
    'what is the new 48 team format',
    'scale healthcare to 5',
    'status',
    'hello',
    '',
    '   ',
    '🙂🙂🙂',
    'مرحبا كيف حالك',
    '\u001b[31mred\u001b[0m',
    '__proto__',
    'constructor',
    'toString',
  ])('"%s" is claimed by none', (said) => expect(claims(said)).toEqual([]))

  it.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['digits', '1'.repeat(1_000_000)],
    ['amounts', '1,000 '.repeat(170_000)],
    ['blanks', ' '.repeat(1_000_000)],
    ['brackets', '('.repeat(1_000_000)],
    ['signs', '1+'.repeat(500_000)],
    ['quotation marks', 'word count "'.repeat(90_000)],
    ['openings', 'what is '.repeat(125_000)],
    ['politeness', 'please can you convert '.repeat(45_000)],
    ['number words', 'one hundred and '.repeat(65_000)],
    ['loans', 'what mortgage payment 5% 3 years 100k '.repeat(26_000)],
    ['debts', 'debt free, how long, card 5000 at 22% min 150, '.repeat(22_000)],
    ['cities', 'what time is it in a b c '.repeat(40_000)],
    ['weather', 'weather in a in b '.repeat(55_000)],
    ['dates', 'days between 1 may and 2 may and '.repeat(30_000)],
    ['lines', 'word count:\n'.repeat(80_000)],
  ])('a megabyte of %s is heard through in no time', (_, said) => {
    for (const tool of TOOLS) {
      const before = performance.now()
      tool.hear({ text: said, attachment: null })
      // Quadratic matching of a megabyte takes minutes; this is only a wide margin for a busy machine.
      expect(performance.now() - before, tool.name).toBeLessThan(400)
    }
  })

  it('a megabyte of attachment costs no time either', () => {
    for (const attachment of ['date,'.repeat(200_000), 'close '.repeat(170_000), '\n'.repeat(1_000_000)]) {
      const before = performance.now()
      claims('analyse these prices and count the words', attachment)
      expect(performance.now() - before).toBeLessThan(400)
    }
  })
})
