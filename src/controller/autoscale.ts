import type { Principal } from '../base/roles.ts'
import { SECOND_MS } from '../base/units.ts'
import { measurePool } from '../engine/measure-pool.ts'
import { type History, type Measured, remember } from '../engine/pool-need.ts'
import { type Decision, decideSize } from '../engine/scaler.ts'
import { SCALER } from '../engine/scaler-settings.ts'
import type { Db } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import type { ScalingRow } from '../store/tables/scaling.ts'
import type { House } from './house.ts'
import { readKill } from './kill-switch.ts'
import { createPools } from './pools.ts'
import type { Decided } from './scaling.ts'

/** How often a resident worker looks. */
export const AUTOSCALE_MS = 5 * SECOND_MS

/** The scaler as the journal names it. */
const SCALER_PRINCIPAL: Principal = { id: 'system:scaler', kind: 'system', role: 'operator', owner: 'system' }

/**
 * Looks at every pool that scales itself and applies what is decided, through the same door as `scale`. What was needed
 * before is remembered here, in the worker that watches: a new one takes no agents away until it has watched for the
 * whole stabilisation window. A pool that is paused, and every pool under the kill switch, is left as it is.
 */
export function createAutoscaler(house: House): () => Promise<Decision[]> {
  const pools = createPools(house)
  const histories = new Map<string, History>()

  async function lookAt(db: Db, row: ScalingRow): Promise<Decision> {
    const nowMs = house.clock.now()
    const measured = await measurePool(db, row.pool, nowMs)
    const settings = { ...SCALER, min: row.min, max: row.max }
    const watched = remember(histories.get(row.pool) ?? null, measured, settings, nowMs)
    const history = { ...watched, upMs: row.up_ms, downMs: row.down_ms }
    histories.set(row.pool, history)
    const decision = decideSize(measured, settings, history, nowMs)
    if (decision.way !== 'stay') {
      const step = { way: decision.way, from: decision.from, facts: { ...factsOf(decision, measured, row) } }
      await pools.scale(row.pool, { to: decision.to }, { caller: SCALER_PRINCIPAL, dry: false, step })
    }
    return decision
  }

  return async () => {
    const { db } = await house.store()
    const rows = await findAuto(db, {})
    if (rows.length === 0 || (await readKill(db)).on) return []
    const decisions: Decision[] = []
    for (const row of rows) decisions.push(await lookAt(db, row))
    return decisions
  }
}

const findAuto = statement((db) =>
  db
    .selectFrom('scaling')
    .innerJoin('pools', 'pools.name', 'scaling.pool')
    .selectAll('scaling')
    .where('scaling.mode', '=', 'auto')
    .where('pools.paused', '=', 0)
    .orderBy('scaling.pool'),
)

/** All the numbers that a decision rests on, for the journal. */
const factsOf = (
  { reason, need, highest, rejected }: Decision,
  measured: Measured,
  { min, max }: ScalingRow,
): Decided => ({ reason, need, highest, rejected, measured, min, max })
