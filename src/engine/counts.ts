import { QUARTER_MS } from '../base/units.ts'
import { gather, gathered, type Topic } from '../store/gather.ts'
import type { Tx } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import type { TaskState } from '../store/tables/tasks.ts'

/** Keeps the number of tasks by state true: one leaves `from` (null: it is new) and enters `to`. */
export async function moveCount(tx: Tx, pool: string, from: TaskState | null, to: TaskState): Promise<void> {
  if (from) await gather(tx, COUNTS, { pool, state: from, n: -1 })
  await gather(tx, COUNTS, { pool, state: to, n: 1 })
}

/** How many tasks of a pool wait, those of this transaction included. */
export async function countQueued(tx: Tx, pool: string): Promise<number> {
  const [row] = await queuedCount(tx, { pool })
  const moves = gathered(tx, COUNTS).filter((move) => move.pool === pool && move.state === 'queued')
  return (row?.n ?? 0) + sumOf(moves, (move) => move.n)
}

const queuedCount = statement((db, given: { pool: string }) =>
  db.selectFrom('counts').select('n').where('pool', '=', given.pool).where('state', '=', 'queued'),
)

interface Moved {
  readonly pool: string
  readonly state: TaskState
  readonly n: number
}

const COUNTS: Topic<Moved> = {
  async write(tx, moves) {
    const rows = [...groupBy(moves, ({ pool, state }) => `${pool} ${state}`)]
      .map((group) => ({ ...group[0], n: sumOf(group, (one) => one.n) }))
      .filter(({ n }) => n !== 0)
    for (const row of rows) await addCount(tx, row)
  },
}

const addCount = statement((db, moved: Moved) =>
  db
    .insertInto('counts')
    .values({ pool: moved.pool, state: moved.state, n: moved.n })
    .onConflict((conflict) =>
      conflict.columns(['pool', 'state']).doUpdateSet((q) => ({ n: q('counts.n', '+', q.ref('excluded.n')) })),
    ),
)

/** One finished task. `waitMs` is submit → start, `totalMs` submit → finish. */
export interface Finished {
  readonly pool: string
  readonly outcome: TaskState
  readonly atMs: number
  readonly waitMs: number
  readonly totalMs: number
  readonly costMicro: number
}

/** Adds a finished task to the sums of its quarter hour. */
export const tallyFinished = (tx: Tx, finished: Finished): Promise<void> => gather(tx, TALLIES, finished)

const quarterOf = ({ atMs }: Finished): number => atMs - (atMs % QUARTER_MS)

const TALLIES: Topic<Finished> = {
  async write(tx, all) {
    const groups = groupBy(all, (one) => `${quarterOf(one)} ${one.pool} ${one.outcome}`)
    for (const group of groups) await addTally(tx, tallyOf(group))
  },
}

const addTally = statement((db, tally: ReturnType<typeof tallyOf>) =>
  db
    .insertInto('tallies')
    .values({
      quarter_ms: tally.quarter_ms,
      pool: tally.pool,
      outcome: tally.outcome,
      n: tally.n,
      wait_ms: tally.wait_ms,
      total_ms: tally.total_ms,
      cost_micro: tally.cost_micro,
    })
    .onConflict((conflict) =>
      conflict.columns(['quarter_ms', 'pool', 'outcome']).doUpdateSet((q) => ({
        n: q('tallies.n', '+', q.ref('excluded.n')),
        wait_ms: q('tallies.wait_ms', '+', q.ref('excluded.wait_ms')),
        total_ms: q('tallies.total_ms', '+', q.ref('excluded.total_ms')),
        cost_micro: q('tallies.cost_micro', '+', q.ref('excluded.cost_micro')),
      })),
    ),
)

const tallyOf = (group: Group<Finished>) => ({
  quarter_ms: quarterOf(group[0]),
  pool: group[0].pool,
  outcome: group[0].outcome,
  n: group.length,
  wait_ms: sumOf(group, (one) => one.waitMs),
  total_ms: sumOf(group, (one) => one.totalMs),
  cost_micro: sumOf(group, (one) => one.costMicro),
})

type Group<T> = readonly [T, ...T[]]

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Iterable<Group<T>> {
  const groups = new Map<string, [T, ...T[]]>()
  for (const item of items) {
    const known = groups.get(keyOf(item))
    if (known) known.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups.values()
}

const sumOf = <T>(items: readonly T[], amountOf: (item: T) => number): number =>
  items.reduce((sum, item) => sum + amountOf(item), 0)
