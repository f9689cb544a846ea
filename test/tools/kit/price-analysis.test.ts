import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import tool from '../../../src/tools/kit/price-analysis.ts'
import { isoDay } from '../../../src/tools/price-dates.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string, attachment: string | null) => tool.hear({ text, attachment })
const GOOD = 'Date,Close\n2026-01-05,100\n2026-01-06,110\n2026-01-07,99\n'
const history = (n: number, close: (day: number) => number) =>
  `date,close\n${Array.from({ length: n }, (_, day) => `${isoDay(20_000 + day)},${close(day)}`).join('\n')}`

describe('price-analysis', () => {
  it.each([
    'analyse this price history',
    'financial: analyse this price history',
    'analyze AAPL stock performance',
    'what is the volatility and max drawdown',
    'show me a chart of this data',
  ])('"%s" with a CSV of closes is heard', (text) => expect(hear(text, GOOD)).toEqual({ use: { csv: GOOD } }))

  it('a bad CSV is heard too when prices are spoken of, so that its fault can be told', () =>
    expect(hear('analyse these prices', 'no,such\n1,2')).toEqual({ use: { csv: 'no,such\n1,2' } }))

  it('prices that are not there are asked for', () =>
    expect(hear('analyse this csv', null)).toMatchObject({
      missing: [expect.stringContaining('date and a close column')],
    }))

  it.each([
    ['analyze AAPL stock performance', null],
    ['should I buy shares', null],
    ['what is RSI', null],
    ['rate these teams', 'date,home,away,score\n2026-01-01,A,B,2-1'],
    ['summarise this letter', 'Dear Sir, the price went up.'],
    ['I have a headache', GOOD],
  ])('"%s" is left alone', (text, attachment) => expect(hear(text, attachment)).toBeNull())

  it('tells return, fall and n', async () => {
    const { output, blocks } = await tool.call({ csv: GOOD }, toolContext)
    expect(output).toMatchObject({
      n: 3,
      totalReturn: expect.closeTo(-0.01),
      annualReturn: null,
      sma20: null,
      drawdown: { depth: expect.closeTo(0.1), peak: '2026-01-06', trough: '2026-01-07', recovered: null },
    })
    expect(blocks.at(-2)).toMatchObject({ tone: 'warn', text: 'Only 3 closes: the measures are a rough hint.' })
    expect(blocks.find(({ kind }) => kind === 'series')).toMatchObject({ points: [100, 110, 99], shape: 'chart' })
  })

  it('averages and RSI are those of the last closes', async () =>
    expect((await tool.call({ csv: history(60, (day) => day + 1) }, toolContext)).output).toMatchObject({
      sma20: 50.5,
      sma50: 35.5,
      rsi14: 100,
      period: { name: 'daily', perYear: 365 },
    }))

  it('a straight line has equal bands around its mean and a MACD of seven steps', async () =>
    expect((await tool.call({ csv: history(60, (day) => day + 1) }, toolContext)).output).toMatchObject({
      ema20: expect.closeTo(50.5, 8),
      macd: { line: expect.closeTo(7, 8), signal: expect.closeTo(7, 8) },
      bollinger: {
        lower: expect.closeTo(50.5 - 2 * Math.sqrt(33.25), 8),
        upper: expect.closeTo(50.5 + 2 * Math.sqrt(33.25), 8),
      },
      sortino: null,
      sharpe: expect.any(Number),
    }))

  it('the risk-free rate is heard, lowers the Sharpe ratio, and its absence is told', async () => {
    expect(hear('sharpe ratio with a risk free rate of 3%', GOOD)).toEqual({ use: { csv: GOOD, riskFreeRate: 0.03 } })
    const csv = history(60, (day) => 100 + (day % 7))
    const [none, some] = [
      await tool.call({ csv }, toolContext),
      await tool.call({ csv, riskFreeRate: 0.03 }, toolContext),
    ]
    const sharpe = ({ output }: typeof none) => z.object({ sharpe: z.number() }).parse(output).sharpe
    expect(sharpe(some)).toBeLessThan(sharpe(none))
    expect(JSON.stringify(none.blocks)).toContain('0 %, as none was said')
    expect(JSON.stringify(some.blocks)).not.toContain('as none was said')
  })

  it('prices of several assets are left to the portfolio tool', () =>
    expect(hear('analyse these prices', 'date,symbol,close\n2026-01-05,A,1')).toBeNull())

  it('a hundred thousand rows are measured', async () =>
    expect((await tool.call({ csv: history(100_000, (day) => 100 + (day % 7)) }, toolContext)).output).toMatchObject({
      n: 100_000,
      chart: { length: 120 },
    }))

  it.each([
    ['', 'The price-analysis tool cannot use csv: it is empty.'],
    ['date,close\n2026-01-05,1\n2026-01-06', 'Line 3 has 1 cell, not as many as the header.'],
    ['date,close\n2026-01-05,1\n2026-01-06,x', 'Line 3, column "close": "x" is no price (a number above 0).'],
    ['\u0000\u0001\u0002\n1', 'Line 1 of the CSV names no date column; it has "".'],
  ])('%j is refused with its place', async (csv, message) =>
    expect(tool.call({ csv }, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID', message }),
  )
})
