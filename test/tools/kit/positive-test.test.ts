import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/positive-test.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) =>
  (await tool.call(input, toolContext)).output as { ill_if_positive: number; ill_if_negative: number }

describe('positive-test', () => {
  it.each([
    [
      "if a test is 95% sensitive and 90% specific and 2% of people have the disease, what's the chance i have it if positive",
      [0.95, 0.9, 0.02],
    ],
    ['test sensitivity 80%, specificity 96%, prevalence 1%, ppv?', [0.8, 0.96, 0.01]],
    [
      'a test with 99% accuracy for a disease that 1 in 1000 people have, i am positive, how likely am i ill',
      [0.99, 0.99, 0.001],
    ],
    [
      'the test has a false positive rate of 9%, sensitivity of 80% and 1% of women have it. positive mammogram',
      [0.8, 0.91, 0.01],
    ],
    [
      'screening: detection rate 90 percent, false positives 5 percent, affects 0.5 percent, chance if positive',
      [0.9, 0.95, 0.005],
    ],
    ['sensitivity of 80% specificity of 96% prevalence 1% what is the ppv of the test', [0.8, 0.96, 0.01]],
    ['prevalence 2% sensitivity 95% specificity 90% ppv of the test', [0.95, 0.9, 0.02]],
    ['80% sensitivity 96% specificity 1% prevalence, ppv of the test', [0.8, 0.96, 0.01]],
    ['a test is about 95% sensitive, 90% specific, 2% of people have it, chance if positive', [0.95, 0.9, 0.02]],
    ['a test 95% sensitive with a specificity of 90%, 1 in 50 has it, chance if positive', [0.95, 0.9, 0.02]],
    ['what does a positive test mean if it is 85% sensitive, 98% specific, 1 out of 100 has it', [0.85, 0.98, 0.01]],
  ])('"%s" is heard', (text, [sensitivity, specificity, prevalence]) =>
    expect(hear(text)).toEqual({ use: { sensitivity, specificity, prevalence } }),
  )

  it('asks for how common the illness is, without which nothing can be said', () =>
    expect(hear('test is 95% sensitive and 90% specific, chance i am ill if positive')).toEqual({
      missing: [expect.stringContaining('how common')],
    }))

  it.each([
    'what does sensitivity of a test mean',
    'my pregnancy test is positive',
    'how accurate are covid tests',
    'i scored 95% on my math test',
    'a/b test 2% of visitors, 95% confidence',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('of 10,000 with 2 % ill, 95 % and 90 %: 190 of 1,170 positive ones are ill', async () =>
    expect((await compute({ sensitivity: 0.95, specificity: 0.9, prevalence: 0.02 })).ill_if_positive).toBeCloseTo(
      190 / 1170,
      12,
    ))

  it('both results, weighed by how often they come, give back the share of the ill', () => {
    const part = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    return fc.assert(
      fc.asyncProperty(part, part, part, async (sensitivity, specificity, prevalence) => {
        const { ill_if_positive, ill_if_negative } = await compute({ sensitivity, specificity, prevalence })
        const positive = sensitivity * prevalence + (1 - specificity) * (1 - prevalence)
        expect(positive * ill_if_positive + (1 - positive) * ill_if_negative).toBeCloseTo(prevalence, 9)
      }),
    )
  })

  it('a test that is positive for everybody tells nothing, and says so', () =>
    expect(compute({ sensitivity: 1, specificity: 0, prevalence: 0.1 })).rejects.toMatchObject({
      code: 'ARGS_INVALID',
    }))
})
