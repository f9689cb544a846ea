import type { CRASH_POINT_NAMES } from '../../src/base/crash-point.ts'
import { openTestStore } from '../helpers/open-test-store.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { faultsOfFleet } from './judge-fleet.ts'
import type { Program, Running } from './start-process.ts'

/** What came of a crash at one point: `ended` is how the process ended, `faults` what is wrong after another's work. */
export interface Crash {
  readonly ended: string
  readonly faults: readonly string[]
  readonly states: readonly string[]
}

/** Ends a process at the n-th pass of a point, lets another one finish the work, and judges what is there. */
export async function crashAt(program: Program, point: (typeof CRASH_POINT_NAMES)[number], n: number): Promise<Crash> {
  const { path: home, remove } = tempFolder()
  try {
    const acknowledged = new Map<number, string>()
    const run = async (args: readonly string[], at?: string): Promise<string> => {
      const running = program.start([home, ...args], at ? { OPERATOROS_CRASH_AT: at } : {})
      const ended = await running.ended
      for (const [id, key] of acknowledgedBy(running)) acknowledged.set(id, key)
      return ended
    }
    // There is something to recover only when another process has died at work before.
    if (point === 'recover.half') await run(['settle', '0', 'a', 'b'], 'submit.committed:2')
    const ended = await run(['settle', '0', 'c', 'd'], `${point}:${n}`)
    await run(['finish'])
    const store = await openTestStore(`${home}/operatoros.db`)
    const faults = await faultsOfFleet(store, { home, acknowledged })
    const states = (store.maintain('select state from tasks order by id') as { state: string }[]).map((t) => t.state)
    await store.close()
    return { ended, faults, states }
  } finally {
    remove()
  }
}

/** The tasks that a process said were acknowledged, with their keys. */
export const acknowledgedBy = ({ lines }: Running): Map<number, string> =>
  new Map(
    lines
      .map((line) => line.split(' '))
      .flatMap(([word, id, key]) => (word === 'acknowledged' && key ? [[Number(id), key] as const] : [])),
  )
