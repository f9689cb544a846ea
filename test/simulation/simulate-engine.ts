import { LEASE_MS } from '../../src/engine/runs.ts'
import { verifyJournal } from '../../src/store/journal.ts'
import type { Store } from '../../src/store/open.ts'
import { faultsOfRows, faultsOfStories } from '../faults/judge-fleet.ts'
import { openWorld, POOLS, rowsOf, type World } from './engine-world.ts'
import { arrive, begin, care, die, operate, recover, stallOrWake, submit, turnClock } from './world-actions.ts'
import { beginStep, endStep, finishHeld, settle } from './world-runs.ts'

/** What a seed came to: `faults` is empty, or says what is wrong; `told` is what was done until then. */
export interface Simulated {
  readonly seed: number
  readonly faults: readonly string[]
  readonly told: readonly string[]
  readonly tasks: number
}

const ACTIONS: ReadonlyArray<readonly [weight: number, act: (world: World) => Promise<void>]> = [
  [6, submit],
  [3, arrive],
  [9, begin],
  [8, beginStep],
  [7, endStep],
  [6, settle],
  [1, die],
  [2, stallOrWake],
  [5, turnClock],
  [4, recover],
  [3, operate],
  [1, care],
]
const WEIGHT = ACTIONS.reduce((sum, [weight]) => sum + weight, 0)

/**
 * Plays so many random actions of clients, workers and operators on the real engine, in an order that the seed decides,
 * and checks after each that everything fits together; then lets the fleet finish and checks that everything stands.
 */
export async function simulateEngine(store: Store, seed: number, actions: number): Promise<Simulated> {
  const world = await openWorld(store, seed)
  for (let i = 0; i < actions && world.faults.length === 0; i += 1) {
    await nextAction(world)(world)
    check(world)
  }
  if (world.faults.length === 0) await finish(world)
  const { told, faults } = world
  return { seed, faults, told, tasks: rowsOf(world, 'select id from tasks').length }
}

function nextAction(world: World): (world: World) => Promise<void> {
  let left = world.random() * WEIGHT
  for (const [weight, act] of ACTIONS) {
    left -= weight
    if (left < 0) return act
  }
  return submit
}

function check(world: World): void {
  world.faults.push(...faultsOfRows(world.store))
  for (const [key, times] of world.effects)
    if (times > 1) world.faults.push(`the effect ${key} happened ${times} times`)
  checkSettled(world)
  for (const { name, turn } of rowsOf<{ name: string; turn: number }>(world, 'select name, turn from pools')) {
    if (turn < (world.lines.get(name) ?? 0)) world.faults.push(`the line of ${name} went back to ${turn}`)
    world.lines.set(name, turn)
  }
}

/** A settled task stays as it is until a person tries it again. */
function checkSettled(world: World): void {
  const rows = rowsOf<{ id: number }>(
    world,
    "select * from tasks where state in ('done', 'failed', 'refused', 'cancelled') order by id",
  )
  const seen = new Map(rows.map((row) => [row.id, JSON.stringify(row)]))
  for (const [id, was] of world.settled) if (seen.get(id) !== was) world.faults.push(`settled task ${id} changed`)
  for (const [id, row] of seen) world.settled.set(id, row)
}

/** Everybody goes on until nothing waits: no acknowledged task may be left behind. */
async function finish(world: World): Promise<void> {
  const caller = { id: 'person:boss', kind: 'person', role: 'admin', owner: 'boss' } as const
  for (const pool of POOLS) {
    await world.controller.pools.pause(pool, false, caller)
    await world.controller.pools.scale(pool, { to: 3 }, { caller, dry: false })
  }
  await finishHeld(world)
  world.clock.turn(LEASE_MS + 1)
  await recover(world)
  for (const worker of world.workers) worker.state = 'dead'
  await arrive(world)
  for (let round = 0; round < 1_000 && open(world) > 0 && world.faults.length === 0; round += 1) {
    world.clock.turn(1_000)
    await recover(world)
    await begin(world)
    await finishHeld(world)
    check(world)
  }
  if (open(world) > 0) world.faults.push(`${open(world)} tasks are left behind`)
  world.faults.push(...(await faultsOfStories(world.store)))
  const { bad } = await verifyJournal(world.store.db)
  if (bad) world.faults.push(`the journal does not verify: ${bad.why}`)
}

const open = (world: World): number => rowsOf(world, "select id from tasks where state in ('queued', 'running')").length
