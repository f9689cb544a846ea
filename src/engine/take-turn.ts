import { gather, gathered, type Topic } from '../store/gather.ts'
import type { Tx } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import { stateIs, type TaskRow } from '../store/tables/tasks.ts'

/** What decides a task's place in the line of its pool. */
export interface Queueing {
  readonly pool: string
  readonly owner: string
  /** 0 is most urgent. */
  readonly priority: number
}

/** A step of priority is worth so many tasks begun: after that many, a less urgent task goes before new urgent ones. */
const STEP = 20

/**
 * The place of a new task in the line of its pool, the lowest being next. Start-time fair queuing (Goyal, Vin, Cheng 1996):
 * the line's own time grows with every task begun, and each owner's tasks of one priority follow each other one turn
 * apart. So the urgent go first, who brings a thousand tasks does not keep out who brings one, and nobody starves.
 * `queued`: how many wait in the pool.
 */
export async function takeTurn(tx: Tx, { pool, owner, priority }: Queueing, queued: number): Promise<number> {
  const line = await readLine(tx, pool)
  const own = queued === 0 ? 0 : await readLast(tx, { pool, owner, priority })
  const offset = priority * STEP
  return Math.max(line, own - offset) + 1 + offset
}

async function readLine(tx: Tx, pool: string): Promise<number> {
  const [row] = await lineTime(tx, { pool })
  return Math.max(row?.turn ?? 0, ...gathered(tx, PASSED).flatMap((one) => (one.pool === pool ? one.time : [])))
}

const lineTime = statement((db, given: { pool: string }) =>
  db.selectFrom('pools').select('turn').where('name', '=', given.pool),
)

/** The turn of the owner's last task of this priority that still waits, or 0. */
async function readLast(tx: Tx, queueing: Queueing): Promise<number> {
  const [row] = await lastTurn(tx, queueing)
  return row?.turn ?? 0
}

const lastTurn = statement((db, given: Queueing) =>
  db
    .selectFrom('tasks')
    .select('turn')
    .where(stateIs('queued'))
    .where('pool', '=', given.pool)
    .where('owner', '=', given.owner)
    .where('priority', '=', given.priority)
    .orderBy('turn', 'desc')
    .limit(1),
)

/** The line moves on: this task was begun. Its priority gave it its place and does not move the line. */
export const passTurn = (
  tx: Tx,
  { pool, turn, priority }: Pick<TaskRow, 'pool'> & { turn: number; priority: number },
) => gather(tx, PASSED, { pool, time: turn - priority * STEP })

interface Passed {
  readonly pool: string
  readonly time: number
}

const PASSED: Topic<Passed> = {
  async write(tx, all) {
    const times = new Map<string, number>()
    for (const { pool, time } of all) times.set(pool, Math.max(time, times.get(pool) ?? 0))
    for (const [pool, time] of times) await moveLine(tx, { pool, time })
  },
}

const moveLine = statement((db, given: { pool: string; time: number }) =>
  db.updateTable('pools').set({ turn: given.time }).where('name', '=', given.pool).where('turn', '<', given.time),
)
