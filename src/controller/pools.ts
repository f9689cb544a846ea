import { distance } from 'fastest-levenshtein'
import { groupDigits } from '../base/digits.ts'
import { OperatorError } from '../base/errors.ts'
import type { Principal } from '../base/roles.ts'
import { modeOf, noteStep, pinPool, readScaling } from '../engine/scaling-mode.ts'
import { fillSlots, replaceSlots } from '../engine/slots.ts'
import { appendJournal } from '../store/journal.ts'
import type { Store } from '../store/open.ts'
import type { Tx } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import { type AgentFacts, readAgents } from './agents.ts'
import type { House } from './house.ts'
import { type PoolFigures, readPoolFigures } from './pool-figures.ts'

/** More agents than this in one pool would only wait for each other on one database file. */
export const MOST_SLOTS = 1_000

/** What a scaling did. `draining` agents finish their task before they go; `pinned`: it scaled itself until now. */
export interface Scaled {
  readonly pool: string
  readonly before: number
  readonly after: number
  readonly draining: number
  readonly pinned: boolean
}

/** How to change a pool's size: to a number, by one, or to so many times what it is (rounded up). */
export type Change = { readonly to: number } | { readonly by: number } | { readonly times: number }

/** A step of the scaler: from which size, and the facts that the journal keeps of the decision. */
export interface ScalerStep {
  readonly way: 'up' | 'down'
  readonly from: number
  readonly facts: Readonly<Record<string, unknown>>
}

/** Whose agents a restart replaces: of one pool, of every pool, or those whose last run failed. */
export type RestartTarget = { readonly pool: string } | { readonly all: true } | { readonly failed: true }

/** The pools as commands use them. */
export interface Pools {
  list(): Promise<PoolFigures[]>
  /** @throws OperatorError NOT_FOUND that names the nearest pool. */
  check(pool: string): Promise<void>
  /** The agents of one pool. */
  agents(pool: string): Promise<AgentFacts[]>
  /**
   * Pins the pool at the size, so that the scaler leaves it alone. With `step` it is the scaler who asks: nothing is
   * pinned, and nothing changed when the pool has been pinned or another size since. `dry` changes nothing.
   *
   * @throws OperatorError NOT_FOUND (unknown pool), ARGS_INVALID (size out of 0..1,000).
   */
  scale(pool: string, change: Change, by: { caller: Principal; dry: boolean; step?: ScalerStep }): Promise<Scaled>
  /** Paused, a pool takes tasks and begins none. False when it was so already. @throws OperatorError NOT_FOUND. */
  pause(pool: string, paused: boolean, caller: Principal): Promise<boolean>
  /** Replaces agents: idle ones now, busy ones after their task. @throws OperatorError NOT_FOUND for an unknown pool. */
  restart(target: RestartTarget, caller: Principal): Promise<{ pools: string[]; replaced: number; draining: number }>
}

/** The pools of a house; those of new packs are made at first use. */
export function createPools(house: House): Pools {
  return {
    async list() {
      await ensurePools(house)
      const { db } = await house.store()
      return readPoolFigures(house, db)
    },
    check: (pool) => checkPool(house, pool),
    agents: async (pool) => readAgents((await house.store()).db, pool),
    async scale(pool, change, by) {
      await checkPool(house, pool)
      await ensurePools(house)
      const store = await house.store()
      return store.write((tx) => scaleIn(tx, { pool, change, ...by }, house.clock.now()))
    },
    async pause(pool, paused, caller) {
      await checkPool(house, pool)
      await ensurePools(house)
      const store = await house.store()
      return store.write((tx) => pauseIn(tx, { pool, paused, caller }, house.clock.now()))
    },
    async restart(target, caller) {
      if ('pool' in target) await checkPool(house, target.pool)
      await ensurePools(house)
      const store = await house.store()
      return store.write((tx) => restartIn(tx, target, caller, house.clock.now()))
    },
  }
}

/** Databases that have all their pools; no pool is ever taken away. A restore puts another one in the house. */
const COMPLETE = new WeakSet<Store>()

/** Makes the pools of new packs. Reads first: on every later start nothing is written. */
export async function ensurePools(house: House): Promise<void> {
  const store = await house.store()
  if (COMPLETE.has(store)) return
  await makeMissing(house, store)
  COMPLETE.add(store)
}

async function makeMissing(house: House, store: Store): Promise<void> {
  const packs = await house.packs()
  const known = new Set((await poolNames(store.db, {})).map((row) => row.name))
  const missing = packs.filter((pack) => !known.has(pack.name))
  if (missing.length === 0) return
  const nowMs = house.clock.now()
  await store.write(async (tx) => {
    for (const { name, slots } of missing) {
      await tx
        .insertInto('pools')
        .values({ name, size: slots, updated_ms: nowMs })
        .onConflict((c) => c.doNothing())
        .execute()
      await fillSlots(tx, name, nowMs)
    }
    await appendJournal(tx, {
      kind: 'pools.made',
      principal: 'system',
      atMs: nowMs,
      data: { pools: missing.map((p) => p.name) },
    })
  })
}

const poolNames = statement((db) => db.selectFrom('pools').select('name'))

/** @throws OperatorError NOT_FOUND that names the nearest pool. */
export async function checkPool(house: House, pool: string): Promise<void> {
  const names = (await house.packs()).map((pack) => pack.name)
  if (names.includes(pool)) return
  const nearest = [...names].sort((a, b) => distance(a, pool) - distance(b, pool))[0]
  const close = nearest !== undefined && distance(nearest, pool) <= 3
  throw new OperatorError('NOT_FOUND', `There is no pool "${pool.slice(0, 60)}"; there are ${names.join(', ')}.`, {
    hint: close ? `did you mean ${nearest}?` : 'operatoros pools',
  })
}

interface Scaling {
  readonly pool: string
  readonly change: Change
  readonly dry: boolean
  readonly caller: Principal
  readonly step?: ScalerStep
}

async function scaleIn(tx: Tx, scaling: Scaling, nowMs: number): Promise<Scaled> {
  const { pool, change, dry, step } = scaling
  const { size: before } = await tx
    .selectFrom('pools')
    .select('size')
    .where('name', '=', pool)
    .executeTakeFirstOrThrow()
  const after = sizeAfter(before, change)
  if (after < 0 || after > MOST_SLOTS) {
    throw new OperatorError(
      'ARGS_INVALID',
      `A pool has from 0 to ${groupDigits(MOST_SLOTS)} agents; ${pool} has ${before}, and this would make ${groupDigits(after)}.`,
      {
        hint: `operatoros scale ${pool} ${after < 0 ? 0 : MOST_SLOTS}`,
      },
    )
  }
  const applies = !dry && (step === undefined || (await isStill(tx, pool, { size: before, from: step.from })))
  const pinned = applies && (await setSize(tx, scaling, { before, after }, nowMs))
  const now = applies || dry ? after : before
  return { pool, before, after: now, draining: await countDraining(tx, pool), pinned }
}

/** True when this pinned a pool that had scaled itself. */
async function setSize(
  tx: Tx,
  { pool, caller, step }: Scaling,
  { before, after }: { readonly before: number; readonly after: number },
  nowMs: number,
): Promise<boolean> {
  const noted = { principal: caller.id, atMs: nowMs, pool }
  const pinned = step === undefined && (await pinPool(tx, pool, caller.id, nowMs))
  if (pinned) await appendJournal(tx, { ...noted, kind: 'pool.pinned', data: { size: after } })
  if (after === before) return pinned
  await tx.updateTable('pools').set({ size: after, updated_ms: nowMs }).where('name', '=', pool).execute()
  await fillSlots(tx, pool, nowMs)
  if (step) await noteStep(tx, pool, step.way, nowMs)
  const kind = step ? 'pool.autoscaled' : 'pool.scaled'
  await appendJournal(tx, { ...noted, kind, data: { before, after, ...step?.facts } })
  return pinned
}

/** Whether the pool is as the scaler saw it: people and other workers may have been quicker. */
const isStill = async (tx: Tx, pool: string, { size, from }: { size: number; from: number }): Promise<boolean> =>
  size === from && modeOf((await readScaling(tx)).get(pool)).mode === 'auto'

function sizeAfter(before: number, change: Change): number {
  if ('to' in change) return change.to
  return 'by' in change ? before + change.by : Math.ceil(before * change.times)
}

interface Pausing {
  readonly pool: string
  readonly paused: boolean
  readonly caller: Principal
}

async function pauseIn(tx: Tx, { pool, paused, caller }: Pausing, nowMs: number): Promise<boolean> {
  const changed = await tx
    .updateTable('pools')
    .set({ paused: paused ? 1 : 0, updated_ms: nowMs })
    .where('name', '=', pool)
    .where('paused', '=', paused ? 0 : 1)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  const kind = paused ? 'pool.paused' : 'pool.resumed'
  await appendJournal(tx, { kind, principal: caller.id, atMs: nowMs, pool })
  return true
}

async function countDraining(tx: Tx, pool: string): Promise<number> {
  const rows = await tx
    .selectFrom('slots')
    .select('id')
    .where('pool', '=', pool)
    .where('state', '=', 'draining')
    .execute()
  return rows.length
}

async function restartIn(tx: Tx, target: RestartTarget, caller: Principal, nowMs: number) {
  const chosen = await slotsToReplace(tx, target)
  let replaced = 0
  let draining = 0
  for (const [pool, ids] of chosen) {
    const done = await replaceSlots(tx, pool, ids, nowMs)
    replaced += done.replaced
    draining += done.draining
    await appendJournal(tx, {
      kind: 'pool.restarted',
      principal: caller.id,
      atMs: nowMs,
      pool,
      data: { ...done, failedOnly: ids !== null },
    })
  }
  return { pools: [...chosen.keys()], replaced, draining }
}

/** By pool the places that are meant; null means all of the pool's. */
async function slotsToReplace(tx: Tx, target: RestartTarget): Promise<ReadonlyMap<string, number[] | null>> {
  if ('pool' in target) return new Map([[target.pool, null]])
  if ('failed' in target) return failedSlots(tx)
  const pools = await tx.selectFrom('pools').select('name').orderBy('name').execute()
  return new Map(pools.map(({ name }) => [name, null]))
}

async function failedSlots(tx: Tx): Promise<Map<string, number[]>> {
  const rows = await tx.selectFrom('slots').select(['id', 'pool']).where('failures', '>', 0).execute()
  const byPool = new Map<string, number[]>()
  for (const { id, pool } of rows) byPool.set(pool, [...(byPool.get(pool) ?? []), id])
  return byPool
}
