import { readEfficiencies } from '../engine/agent-time.ts'
import { modeOf, readScaling, type ScalingMode } from '../engine/scaling-mode.ts'
import type { Db } from '../store/schema.ts'
import type { House } from './house.ts'

/** A pool as it stands. `efficiency` is the busy share of its agents' time in the last hour; null when none ran a task. */
export interface PoolFigures extends ScalingMode {
  readonly pool: string
  readonly title: string
  readonly size: number
  readonly active: number
  readonly idle: number
  readonly draining: number
  /** Resting after a restart, and taken out because they kept failing. */
  readonly starting: number
  readonly quarantined: number
  readonly paused: boolean
  readonly queued: number
  readonly efficiency: number | null
  /** Finished runs that the efficiency rests on. */
  readonly sample: number
}

/** Every pool that there is, by name. */
export async function readPoolFigures(house: House, db: Db): Promise<PoolFigures[]> {
  const nowMs = house.clock.now()
  const pools = await db.selectFrom('pools').selectAll().orderBy('name').execute()
  const slots = await db.selectFrom('slots').select(['pool', 'state', 'busy_since_ms', 'created_ms']).execute()
  const queued = await db.selectFrom('counts').select(['pool', 'n']).where('state', '=', 'queued').execute()
  const efficiencyOf = await readEfficiencies(db, slots, nowMs)
  const packs = await house.packs()
  const scaling = await readScaling(db)
  return pools.map(({ name, size, paused }) => {
    const own = slots.filter((slot) => slot.pool === name)
    const inState = (state: string) => own.filter((slot) => slot.state === state).length
    const { efficiency, runs } = efficiencyOf(name)
    return {
      pool: name,
      title: packs.find((pack) => pack.name === name)?.title ?? name,
      size,
      ...modeOf(scaling.get(name)),
      active: inState('busy') + inState('draining'),
      idle: inState('idle'),
      draining: inState('draining'),
      starting: inState('starting'),
      quarantined: inState('quarantined'),
      paused: paused === 1,
      queued: queued.find((row) => row.pool === name)?.n ?? 0,
      efficiency,
      sample: runs,
    }
  })
}
