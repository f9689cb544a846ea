import { describe, expect, it } from 'vitest'
import { folders } from '../../bin/folders.ts'
import { loadAll } from '../../src/base/folder.ts'
import bmi from '../../src/tools/kit/bmi.ts'
import budget from '../../src/tools/kit/budget-split.ts'
import calculator from '../../src/tools/kit/calculator.ts'
import growth from '../../src/tools/kit/compound-growth.ts'
import table from '../../src/tools/kit/csv-table.ts'
import currency from '../../src/tools/kit/currency-conversion.ts'
import dates from '../../src/tools/kit/date-arithmetic.ts'
import debts from '../../src/tools/kit/debt-payoff.ts'
import energy from '../../src/tools/kit/energy-need.ts'
import lab from '../../src/tools/kit/lab-units.ts'
import loan from '../../src/tools/kit/loan-amortisation.ts'
import prices from '../../src/tools/kit/price-analysis.ts'
import goal from '../../src/tools/kit/savings-goal.ts'
import summary from '../../src/tools/kit/summarise.ts'
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

describe('the general and healthcare tools that came later', () => {
  const LATER = [currency, calculator, units, dates, zones, weather, table, summary, text, lab, bmi, energy]
  const table1 = 'region,amount\nwest,3\neast,4\n'
  const heardBy = (said: string, attachment: string | null = null) =>
    LATER.filter((tool) => tool.hear({ text: said, attachment })).map(({ name }) => name)

  it.each([
    ['250 usd in eur at 0.92', 'currency-conversion'],
    ['100 pounds in dollars', 'currency-conversion'],
    ['100 pounds in kg', 'unit-conversion'],
    ['$19.99 plus 5% tax', 'calculator'],
    ['$5 + €3', 'calculator'],
    ['average of 3, 5 and 10', 'calculator'],
    ['glucose 100 mg/dL in mmol/L', 'lab-units'],
    ['convert 500 mg to g', 'unit-conversion'],
    ["5'11 180lbs bmi", 'bmi'],
    ['what time is it in tokyo when its 3pm in nyc', 'time-zone'],
    ['time difference london tokyo', 'time-zone'],
    ['days left this year', 'date-arithmetic'],
    ['summarise: Bees fly. Bees sting.', 'summarise'],
  ])('"%s" is claimed by %s alone', (said, name) => expect(heardBy(said)).toEqual([name]))

  it.each([
    ['sum of amount by region', 'csv-table'],
    ['how many words are in this text', 'text-statistics'],
    ['what is 2 + 2', 'calculator'],
  ])('"%s" with a table attached is first claimed by %s', (said, name) => expect(heardBy(said, table1)[0]).toBe(name))

  it.each([
    'am I overweight?',
    'is my cholesterol of 240 mg/dl high?',
    'how do I summarise a book',
    'which currency does Japan use',
    'is the dollar stronger than the euro',
    'how do I average numbers in excel',
    'what does HbA1c mean',
  ])('"%s" is claimed by none', (said) => expect(heardBy(said)).toEqual([]))

  it.each([
    ['currencies', '1 usd = 2 eur '.repeat(70_000)],
    ['lab values', 'glucose 5 mg/dl to '.repeat(50_000)],
    ['requests for a summary', 'summarise this: '.repeat(60_000)],
    ['cells', 'sum of a by b '.repeat(70_000)],
    ['feet', "5'1 ".repeat(250_000)],
  ])('a megabyte of %s is heard through in no time', (_, said) => {
    for (const attachment of [null, said, 'a,b\n'.repeat(200_000), `${'a,'.repeat(300_000)}\n1,2\n`])
      for (const tool of LATER) {
        const before = performance.now()
        tool.hear({ text: said, attachment })
        expect(performance.now() - before, tool.name).toBeLessThan(400)
      }
  })
})

describe('the tools of live sources beside all others', async () => {
  const LIVE = ['bank-accounts', 'live-odds', 'live-scores', 'stock-quote']
  const kit = await loadAll(folders.tools)
  const live = kit.filter(({ name }) => LIVE.includes(name))
  const claimedBy = (said: string, attachment: string | null = null) =>
    kit.filter((tool) => tool.hear({ text: said, attachment })).map(({ name }) => name)

  it.each(live.map((tool) => [tool.name, tool.example]))('the example of %s is claimed by it alone', (name, example) =>
    expect(claimedBy(example)).toEqual([name]),
  )

  it.each([
    ['what is the stock price of AAPL', 'stock-quote'],
    ['Analyze AAPL stock performance', 'stock-quote'],
    ['how volatile is tesla', 'stock-quote'],
    ['how much is one apple share', 'stock-quote'],
    ['how much did I spend last month', 'bank-accounts'],
    ['what is my bank balance', 'bank-accounts'],
    ['best odds Arsenal vs Chelsea premier league', 'live-odds'],
    ['what is the score of the lakers nba game', 'live-scores'],
  ])('"%s" is claimed by %s alone', (said, name) => expect(claimedBy(said)).toEqual([name]))

  it('no example of another tool is claimed by them, with a table attached or without', () => {
    const stolen = kit
      .filter(({ name }) => !LIVE.includes(name))
      .filter(({ example }) =>
        live.some((tool) => [null, CSV].some((attachment) => tool.hear({ text: example, attachment }) !== null)),
      )
    expect(stolen.map(({ name }) => name)).toEqual([])
  })

  it.each([
    'should I buy tesla stock',
    'Should I invest in tech stocks right now?',
    'is apple a good investment',
    'how do stocks work',
    'what is a share',
    'how do I open a bank account',
    'my bank account was hacked',
    'how do odds work',
    'Predict tonight’s NBA games',
    'who will win the premier league',
    'is a credit score of 700 good',
    'how do I score more goals',
    'what does a score of 3 on the apgar mean',
  ])('"%s" is claimed by none of them', (said) =>
    expect(claimedBy(said).filter((name) => LIVE.includes(name))).toEqual([]),
  )

  it.each([
    ['requests for a price', 'stock price of a b c '],
    ['names', 'apple '],
    ['adjectives', 'the current latest live '],
    ['politeness', 'please can you show me '],
    ['balances', 'my bank checking savings account balance '],
    ['odds', 'live odds nba and '],
    ['spans', 'chart aapl over the last past 10 days '],
  ])('%s without end are heard through in no time', (_, piece) => {
    for (const text of [piece.repeat(Math.floor(160 / piece.length)), piece.repeat(50_000)])
      for (const tool of live) {
        const before = performance.now()
        tool.hear({ text, attachment: null })
        expect(performance.now() - before, tool.name).toBeLessThan(400)
      }
  })
})

describe('the tools for what people ask in plain words, beside all others', async () => {
  const PLAIN = [
    ...['bet-payout', 'margin-markup', 'rent-share', 'freelance-rate', 'tip-split'],
    ...['sports-figures', 'running-pace', 'playing-time', 'runway', 'debt-payoff'],
  ]
  const kit = await loadAll(folders.tools)
  const plain = kit.filter(({ name }) => PLAIN.includes(name))
  const claimedBy = (said: string, attachment: string | null = null) =>
    kit.filter((tool) => tool.hear({ text: said, attachment })).map(({ name }) => name)

  it('no example of another tool is claimed by them, with a table attached or without', () => {
    const stolen = kit
      .filter(({ name }) => !PLAIN.includes(name))
      .filter(({ example }) =>
        plain.some((tool) => [null, CSV].some((attachment) => tool.hear({ text: example, attachment }) !== null)),
      )
    expect(stolen.map(({ name }) => name)).toEqual([])
  })

  it.each([
    ['what do I win on 40 at -150', 'bet-payout'],
    ['parlay +120 -110 +200 with 25 stake', 'bet-payout'],
    ["bought for 42, sell at 60, what's my margin", 'margin-markup'],
    ['what price for a 40% margin if it costs me 12', 'margin-markup'],
    ['rent is 1450 and I take home 3900, is that too much', 'rent-share'],
    ['hourly rate to earn 70000 a year as a freelancer', 'freelance-rate'],
    ['whats 18% tip on 64.50 split 3 ways', 'tip-split'],
    ['era: 14 earned runs in 37 innings', 'sports-figures'],
    ['5k in 27:30 what pace per km and mile', 'running-pace'],
    ['fair playing time: 11 kids, 7 on the field, 40 minutes', 'playing-time'],
    ['when are we out of money: 180k, lose 22k a month', 'runway'],
    ['3 cards: 900 at 29%, 2400 at 19%, 5000 at 9%, 350 a month', 'debt-payoff'],
    ['is +120 good value if the chance is 50%', 'expected-value'],
    ['convert +150 to decimal', 'odds-conversion'],
    ['what is 20% of 60', 'calculator'],
  ])('"%s" is claimed by %s alone', (said, name) => expect(claimedBy(said)).toEqual([name]))

  it.each([
    'turkey 14 lb how long',
    '4% match',
    'what is a parlay',
    'how do parlays work',
    'should I bet 50 on the lakers at -150',
    'how much of my income should go on rent',
    'my landlord put the rent up to 1450',
    'what is the difference between margin and markup',
    'what should I charge as a freelancer',
    'how much should I tip on a $60 bill',
    'how do I calculate batting average',
    'how do I pace a marathon',
    'fair playing time for kids',
    'how many months rent should i save',
    'how long does milk last',
    'how long will my phone battery last',
    'my son is 7 and plays 40 minutes a day',
    'how do i pay off my credit card debt of 5000',
    'I take 40 mg at night and 150 in the morning',
    'my pulse is 120 after I run 5k',
  ])('"%s" is claimed by none of them', (said) =>
    expect(claimedBy(said).filter((name) => PLAIN.includes(name))).toEqual([]),
  )

  it.each([
    ['prices', '+120 -110 2.5 5/2 parlay bet win '],
    ['rents', 'rent 1450 income 3900 too much '],
    ['trades', 'bought for 42 sell at 60 margin '],
    ['tips', '18% tip on 64.50 split 3 ways '],
    ['counts', '14 earned runs in 37 innings points per game '],
    ['runs', '5k in 27:30 what pace half marathon '],
    ['squads', '11 kids 7 on the field playing time '],
    ['savings', 'bank cash money how long left spending '],
    ['cards', '3 cards: 900 at 29%, 350 a month '],
    ['hours', 'hourly rate freelance 70000 a year 30 hours a week '],
  ])('%s without end are heard through in no time', (_, piece) => {
    for (const text of [piece.repeat(40), piece.repeat(20_000)])
      for (const tool of plain) {
        const before = performance.now()
        tool.hear({ text, attachment: null })
        expect(performance.now() - before, tool.name).toBeLessThan(400)
      }
  })
})
