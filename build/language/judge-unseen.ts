import { openModel } from '../../src/language/linear-model.ts'
import { type Example, fitModel } from './fit-model.ts'
import { VOICES } from './read-corpus.ts'
import type { Recipe } from './recipes.ts'

/** A written sentence and what a model that never saw its voice says of it. `right` is the place of its label. */
export interface Judged extends Example {
  readonly voice: string
  readonly likelihoods: readonly number[]
  readonly right: number
}

/** Every sentence of the learned voices, judged by a model that was trained on the others. */
export function judgeUnseen({ options, examples, written }: Recipe): readonly Judged[] {
  return VOICES.flatMap((voice) => {
    const others = VOICES.filter((one) => one !== voice)
    const model = openModel(JSON.stringify(fitModel(examples(others), options)))
    return written(voice).map((one) => ({
      ...one,
      voice,
      likelihoods: model.likelihoods(one.text),
      right: options.labels.indexOf(one.label),
    }))
  })
}
