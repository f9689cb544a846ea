import type { Selectable } from 'kysely'
import { digestOf } from '../base/digest.ts'
import { OperatorError } from '../base/errors.ts'
import type { Principal } from '../base/roles.ts'
import { appendJournal } from '../store/journal.ts'
import type { Tx } from '../store/schema.ts'
import type { TaskRow } from '../store/tables/tasks.ts'
import { moveCount } from './counts.ts'

/** A task as the database holds it. */
export type Task = Selectable<TaskRow>

/** How the pool of a task was chosen. `scores` are 0..1 by pool; null when the caller named the pool. */
export interface Routing {
  readonly by: 'asked' | 'routed' | 'default'
  readonly scores: Readonly<Record<string, number>> | null
}

/** What a caller asks for. Times are Unix milliseconds. */
export interface TaskRequest {
  readonly pool: string
  readonly ask: string
  readonly attachment?: string | null | undefined
  readonly routing: Routing
  readonly session: string
  readonly principal: Principal
  readonly priority?: number | undefined
  readonly idempotencyKey?: string | undefined
  readonly deadlineMs?: number | undefined
  readonly runAtMs?: number | undefined
  readonly parentId?: number | undefined
}

/**
 * Puts a task into the queue, or returns the one that the same idempotency key made before.
 * `fresh` is false for the latter.
 *
 * @throws OperatorError CONFLICT when the key belongs to another request.
 */
export async function submitTask(tx: Tx, request: TaskRequest, nowMs: number): Promise<{ task: Task; fresh: boolean }> {
  const { pool, ask, attachment = null } = request
  const requestDigest = digestOf({ pool, ask, attachment })
  const earlier = await findByKey(tx, request)
  if (earlier) return { task: sameRequest(earlier, requestDigest), fresh: false }
  const task = await tx
    .insertInto('tasks')
    .values(rowOf(request, requestDigest, nowMs))
    .returningAll()
    .executeTakeFirstOrThrow()
  await moveCount(tx, pool, null, 'queued')
  await appendJournal(tx, {
    kind: 'task.submitted',
    principal: request.principal.id,
    atMs: nowMs,
    session: request.session,
    taskId: task.id,
    pool,
    data: { ask, routing: request.routing, priority: task.priority, attachmentLength: attachment?.length ?? 0 },
  })
  return { task, fresh: true }
}

async function findByKey(tx: Tx, { idempotencyKey, principal }: TaskRequest): Promise<Task | undefined> {
  if (idempotencyKey === undefined) return undefined
  return tx
    .selectFrom('tasks')
    .selectAll()
    .where('owner', '=', principal.owner)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst()
}

function sameRequest(task: Task, requestDigest: string): Task {
  if (task.request_digest === requestDigest) return task
  throw new OperatorError(
    'CONFLICT',
    `The idempotency key "${task.idempotency_key}" belongs to task ${task.id}, another request.`,
    {
      hint: `operatoros tasks ${task.id}`,
      data: { task: task.id },
    },
  )
}

const rowOf = (request: TaskRequest, requestDigest: string, nowMs: number) => ({
  state: 'queued' as const,
  pool: request.pool,
  ask: request.ask,
  attachment: request.attachment ?? null,
  priority: request.priority ?? 5,
  run_at_ms: request.runAtMs ?? nowMs,
  deadline_ms: request.deadlineMs ?? null,
  idempotency_key: request.idempotencyKey ?? null,
  request_digest: requestDigest,
  session: request.session,
  principal: request.principal.id,
  owner: request.principal.owner,
  parent_id: request.parentId ?? null,
  routing: JSON.stringify(request.routing),
  created_ms: nowMs,
})
