import type { Clock } from '../base/clock.ts'
import { crashPoint } from '../base/crash-point.ts'
import { digestOf } from '../base/digest.ts'
import { OperatorError, toOperatorError } from '../base/errors.ts'
import type { StepSpec } from '../base/run-step.ts'
import type { Store } from '../store/open.ts'
import type { Tx } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import type { StepRow } from '../store/tables/steps.ts'
import { stateIs } from '../store/tables/tasks.ts'
import type { Run } from './runs.ts'

interface Recording {
  readonly store: Store
  readonly run: Run
  readonly clock: Clock
}

/** A run that goes on for more steps than this goes in circles. */
const MOST_STEPS = 200

/**
 * Runs a step once, as `RunStep`. `alongside` is written in one transaction with the intent, so that money is held for a
 * call or the call is not made; it is left out for a step that an earlier attempt has done.
 */
export type RecordStep = <T>(
  spec: StepSpec,
  work: (idempotencyKey: string) => Promise<T>,
  alongside?: (tx: Tx) => Promise<void>,
) => Promise<T>

/** The step recorder of one run. Steps of one name are counted in the order in which they are begun. */
export function recordSteps(store: Store, run: Run, clock: Clock): RecordStep {
  const seen = new Map<string, number>()
  let taken = 0
  let recorded: Promise<void> = Promise.resolve()
  return async (spec, work, alongside) => {
    await recorded
    if (taken >= MOST_STEPS)
      throw new OperatorError('LIMIT_REACHED', `Task ${run.task.id} has taken ${MOST_STEPS} steps; it takes no more.`, {
        hint: `operatoros why ${run.task.id}`,
      })
    taken += 1
    const seq = seen.get(spec.name) ?? 0
    seen.set(spec.name, seq + 1)
    const key = `task-${run.task.id}-${spec.name}-${seq}`
    const row = rowOf(run, spec, { seq, key, startedMs: clock.now() })
    const stored = await find(store, run, spec.name, seq)
    // The output of another input (an earlier attempt took another way) answers nothing.
    if (stored?.state === 'done' && stored.input_digest === row.input_digest) return JSON.parse(stored.output ?? 'null')
    if (spec.effect !== 'read') await save(store, run, row, alongside)
    crashPoint('step.intended')
    const output = await attempt({ store, run, clock }, row, () => work(key))
    recorded = save(store, run, { ...row, state: 'done', output: JSON.stringify(output), ended_ms: clock.now() })
    if (spec.effect === 'write') await recorded
    else recorded.catch(TOLD_BY_THE_NEXT)
    crashPoint('step.recorded')
    return output
  }
}

/**
 * The outcome of what changed nothing outside is on its way to disk when the step returns, and there before the run's
 * ending is, which is written after it. That it could not be written is told by the next step, or by the ending.
 */
const TOLD_BY_THE_NEXT = (): void => undefined

async function attempt<T>({ store, run, clock }: Recording, row: StepRow, work: () => Promise<T>): Promise<T> {
  const output = await work().catch(async (thrown: unknown) => {
    // Nobody knows whether a write that was stopped in the middle happened: its intent stays open.
    if (row.effect === 'write' && isStop(thrown)) throw thrown
    await save(store, run, { ...row, state: 'failed', error_code: toOperatorError(thrown).code, ended_ms: clock.now() })
    throw thrown
  })
  crashPoint('step.worked')
  return output
}

/** True for a signal's reason: cancelled, killed, the worker leaves, or the task's time is over. */
const isStop = (thrown: unknown): boolean =>
  ['CANCELLED', 'KILLED', 'PAUSED'].includes(toOperatorError(thrown).code) ||
  (thrown instanceof Error && thrown.name === 'TimeoutError')

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

/** Refused once the run has lost its task, taken by another run or not: a worker that wakes late does nothing more. */
async function save(store: Store, run: Run, row: StepRow, alongside?: (tx: Tx) => Promise<void>): Promise<void> {
  await store.write(async (tx) => {
    const [held] = run.begin.lost ? [] : await upsertWhileHeld(tx, { ...row, epoch: run.epoch })
    if (!held) throw new OperatorError('CANCELLED', `Task ${run.task.id} was taken over by another worker.`)
    await alongside?.(tx)
  })
}

/** Writes nothing and gives nothing when the task is no longer this run's. */
const upsertWhileHeld = statement((db, row: StepRow & { epoch: number }) =>
  db
    .insertInto('steps')
    .columns([
      ...(['task_id', 'name', 'seq', 'attempt', 'kind', 'effect', 'state', 'idempotency_key'] as const),
      ...(['input_digest', 'output', 'error_code', 'started_ms', 'ended_ms'] as const),
    ])
    .expression(
      db
        .selectFrom('tasks')
        .select((q) => [
          'id as task_id',
          q.val(row.name).as('name'),
          q.val(row.seq).as('seq'),
          q.val(row.attempt).as('attempt'),
          q.val(row.kind).as('kind'),
          q.val(row.effect).as('effect'),
          q.val(row.state).as('step_state'),
          q.val(row.idempotency_key).as('idempotency_key'),
          q.val(row.input_digest).as('input_digest'),
          q.val(row.output).as('output'),
          q.val(row.error_code).as('error_code'),
          q.val(row.started_ms).as('started_ms'),
          q.val(row.ended_ms).as('ended_ms'),
        ])
        .where('id', '=', row.task_id)
        .where(stateIs('running'))
        .where('epoch', '=', row.epoch),
    )
    .onConflict((conflict) =>
      conflict.columns(['task_id', 'name', 'seq']).doUpdateSet((q) => ({
        attempt: q.ref('excluded.attempt'),
        state: q.ref('excluded.state'),
        input_digest: q.ref('excluded.input_digest'),
        output: q.ref('excluded.output'),
        error_code: q.ref('excluded.error_code'),
        started_ms: q.ref('excluded.started_ms'),
        ended_ms: q.ref('excluded.ended_ms'),
      })),
    )
    .returning('task_id'),
)
