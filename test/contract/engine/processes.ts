import { afterAll, beforeAll, expect, test } from 'vitest'
import { crashAt } from '../../faults/crash-at.ts'
import { killPayers } from '../../faults/lose-workers.ts'
import { buildProgram, type Program } from '../../faults/start-process.ts'

/** What holds when processes end in the middle: a power cut at a step's boundary, and deaths at random moments. */
export function processes(): void {
  let program: Program
  beforeAll(async () => {
    program = await buildProgram()
  })
  afterAll(() => program.remove())

  test.each([
    { point: 'step.intended', n: 4, states: ['done', 'unknown'] },
    { point: 'step.worked', n: 3, states: ['done', 'unknown'] },
    // The one that was recorded is done; a task beside it may have been in the middle of its payment.
    { point: 'step.recorded', n: 3, states: ['done', 'unknown'] },
  ] as const)(
    'a task whose process ends at $point is done once, or $states',
    { timeout: 30_000 },
    async ({ point, n, states }) => {
      const crash = await crashAt(program, point, n)
      expect(crash).toMatchObject({ ended: 'SIGKILL', faults: [] })
      expect(states).toEqual(expect.arrayContaining([...new Set(crash.states)]))
    },
  )

  test('workers that are killed again and again lose and repeat nothing, and are replaced within two seconds', {
    timeout: 60_000,
  }, async () => {
    const { takeover, ...verdict } = await killPayers(program, { rounds: 6, seed: 3 })
    expect(verdict).toMatchObject({ acknowledged: 36, faults: [] })
    expect(takeover.samples).toBeGreaterThan(0)
    expect(takeover.p99Ms).toBeLessThan(2_000)
  })
}
