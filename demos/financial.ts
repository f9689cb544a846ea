import type { Demo } from '../src/command/demo.ts'
import { samplePrices } from './data/sample-prices.ts'

const financial: Demo = {
  name: 'financial',
  title: 'Loans, growth and a price history, computed on your machine',
  steps: [
    {
      tell: 'The financial pool explains and computes; it never says buy or sell. A loan in words:',
      say: 'financial: what would I pay monthly on 250k at 4.5% over 30 years',
    },
    { tell: 'Saving every month:', say: 'financial: if I save 200 a month at 5% for 20 years how much will I have' },
    {
      tell: 'A question of judgement is answered from the handbook, with its limits:',
      say: 'Should I invest in tech stocks right now?',
    },
    {
      tell: 'Now a price history. This is sample data, made up by a formula; pipe your own CSV with date and close columns:',
      say: 'financial: analyse this price history',
      material: samplePrices,
    },
    { tell: 'Splitting an income:', say: 'financial: split a 3000 income 50/30/20' },
    {
      tell: 'Two debts, and which to pay first:',
      say: 'financial: debt payoff card 5000 at 22% min 150, loan 8000 at 9% min 200, extra 300',
    },
    {
      tell: 'Half a question is met with what is missing:',
      say: 'financial: what would my mortgage payment be on 300k?',
    },
    { tell: 'Fraud is a danger with a deadline:', say: 'financial: someone called from my bank and asked for my PIN' },
  ],
}
export default financial
