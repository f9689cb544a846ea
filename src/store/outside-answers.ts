import type { Store } from './open.ts'
import type { Tx } from './schema.ts'

/** How many requests a source allows in a sliding window. */
export interface Quota {
  readonly limit: number
  readonly windowMs: number
}

/** What came of asking for room in a quota. `left` is what is free after it; `freeAtMs` is when the next request may go. */
export type Allowance =
  | { readonly granted: true; readonly left: number; readonly ticket: number }
  | { readonly granted: false; readonly left: number; readonly freeAtMs: number }

/** An answer that was kept, as it was given to `keep`. */
export interface KeptAnswer {
  readonly answer: unknown
  readonly fetchedMs: number
}

/**
 * Answers from outside and what is left of each source's quota, in the database, so that they outlive one-shot processes and
 * are shared by those that run at the same time.
 */
export function outsideAnswers(store: () => Promise<Store>, now: () => number) {
  return {
    /** Null when nothing is kept or it has expired. */
    async recall(key: string): Promise<KeptAnswer | null> {
      const { db } = await store()
      const row = await db
        .selectFrom('fetched')
        .select(['answer', 'fetched_ms'])
        .where('key', '=', key)
        .where('expires_ms', '>', now())
        .executeTakeFirst()
      return row ? { answer: JSON.parse(row.answer), fetchedMs: row.fetched_ms } : null
    },

    /** Keeps an answer, and removes all that have expired. */
    async keep(key: string, answer: unknown, expiresMs: number): Promise<void> {
      const row = { answer: JSON.stringify(answer), fetched_ms: now(), expires_ms: expiresMs }
      await (await store()).write(async (tx) => {
        await tx.deleteFrom('fetched').where('expires_ms', '<=', now()).execute()
        await tx
          .insertInto('fetched')
          .values({ key, ...row })
          .onConflict((clash) => clash.column('key').doUpdateSet(row))
          .execute()
      })
    },

    /** Takes `n` requests of a quota in one transaction, so that two processes cannot both take the last one. */
    async take(source: string, quota: Quota, n: number): Promise<Allowance> {
      return (await store()).write((tx) => takeRequests(tx, { source, quota, n, nowMs: now() }))
    },

    /** Gives a request back that never reached its source. */
    async giveBack(ticket: number): Promise<void> {
      await (await store()).write((tx) => tx.deleteFrom('requests').where('id', '=', ticket).execute())
    },

    /** How many requests are free now. */
    async left(source: string, { limit }: Quota): Promise<number> {
      const { db } = await store()
      const { sum } = await db
        .selectFrom('requests')
        .select((q) => q.fn.sum<number | null>('n').as('sum'))
        .where('source', '=', source)
        .where('until_ms', '>', now())
        .executeTakeFirstOrThrow()
      return Math.max(0, limit - (sum ?? 0))
    },
  }
}

interface Taking {
  readonly source: string
  readonly quota: Quota
  readonly n: number
  readonly nowMs: number
}

async function takeRequests(tx: Tx, { source, quota, n, nowMs }: Taking): Promise<Allowance> {
  await tx.deleteFrom('requests').where('until_ms', '<=', nowMs).execute()
  const made = await tx
    .selectFrom('requests')
    .select(['n', 'until_ms'])
    .where('source', '=', source)
    .orderBy('until_ms')
    .execute()
  const used = made.reduce((sum, row) => sum + row.n, 0)
  if (used + n > quota.limit)
    return {
      granted: false,
      left: Math.max(0, quota.limit - used),
      freeAtMs: freeAt(made, used + n - quota.limit, nowMs),
    }
  const { id } = await tx
    .insertInto('requests')
    .values({ source, n, at_ms: nowMs, until_ms: nowMs + quota.windowMs })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { granted: true, left: quota.limit - used - n, ticket: id }
}

/** When so many requests have left the window that `over` more fit: `made` runs from the oldest on. */
function freeAt(made: ReadonlyArray<{ n: number; until_ms: number }>, over: number, nowMs: number): number {
  let freed = 0
  const last = made.find((row) => {
    freed += row.n
    return freed >= over
  })
  return last?.until_ms ?? nowMs
}
