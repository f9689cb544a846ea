import { OperatorError, toOperatorError } from '../../src/base/errors.ts'
import { type Ending, settleRun } from '../../src/engine/runs.ts'
import { type HeldRun, oneOf, pick, rowsOf, type SimWorker, type World } from './engine-world.ts'

const EFFECTS = ['read', 'write', 'spend'] as const
const MOST_STEPS = 4

/** A run that a worker which is awake holds, and that is in no effect, or in one. */
function heldRun(world: World, inEffect: boolean): { worker: SimWorker; held: HeldRun } | undefined {
  const all = world.workers
    .filter(({ state }) => state === 'alive')
    .flatMap((worker) => worker.held.map((held) => ({ worker, held })))
    .filter(({ held }) => (held.endEffect !== null) === inEffect)
  return oneOf(world, all)
}

function letGo({ worker, held }: { worker: SimWorker; held: HeldRun }): void {
  worker.held.splice(worker.held.indexOf(held), 1)
}

/** A run begins its next step: an effect happens outside, and its outcome is not recorded yet. */
export async function beginStep(world: World): Promise<void> {
  const found = heldRun(world, false)
  if (!found || found.held.steps >= MOST_STEPS) return
  const { held } = found
  const { id } = held.run.task
  const nth = held.steps
  held.steps += 1
  const effect = EFFECTS[(id + nth) % EFFECTS.length] ?? 'read'
  const own = owns(world, held.run)
  let recorded: Promise<string> | undefined
  const happened = new Promise<(() => void) | null>((resolve) => {
    const spec = { name: 'tool:pay', kind: 'tool', effect, input: { nth } } as const
    const step = held.runStep(spec, (key) => {
      if (effect === 'write') world.effects.set(key, (world.effects.get(key) ?? 0) + 1)
      return new Promise<string>((end) => resolve(() => end('paid')))
    })
    recorded = step.then(
      () => 'recorded',
      (thrown) => toOperatorError(thrown).code,
    )
    void recorded.then(() => resolve(null))
  })
  const end = await happened
  world.told.push(`${found.worker.id} begins ${effect} ${nth} of ${id}: ${end ? 'it happened' : await recorded}`)
  if (end !== null && effect !== 'read' && !own) world.faults.push(`a run that had lost task ${id} made an effect`)
  if (end === null) return afterStep(found, await recorded)
  held.endEffect = async () => {
    held.endEffect = null
    end()
    world.told.push(`${found.worker.id} records ${effect} ${nth} of ${id}: ${await recorded}`)
    afterStep(found, await recorded)
  }
}

/** A worker whose step was refused knows that it has lost the run, and tells it with a settlement that changes nothing. */
function afterStep(found: { worker: SimWorker; held: HeldRun }, code: string | undefined): void {
  if (code !== 'recorded') found.held.steps = MOST_STEPS
}

/** The outcome of an effect is recorded, or refused. */
export async function endStep(world: World): Promise<void> {
  await heldRun(world, true)?.held.endEffect?.()
}

/** A run ends; the settlement counts exactly when the task is still this run's. */
export async function settle(world: World): Promise<void> {
  const found = heldRun(world, false)
  if (!found) return
  const { run } = found.held
  const own = owns(world, run)
  const ending = endingOf(world)
  const settled = await world.store.write((tx) => settleRun(tx, run, ending, world.clock.now()))
  const held = settled !== undefined
  letGo(found)
  world.told.push(`${found.worker.id} settles ${run.task.id} ${ending.state}: ${held ? 'held' : 'fenced'}`)
  if (held !== own) world.faults.push(`task ${run.task.id} was settled by a run that ${own ? 'owned' : 'had lost'} it`)
}

/** True while the task is still this run's. */
function owns(world: World, { task, epoch }: HeldRun['run']): boolean {
  const [row] = rowsOf<{ state: string; epoch: number }>(world, `select state, epoch from tasks where id = ${task.id}`)
  return row?.state === 'running' && row.epoch === epoch
}

const DONE = { state: 'done', answer: '{}', answeredBy: 'handbook', spends: [] } as const

function endingOf(world: World): Ending {
  const error = new OperatorError('PROVIDER_FAILED', 'No.')
  const spends = [{ route: 'fake/model', costMicro: 7, inTokens: 1, outTokens: 1 }]
  const endings: readonly Ending[] = [
    { ...DONE, spends },
    DONE,
    DONE,
    { state: 'queued', runAtMs: world.clock.now() + pick(world, 4_000), error, spends },
    { state: 'parked', gate: 'money', digest: 'd', question: 'May I?', spends },
    { state: 'failed', error, spends },
    { state: 'refused', error, spends: [] },
  ]
  return oneOf(world, endings) ?? DONE
}

/** Ends every run and every effect that is still held, the way it would have ended without any fault. */
export async function finishHeld(world: World): Promise<void> {
  for (const worker of world.workers) {
    for (const held of [...worker.held]) {
      await held.endEffect?.()
      await world.store.write((tx) => settleRun(tx, held.run, DONE, world.clock.now()))
    }
    worker.held.length = 0
  }
}
