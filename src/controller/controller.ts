import { lazily } from '../base/lazily.ts'
import { type Alerts, createAlerts } from './alerts.ts'
import { type Approvals, createApprovals } from './approvals.ts'
import { type Asks, createAsks } from './asks.ts'
import { createFigures, type Figures } from './figures.ts'
import { createHealth, type Health } from './health.ts'
import type { House } from './house.ts'
import { createKillSwitch, type KillSwitch } from './kill-switch.ts'
import { createPools, type Pools } from './pools.ts'
import { createProgressBoard } from './progress.ts'
import { createRecords, type Records } from './records.ts'
import { createSamples, type Samples } from './samples.ts'
import { createScalings, type Scalings } from './scaling.ts'
import { createSchedules, type Schedules } from './schedules.ts'
import { createSettleBell } from './settle-bell.ts'
import { createTasks, type Tasks } from './tasks.ts'
import { createUpkeep, type Upkeep } from './upkeep.ts'
import { createWorker, type Worker } from './worker.ts'

/** The one door into the running system. Every command goes through it. */
export interface Controller {
  readonly asks: Asks
  readonly tasks: Tasks
  readonly pools: Pools
  readonly scalings: Scalings
  readonly figures: Figures
  readonly health: Health
  readonly alerts: Alerts
  readonly samples: Samples
  readonly schedules: Schedules
  readonly approvals: Approvals
  readonly killSwitch: KillSwitch
  readonly records: Records
  readonly upkeep: Upkeep
  readonly worker: Worker
  /** Stops the worker if anybody has asked for one; waits at most so long for what runs. */
  stop(graceMs: number): Promise<void>
  /** Packs, providers and settings, for commands that describe them. */
  readonly house: House
}

/** Nothing is opened, or even loaded, before it is used. `onError` hears of failures between tasks. */
export function createController(house: House, onError: (thrown: unknown) => void): Controller {
  const shared = lazily({ board: createProgressBoard, bell: createSettleBell })
  let worker: Worker | undefined
  const controller: Controller = lazily<Controller>({
    asks: () => createAsks(house, controller.tasks, shared.board),
    tasks: () => createTasks(house, controller.worker, shared.bell),
    pools: () => createPools(house),
    scalings: () => createScalings(house),
    figures: () => createFigures(house),
    health: () => createHealth(house),
    alerts: () => createAlerts(house),
    samples: () => createSamples(house),
    schedules: () => createSchedules(house),
    approvals: () => createApprovals(house, controller.worker),
    killSwitch: () => createKillSwitch(house),
    records: () => createRecords(house),
    upkeep: () => createUpkeep(house),
    worker() {
      worker = createWorker(house, shared, onError)
      return worker
    },
    stop: () => async (graceMs) => worker?.stop(graceMs),
    house: () => house,
  })
  return controller
}
