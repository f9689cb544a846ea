import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyJournal } from '../../src/store/journal.ts'
import type { Store } from '../../src/store/open.ts'
import type { TaskState } from '../../src/store/tables/tasks.ts'
import { LEDGER_FILE } from './scripted-house.ts'

/** A journal row that tells of a task. */
interface StoryRow {
  readonly seq: number
  readonly task_id: number
  readonly kind: string
  readonly data: string
}

const FROM: Readonly<Record<string, readonly TaskState[]>> = {
  'task.started': ['queued'],
  'task.done': ['running'],
  'task.failed': ['running'],
  'task.refused': ['running'],
  'task.queued': ['running'],
  'task.parked': ['running'],
  'task.unknown': ['running'],
  'task.recovered': ['running'],
  'task.cancelled': ['running', 'queued', 'parked', 'unknown'],
  'task.retried': ['failed', 'cancelled', 'refused', 'unknown'],
  'approval.approved': ['parked'],
  'approval.denied': ['parked'],
}
const STILL = ['task.fenced', 'task.cancel-asked']
const TO: Readonly<Record<string, TaskState>> = {
  'task.started': 'running',
  'task.retried': 'queued',
  'approval.approved': 'queued',
  'approval.denied': 'refused',
}

/** The state that a row leaves its task in; a sentence when the row cannot follow that state. */
function next(state: TaskState | undefined, { kind, data }: StoryRow): TaskState | { readonly wrong: string } {
  if (kind === 'task.submitted') return state === undefined ? 'queued' : { wrong: `submitted again while ${state}` }
  if (state === undefined) return { wrong: `${kind} before it was submitted` }
  if (STILL.includes(kind)) return state
  if (!FROM[kind]?.includes(state)) return { wrong: `${kind} while ${state}` }
  if (kind === 'task.recovered') return (JSON.parse(data) as { now: TaskState }).now
  return TO[kind] ?? (kind.slice('task.'.length) as TaskState)
}

/** Reads every task's story in the journal: what does not follow, or does not lead to where the task stands. */
export async function faultsOfStories(store: Store): Promise<string[]> {
  const rows = store.maintain(
    "select seq, task_id, kind, data from journal where task_id is not null and (kind like 'task.%' or kind like 'approval.%') order by seq",
  ) as StoryRow[]
  const states = new Map<number, TaskState>()
  const faults: string[] = []
  for (const row of rows) {
    const reached = next(states.get(row.task_id), row)
    if (typeof reached === 'string') states.set(row.task_id, reached)
    else faults.push(`task ${row.task_id}, row ${row.seq}: ${reached.wrong}`)
  }
  const tasks = store.maintain('select id, state from tasks') as { id: number; state: TaskState }[]
  for (const { id, state } of tasks) {
    if (states.get(id) !== state) faults.push(`task ${id} is ${state}, and its story ends ${states.get(id)}`)
  }
  return faults
}

const ORDER: ReadonlyArray<readonly [fault: string, sql: string]> = [
  [
    'a place is busy without a running task',
    "select s.id from slots s left join tasks t on t.id = s.task_id and t.slot_id = s.id and t.state = 'running' where s.state in ('busy', 'draining') and t.id is null",
  ],
  [
    'a running task has no place of its own',
    "select t.id from tasks t left join slots s on s.id = t.slot_id and s.task_id = t.id and s.state in ('busy', 'draining') where t.state = 'running' and s.id is null",
  ],
  [
    'a task that does not run holds a place or a lease',
    "select id from tasks where state <> 'running' and (slot_id is not null or worker_id is not null or lease_until_ms is not null)",
  ],
  [
    'a running task has not exactly one open attempt',
    "select t.id from tasks t left join attempts a on a.task_id = t.id and a.outcome is null where t.state = 'running' group by t.id having count(a.attempt) <> 1",
  ],
  [
    'an attempt is open although its task does not run it',
    "select a.task_id from attempts a join tasks t on t.id = a.task_id where a.outcome is null and (t.state <> 'running' or t.attempts <> a.attempt)",
  ],
  [
    'a count is not the number of rows',
    "select pool || ' ' || state from (select pool, state, sum(n) n from (select pool, state, n from counts union all select pool, state, -count(*) from tasks group by pool, state) group by pool, state) where n <> 0",
  ],
  [
    'a pool has more places that stay than its size, or fewer than its size in all',
    "select p.name from pools p left join slots s on s.pool = p.name group by p.name having count(case when s.state <> 'draining' then 1 end) > p.size or count(s.id) < p.size",
  ],
  [
    'an approval is pending although its task is not parked',
    "select a.id from approvals a join tasks t on t.id = a.task_id where a.state = 'pending' and t.state <> 'parked'",
  ],
  [
    'a parked task has not exactly one pending approval',
    "select t.id from tasks t left join approvals a on a.task_id = t.id and a.state = 'pending' where t.state = 'parked' group by t.id having count(a.id) <> 1",
  ],
]

/** One statement for all: it is asked after every step of a simulation. */
const DISORDER = ORDER.map(
  ([fault, sql], i) => `select '${fault}' fault, key from (with q${i}(key) as (${sql}) select key from q${i})`,
).join(' union all ')

/** What does not fit together in the rows at any one moment: places, attempts, counts, approvals. */
export const faultsOfRows = (store: Store): string[] =>
  (store.maintain(DISORDER) as { fault: string; key: unknown }[]).map(({ fault, key }) => `${fault}: ${key}`)

/** How often each payment reached the ledger outside. */
export function paymentsOf(home: string): ReadonlyMap<string, number> {
  const file = join(home, LEDGER_FILE)
  const paid = new Map<string, number>()
  if (!existsSync(file)) return paid
  for (const key of readFileSync(file, 'utf8').split('\n').filter(Boolean)) paid.set(key, (paid.get(key) ?? 0) + 1)
  return paid
}

/**
 * Everything that is wrong after the work is over: acknowledged tasks that are lost or open, stories with holes or
 * repeats, payments made twice or not made by a task that is done, a journal that does not verify.
 */
export async function faultsOfFleet(
  store: Store,
  { home, acknowledged }: { home: string; acknowledged: ReadonlyMap<number, string> },
): Promise<string[]> {
  const paid = paymentsOf(home)
  const faults = [
    ...(await faultsOfStories(store)),
    ...faultsOfRows(store),
    ...faultsOfTasks(store, acknowledged, paid),
  ]
  for (const [key, times] of paid) if (times > 1) faults.push(`the payment ${key} was made ${times} times`)
  const { bad } = await verifyJournal(store.db)
  if (bad) faults.push(`the journal does not verify: ${bad.why} at ${bad.seq}`)
  return faults
}

interface Standing {
  readonly id: number
  readonly state: TaskState
  readonly error_code: string | null
  readonly error_message: string | null
}

/** Done, unknown, or given up after every attempt met a disk that failed. */
const stands = ({ state, error_code }: Standing): boolean =>
  state === 'done' || state === 'unknown' || (state === 'failed' && error_code === 'STORE_UNAVAILABLE')

function faultsOfTasks(
  store: Store,
  acknowledged: ReadonlyMap<number, string>,
  paid: ReadonlyMap<string, number>,
): string[] {
  const rows = store.maintain('select id, state, error_code, error_message from tasks') as Standing[]
  const tasks = new Map(rows.map((row) => [row.id, row]))
  return [...acknowledged].flatMap(([id, key]) => {
    const task = tasks.get(id)
    const times = paid.get(key) ?? 0
    if (!task) return [`task ${id} is lost`]
    if (!stands(task)) return [`task ${id} is ${task.state}: ${task.error_code}, ${task.error_message}`]
    return task.state === 'done' && times !== 1 ? [`task ${id} is done and its payment was made ${times} times`] : []
  })
}
