import { expect, test } from 'vitest'
import { type FitOptions, fitModel } from '../../build/language/fit-model.ts'
import { openModel } from '../../src/language/linear-model.ts'

const EXAMPLES = [
  ...['restart the doctors', 'restart sports', 'please restart finance', 'restart all pools'].map((text) => ({
    ...{ text, label: 'restart' },
  })),
  ...['my knee hurts', 'restart my career', 'how do I scale a mountain', 'is tea healthy'].map((text) => ({
    ...{ text, label: 'none' },
  })),
]
const OPTIONS: FitOptions = {
  ...{ labels: ['none', 'restart'], lexicon: 'commands', size: 1 << 10, passes: 20, rate: 0.5, decay: 1e-5 },
  ...{ seed: 1, temperature: 1 },
}

test('the same examples and seed give the same file, another seed another one', () => {
  const file = JSON.stringify(fitModel(EXAMPLES, OPTIONS))
  expect(JSON.stringify(fitModel(EXAMPLES, OPTIONS))).toBe(file)
  expect(JSON.stringify(fitModel(EXAMPLES, { ...OPTIONS, seed: 2 }))).not.toBe(file)
})

test('it tells apart what it has learned', () => {
  const model = openModel(JSON.stringify(fitModel(EXAMPLES, OPTIONS)))
  for (const { text, label } of EXAMPLES) {
    const likelihoods = model.likelihoods(text)
    expect(model.labels[likelihoods.indexOf(Math.max(...likelihoods))]).toBe(label)
  }
})

test('a warmer model is less sure and thinks the same', () => {
  const likelihoods = (temperature: number) =>
    openModel(JSON.stringify(fitModel(EXAMPLES, { ...OPTIONS, temperature }))).likelihoods('restart the medics')
  const [cool = 0, warm = 0] = [Math.max(...likelihoods(1)), Math.max(...likelihoods(3))]
  expect(warm).toBeLessThan(cool)
  expect(warm).toBeGreaterThan(0.5)
})
