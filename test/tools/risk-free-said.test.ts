import { expect, it } from 'vitest'
import { riskFreeSaid } from '../../src/tools/risk-free-said.ts'

it.each([
  ['sharpe with a risk free rate of 2%', 0.02],
  ['sharpe, rf 0.03', 0.03],
  ['sharpe, rf = 3', 0.03],
  ['risk-free: 4.5 percent', 0.045],
  ['sharpe at 2% risk-free', 0.02],
  ['use 4% for the t-bill rate', 0.04],
])('"%s" says %d', (text, rate) => expect(riskFreeSaid(text).rate).toBe(rate))

it('what says none is left as it is', () => expect(riskFreeSaid('60% aapl')).toEqual({ rate: null, rest: '60% aapl' }))

it('the rate is taken out, so that nobody takes it for a share', () =>
  expect(riskFreeSaid('60% aapl, rf 2%, 40% msft').rest).not.toContain('2%'))
