import { readFileSync, writeSync } from 'node:fs'
import type { Language } from '../../src/language/language.ts'
import { openLanguage } from '../../src/language/open-language.ts'
import { type Evaluation, evaluateVoice, openResolver, type Verdict } from './evaluate.ts'
import { fitModel } from './fit-model.ts'
import { readCorpus, VOICES } from './read-corpus.ts'
import { RECIPES } from './recipes.ts'
import { f1, isRight, mean, type Scores, scoresOf, share } from './scores.ts'

// `npx tsx build/language/eval.ts [--quick]`: the shipped models on voice f, which they never saw, with confusion
// tables; then, unless quick, the mean over voices a to e, each read by models that were trained on the other four.

const tell = (line: string): void => void writeSync(1, `${line}\n`)

const shipped = openLanguage((name) =>
  readFileSync(new URL(`../../src/language/weights/${name}.json`, import.meta.url), 'utf8'),
)
const kept = await evaluateVoice('f', shipped)
print('Voice f, kept back', scoresOf(kept))
tellCommands(kept.commands)
tellRouting(kept)
await tellSpeed(shipped)
if (process.argv.includes('--errors')) tellErrors(kept)
if (!process.argv.includes('--quick')) print('Voices a to e, each left out of the training', await leftOut())

function print(title: string, scores: Scores): void {
  const percent = (ratio: number) => `${(100 * ratio).toFixed(1)} %`
  tell(`\n${title}`)
  tell(`  commands recognised with the right arguments  ${percent(scores.recognised)}  (goal >= 85 %)`)
  tell(`  near misses triggered                         ${percent(scores.triggered)}  (goal <= 3 %)`)
  tell(`  routing to the five pools, macro-F1           ${scores.routingF1.toFixed(3)}  (goal >= 0.82)`)
  tell(`  emergencies recalled                          ${percent(scores.emergencyRecall)}  (goal >= 92 %)`)
  tell(`  false alarms                                  ${percent(scores.falseAlarms)}  (goal <= 8 %)`)
}

/** For each command: how many of its sentences were right, and what the others were taken for. */
function tellCommands(commands: readonly Verdict[]): void {
  const nameOf = (text: string) => text.split(' ')[0] ?? ''
  tell('\nCommand        right   taken for')
  for (const name of [...new Set(commands.map(({ right }) => nameOf(right)))].sort()) {
    const own = commands.filter(({ right }) => nameOf(right) === name)
    const wrong = own.filter((one) => !isRight(one)).map(({ found }) => nameOf(found))
    const counts = [...new Set(wrong)].map(
      (one) => `${one === name ? 'other arguments' : one} ${wrong.filter((w) => w === one).length}`,
    )
    tell(`${name.padEnd(14)} ${String(own.length - wrong.length).padStart(2)}/${own.length}   ${counts.join(', ')}`)
  }
}

function tellRouting({ routing }: Evaluation): void {
  const labels = [...new Set(routing.map(({ right }) => right))].sort()
  tell(`\nRouting: right (rows) by found   ${labels.map((label) => label.slice(0, 6).padStart(7)).join('')}     F1`)
  for (const right of labels) {
    const row = labels.map((found) => routing.filter((one) => one.right === right && one.found === found).length)
    tell(`${right.padEnd(32)} ${row.map((n) => String(n).padStart(7)).join('')}  ${f1(routing, right).toFixed(3)}`)
  }
}

/** Sentences a second through resolving, routing and looking for an emergency, on the questions of voice f. */
async function tellSpeed(language: Language): Promise<void> {
  const texts = [...readCorpus('commands', 'f'), ...readCorpus('near-misses', 'f'), ...readCorpus('routing', 'f')]
  const resolver = await openResolver(language)
  const startedMs = performance.now()
  for (const [text] of texts) {
    try {
      resolver.resolve(text)
    } catch {
      // A refused line costs as much as an understood one.
    }
    language.pools(text)
    language.emergency(text)
  }
  const seconds = (performance.now() - startedMs) / 1_000
  tell(`\nSpeed: ${Math.round(texts.length / seconds)} sentences a second (${texts.length} sentences)`)
}

function tellErrors({ commands, nearMisses, routing, emergencies }: Evaluation): void {
  for (const [kind, verdicts] of Object.entries({ commands, nearMisses, routing, emergencies })) {
    tell(`\n${kind}: ${(100 * share(verdicts, isRight)).toFixed(1)} % right`)
    for (const one of verdicts.filter((verdict) => !isRight(verdict))) {
      tell(`  ${one.text.slice(0, 110)} | ${one.right} | ${one.found}`)
    }
  }
}

async function leftOut(): Promise<Scores> {
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
