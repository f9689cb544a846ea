import { expect, it } from 'vitest'
import { moneyText, rateText, termText } from '../../src/tools/money-text.ts'

it.each([
  [1234.5, '$', '$1,234.50'],
  [1234.5, 'EUR', '1,234.50 EUR'],
  [-3, '€', '-€3.00'],
  [-0.001, '', '0.00'],
  [1.2345e17, '$', '$1.235E17'],
])('%d in "%s" is written %s', (amount, currency, text) => expect(moneyText(amount, currency)).toBe(text))

it.each([
  [360, '30 years'],
  [18, '1 year 6 months'],
  [1, '1 month'],
  [0, '0 months'],
])('%d months are %s', (months, text) => expect(termText(months)).toBe(text))

it('a rate keeps its decimals', () => expect([rateText(0.06875), rateText(0.05)]).toEqual(['6.875 %', '5 %']))
