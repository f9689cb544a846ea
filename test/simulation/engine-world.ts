import type { StepSpec } from '../../src/base/run-step.ts'
import { type Controller, createController } from '../../src/controller/controller.ts'
import type { Run } from '../../src/engine/runs.ts'
import type { Store } from '../../src/store/open.ts'
import { randomFrom } from '../faults/fleet-file.ts'
import { POOL, scriptedHouse } from '../faults/scripted-house.ts'
import { type HandClock, handClock } from '../helpers/hand-clock.ts'

/** A run that a scripted worker holds; it may have lost it without knowing. */
export interface HeldRun {
  readonly run: Run
  readonly runStep: <T>(spec: StepSpec, work: (key: string) => Promise<T>) => Promise<T>
  /** Steps begun so far: which step comes next is the same in every attempt. */
  steps: number
  /** Ends the effect that this run is in the middle of; null when it is in none. */
  endEffect: (() => Promise<void>) | null
}

/** A scripted worker. A stalled one renews no lease; a dead one does nothing for ever, and leaves no word. */
export interface SimWorker {
  readonly id: string
  state: 'alive' | 'stalled' | 'dead'
  readonly held: HeldRun[]
}

/** Everything of one simulated fleet: the real engine over a store in memory, and the script around it. */
export interface World {
  readonly store: Store
  readonly controller: Controller
  readonly clock: HandClock
  readonly random: () => number
  readonly workers: SimWorker[]
  /** How often each effect happened outside, by its idempotency key. */
  readonly effects: Map<string, number>
  /** What was done, the newest last: the story of a failing seed. */
  readonly told: string[]
  readonly faults: string[]
  /** Settled tasks as they stood. */
  readonly settled: Map<number, string>
  /** The line's own time of each pool. */
  readonly lines: Map<string, number>
}

export const POOLS = [POOL, 'second'] as const

/** A fresh world in a store that may have held another one before. */
export async function openWorld(emptied: Store, seed: number): Promise<World> {
  // Another object, so that nothing is remembered of the world that it held.
  const store = { ...emptied }
  const clock = handClock()
  const base = scriptedHouse('/nowhere', [], clock)
  const [pack] = await base.packs()
  if (!pack) throw new Error('the scripted house has a pack')
  const packs = POOLS.map((name) => ({ ...pack, name }))
  const house = { ...base, store: async () => store, packs: async () => packs }
  empty(store)
  const controller = createController(house, (thrown) => {
    throw thrown
  })
  await controller.pools.list()
  return {
    ...{ store, controller, clock, random: randomFrom(seed), workers: [], effects: new Map(), told: [], faults: [] },
    ...{ settled: new Map(), lines: new Map() },
  }
}

/** Removes every row but those of the schema itself; much quicker than a new database. */
function empty(store: Store): void {
  const tables = store.maintain("select name from sqlite_master where type = 'table' and sql not like '%virtual%'") as {
    name: string
  }[]
  for (const { name } of tables) if (name !== 'migrations' && name !== 'heads') store.maintain(`delete from "${name}"`)
  store.maintain("update heads set seq = 0, hash = ? where name = 'journal'", ['0'.repeat(64)])
}

/** 0 … n - 1. */
export const pick = (world: World, n: number): number => Math.floor(world.random() * n)

/** One of the items at random; undefined of none. */
export const oneOf = <T>(world: World, items: readonly T[]): T | undefined => items[pick(world, items.length)]

export const rowsOf = <Row>(world: World, sql: string): Row[] => world.store.maintain(sql) as Row[]
