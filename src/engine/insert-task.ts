import type { Insertable, Selectable } from 'kysely'
import { OperatorError } from '../base/errors.ts'
import type { Tx } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import type { TaskRow } from '../store/tables/tasks.ts'

/** A task as the database holds it. */
export type Task = Selectable<TaskRow>

/** What a task holds while a worker runs it. */
export type Held = Pick<Task, 'worker_id' | 'slot_id' | 'lease_until_ms' | 'started_ms'>

/** What a new task is made of; the rest is the same for every one. */
export type TaskColumns = Pick<Task, (typeof GIVEN)[number]>

const GIVEN = [
  ...(['pool', 'ask', 'attachment', 'priority', 'turn', 'run_at_ms', 'deadline_ms', 'idempotency_key'] as const),
  ...(['request_digest', 'session', 'principal', 'owner', 'parent_id', 'depth', 'routing', 'created_ms'] as const),
]

const FRESH = {
  ...{ max_attempts: 3, cancel_requested: 0, cost_micro: 0, finished_ms: null },
  ...{ answer: null, answered_by: null, error_code: null, error_message: null },
}

const WAITS = {
  ...{ state: 'queued' as const, attempts: 0, epoch: 0 },
  ...{ worker_id: null, slot_id: null, lease_until_ms: null, started_ms: null },
}

/** Writes a new task, which waits or, where it holds a place, is in its first run; gives it as it is in the database. */
export async function insertTask(tx: Tx, columns: TaskColumns, held: Held | undefined): Promise<Task> {
  const stands = held ? { ...held, state: 'running' as const, attempts: 1, epoch: 1 } : WAITS
  const row: Omit<Task, 'id'> = { ...columns, ...FRESH, ...stands }
  const [made] = await insertRow(tx, row)
  if (!made) throw new OperatorError('BUG', 'A task that was written did not come back.')
  return { ...row, id: made.id }
}

const COLUMNS = [...GIVEN, ...Object.keys({ ...FRESH, ...WAITS })] as ReadonlyArray<Exclude<keyof Task, 'id'>>

/** All columns of the call: a statement sees them only when it asks for each. */
const insertRow = statement((db, row: Omit<Task, 'id'>) =>
  db
    .insertInto('tasks')
    .values(Object.fromEntries(COLUMNS.map((name) => [name, row[name]])) as Insertable<TaskRow>)
    .returning('id'),
)
