import { expect, it } from 'vitest'
import { retirementRates } from '../../src/tools/retirement-rates.ts'

it.each([
  ['at 6%', { annualReturn: 0.06 }],
  ['6% return, 2% inflation', { annualReturn: 0.06, inflation: 0.02 }],
  ['inflation of 2% and 6% growth', { annualReturn: 0.06, inflation: 0.02 }],
  ['inflation 2.5', { inflation: 0.025 }],
  ['between 3% and 7%', { annualReturn: 0.05, spread: 0.02 }],
  ['4-8%', { annualReturn: 0.06, spread: 0.02 }],
  ['4 to 8 percent', { annualReturn: 0.06, spread: 0.02 }],
  ['5% plus or minus 3', { annualReturn: 0.05, spread: 0.03 }],
  ['7% +/- 3%', { annualReturn: 0.07, spread: 0.03 }],
  ['7% ± 3 points', { annualReturn: 0.07, spread: 0.03 }],
  ['raising it 3% a year', { contributionGrowth: 0.03 }],
  ['at 6%, contributions grow 2% a year', { annualReturn: 0.06, contributionGrowth: 0.02 }],
  ['at 5% with 0.5% fees', { annualReturn: 0.05, annualFee: 0.005 }],
  ['a fee of 1% and a return of 6%', { annualReturn: 0.06, annualFee: 0.01 }],
  ['pay 10% of my salary in', { ofSalary: 0.1 }],
  ['no rates at all', {}],
])('"%s"', (text, rates) => expect(retirementRates(text)).toEqual(rates))
