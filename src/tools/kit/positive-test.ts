import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note, table } from '../../report/report.ts'
import { hearPositiveTest } from '../hear-positive-test.ts'
import { percent } from '../percent-text.ts'
import { defineTool } from '../tool.ts'

const share = (name: string) => z.number().min(0, `${name} must be 0 to 1`).max(1, `${name} must be 0 to 1`)
const OF_PEOPLE = 10_000

/** What a positive and a negative result mean, by the theorem of T. Bayes (1763). */
export default defineTool({
  name: 'positive-test',
  summary:
    'How likely an illness is after a positive or a negative test, from its sensitivity, specificity and how common it is.',
  example: 'test 95% sensitive, 90% specific, 2% have the disease, chance I have it if positive',
  effect: 'read',
  input: z.object({
    sensitivity: share('the sensitivity').describe('Share of the ill with a positive test'),
    specificity: share('the specificity').describe('Share of the healthy with a negative test'),
    prevalence: share('how common it is').describe('Share of the tested who are ill'),
  }),
  output: z.object({ ill_if_positive: z.number(), ill_if_negative: z.number() }),
  hear: hearPositiveTest,
  run({ sensitivity, specificity, prevalence }) {
    const [hits, misses] = [sensitivity * prevalence, (1 - sensitivity) * prevalence]
    const [alarms, clears] = [(1 - specificity) * (1 - prevalence), specificity * (1 - prevalence)]
    if (hits + alarms === 0 || misses + clears === 0)
      throw new OperatorError('ARGS_INVALID', 'With these figures everybody gets the same result, so it tells nothing.')
    return { ill_if_positive: hits / (hits + alarms), ill_if_negative: misses / (misses + clears) }
  },
  show({ ill_if_positive, ill_if_negative }, { sensitivity, specificity, prevalence }): Block[] {
    const ill = OF_PEOPLE * prevalence
    const count = (n: number) => n.toLocaleString('en-US', { maximumFractionDigits: 1 })
    const row = (name: string, one: number, other: number) => [name, count(one), count(other), count(one + other)]
    return [
      facts('Result', {
        'Ill, if the test is positive': percent(ill_if_positive),
        'Ill, if the test is negative': percentFine(ill_if_negative),
      }),
      facts('From', {
        'Sensitivity (positive among the ill)': percent(sensitivity),
        'Specificity (negative among the healthy)': percent(specificity),
        'Ill among the tested': percentFine(prevalence),
      }),
      table(
        [`Of ${count(OF_PEOPLE)} tested`, 'Ill', 'Healthy', 'Together'],
        [
          row('Test positive', ill * sensitivity, (OF_PEOPLE - ill) * (1 - specificity)),
          row('Test negative', ill * (1 - sensitivity), (OF_PEOPLE - ill) * specificity),
        ],
      ),
      note(
        'plain',
        'Formula (Bayes): ill if positive = sensitivity × share ill ÷ (sensitivity × share ill + (1 − specificity) × share healthy).',
      ),
      note(
        'warn',
        'The share of the ill is that among people like you: with signs of the illness, or illness in the family, it is higher than in everybody. A doctor reads a result with these, and often with a second test.',
      ),
    ]
  },
})

/** Small shares need more places: 0.0011 → "0.11 %". */
const percentFine = (part: number): string =>
  `${(part * 100).toLocaleString('en-US', { maximumSignificantDigits: 3 })} %`
