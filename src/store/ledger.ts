import { OperatorError } from '../base/errors.ts'
import { usdOf } from '../base/units.ts'
import type { Db, Tx } from './schema.ts'

/** What one model call cost. `costMicro` is integer micro-dollars, `route` is `provider/model`. */
export interface Spend {
  readonly route: string
  readonly costMicro: number
  readonly inTokens: number
  readonly outTokens: number
}

/** Who pays: a run of a task. `id` is the task's. */
export interface Payer {
  readonly id: number
  readonly attempt: number
  readonly principal: string
  readonly pool: string
}

/** A worst case to hold before a call. `limitMicro` is what may be held and spent since `sinceMs` together. */
export interface Reservation {
  readonly route: string
  readonly worstMicro: number
  readonly limitMicro: number
  readonly sinceMs: number
}

/**
 * Holds the worst-case cost of a call against the budget, in one transaction with the check, so that two processes
 * cannot both take the last dollar.
 *
 * @throws OperatorError BUDGET_EXCEEDED when held and spent money would pass the limit.
 */
export async function reserve(tx: Tx, payer: Payer, reservation: Reservation, nowMs: number): Promise<void> {
  const { worstMicro, limitMicro, sinceMs, route } = reservation
  const used = await spentSince(tx, sinceMs)
  if (used + worstMicro > limitMicro) {
    throw new OperatorError(
      'BUDGET_EXCEEDED',
      `This call could cost $${usdOf(worstMicro).toFixed(4)}; $${usdOf(Math.max(0, limitMicro - used)).toFixed(4)} of today's $${usdOf(limitMicro).toFixed(2)} is left.`,
      {
        hint: 'set OPERATOROS_DAILY_BUDGET_USD to a higher amount',
      },
    )
  }
  await insert(tx, payer, { kind: 'reserve', route, costMicro: worstMicro, inTokens: 0, outTokens: 0 }, nowMs)
}

/** Held and spent micro-dollars since a time. */
export async function spentSince(db: Db, sinceMs: number): Promise<number> {
  const { sum } = await db
    .selectFrom('ledger')
    .select((q) => q.fn.sum<number | null>('micro_usd').as('sum'))
    .where('at_ms', '>=', sinceMs)
    .executeTakeFirstOrThrow()
  return sum ?? 0
}

/**
 * Ends the attempt's reservations and writes what was really spent. Returns the cost in micro-dollars. What is given
 * back carries the time at which it was held, so that the sum of a day never falls below what was spent in it.
 */
export async function settleLedger(tx: Tx, payer: Payer, spends: readonly Spend[], nowMs: number): Promise<number> {
  const holds = await tx
    .selectFrom('ledger')
    .select((q) => ['at_ms', q.fn.sum<number>('micro_usd').as('held')])
    .where('task_id', '=', payer.id)
    .where('attempt', '=', payer.attempt)
    .where('kind', '!=', 'spend')
    .groupBy('at_ms')
    .execute()
  for (const { at_ms, held } of holds.filter((hold) => hold.held !== 0))
    await insert(tx, payer, { kind: 'release', route: '', costMicro: -held, inTokens: 0, outTokens: 0 }, at_ms)
  for (const spend of spends) await insert(tx, payer, { kind: 'spend', ...spend }, nowMs)
  return spends.reduce((sum, spend) => sum + spend.costMicro, 0)
}

const insert = (tx: Tx, payer: Payer, line: Spend & { kind: 'reserve' | 'release' | 'spend' }, nowMs: number) =>
  tx
    .insertInto('ledger')
    .values({
      at_ms: nowMs,
      kind: line.kind,
      micro_usd: line.costMicro,
      task_id: payer.id,
      attempt: payer.attempt,
      principal: payer.principal,
      pool: payer.pool,
      route: line.route,
      in_tokens: line.inTokens,
      out_tokens: line.outTokens,
    })
    .execute()
