import { describe, expect, it } from 'vitest'
import { hearStocks } from '../../src/tools/hear-stocks.ts'

describe('hearing a request for a share price', () => {
  it.each([
    ['what is the stock price of AAPL', 'AAPL'],
    ['price of AAPL', 'AAPL'],
    ['AAPL price', 'AAPL'],
    ['quote for aapl', 'AAPL'],
    ['stock price of tesla', 'TSLA'],
    ['how much is apple stock right now', 'AAPL'],
    ['whats apples share price', 'AAPL'],
    ['what is msft trading at', 'MSFT'],
    ['tsla stock price today', 'TSLA'],
    ['where is NVDA trading', 'NVDA'],
    ['latest price for $PLUG', 'PLUG'],
    ['give me a quote for SAP.DEX', 'SAP.DEX'],
    ['Apple’s stock price?', 'AAPL'],
    ['how is tesla stock doing today', 'TSLA'],
    ['share price of Coca Cola please', 'KO'],
  ])('"%s" asks for the price of %s', (text, symbol) =>
    expect(hearStocks({ text, attachment: null })).toEqual({ use: { symbol, range: 'quote' } }),
  )

  it.each([
    ['Analyze AAPL stock performance', 'AAPL'],
    ['analyse apple’s share price', 'AAPL'],
    ['how has tesla performed this year', 'TSLA'],
    ['AAPL volatility', 'AAPL'],
    ['chart AAPL', 'AAPL'],
    ['analyze TSLA over the last 100 days', 'TSLA'],
    ['how did apple stock do last month', 'AAPL'],
  ])('"%s" asks for the daily prices of %s', (text, symbol) =>
    expect(hearStocks({ text, attachment: null })).toEqual({ use: { symbol, range: 'daily' } }),
  )

  it.each(['stock price', 'get me a stock quote'])('"%s" lacks the share', (text) =>
    expect(hearStocks({ text, attachment: null })).toMatchObject({ missing: [expect.stringContaining('ticker')] }),
  )

  it.each([
    'should I buy tesla stock',
    'Should I invest in tech stocks right now?',
    'is apple a good investment',
    'why did apple stock drop',
    'predict AAPL',
    'what is a stock quote',
    'price of gold',
    'PRICE OF GOLD',
    'the price of apples',
    'what is the price of a house',
    'what is the price of bitcoin',
    'BTC price',
    'analyze this price history',
    'analyze my budget',
    'AAPL',
  ])('"%s" is left alone', (text) => expect(hearStocks({ text, attachment: null })).toBeNull())

  it('with a file attached it is left to the tools for files', () =>
    expect(hearStocks({ text: 'Analyze AAPL stock performance', attachment: 'date,close\n' })).toBeNull())
})
