import { mkdirSync, writeFileSync, writeSync } from 'node:fs'
import { softmax } from '../../src/language/linear-model.ts'
import { fitModel } from './fit-model.ts'
import { type Judged, judgeUnseen } from './judge-unseen.ts'
import { VOICES } from './read-corpus.ts'
import { RECIPES, type Recipe } from './recipes.ts'

// `npx tsx build/language/train.ts [name...]`: trains the models on the learned voices and writes their weights. Reproducible.

const wanted = process.argv.slice(2)
for (const recipe of RECIPES) if (wanted.length === 0 || wanted.includes(recipe.name)) train(recipe)

function train(recipe: Recipe): void {
  const startedMs = performance.now()
  const temperature = bestTemperature(judgeUnseen(recipe))
  const model = fitModel(recipe.examples(VOICES), { ...recipe.options, temperature })
  const text = JSON.stringify(model)
  const folder = new URL('../../src/language/weights/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(`${recipe.name}.json`, folder), `${text}\n`)
  const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1)
  writeSync(1, `${recipe.name}: ${text.length} bytes, temperature ${temperature}, ${seconds} s\n`)
}

/** The divisor of the logits under which unseen sentences are least surprising (Guo et al. 2017). */
function bestTemperature(judged: readonly Judged[]): number {
  const surprise = (temperature: number): number =>
    judged.reduce((sum, { likelihoods, right }) => {
      const warmed = softmax(likelihoods.map((one) => Math.log(Math.max(one, 1e-12)) / temperature))
      return sum - Math.log(Math.max(warmed[right] ?? 0, 1e-12))
    }, 0)
  const steps = Array.from({ length: 40 }, (_, i) => Math.round((0.3 + i * 0.05) * 100) / 100)
  return steps.reduce((best, one) => (surprise(one) < surprise(best) ? one : best))
}
