import { expect, it } from 'vitest'
import { assetBehind, sharesSaid } from '../../src/tools/asset-words.ts'

const NAMES = ['AAPL', 'MSFT Close', 'S&P_500', 'World Fund']
const said = (text: string) =>
  Object.fromEntries(sharesSaid(text, NAMES).map(({ asset, share }) => [asset, Math.round(share * 1000) / 1000]))

it.each([
  ['60% aapl, 40% msft', { AAPL: 0.6, 'MSFT Close': 0.4 }],
  ['aapl 60%, msft 40%', { AAPL: 0.6, 'MSFT Close': 0.4 }],
  ['weights: aapl 0.25 msft 0.75', { AAPL: 0.25, 'MSFT Close': 0.75 }],
  ['aapl: 25 percent and world fund: 75 percent', { AAPL: 0.25, 'World Fund': 0.75 }],
  ['10k in aapl and 30k in s&p 500', { AAPL: 0.25, 'S&P_500': 0.75 }],
  ['30/70 of msft and aapl', { 'MSFT Close': 0.3, AAPL: 0.7 }],
  ['10/20/30/40', { AAPL: 0.1, 'MSFT Close': 0.2, 'S&P_500': 0.3, 'World Fund': 0.4 }],
  ['60% aapl 30% msft', { AAPL: 0.6, 'MSFT Close': 0.3 }],
  ['equal weights please', {}],
  ['aapl and msft since 1/2/2026', {}],
  ['aapl since 2020 and msft over 5 years', {}],
])('"%s"', (text, shares) => expect(said(text)).toEqual(shares))

it('the benchmark is the asset behind the word', () => {
  expect(assetBehind('my aapl against the s&p 500', 'against|vs', NAMES)).toBe('S&P_500')
  expect(assetBehind('aapl and msft', 'against|vs', NAMES)).toBeUndefined()
})
