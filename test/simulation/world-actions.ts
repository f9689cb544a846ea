import { thisProcess } from '../../src/base/host.ts'
import type { Principal } from '../../src/base/roles.ts'
import { findDue } from '../../src/engine/embedded-dispatcher.ts'
import { recoverRuns } from '../../src/engine/recover-runs.ts'
import { openRested } from '../../src/engine/restart-failing.ts'
import { beginRun, LEASE_MS } from '../../src/engine/runs.ts'
import { recordSteps } from '../../src/engine/steps.ts'
import { oneOf, POOLS, pick, rowsOf, type SimWorker, type World } from './engine-world.ts'

/** No process has this number. */
const GONE_PID = 2 ** 22 + 1

const callerOf = (owner: string): Principal => ({ id: `person:${owner}`, kind: 'person', role: 'admin', owner })
const BOSS = callerOf('boss')
/** A step of priority, in tasks begun (engine/take-turn.ts). */
const STEP = 20

/** A new task, sometimes for later, sometimes under a key that was used before. */
export async function submit(world: World): Promise<void> {
  const owner = oneOf(world, ['ada', 'eve', 'bob']) ?? 'ada'
  const keyed = world.random() < 0.3
  const idempotencyKey = keyed ? `key-${pick(world, 5)}` : undefined
  const pool = keyed ? POOLS[0] : (oneOf(world, POOLS) ?? POOLS[0])
  const task = await world.controller.tasks.submit({
    ...{ pool, ask: keyed ? `ask ${idempotencyKey}` : `ask ${pick(world, 1e6)}`, session: 's-sim', idempotencyKey },
    ...{ principal: callerOf(owner), priority: oneOf(world, [0, 5, 9]), routing: { by: 'asked', scores: null } },
    runAtMs: world.random() < 0.2 ? world.clock.now() + pick(world, 5_000) : undefined,
  })
  world.told.push(`submit ${task.id} for ${owner} in ${pool}`)
  const [line] = rowsOf<{ turn: number }>(world, `select turn from pools where name = '${pool}'`)
  if (!keyed && task.turn - task.priority * STEP <= (line?.turn ?? 0))
    world.faults.push(`task ${task.id} goes before the line of ${pool}`)
}

/** A new worker, on this host (where its death is seen at once) or on another. */
export async function arrive(world: World): Promise<void> {
  if (world.workers.filter((worker) => worker.state !== 'dead').length >= 5) return
  const id = `w-${world.workers.length}`
  const host = world.random() < 0.5 ? thisProcess.host : 'elsewhere'
  const nowMs = world.clock.now()
  const row = { id, host, pid: thisProcess.pid, resident: 1, started_ms: nowMs, beat_ms: nowMs, ended_ms: null }
  await world.store.write((tx) => tx.insertInto('workers').values(row).execute())
  world.workers.push({ id, state: 'alive', held: [] })
  world.told.push(`${id} arrives on ${host}`)
}

const awake = (world: World): SimWorker | undefined =>
  oneOf(
    world,
    world.workers.filter((worker) => worker.state === 'alive'),
  )

/** A worker takes an offered task; sometimes another one takes the same at the same time. */
export async function begin(world: World): Promise<void> {
  const due = await findDue(world.store.db, world.clock.now())
  checkOffers(world, due)
  const offered = oneOf(world, due)
  const takers = world.random() < 0.3 ? [awake(world), awake(world)] : [awake(world)]
  if (!offered) return
  const nowMs = world.clock.now()
  const begun = await Promise.all(
    takers.map(async (worker) => {
      if (!worker) return 'nobody'
      const run = await world.store.write((tx) => beginRun(tx, offered.taskId, worker.id, nowMs))
      if (run) worker.held.push({ run, runStep: recordSteps(world.store, run, world.clock), steps: 0, endEffect: null })
      return run ? worker.id : null
    }),
  )
  world.told.push(`${begun.join(' and ')} take ${offered.taskId}`)
  if (begun.filter((taker) => taker !== null).length !== 1 && !begun.includes('nobody'))
    world.faults.push(`task ${offered.taskId} was offered and taken by ${begun.join(' and ')}`)
}

/** The offers of a pool must be the first of its line that are due, as many as there are free places. */
function checkOffers(world: World, due: readonly { taskId: number; pool: string }[]): void {
  for (const pool of POOLS) {
    const idle = rowsOf(world, `select id from slots where pool = '${pool}' and state = 'idle'`).length
    const paused = rowsOf(world, `select 1 from pools where name = '${pool}' and paused = 1`).length > 0
    const waiting = rowsOf<{ id: number; turn: number; run_at_ms: number }>(
      world,
      `select id, turn, run_at_ms from tasks where state = 'queued' and pool = '${pool}'`,
    )
    const line = waiting
      .filter((task) => task.run_at_ms <= world.clock.now())
      .sort((a, b) => a.turn - b.turn || a.id - b.id)
      .slice(0, paused ? 0 : idle)
      .map(({ id }) => id)
    const offered = due.filter((one) => one.pool === pool).map(({ taskId }) => taskId)
    if (line.join() !== offered.join())
      world.faults.push(`${pool} offers ${offered.join()}, its line is ${line.join()}`)
  }
}

/** A worker dies: on this host its process is gone, elsewhere it only falls silent. */
export async function die(world: World): Promise<void> {
  const worker = awake(world)
  if (!worker) return
  worker.state = 'dead'
  worker.held.length = 0
  await world.store.write((tx) =>
    tx.updateTable('workers').set({ pid: GONE_PID }).where('id', '=', worker.id).execute(),
  )
  world.told.push(`${worker.id} dies`)
}

/** A worker is stopped for a while, or goes on as if nothing had been. */
export async function stallOrWake(world: World): Promise<void> {
  const worker = oneOf(
    world,
    world.workers.filter(({ state }) => state !== 'dead'),
  )
  if (!worker) return
  worker.state = worker.state === 'alive' ? 'stalled' : 'alive'
  world.told.push(`${worker.id} is ${worker.state}`)
}

/** Time passes; workers that are awake renew their leases, unless it passes in one leap. */
export async function turnClock(world: World): Promise<void> {
  const leap = world.random() < 0.1
  world.clock.turn(leap ? LEASE_MS + 1 : pick(world, 3_000))
  const ids = world.workers.filter(({ state }) => state === 'alive').map(({ id }) => id)
  world.told.push(`the clock ${leap ? 'leaps' : 'turns'} to ${world.clock.now()}`)
  if (leap || ids.length === 0) return
  await world.store.write((tx) =>
    tx
      .updateTable('tasks')
      .set({ lease_until_ms: world.clock.now() + LEASE_MS })
      .where('worker_id', 'in', ids)
      .where('state', '=', 'running')
      .execute(),
  )
}

/** Lost runs are taken back, sometimes by two at once. */
export async function recover(world: World): Promise<void> {
  const nowMs = world.clock.now()
  const recoverers = world.random() < 0.3 ? 2 : 1
  const found = await Promise.all(
    Array.from({ length: recoverers }, () => world.store.write((tx) => recoverRuns(tx, nowMs))),
  )
  if (found.slice(1).some((again) => again.length > 0)) world.faults.push('two recoverers took the same task back')
  await world.store.write((tx) => openRested(tx, nowMs))
  world.told.push(`recovered ${JSON.stringify(found[0])}`)
}

const STATES = ['queued', 'running', 'parked', 'unknown', 'failed', 'refused', 'cancelled'] as const

/** A person cancels, retries or decides; what does not fit the task's state is refused and changes nothing. */
export async function operate(world: World): Promise<void> {
  const state = oneOf(world, STATES)
  const tasks = rowsOf<{ id: number }>(world, `select id from tasks where state = '${state}'`)
  const task = oneOf(world, tasks)
  if (!task) return
  const { approvals, tasks: door } = world.controller
  if (state === 'parked' && world.random() < 0.8) {
    const [asked] = rowsOf<{ id: number }>(
      world,
      `select id from approvals where task_id = ${task.id} and state = 'pending'`,
    )
    if (!asked) return void world.faults.push(`parked task ${task.id} asks nothing`)
    await approvals.decide(asked.id, world.random() < 0.7, BOSS)
    world.told.push(`decide ${task.id}`)
  } else if (state === 'queued' || state === 'running' || state === 'parked') {
    await door.cancel(task.id, BOSS)
    world.told.push(`cancel ${task.id}, ${state}`)
  } else {
    world.settled.delete(task.id)
    if (state === 'unknown') forgive(world, task.id)
    await door.retry(task.id, BOSS)
    world.told.push(`retry ${task.id}, ${state}`)
  }
}

/** A person who tries an unknown task again takes it upon herself that its last effect happens twice. */
function forgive(world: World, taskId: number): void {
  for (const key of world.effects.keys()) if (key.startsWith(`task-${taskId}-`)) world.effects.set(key, 0)
}

/** A pool grows, shrinks, is paused, goes on or gets fresh places. */
export async function care(world: World): Promise<void> {
  const pool = oneOf(world, POOLS) ?? POOLS[0]
  const { pools } = world.controller
  const what = pick(world, 4)
  if (what === 0) await pools.scale(pool, { to: pick(world, 5) }, { caller: BOSS, dry: false })
  if (what === 1) await pools.pause(pool, true, BOSS)
  if (what === 2) await pools.pause(pool, false, BOSS)
  if (what === 3) await pools.restart({ pool }, BOSS)
  world.told.push(`${['scale', 'pause', 'resume', 'restart'][what]} ${pool}`)
}
