import { type Approvals, createApprovals } from './approvals.ts'
import { type Asks, createAsks } from './asks.ts'
import { createFigures, type Figures } from './figures.ts'
import { createHealth, type Health } from './health.ts'
import type { House } from './house.ts'
import { createKillSwitch, type KillSwitch } from './kill-switch.ts'
import { createPools, type Pools } from './pools.ts'
import { createProgressBoard } from './progress.ts'
import { createRecords, type Records } from './records.ts'
import { createTasks, type Tasks } from './tasks.ts'
import { createUpkeep, type Upkeep } from './upkeep.ts'
import { createWorker, type Worker } from './worker.ts'

/** The one door into the running system. Every command goes through it. */
export interface Controller {
  readonly asks: Asks
  readonly tasks: Tasks
  readonly pools: Pools
  readonly figures: Figures
  readonly health: Health
  readonly approvals: Approvals
  readonly killSwitch: KillSwitch
  readonly records: Records
  readonly upkeep: Upkeep
  readonly worker: Worker
  /** Packs, providers and settings, for commands that describe them. */
  readonly house: House
}

/** Nothing is opened before it is used. `onError` hears of failures between tasks. */
export function createController(house: House, onError: (thrown: unknown) => void): Controller {
  const board = createProgressBoard()
  const worker = createWorker(house, board, onError)
  const tasks = createTasks(house, worker)
  return {
    asks: createAsks(house, tasks, board),
    tasks,
    pools: createPools(house),
    figures: createFigures(house),
    health: createHealth(house),
    approvals: createApprovals(house, worker),
    killSwitch: createKillSwitch(house),
    records: createRecords(house),
    upkeep: createUpkeep(house),
    worker,
    house,
  }
}
