import type { Demo } from '../src/command/demo.ts'
import { sampleResults } from './data/sample-results.ts'

const sports: Demo = {
  name: 'sports',
  title: 'Odds, ratings and what betting really costs',
  steps: [
    {
      tell: 'The sports pool explains and computes. Odds come in several forms:',
      say: 'sports: convert +150 to decimal',
    },
    { tell: 'What a bet is worth on average:', say: 'sports: is +120 good value if the chance is 40%' },
    {
      tell: 'Ratings from results. This is a made-up league; pipe your own CSV:',
      say: 'sports: elo ratings from these results',
      material: sampleResults,
    },
    {
      tell: 'The same results as a league table:',
      say: 'sports: league table from these results',
      material: sampleResults,
    },
    { tell: 'Two expected goals give a whole matrix of scores:', say: 'sports: poisson score 1.6 vs 1.1' },
    { tell: 'Without live data it will not pretend to know tonight’s games:', say: 'Predict tonight’s NBA games' },
    { tell: 'Rules, in short:', say: 'sports: explain the offside rule' },
    { tell: 'And when betting stops being fun:', say: 'sports: I cannot stop betting' },
  ],
}
export default sports
