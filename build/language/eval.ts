import { readFileSync, writeSync } from 'node:fs'
import type { Language } from '../../src/language/language.ts'
import { openLanguage } from '../../src/language/open-language.ts'
import { type AnswerVerdict, askHandbook } from './ask-handbook.ts'
import { type Evaluation, evaluateVoice, openResolver, type Verdict } from './evaluate.ts'
import { answerScores, figuresTable, measureKeptBack } from './figures.ts'
import { leaveOut } from './leave-out.ts'
import { KEPT_BACK, readCorpus } from './read-corpus.ts'
import { figuresInReadme, writeFigures } from './readme-figures.ts'
import { f1, isRight, type Scores, scoresOf, share } from './scores.ts'

// `npm run eval`: the shipped models and the handbook on the kept-back voices, with confusion tables; fails when README
// says something else. `--write` writes README's figures, `--each` shows every kept-back voice by itself, `--left-out` the
// learned voices, each read by models that were trained on the others, `--errors [voice]` every sentence that went wrong,
// `--questions [voice]` the same for questions to the handbook.

const tell = (line: string): void => void writeSync(1, `${line}\n`)
const isAsked = (option: string): boolean => process.argv.includes(option)
const argumentOf = (option: string): string | undefined => process.argv[process.argv.indexOf(option) + 1]
const percent = (part: number): string => `${(100 * part).toFixed(1)} %`

const shipped = openLanguage((name) =>
  readFileSync(new URL(`../../src/language/weights/${name}.json`, import.meta.url), 'utf8'),
)

if (isAsked('--left-out')) print('Learned voices, each left out of the training', await leaveOut())
else if (isAsked('--errors')) await tellErrors(argumentOf('--errors') ?? 'f')
else if (isAsked('--questions')) tellQuestions(argumentOf('--questions') ?? 'p')
else await main()

async function main(): Promise<void> {
  const measured = await measureKeptBack(shipped)
  const table = figuresTable(measured)
  tell(table)
  if (isAsked('--each'))
    for (const voice of KEPT_BACK) print(`Voice ${voice}`, scoresOf(await evaluateVoice(voice, shipped)))
  tellCommands(measured.evaluation.commands)
  tellRouting(measured.evaluation)
  tellEmergencies(measured.evaluation.emergencies)
  tellAnswers(measured.answers)
  await tellSpeed(shipped)
  if (isAsked('--write')) writeFigures(table)
  if (figuresInReadme() !== table) {
    tell('\nREADME.md says something else: npm run eval -- --write')
    process.exitCode = 1
  }
}

function print(title: string, scores: Scores): void {
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
    tell(`${name.padEnd(14)} ${String(own.length - wrong.length).padStart(3)}/${own.length}   ${counts.join(', ')}`)
  }
}

function tellRouting({ routing }: Evaluation): void {
  tell('')
  tellConfusion('Routing', routing, (verdicts, label) => f1(verdicts, label).toFixed(3), 'F1')
}

function tellEmergencies(emergencies: readonly Verdict[]): void {
  const nameOf = (label: string): string => (label === '1' ? 'alarm' : 'calm')
  const named = emergencies.map((one) => ({ ...one, right: nameOf(one.right), found: nameOf(one.found) }))
  tell('')
  tellConfusion('Emergencies', named, (verdicts, label) =>
    percent(
      share(
        verdicts.filter(({ right }) => right === label),
        isRight,
      ),
    ),
  )
}

function tellConfusion(
  title: string,
  verdicts: readonly Verdict[],
  last: (verdicts: readonly Verdict[], label: string) => string,
  lastName = 'right',
): void {
  const labels = [...new Set(verdicts.map(({ right }) => right))].sort()
  const head = labels.map((label) => label.slice(0, 6).padStart(8)).join('')
  tell(`${`${title}: right (rows) by found`.padEnd(36)}${head}   ${lastName}`)
  for (const right of labels) {
    const row = labels.map((found) => verdicts.filter((one) => one.right === right && one.found === found).length)
    tell(`${right.padEnd(36)}${row.map((n) => String(n).padStart(8)).join('')}   ${last(verdicts, right)}`)
  }
}

function tellAnswers(answers: readonly AnswerVerdict[]): void {
  tell('\nHandbook       right page   another page   no page although one answers   a page although none does')
  for (const pool of [...new Set(answers.map((one) => one.pool))].sort()) {
    const { answerAt1, wrongPage, falseAnswers } = answerScores(answers.filter((one) => one.pool === pool))
    const cells = [answerAt1, wrongPage, 1 - answerAt1 - wrongPage, falseAnswers].map(percent)
    tell(`${pool.padEnd(14)} ${cells.map((cell, i) => cell.padEnd([13, 15, 32, 0][i] ?? 0)).join('')}`)
  }
}

/** Sentences a second through resolving, routing and looking for an emergency. */
async function tellSpeed(language: Language): Promise<void> {
  const texts = KEPT_BACK.flatMap((voice) =>
    (['commands', 'near-misses', 'routing'] as const).flatMap((name) => readCorpus(name, voice)),
  )
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

async function tellErrors(voice: string): Promise<void> {
  const { commands, nearMisses, routing, emergencies } = await evaluateVoice(voice, shipped)
  tellWrong({ commands, nearMisses, routing, emergencies })
}

function tellQuestions(voice: string): void {
  const answers = askHandbook(voice)
  tellAnswers(answers)
  tellWrong({ answers })
}

function tellWrong(kinds: Readonly<Record<string, readonly Verdict[]>>): void {
  for (const [kind, verdicts] of Object.entries(kinds)) {
    tell(`\n${kind}: ${percent(share(verdicts, isRight))} right`)
    for (const one of verdicts.filter((verdict) => !isRight(verdict))) {
      tell(`  ${one.text.slice(0, 110)} | ${one.right} | ${one.found}`)
    }
  }
}
