import { readFileSync } from 'node:fs'
import { openLanguage } from '../../src/language/open-language.ts'
import { evaluateVoice } from './evaluate.ts'
import { fitModel } from './fit-model.ts'
import { VOICES } from './read-corpus.ts'
import { RECIPES } from './recipes.ts'
import { mean, type Scores, scoresOf } from './scores.ts'

/** Mean scores over the learned voices, each read by models that were trained on all the others. Takes minutes. */
export async function leaveOut(): Promise<Scores> {
  const all: Scores[] = []
  for (const voice of VOICES) {
    const others = VOICES.filter((one) => one !== voice)
    const language = openLanguage((name) => {
      const recipe = RECIPES.find((one) => one.name === name)
      const temperature = temperatureOf(name)
      return recipe ? JSON.stringify(fitModel(recipe.examples(others), { ...recipe.options, temperature })) : null
    })
    all.push(scoresOf(await evaluateVoice(voice, language)))
  }
  const average = (pick: (scores: Scores) => number): number => mean(all.map(pick))
  return {
    recognised: average((one) => one.recognised),
    triggered: average((one) => one.triggered),
    routingF1: average((one) => one.routingF1),
    emergencyRecall: average((one) => one.emergencyRecall),
    falseAlarms: average((one) => one.falseAlarms),
  }
}

function temperatureOf(name: string): number {
  const text = readFileSync(new URL(`../../src/language/weights/${name}.json`, import.meta.url), 'utf8')
  return (JSON.parse(text) as { temperature: number }).temperature
}
