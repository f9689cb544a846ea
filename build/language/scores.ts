import type { Evaluation, Verdict } from './evaluate.ts'

/** Shares of one evaluation, 0..1. */
export interface Scores {
  /** Command sentences with the right command and all arguments. */
  readonly recognised: number
  /** Near misses that would have run something. */
  readonly triggered: number
  /** Mean of the five pools' F1. */
  readonly routingF1: number
  readonly emergencyRecall: number
  readonly falseAlarms: number
}

/** An evaluation as five shares. */
export function scoresOf({ commands, nearMisses, routing, emergencies }: Evaluation): Scores {
  const labels = [...new Set(routing.map(({ right }) => right))].sort()
  return {
    recognised: share(commands, isRight),
    triggered: share(nearMisses, ({ found }) => found !== 'none' && !found.startsWith('refused')),
    routingF1: mean(labels.map((label) => f1(routing, label))),
    emergencyRecall: share(
      emergencies.filter(({ right }) => right === '1'),
      isRight,
    ),
    falseAlarms: share(
      emergencies.filter(({ right }) => right === '0'),
      (one) => !isRight(one),
    ),
  }
}

export const isRight = ({ right, found }: Verdict): boolean => right === found

/** Share of the verdicts that hold, 0..1. */
export const share = (verdicts: readonly Verdict[], holds: (one: Verdict) => boolean): number =>
  verdicts.length === 0 ? 0 : verdicts.filter(holds).length / verdicts.length

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)

/** F1 = 2·hits / (found + right). */
export function f1(verdicts: readonly Verdict[], label: string): number {
  const right = verdicts.filter((one) => one.right === label).length
  const found = verdicts.filter((one) => one.found === label).length
  const hits = verdicts.filter((one) => one.right === label && one.found === label).length
  return right + found === 0 ? 0 : (2 * hits) / (right + found)
}
