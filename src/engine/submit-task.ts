import { digestOf } from '../base/digest.ts'
import { OperatorError } from '../base/errors.ts'
import type { Principal } from '../base/roles.ts'
import { appendJournal } from '../store/journal.ts'
import type { Tx } from '../store/schema.ts'
import { countQueued, moveCount } from './counts.ts'
import { type Held, insertTask, type Task, type TaskColumns } from './insert-task.ts'
import { takeTurn } from './take-turn.ts'

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

/** How a task is put into the queue. */
export interface Submission {
  readonly mostQueued?: number
  /** Asked where nobody waits before the task: takes a place for it in this pool, so that it is in its first run. */
  readonly takePlace?: ((tx: Tx, pool: string) => Promise<Held | undefined>) | undefined
}

/** More waiting tasks than this in one pool are refused: a line that long is not being worked off. */
export const MOST_QUEUED = 100_000

/**
 * Puts a task into the queue, or returns the one that the same idempotency key made before.
 * `fresh` is false for the latter.
 *
 * @throws OperatorError CONFLICT when the key belongs to another request; QUEUE_FULL; LIMIT_REACHED for a task made by a
 *   task that is too deep down or has too many children.
 */
export async function submitTask(
  tx: Tx,
  request: TaskRequest,
  nowMs: number,
  { mostQueued = MOST_QUEUED, takePlace }: Submission = {},
): Promise<{ task: Task; fresh: boolean }> {
  const { pool, ask, attachment = null, principal, priority = DEFAULT_PRIORITY } = request
  const requestDigest = digestOf({ pool, ask, attachment })
  const earlier = await findByKey(tx, request)
  if (earlier) return { task: sameRequest(earlier, requestDigest), fresh: false }
  const queued = await checkRoom(tx, pool, mostQueued)
  const depth = await depthUnder(tx, request.parentId)
  const turn = await takeTurn(tx, { pool, owner: principal.owner, priority }, queued)
  const columns = { ...columnsOf(request, requestDigest, nowMs), priority, depth, turn }
  const held = queued === 0 && columns.run_at_ms <= nowMs ? await takePlace?.(tx, pool) : undefined
  const task = await insertTask(tx, columns, held)
  await moveCount(tx, pool, null, task.state)
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

const DEFAULT_PRIORITY = 5
const MOST_DEPTH = 5
const MOST_CHILDREN = 100

/** How many wait. @throws OperatorError QUEUE_FULL. */
async function checkRoom(tx: Tx, pool: string, mostQueued: number): Promise<number> {
  const queued = await countQueued(tx, pool)
  if (queued < mostQueued) return queued
  throw new OperatorError(
    'QUEUE_FULL',
    `The ${pool} pool has ${mostQueued} tasks waiting and takes no more until some have run.`,
    { hint: `operatoros scale ${pool} up`, data: { pool, queued: mostQueued } },
  )
}

/** How far down a task stands below the one that nobody's task made. @throws OperatorError LIMIT_REACHED. */
async function depthUnder(tx: Tx, parentId: number | undefined): Promise<number> {
  if (parentId === undefined) return 0
  const parent = await tx.selectFrom('tasks').select('depth').where('id', '=', parentId).executeTakeFirst()
  if (!parent) {
    throw new OperatorError('NOT_FOUND', `There is no task ${parentId} to make a task for.`, {
      hint: 'operatoros tasks',
    })
  }
  if (parent.depth >= MOST_DEPTH) throw tooMany(parentId, `stands ${MOST_DEPTH} tasks below the first one`)
  const { n } = await tx
    .selectFrom('tasks')
    .select((q) => q.fn.countAll<number>().as('n'))
    .where('parent_id', '=', parentId)
    .executeTakeFirstOrThrow()
  if (n >= MOST_CHILDREN) throw tooMany(parentId, `has made ${MOST_CHILDREN} tasks`)
  return parent.depth + 1
}

const tooMany = (taskId: number, why: string) =>
  new OperatorError('LIMIT_REACHED', `Task ${taskId} ${why}; it can make no more.`, {
    hint: `operatoros why ${taskId}`,
    data: { task: taskId },
  })

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

const columnsOf = (
  request: TaskRequest,
  requestDigest: string,
  nowMs: number,
): Omit<TaskColumns, 'priority' | 'depth' | 'turn'> => ({
  pool: request.pool,
  ask: request.ask,
  attachment: request.attachment ?? null,
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
