import type { Db, Tx } from '../store/schema.ts'
import type { ScalingRow } from '../store/tables/scaling.ts'

/** Who sets a pool's size. The bounds are null while it is pinned. */
export interface ScalingMode {
  readonly mode: ScalingRow['mode']
  readonly min: number | null
  readonly max: number | null
}

/** By pool, the rows that there are: a pool without one is pinned. */
export async function readScaling(db: Db): Promise<ReadonlyMap<string, ScalingRow>> {
  const rows = await db.selectFrom('scaling').selectAll().execute()
  return new Map(rows.map((row) => [row.pool, row]))
}

/** What a row says of its pool; undefined: there is no row. */
export const modeOf = (row: ScalingRow | undefined): ScalingMode =>
  row?.mode === 'auto' ? { mode: 'auto', min: row.min, max: row.max } : { mode: 'pinned', min: null, max: null }

/** From now on people set its size. True when the scaler did before. Its bounds are kept for the next time. */
export async function pinPool(tx: Tx, pool: string, by: string, nowMs: number): Promise<boolean> {
  const done = await tx
    .updateTable('scaling')
    .set({ mode: 'pinned', updated_ms: nowMs, updated_by: by })
    .where('pool', '=', pool)
    .where('mode', '=', 'auto')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** From now on the scaler sets its size, within the bounds. */
export async function freePool(
  tx: Tx,
  { pool, min, max }: { readonly pool: string; readonly min: number; readonly max: number },
  by: string,
  nowMs: number,
): Promise<void> {
  const set = { mode: 'auto' as const, min, max, updated_ms: nowMs, updated_by: by }
  await tx
    .insertInto('scaling')
    .values({ pool, ...set, up_ms: null, down_ms: null })
    .onConflict((conflict) => conflict.column('pool').doUpdateSet(set))
    .execute()
}

/** Remembers, for every process, that the scaler changed the size. */
export const noteStep = (tx: Tx, pool: string, way: 'up' | 'down', nowMs: number) =>
  tx
    .updateTable('scaling')
    .set(way === 'up' ? { up_ms: nowMs } : { down_ms: nowMs })
    .where('pool', '=', pool)
    .execute()
