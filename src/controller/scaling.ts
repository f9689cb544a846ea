import { groupDigits } from '../base/digits.ts'
import { OperatorError } from '../base/errors.ts'
import type { Principal } from '../base/roles.ts'
import { measurePool } from '../engine/measure-pool.ts'
import { type Measured, type Need, needOf } from '../engine/pool-need.ts'
import type { Rejected } from '../engine/scaler.ts'
import { SCALER } from '../engine/scaler-settings.ts'
import { freePool, modeOf, pinPool, readScaling, type ScalingMode } from '../engine/scaling-mode.ts'
import { appendJournal } from '../store/journal.ts'
import type { Db, Tx } from '../store/schema.ts'
import { isRareKind } from '../store/tables/journal.ts'
import type { House } from './house.ts'
import { checkPool, ensurePools, MOST_SLOTS } from './pools.ts'

/** A pool's size and who sets it. */
export interface Scaling extends ScalingMode {
  readonly pool: string
  readonly size: number
}

/**
 * A change of a pool's scaling as the journal keeps it. `before` and `after` are null where only the mode changed,
 * `decided` where a person did it.
 */
export interface ScalingStep {
  readonly seq: number
  readonly atMs: number
  readonly principal: string
  readonly kind: string
  readonly before: number | null
  readonly after: number | null
  readonly decided: Decided | null
}

/** What a decision of the scaler rested on. `highest` is the highest need of the window, where that was looked at. */
export interface Decided {
  readonly reason: string
  readonly need: Need | null
  readonly highest: number | null
  readonly rejected: readonly Rejected[]
  readonly measured: Measured
  readonly min: number
  readonly max: number
}

/** What is known of a pool's scaling: what is measured and needed now, and its last changes, newest first. */
export interface ScalingStory extends Scaling {
  readonly measured: Measured
  /** Null without data. */
  readonly need: Need | null
  readonly targetLoad: number
  readonly steps: readonly ScalingStep[]
}

/** Bounds as they were asked for. What is left out stays as it was. */
export interface Bounds {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** Who sets the size of a pool. */
export interface Scalings {
  /**
   * Lets a pool scale itself. Without bounds: those it had before, else from 1 to four times its size.
   *
   * @throws OperatorError NOT_FOUND, ARGS_INVALID (bounds that are not 1 <= min <= max <= 1,000). `dry` changes nothing.
   */
  auto(pool: string, bounds: Bounds, by: { caller: Principal; dry: boolean }): Promise<Scaling>
  /** Keeps a pool at the size it has. @throws OperatorError NOT_FOUND. */
  pin(pool: string, by: { caller: Principal; dry: boolean }): Promise<Scaling>
  /** @throws OperatorError NOT_FOUND. */
  story(pool: string): Promise<ScalingStory>
}

/** Who sets the sizes of the pools of a house. */
export function createScalings(house: House): Scalings {
  const known = async (pool: string) => {
    await checkPool(house, pool)
    await ensurePools(house)
    return house.store()
  }
  return {
    async auto(pool, bounds, { caller, dry }) {
      const store = await known(pool)
      return store.write((tx) => autoIn(tx, { pool, bounds, dry, caller }, house.clock.now()))
    },
    async pin(pool, { caller, dry }) {
      const store = await known(pool)
      return store.write((tx) => pinIn(tx, { pool, dry, caller }, house.clock.now()))
    },
    async story(pool) {
      const { db } = await known(pool)
      return readStory(db, pool, house.clock.now())
    },
  }
}

interface Asked {
  readonly pool: string
  readonly dry: boolean
  readonly caller: Principal
}

async function autoIn(tx: Tx, { pool, bounds, dry, caller }: Asked & { readonly bounds: Bounds }, nowMs: number) {
  const { size, mode, ...before } = await readOne(tx, pool)
  const { min, max } = await boundsFor(tx, { pool, size }, bounds)
  if (!dry && (mode !== 'auto' || before.min !== min || before.max !== max)) {
    await freePool(tx, { pool, min, max }, caller.id, nowMs)
    const data = { size, min, max }
    await appendJournal(tx, { kind: 'pool.unpinned', principal: caller.id, atMs: nowMs, pool, data })
  }
  return { pool, size, mode: 'auto' as const, min, max }
}

async function boundsFor(tx: Tx, { pool, size }: { pool: string; size: number }, asked: Bounds) {
  const before = (await readScaling(tx)).get(pool)
  const min = asked.min ?? Math.min(before?.min ?? 1, asked.max ?? MOST_SLOTS)
  const max = asked.max ?? Math.max(before?.max ?? Math.min(MOST_SLOTS, 4 * size), min)
  if (min >= 1 && min <= max && max <= MOST_SLOTS) return { min, max }
  throw new OperatorError(
    'ARGS_INVALID',
    `A pool that scales itself has 1 to ${groupDigits(MOST_SLOTS)} agents, from the lower bound to the upper; ${groupDigits(min)} to ${groupDigits(max)} is not that.`,
    { hint: `operatoros scale ${pool} auto --min 1 --max ${Math.max(4, Math.min(size, MOST_SLOTS))}` },
  )
}

async function pinIn(tx: Tx, { pool, dry, caller }: Asked, nowMs: number): Promise<Scaling> {
  const { size } = await readOne(tx, pool)
  if (!dry && (await pinPool(tx, pool, caller.id, nowMs))) {
    await appendJournal(tx, { kind: 'pool.pinned', principal: caller.id, atMs: nowMs, pool, data: { size } })
  }
  return { pool, size, mode: 'pinned', min: null, max: null }
}

async function readOne(db: Db, pool: string): Promise<Scaling> {
  const { size } = await db.selectFrom('pools').select('size').where('name', '=', pool).executeTakeFirstOrThrow()
  return { pool, size, ...modeOf((await readScaling(db)).get(pool)) }
}

const SHOWN_STEPS = 10
const KINDS = ['pool.autoscaled', 'pool.scaled', 'pool.pinned', 'pool.unpinned']

async function readStory(db: Db, pool: string, nowMs: number): Promise<ScalingStory> {
  const one = await readOne(db, pool)
  const measured = await measurePool(db, pool, nowMs)
  const { min, max } = { min: one.min ?? 1, max: one.max ?? MOST_SLOTS }
  const rows = await db
    .selectFrom('journal')
    .select(['seq', 'at_ms as atMs', 'principal', 'kind', 'data'])
    .where('kind', 'in', KINDS)
    .where(isRareKind)
    .where('pool', '=', pool)
    .orderBy('seq', 'desc')
    .limit(SHOWN_STEPS)
    .execute()
  return {
    ...one,
    measured,
    need: needOf(measured, { ...SCALER, min, max }),
    targetLoad: SCALER.targetLoad,
    steps: rows.map(({ data, ...row }) => ({ ...row, ...stepOf(JSON.parse(data)) })),
  }
}

/** Facts of an entry → what is told of it. */
function stepOf({ before = null, after = null, ...decided }: Partial<ScalingStep & Decided>) {
  return { before, after, decided: isDecided(decided) ? decided : null }
}

const isDecided = (facts: Partial<Decided>): facts is Decided => facts.reason !== undefined
