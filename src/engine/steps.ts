import type { Clock } from '../base/clock.ts'
import { digestOf } from '../base/digest.ts'
import { OperatorError, toOperatorError } from '../base/errors.ts'
import type { RunStep, StepSpec } from '../base/run-step.ts'
import type { Store } from '../store/open.ts'
import type { Tx } from '../store/schema.ts'
import type { StepRow } from '../store/tables/steps.ts'
import type { Run } from './runs.ts'

interface Recording {
  readonly store: Store
  readonly run: Run
  readonly clock: Clock
}

/** The step recorder of one run. Steps of one name are counted in the order in which they are begun. */
export function recordSteps(store: Store, run: Run, clock: Clock): RunStep {
  const seen = new Map<string, number>()
  return async <T>(spec: StepSpec, work: (idempotencyKey: string) => Promise<T>): Promise<T> => {
    const seq = seen.get(spec.name) ?? 0
    seen.set(spec.name, seq + 1)
    const key = `task-${run.task.id}-${spec.name}-${seq}`
    const row = rowOf(run, spec, { seq, key, startedMs: clock.now() })
    const stored = await find(store, run, spec.name, seq)
    // The output of another input (an earlier attempt took another way) answers nothing.
    if (stored?.state === 'done' && stored.input_digest === row.input_digest)
      return JSON.parse(stored.output ?? 'null') as T
    if (spec.effect !== 'read') await save(store, run, row)
    return finish({ store, run, clock }, row, () => work(key))
  }
}

async function finish<T>({ store, run, clock }: Recording, row: StepRow, work: () => Promise<T>): Promise<T> {
  try {
    const output = await work()
    await save(store, run, { ...row, state: 'done', output: JSON.stringify(output), ended_ms: clock.now() })
    return output
  } catch (thrown) {
    await save(store, run, { ...row, state: 'failed', error_code: toOperatorError(thrown).code, ended_ms: clock.now() })
    throw thrown
  }
}

const find = (store: Store, run: Run, name: string, seq: number) =>
  run.attempt === 1
    ? Promise.resolve(undefined)
    : store.db
        .selectFrom('steps')
        .select(['state', 'output', 'input_digest'])
        .where('task_id', '=', run.task.id)
        .where('name', '=', name)
        .where('seq', '=', seq)
        .executeTakeFirst()

const rowOf = (run: Run, spec: StepSpec, at: { seq: number; key: string; startedMs: number }): StepRow => ({
  task_id: run.task.id,
  name: spec.name,
  seq: at.seq,
  attempt: run.attempt,
  kind: spec.kind,
  effect: spec.effect,
  state: 'intended',
  idempotency_key: at.key,
  input_digest: digestOf(spec.input ?? null),
  output: null,
  error_code: null,
  started_ms: at.startedMs,
  ended_ms: null,
})

/** Refused once another run has begun: a worker that wakes late may not change what the new one records. */
async function save(store: Store, run: Run, row: StepRow): Promise<void> {
  await store.write(async (tx) => {
    const task = await tx.selectFrom('tasks').select('epoch').where('id', '=', run.task.id).executeTakeFirst()
    if (task?.epoch !== run.epoch)
      throw new OperatorError('CANCELLED', `Task ${run.task.id} was taken over by another worker.`)
    await upsert(tx, row)
  })
}

const upsert = (tx: Tx, row: StepRow) =>
  tx
    .insertInto('steps')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['task_id', 'name', 'seq']).doUpdateSet({
        attempt: row.attempt,
        state: row.state,
        input_digest: row.input_digest,
        output: row.output,
        error_code: row.error_code,
        started_ms: row.started_ms,
        ended_ms: row.ended_ms,
      }),
    )
    .execute()
