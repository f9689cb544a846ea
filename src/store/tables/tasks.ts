import { type Generated, type SqlBool, sql } from 'kysely'
import type { Table } from '../schema.ts'

/**
 * One ask and where it stands. Times are Unix milliseconds.
 *
 * state: `queued` waits for a slot → `running` holds a lease → `done` · `failed` · `refused` · `cancelled` (ends), `parked` (waits for
 * an approval, then queued again), `unknown` (a side effect may or may not have happened: a person decides by `retry` or `cancel`).
 * `epoch` grows with every run; a worker that wakes late holds an old one and can write nothing.
 */
export interface TaskRow {
  id: Generated<number>
  state: TaskState
  pool: string
  ask: string
  /** Text that came with the ask (piped in or from a file), or null. */
  attachment: string | null
  /** 0 is most urgent, 5 the default, 9 the least. */
  priority: Generated<number>
  /** Its place in the line of its pool: the lowest waiting one is next (engine/take-turn.ts). */
  turn: Generated<number>
  /** Runs begun so far. */
  attempts: Generated<number>
  max_attempts: Generated<number>
  epoch: Generated<number>
  worker_id: string | null
  slot_id: number | null
  lease_until_ms: number | null
  /** Not before this time: delays and backoff. */
  run_at_ms: number
  deadline_ms: number | null
  idempotency_key: string | null
  /** Digest of pool, ask and attachment: tells a repeated request from another one under the same key. */
  request_digest: string
  session: string
  principal: string
  owner: string
  parent_id: number | null
  depth: Generated<number>
  /** How the pool was chosen, as JSON: `{ by: 'asked' | 'routed' | 'default', scores }`. */
  routing: string
  cancel_requested: Generated<number>
  /** The answer as JSON (agents/answer.ts) once done; null before. */
  answer: string | null
  error_code: string | null
  error_message: string | null
  /** Who answered: `handbook`, or `provider/model`. */
  answered_by: string | null
  cost_micro: Generated<number>
  created_ms: number
  started_ms: number | null
  finished_ms: number | null
}

declare module '../schema.ts' {
  interface Schema {
    tasks: TaskRow
  }
}

const table: Table = {
  name: 'tasks',
  steps: {
    '2026-11-20-tasks': async (db) => {
      await db.schema
        .createTable('tasks')
        .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('pool', 'text', (c) => c.notNull())
        .addColumn('ask', 'text', (c) => c.notNull())
        .addColumn('attachment', 'text')
        .addColumn('priority', 'integer', (c) => c.notNull().defaultTo(5))
        .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('max_attempts', 'integer', (c) => c.notNull().defaultTo(3))
        .addColumn('epoch', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('worker_id', 'text')
        .addColumn('slot_id', 'bigint')
        .addColumn('lease_until_ms', 'bigint')
        .addColumn('run_at_ms', 'bigint', (c) => c.notNull())
        .addColumn('deadline_ms', 'bigint')
        .addColumn('idempotency_key', 'text')
        .addColumn('request_digest', 'text', (c) => c.notNull())
        .addColumn('session', 'text', (c) => c.notNull())
        .addColumn('principal', 'text', (c) => c.notNull())
        .addColumn('owner', 'text', (c) => c.notNull())
        .addColumn('parent_id', 'bigint')
        .addColumn('depth', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('routing', 'text', (c) => c.notNull())
        .addColumn('cancel_requested', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('answer', 'text')
        .addColumn('error_code', 'text')
        .addColumn('error_message', 'text')
        .addColumn('answered_by', 'text')
        .addColumn('cost_micro', 'bigint', (c) => c.notNull().defaultTo(0))
        .addColumn('created_ms', 'bigint', (c) => c.notNull())
        .addColumn('started_ms', 'bigint')
        .addColumn('finished_ms', 'bigint')
        .execute()
      // Only unfinished tasks are searched by state, so the index stays small however many have finished.
      await db.schema
        .createIndex('tasks_open')
        .on('tasks')
        .columns(['state', 'pool', 'priority', 'id'])
        .where('state', 'in', ['queued', 'running', 'parked', 'unknown'])
        .execute()
      await db.schema
        .createIndex('tasks_key')
        .unique()
        .on('tasks')
        .columns(['owner', 'idempotency_key'])
        .where('idempotency_key', 'is not', null)
        .execute()
      await db.schema.createIndex('tasks_session').on('tasks').columns(['session', 'id']).execute()
    },
    '2026-11-21-tasks-turn': async (db) => {
      await db.schema
        .alterTable('tasks')
        .addColumn('turn', 'bigint', (c) => c.notNull().defaultTo(0))
        .execute()
      await sql`update tasks set turn = priority * 20 where state = 'queued'`.execute(db)
      await db.schema.dropIndex('tasks_open').execute()
      await db.schema
        .createIndex('tasks_open')
        .on('tasks')
        .columns(['state', 'pool', 'turn', 'run_at_ms'])
        .where('state', 'in', ['queued', 'running', 'parked', 'unknown'])
        .execute()
      // The end of an owner's line, for the turn of its next task.
      await db.schema
        .createIndex('tasks_line')
        .on('tasks')
        .columns(['state', 'pool', 'owner', 'priority', 'turn'])
        .where('state', '=', 'queued')
        .execute()
      await db.schema
        .createIndex('tasks_children')
        .on('tasks')
        .columns(['parent_id'])
        .where('parent_id', 'is not', null)
        .execute()
    },
    // Of an index that holds several states SQLite makes no use when one of them is asked for: each has its own, so that
    // only tasks of that state are looked at. Done tasks need none; nearly all are.
    '2026-11-21-tasks-with-an-index-by-state': async (db) => {
      await db.schema.dropIndex('tasks_open').execute()
      await sql`create index tasks_next on tasks (state, pool, turn, id, run_at_ms) where state = 'queued'`.execute(db)
      for (const state of ['running', 'parked', 'unknown', 'failed', 'refused', 'cancelled'])
        await sql`create index ${sql.id(`tasks_${state}`)} on tasks (state, id) where state = ${sql.lit(state)}`.execute(
          db,
        )
      await db.schema.createIndex('tasks_owner').on('tasks').columns(['owner', 'id']).execute()
    },
    // Nothing asks for the tasks of a session: its messages are asked for.
    '2026-11-22-tasks-without-an-index-by-session': async (db) => {
      await db.schema.dropIndex('tasks_session').execute()
    },
  },
}
export default table

/** Every state of a task; what each means stands at `TaskRow`. */
export const TASK_STATES = ['queued', 'running', 'done', 'failed', 'refused', 'parked', 'cancelled', 'unknown'] as const
/** One of `TASK_STATES`. */
export type TaskState = (typeof TASK_STATES)[number]

/** States that a task leaves no more, except by `retry`. */
export const ENDED_STATES: readonly TaskState[] = ['done', 'failed', 'refused', 'cancelled']

/**
 * Condition that a task is in a state, which is written into the statement: with a value that is bound, SQLite would
 * have to plan the statement anew each time to see that the index of that state serves.
 */
export const stateIs = (state: TaskState) => sql<SqlBool>`tasks.state = ${sql.lit(state)}`
