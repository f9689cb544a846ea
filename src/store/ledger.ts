import { OperatorError } from '../base/errors.ts'
import { QUARTER_MS, usdOf } from '../base/units.ts'
import { gather, gathered, type Topic } from './gather.ts'
import type { Db, Tx } from './schema.ts'
import { statement } from './statement.ts'

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
  await insert(tx, [lineOf(payer, { kind: 'reserve', route, costMicro: worstMicro, inTokens: 0, outTokens: 0 }, nowMs)])
}

/** Held and spent micro-dollars since a time, which begins a quarter hour (as midnight does in every time zone). */
export async function spentSince(db: Db, sinceMs: number): Promise<number> {
  const [row] = await sumSince(db, { sinceMs })
  const ofThisWrite = gathered(db, SPENT).filter(({ quarterMs }) => quarterMs >= sinceMs)
  return ofThisWrite.reduce((sum, { micro }) => sum + micro, row?.sum ?? 0)
}

const sumSince = statement((db, given: { sinceMs: number }) =>
  db
    .selectFrom('spent')
    .select((q) => q.fn.sum<number | null>('micro_usd').as('sum'))
    .where('quarter_ms', '>=', given.sinceMs),
)

/**
 * Ends the attempt's reservations and writes what was really spent. What is given back carries the time at which it was
 * held, so that the sum of a day never falls below what was spent in it.
 */
export async function settleLedger(tx: Tx, payer: Payer, spends: readonly Spend[], nowMs: number): Promise<void> {
  const holds = await holdsOf(tx, { task: payer.id, attempt: payer.attempt })
  const released = holds.filter(({ held }) => held !== 0).map(({ at_ms, held }) => releaseOf(payer, held, at_ms))
  const lines = [...released, ...spends.map((spend) => lineOf(payer, { kind: 'spend', ...spend }, nowMs))]
  if (lines.length > 0) await insert(tx, lines)
}

const holdsOf = statement((db, given: { task: number; attempt: number }) =>
  db
    .selectFrom('ledger')
    .select((q) => ['at_ms', q.fn.sum<number>('micro_usd').as('held')])
    .where('task_id', '=', given.task)
    .where('attempt', '=', given.attempt)
    .where('kind', '!=', 'spend')
    .groupBy('at_ms'),
)

type Line = ReturnType<typeof lineOf>

const releaseOf = (payer: Payer, held: number, atMs: number): Line =>
  lineOf(payer, { kind: 'release', route: '', costMicro: -held, inTokens: 0, outTokens: 0 }, atMs)

const lineOf = (payer: Payer, line: Spend & { kind: 'reserve' | 'release' | 'spend' }, atMs: number) => ({
  at_ms: atMs,
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

/** Writes the lines; the sums follow with the transaction, and the next reservation in it counts them already. */
async function insert(tx: Tx, lines: readonly Line[]): Promise<void> {
  for (const line of lines) await insertLine(tx, line)
  await gather(tx, SPENT, ...lines.map(spentOf))
}

interface SpentPart {
  readonly quarterMs: number
  readonly micro: number
}

const spentOf = ({ at_ms, micro_usd }: Line): SpentPart => ({
  quarterMs: at_ms - (at_ms % QUARTER_MS),
  micro: micro_usd,
})

const SPENT: Topic<SpentPart> = {
  async write(tx, parts) {
    const sums = new Map<number, number>()
    for (const { quarterMs, micro } of parts) sums.set(quarterMs, (sums.get(quarterMs) ?? 0) + micro)
    for (const [quarterMs, micro] of sums) await addSpent(tx, { quarterMs, micro })
  },
}

const insertLine = statement((db, line: Line) =>
  db.insertInto('ledger').values({
    at_ms: line.at_ms,
    kind: line.kind,
    micro_usd: line.micro_usd,
    task_id: line.task_id,
    attempt: line.attempt,
    principal: line.principal,
    pool: line.pool,
    route: line.route,
    in_tokens: line.in_tokens,
    out_tokens: line.out_tokens,
  }),
)

const addSpent = statement((db, given: { quarterMs: number; micro: number }) =>
  db
    .insertInto('spent')
    .values({ quarter_ms: given.quarterMs, micro_usd: given.micro })
    .onConflict((conflict) =>
      conflict
        .column('quarter_ms')
        .doUpdateSet((q) => ({ micro_usd: q('spent.micro_usd', '+', q.ref('excluded.micro_usd')) })),
    ),
)
