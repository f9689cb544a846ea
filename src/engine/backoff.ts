import type { ErrorCode } from '../base/errors.ts'
import { MINUTE_MS } from '../base/units.ts'
import type { Db } from '../store/schema.ts'

/** How long to wait before another try: at most `baseMs` doubled with every attempt, and never more than `mostMs`. */
interface Backoff {
  readonly baseMs: number
  readonly mostMs: number
}

/** A provider that says "too many" means it: its pause begins longer. A lock or a full disk may be over soon. */
const BACKOFFS: Partial<Record<ErrorCode, Backoff>> = {
  RATE_LIMITED: { baseMs: 4_000, mostMs: 120_000 },
  PROVIDER_FAILED: { baseMs: 1_000, mostMs: 60_000 },
  STORE_UNAVAILABLE: { baseMs: 200, mostMs: 10_000 },
}
const OTHERS: Backoff = { baseMs: 500, mostMs: 30_000 }

/**
 * Milliseconds before the next attempt: exponential backoff with full jitter, so that tasks that failed together do not
 * come back together (Brooker, "Exponential Backoff and Jitter", 2015). `random` is 0..1.
 */
export function backoffMs(code: ErrorCode, attempt: number, random: number): number {
  const { baseMs, mostMs } = BACKOFFS[code] ?? OTHERS
  return Math.ceil(random * Math.min(mostMs, baseMs * 2 ** (attempt - 1)))
}

/** A pool may always try again so often in a minute, and beyond that with every fifth of its runs. */
const FREE_RETRIES = 20
const RETRY_SHARE = 0.2

/**
 * True while a pool's retries of the last minute are within its budget. When most of its runs fail, trying each again
 * would only double the load on what is failing (Google SRE Book, "Handling Overload").
 */
export async function hasRetryBudget(db: Db, pool: string, nowMs: number): Promise<boolean> {
  const ended = await db
    .selectFrom('attempts')
    .select((q) => [
      q.fn.countAll<number>().as('runs'),
      q.fn.sum<number | null>(q.case().when('attempt', '>', 1).then(1).else(0).end()).as('retries'),
    ])
    .where('ended_ms', '>', nowMs - MINUTE_MS)
    .where('pool', '=', pool)
    .executeTakeFirstOrThrow()
  const retries = ended.retries ?? 0
  return retries < FREE_RETRIES || retries < RETRY_SHARE * ended.runs
}
