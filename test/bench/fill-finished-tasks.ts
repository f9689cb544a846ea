import { OperatorError } from '../../src/base/errors.ts'
import { beginRun, type Ending, settleRun } from '../../src/engine/runs.ts'
import { submitTask } from '../../src/engine/submit-task.ts'
import type { Store } from '../../src/store/open.ts'
import { openFleetFile } from '../faults/fleet-file.ts'

const BY_THE_ENGINE = 1_000
const COPIES_AT_ONCE = 100
/** Less than the thirty days after which details are removed: what is measured is not the removal. */
const SPREAD_MS = 29 * 86_400_000

/**
 * Puts so many finished tasks into a database, spread over the last 29 days, each fiftieth of them failed. The first
 * thousand go by the engine's own road: submitted, run and settled. The others are copies of all their rows (tasks,
 * attempts, steps, messages, journal), with the sums that the engine keeps made anew; the copied journal's hashes do not
 * verify.
 */
export async function fillFinishedTasks(home: string, count: number): Promise<void> {
  const { app } = openFleetFile(home)
  await app.controller.pools.list()
  const store = await app.controller.house.store()
  await store.write(async (tx) => {
    for (let i = 0; i < Math.min(count, BY_THE_ENGINE); i += 1) {
      const nowMs = Date.now()
      const request = {
        pool: 'general',
        ask: `15% of ${i}`,
        routing: { by: 'asked', scores: null } as const,
        session: `bench-${i % 100}`,
        principal: app.caller,
      }
      const { task } = await submitTask(tx, request, nowMs)
      const run = await beginRun(tx, task.id, 'bench', nowMs)
      if (!run) throw new Error(`task ${task.id} could not begin`)
      const step = { task_id: task.id, name: 'tool:calculator', seq: 0, attempt: 1, input_digest: '', ...STEP }
      await tx
        .insertInto('steps')
        .values({ ...step, started_ms: nowMs, ended_ms: nowMs })
        .execute()
      const said = { session: task.session, at_ms: nowMs, task_id: task.id, pool: task.pool }
      const turns = [{ ...said, role: 'user' as const, text: task.ask }]
      await tx
        .insertInto('messages')
        .values([...turns, { ...said, role: 'agent' as const, text: ANSWER }])
        .execute()
      await settleRun(tx, run, i % FAILS_EACH === 0 ? FAILED : DONE, nowMs)
    }
  })
  if (count > BY_THE_ENGINE) copyRows(store, Math.floor(count / BY_THE_ENGINE))
  await app.close()
}

const FAILS_EACH = 50
const ANSWER = 'It is 15 percent of the number that was asked for. '.repeat(8)
const DONE: Ending = { state: 'done', answer: JSON.stringify({ text: ANSWER }), answeredBy: 'handbook', spends: [] }
const FAILED: Ending = { state: 'failed', error: new OperatorError('TASK_FAILED', 'It did not work.'), spends: [] }
const STEP = {
  ...({ kind: 'tool', effect: 'read', state: 'done', idempotency_key: 'k' } as const),
  ...{ output: '{"value":1}', error_code: null },
}

/** What grows with a copy, by table; the other columns are copied as they are. */
const SHIFTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tasks: {
    id: 'id + k * $tasks',
    ...{ run_at_ms: 'run_at_ms - $ago', created_ms: 'created_ms - $ago' },
    ...{ started_ms: 'started_ms - $ago', finished_ms: 'finished_ms - $ago' },
  },
  attempts: { task_id: 'task_id + k * $tasks', started_ms: 'started_ms - $ago', ended_ms: 'ended_ms - $ago' },
  steps: { task_id: 'task_id + k * $tasks', started_ms: 'started_ms - $ago', ended_ms: 'ended_ms - $ago' },
  messages: { id: 'id + k * $messages', task_id: 'task_id + k * $tasks', at_ms: 'at_ms - $ago' },
  journal: { seq: 'seq + k * $journal', task_id: 'task_id + k * $tasks', at_ms: 'at_ms - $ago' },
}

/** Makes every block of a thousand tasks `blocks` times, the first being there; the newest is the last. */
function copyRows(store: Store, blocks: number): void {
  const highest = (table: string, column: string) =>
    (store.maintain(`select max(${column}) as n from ${table}`)[0] as { n: number }).n
  const sizes = {
    tasks: highest('tasks', 'id'),
    messages: highest('messages', 'id'),
    journal: highest('journal', 'seq'),
  }
  for (const [table, shifted] of Object.entries(SHIFTED)) {
    const columns = (store.maintain(`select name from pragma_table_info('${table}')`) as Array<{ name: string }>).map(
      ({ name }) => name,
    )
    const inFirst = `${Object.keys(shifted)[0]} <= ${sizes[table as keyof typeof sizes] ?? sizes.tasks}`
    const expressions = columns.map((name) => place(shifted[name] ?? name, sizes, blocks)).join(', ')
    for (let from = 1; from < blocks; from += COPIES_AT_ONCE) {
      const last = Math.min(blocks - 1, from + COPIES_AT_ONCE - 1)
      store.maintain(
        `with recursive n(k) as (select ${from} union all select k + 1 from n where k < ${last})
         insert into ${table} (${columns.join(', ')}) select ${expressions} from n cross join ${table}
         where ${inFirst}`,
      )
    }
    const times = Object.entries(shifted).filter(([, expression]) => expression.endsWith('$ago'))
    const moved = times.map(
      ([name, expression]) => `${name} = ${place(expression, sizes, blocks).replace(' k)', ' 0)')}`,
    )
    store.maintain(`update ${table} set ${moved.join(', ')} where ${inFirst}`)
  }
  for (const statement of SUMS) store.maintain(statement)
}

/** Block k, from 0 on, happened `(blocks - k) / blocks` of the spread ago. */
const place = (expression: string, sizes: Readonly<Record<string, number>>, blocks: number): string =>
  expression
    .replace('$ago', `(${blocks} - k) * ${Math.round(SPREAD_MS / blocks)}`)
    .replace(/\$(\w+)/g, (_all, name: string) => String(sizes[name]))

const SUMS = [
  'delete from tallies',
  `insert into tallies select finished_ms - finished_ms % 900000, pool, state, count(*), sum(started_ms - created_ms),
   sum(finished_ms - created_ms), 0 from tasks group by 1, 2, 3`,
  'delete from counts',
  'insert into counts select pool, state, count(*) from tasks group by 1, 2',
  `update heads set seq = (select max(seq) from journal), hash = (select hash from journal order by seq desc limit 1)
   where name = 'journal'`,
]
