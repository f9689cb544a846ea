import type { Language } from '../../src/language/language.ts'
import { type AnswerVerdict, askHandbook, openPages } from './ask-handbook.ts'
import { type Evaluation, evaluateVoice } from './evaluate.ts'
import { KEPT_BACK } from './read-corpus.ts'
import { isRight, type Scores, scoresOf, share } from './scores.ts'

/** The voices whose questions to the handbook only measure. */
export const KEPT_QUESTIONS = ['q'] as const

/** What was measured on sentences that nothing was learned from. */
export interface Measured {
  readonly evaluation: Evaluation
  readonly answers: readonly AnswerVerdict[]
}

/** All kept-back voices, put together. */
export async function measureKeptBack(language: Language): Promise<Measured> {
  const voices: Evaluation[] = []
  for (const voice of KEPT_BACK) voices.push(await evaluateVoice(voice, language))
  const handbook = openPages()
  return {
    evaluation: {
      commands: voices.flatMap((one) => one.commands),
      nearMisses: voices.flatMap((one) => one.nearMisses),
      routing: voices.flatMap((one) => one.routing),
      emergencies: voices.flatMap((one) => one.emergencies),
    },
    answers: KEPT_QUESTIONS.flatMap((voice) => askHandbook(voice, handbook)),
  }
}

/** Shares 0..1 of the answers: right page of those that have one; a page shown where none answers. */
export const answerScores = (answers: readonly AnswerVerdict[]) => {
  const answerable = answers.filter(({ right }) => right !== '-')
  const others = answers.filter(({ right }) => right === '-')
  return {
    answerAt1: share(answerable, isRight),
    wrongPage: share(answerable, (one) => one.found !== '-' && !isRight(one)),
    falseAnswers: share(others, ({ found }) => found !== '-'),
    n: { answerable: answerable.length, others: others.length },
  }
}

/** The table that stands in README between its two marks: Markdown lines, each figure with its goal and sample. */
export function figuresTable({ evaluation, answers }: Measured): string {
  const scores: Scores = scoresOf(evaluation)
  const answered = answerScores(answers)
  const percent = (part: number): string => `${(100 * part).toFixed(1)} %`
  const cries = evaluation.emergencies.filter(({ right }) => right === '1').length
  const rows = [
    ['commands recognised with the right arguments', percent(scores.recognised), '≥ 85 %', evaluation.commands.length],
    ['near misses that fired a command', percent(scores.triggered), '≤ 3 %', evaluation.nearMisses.length],
    ['routing to the five pools, macro-F1', scores.routingF1.toFixed(3), '≥ 0.82', evaluation.routing.length],
    ['emergencies recalled', percent(scores.emergencyRecall), '≥ 92 %', cries],
    ['false alarms', percent(scores.falseAlarms), '≤ 8 %', evaluation.emergencies.length - cries],
    ['questions answered with the right page first', percent(answered.answerAt1), '', answered.n.answerable],
    ['answered with another page', percent(answered.wrongPage), '', answered.n.answerable],
    ['a page shown although none answers', percent(answered.falseAnswers), '', answered.n.others],
  ]
  return [
    '| measured on kept-back voices | figure | goal | n |',
    '|---|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')
}
