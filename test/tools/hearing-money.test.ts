import { describe, expect, it } from 'vitest'
import budget from '../../src/tools/kit/budget-split.ts'
import growth from '../../src/tools/kit/compound-growth.ts'
import debts from '../../src/tools/kit/debt-payoff.ts'
import loan from '../../src/tools/kit/loan-amortisation.ts'
import netWorth from '../../src/tools/kit/net-worth.ts'
import portfolio from '../../src/tools/kit/portfolio-analysis.ts'
import prices from '../../src/tools/kit/price-analysis.ts'
import retirement from '../../src/tools/kit/retirement-projection.ts'
import goal from '../../src/tools/kit/savings-goal.ts'

const CSV = 'date,close\n2026-01-05,1\n2026-01-06,2'

describe('the portfolio, retirement and net worth tools beside the other money tools', () => {
  const money = [netWorth, retirement, loan, growth, goal, debts, budget, portfolio, prices]
  const heard = (said: string, attachment: string | null = null) =>
    money.filter((tool) => tool.hear({ text: said, attachment })).map(({ name }) => name)
  const assets = 'date,AAPL,MSFT\n2026-01-05,1,2\n2026-01-06,2,3'

  it.each([
    ['what would I pay monthly on 250k at 4.5% over 30 years', null, ['loan-amortisation']],
    ['analyse this price history', CSV, ['price-analysis']],
    ['analyse these prices', assets, ['portfolio-analysis']],
    ['60% AAPL 40% MSFT, what is the volatility', assets, ['portfolio-analysis']],
    ['how much will 200 a month grow to at 6% in 20 years', null, ['compound-growth']],
    ['pay off 5000 at 22% with 200 a month', null, ['debt-payoff']],
    ['save 10000 in 18 months', null, ['savings-goal']],
    [netWorth.example, null, ['net-worth']],
    ['should I pay off my mortgage before I retire', null, []],
    ['how do I diversify my portfolio', null, []],
    ['what is net worth', null, []],
    ['I am 40 and have no retirement savings', null, []],
    ['my portfolio fell 20 percent what do I do', null, []],
  ] as const)('"%s" is claimed by %j %j', (said, attachment, names) => expect(heard(said, attachment)).toEqual(names))

  it('the first of them to hear a sentence that two could hear is the more specific', () => {
    expect(heard(retirement.example)[0]).toBe('retirement-projection')
    expect(heard('save 200 a month for retirement in 30 years, how much will I have')[0]).toBe('retirement-projection')
    expect(heard("what's my net worth: house 300k, mortgage 220k")[0]).toBe('net-worth')
  })

  it.each([
    ['ages', "i'm 35 retire at 67 from 30 to 65 "],
    ['rates', 'retirement between 3% and 7% plus or minus 3% '],
    ['items', 'net worth house 300k, mortgage 220k; '],
    ['headings', 'assets: debts: '],
    ['shares', 'portfolio 60% aapl vs spy 60/40 '],
    ['risk-free rates', 'risk free rate of rf rf at '],
    ['digits', 'retire net worth portfolio 11111111'],
    ['blanks', 'retire net worth portfolio          '],
  ])('a megabyte of %s is heard through in no time', (_, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    for (const tool of [netWorth, retirement, portfolio, prices])
      for (const attachment of [null, text, `date,${text}`, assets]) {
        const before = performance.now()
        tool.hear({ text, attachment })
        expect(performance.now() - before, tool.name).toBeLessThan(400)
      }
  })
})
