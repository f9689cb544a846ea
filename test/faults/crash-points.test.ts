import { afterAll, beforeAll, expect, test } from 'vitest'
import { CRASH_POINT_NAMES } from '../../src/base/crash-point.ts'
import { crashAt } from './crash-at.ts'
import { buildProgram, type Program } from './start-process.ts'

let program: Program
beforeAll(async () => {
  program = await buildProgram()
})
afterAll(() => program.remove())

/** Two tasks of three steps each pass a step's points six times, every other point at least twice. */
const passes = CRASH_POINT_NAMES.flatMap((point) =>
  (point.startsWith('step.') ? [1, 2, 3, 4, 5, 6] : [1, 2]).map((n) => ({ point, n })),
)

test.concurrent.each(passes)(
  'a crash at pass $n of $point loses and repeats nothing',
  { timeout: 30_000 },
  async ({ point, n }) => {
    expect(await crashAt(program, point, n)).toMatchObject({ ended: 'SIGKILL', faults: [] })
  },
)
