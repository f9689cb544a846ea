import { describe, expect, test } from 'vitest'
import { SCALER } from '../../src/engine/scaler-settings.ts'
import { type Course, exponential, type Scenario, simulateFleet } from './simulate-fleet.ts'

const SEEDS = Array.from({ length: 200 }, (_, i) => i + 1)
const MINUTE = 60_000
const settings = { ...SCALER, min: 2, max: 40 }

/** Half a task a second, ten a second from minute 5 to minute 10; runs of two seconds on average. */
const burst = (seed: number, over: Partial<Scenario> = {}): Scenario => ({
  ...{ seed, lengthMs: 30 * MINUTE, mostPerS: 10, startSize: 2, settings },
  ratePerS: (atMs) => (atMs > 5 * MINUTE && atMs <= 10 * MINUTE ? 10 : 0.5),
  serviceMs: (random) => exponential(2_000, random),
  ...over,
})

const courses = SEEDS.map((seed) => simulateFleet(burst(seed)))
const steps = ({ looks }: Course) => looks.filter(({ decision }) => decision.way !== 'stay')
const sizesAt = ({ looks }: Course, fromMs: number) =>
  looks.filter(({ atMs }) => atMs >= fromMs).map(({ decision }) => decision.to)

const longestWait = (looks: Course['looks'], fromMs: number, toMs: number): number =>
  Math.max(
    ...looks.filter(({ atMs }) => atMs > fromMs && atMs < toMs).map(({ measured }) => measured.oldestWaitMs ?? 0),
  )

/** Times at which the size turned from growing to shrinking or back. */
const turns = (course: Course): number[] =>
  steps(course).flatMap((look, i, all) => (i > 0 && all[i - 1]?.decision.way !== look.decision.way ? [look.atMs] : []))

describe(`a burst of twenty times the load, ${SEEDS.length} seeds`, () => {
  test('no task is lost', () => {
    for (const { arrived, done, waits } of courses) {
      expect(waits.length).toBeGreaterThanOrEqual(done)
      expect(arrived - done).toBeLessThan(20)
    }
  })

  test('two minutes after it began the queue is worked off; nobody waits longer than the stated time again', () => {
    for (const { looks } of courses) {
      expect(longestWait(looks, 7 * MINUTE, 10 * MINUTE)).toBeLessThan(5_000)
      expect(longestWait(looks, 10 * MINUTE, 30 * MINUTE)).toBeLessThan(settings.drainMs)
    }
  })

  test('nobody waits for more than a minute and a half, even while it grows', () => {
    for (const { waits } of courses) expect(Math.max(...waits.map(({ waitMs }) => waitMs))).toBeLessThan(90_000)
  })

  test('the bounds are never left', () => {
    for (const { looks } of courses) {
      for (const { decision } of looks) {
        expect(decision.to).toBeGreaterThanOrEqual(settings.min)
        expect(decision.to).toBeLessThanOrEqual(settings.max)
      }
    }
  })

  test('the direction changes at most once a minute', () => {
    for (const course of courses) {
      const at = turns(course)
      for (let i = 1; i < at.length; i += 1) expect((at[i] ?? 0) - (at[i - 1] ?? 0)).toBeGreaterThanOrEqual(MINUTE)
    }
  })

  test('nothing is taken away while the burst lasts, and most of it after the window', () => {
    for (const course of courses) {
      const down = steps(course).find(({ atMs, decision }) => atMs > 6 * MINUTE && decision.way === 'down')
      expect(down?.atMs).toBeGreaterThan(10 * MINUTE)
      expect(Math.max(...sizesAt(course, 22 * MINUTE))).toBeLessThanOrEqual(12)
    }
  })

  test('the same seed gives the same course', () => {
    expect(simulateFleet(burst(7))).toEqual(courses[6])
    expect(simulateFleet(burst(8))).not.toEqual(courses[6])
  })
})

test('an idle fleet goes to its lower bound and stays there', () => {
  for (const seed of SEEDS.slice(0, 20)) {
    const course = simulateFleet(burst(seed, { startSize: 40, ratePerS: () => 0, mostPerS: 1 }))
    expect(new Set(sizesAt(course, 12 * MINUTE))).toEqual(new Set([2]))
  }
})

test('a steady load finds its size and then keeps it', () => {
  for (const seed of SEEDS.slice(0, 50)) {
    const course = simulateFleet(burst(seed, { ratePerS: () => 4, mostPerS: 4, lengthMs: 40 * MINUTE }))
    expect(steps(course).filter(({ atMs }) => atMs > 10 * MINUTE).length).toBeLessThanOrEqual(6)
    const sizes = sizesAt(course, 10 * MINUTE)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(22)
  }
})

test('while a provider refuses every run the fleet does not grow, and does when it works again', () => {
  for (const seed of SEEDS.slice(0, 50)) {
    const refuses = (atMs: number) => atMs > 6 * MINUTE && atMs < 8 * MINUTE
    const course = simulateFleet(burst(seed, { refuses }))
    const grown = steps(course).filter(({ decision }) => decision.way === 'up')
    expect(grown.filter(({ atMs }) => atMs > 6 * MINUTE + 15_000 && atMs < 8 * MINUTE)).toEqual([])
    expect(course.arrived - course.done).toBeLessThan(20)
  }
})
