import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/portfolio-analysis.ts'
import { isoDay } from '../../../src/tools/price-dates.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string, attachment: string | null) => tool.hear({ text, attachment })
const FEW = 'Date,AAPL,MSFT,SPY\n2026-01-05,10,20,30\n2026-01-06,11,19,31'
const FUNDS = 'date,World Fund,Bond Fund\n2026-01-05,10,20\n2026-01-06,11,19'
const LONG = 'date,symbol,close\n2026-01-05,A,1\n2026-01-05,B,2\n2026-01-06,A,2\n2026-01-06,B,2'
const ONE = 'Date,Open,Close,Volume\n2026-01-05,1,1,1\n2026-01-06,1,2,1'
// Two assets: the first moves, the second moves twice as far, day by day.
const steps = Array.from({ length: 40 }, (_, day) => [0.01, -0.02, 0.015][day % 3] ?? 0)
const grown = (times: number) =>
  steps.map((_, day) => steps.slice(0, day + 1).reduce((close, step) => close * (1 + step * times), 100))
const DOUBLE = `date,index,twice\n${grown(1)
  .map((close, day) => `${isoDay(20_000 + day)},${close},${grown(2)[day]}`)
  .join('\n')}`

describe('portfolio-analysis', () => {
  it.each([
    ['analyse my portfolio', FEW, {}],
    ['how correlated are these stocks?', FEW, {}],
    ['which of these was riskiest', FEW, {}],
    ['analyse this', LONG, {}],
    ['compare these funds', FUNDS, {}],
    ['what is the sortino of my holdings with a risk free rate of 2%', FEW, { riskFreeRate: 0.02 }],
    ['my portfolio is AAPL 100%', FEW, { weights: [{ asset: 'AAPL', share: 1 }] }],
    [
      'portfolio of 60% AAPL and 40% MSFT against SPY',
      FEW,
      {
        weights: [
          { asset: 'AAPL', share: 0.6 },
          { asset: 'MSFT', share: 0.4 },
        ],
        benchmark: 'SPY',
      },
    ],
    [
      'AAPL 0.6 MSFT 0.4 vs spy',
      FEW,
      {
        weights: [
          { asset: 'AAPL', share: 0.6 },
          { asset: 'MSFT', share: 0.4 },
        ],
        benchmark: 'SPY',
      },
    ],
    ['sharpe of my portfolio, benchmark qqq', FEW, { benchmark: 'qqq' }],
    ['summarise my portfolio', ONE, {}],
  ] as const)('"%s" is heard', (text, csv, use) => expect(hear(text, csv)).toEqual({ use: { csv, ...use } }))

  it.each(['analyse my portfolio', "what's the sharpe ratio of my portfolio", 'calculate the beta of our holdings'])(
    '"%s" without a file asks for one',
    (text) => expect(hear(text, null)).toMatchObject({ missing: [expect.stringContaining('a CSV')] }),
  )

  it.each([
    ['what is a portfolio', null],
    ['should I rebalance my portfolio', null],
    ['how do I diversify my portfolio', null],
    ['should I sell these stocks', FEW],
    ['I have a headache', FEW],
    ['analyse this price history', ONE],
    ['analyse this', 'date,rent,food\n2026-01-05,800,200'],
    ['how did they perform', 'date,home,away,home_goals,away_goals\n2026-01-05,Arsenal,Chelsea,2,1'],
  ])('"%s" is left alone', (text, csv) => expect(hear(text, csv)).toBeNull())

  it('twice the returns of the benchmark have a beta of 2 and a correlation of 1', async () => {
    const { output } = await tool.call({ csv: DOUBLE }, toolContext)
    expect(output).toMatchObject({
      n: 40,
      benchmark: 'index',
      weighted: 'equally',
      riskFreeRate: 0,
      assets: [
        { name: 'index', share: 0, beta: expect.closeTo(1, 8) },
        { name: 'twice', share: 1, beta: expect.closeTo(2, 8), correlation: expect.closeTo(1, 8) },
      ],
      portfolio: { beta: expect.closeTo(2, 8) },
    })
  })

  it('says which column is what, the sample and that the risk-free rate is assumed', async () => {
    const { blocks } = await tool.call({ csv: LONG }, toolContext)
    const text = JSON.stringify(blocks)
    expect(text).toContain('column “close”, one row a day and “symbol”')
    expect(text).toContain('2 daily closes of each of 2 assets')
    expect(text).toContain('0 %, as none was said')
    expect(text).toContain('Only 2 closes')
    expect(blocks.filter(({ kind }) => kind === 'series')).toMatchObject([
      { shape: 'chart', points: [100, 150] },
      { label: 'A', shape: 'spark', points: [1, 2] },
      { label: 'B', shape: 'spark' },
    ])
    expect(blocks).toContainEqual({
      kind: 'table',
      title: 'Correlation of the returns',
      head: ['', 'A', 'B'],
      rows: [
        ['A', null, null],
        ['B', null, null],
      ],
    })
  })

  it.each([
    [{ csv: FEW, weights: [{ asset: 'AAPL', share: 0.9 }] }, 'The shares make 90 %; they must make 100 %.'],
    [{ csv: FEW, benchmark: 'QQQ' }, 'The prices have no asset "QQQ"; they have AAPL, MSFT, SPY.'],
    [{ csv: FEW, weights: [{ asset: 'X', share: 1 }] }, 'The prices have no asset "X"; they have AAPL, MSFT, SPY.'],
    [{ csv: '' }, 'The portfolio-analysis tool cannot use csv: it is empty.'],
  ])('%j is refused', async (input, message) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID', message }),
  )
})
