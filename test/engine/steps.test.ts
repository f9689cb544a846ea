import { afterEach, beforeEach, expect, test } from 'vitest'
import { OperatorError } from '../../src/base/errors.ts'
import { beginRun, type Run, settleRun } from '../../src/engine/runs.ts'
import { recordSteps } from '../../src/engine/steps.ts'
import { submitTask } from '../../src/engine/submit-task.ts'
import type { Store } from '../../src/store/open.ts'
import { handClock } from '../helpers/hand-clock.ts'
import { makePool, NOON_MS, openTestStore } from '../helpers/open-test-store.ts'
import { taskRequest } from '../helpers/task-request.ts'

let store: Store
let run: Run
beforeEach(async () => {
  store = await openTestStore()
  await makePool(store, 'general', 2)
  const { task } = await store.write((tx) => submitTask(tx, taskRequest(), NOON_MS))
  run = await beginAgain(task.id)
})
afterEach(() => store.close())

const clock = handClock()
const beginAgain = async (id: number) =>
  (await store.write((tx) => beginRun(tx, id, 'w', NOON_MS + 9_000))) ?? expect.fail()
const rows = <Row>(sql: string) => store.maintain(sql) as Row[]
const step = (name: string, effect: 'read' | 'write' | 'spend' = 'read', input: unknown = {}) =>
  ({ name, kind: 'tool', effect, input }) as const

/** What a step that changed nothing outside gave is on disk once a later write is. */
const written = () => store.write(async () => undefined)

async function nextAttempt(): Promise<void> {
  const error = new OperatorError('PROVIDER_FAILED', 'No.')
  await store.write((tx) => settleRun(tx, run, { state: 'queued', runAtMs: NOON_MS, error, spends: [] }, NOON_MS))
  run = await beginAgain(run.task.id)
}

test('a second attempt gets the stored output of what was done, in order, and runs the rest', async () => {
  const ran: string[] = []
  const work = (name: string) => async () => {
    ran.push(name)
    return { says: name }
  }
  const first = recordSteps(store, run, clock)
  await first(step('tool:a'), work('a one'))
  await first(step('tool:a'), work('a two'))
  await nextAttempt()
  const second = recordSteps(store, run, clock)
  expect(await second(step('tool:a'), work('again'))).toEqual({ says: 'a one' })
  expect(await second(step('tool:a'), work('again'))).toEqual({ says: 'a two' })
  expect(await second(step('tool:a'), work('a three'))).toEqual({ says: 'a three' })
  expect(ran).toEqual(['a one', 'a two', 'a three'])
})

test('a step of another input is run, whatever an earlier attempt stored under its number', async () => {
  await recordSteps(store, run, clock)(step('model', 'spend', { route: 'a' }), async () => 'from a')
  await nextAttempt()
  const second = recordSteps(store, run, clock)
  expect(await second(step('model', 'spend', { route: 'b' }), async () => 'from b')).toBe('from b')
  await nextAttempt()
  const third = recordSteps(store, run, clock)
  expect(await third(step('model', 'spend', { route: 'b' }), async () => 'again')).toBe('from b')
})

test('a step that failed is run again', async () => {
  const failing = recordSteps(
    store,
    run,
    clock,
  )(step('tool:a'), () => Promise.reject(new OperatorError('TASK_FAILED', 'No.')))
  await expect(failing).rejects.toMatchObject({ code: 'TASK_FAILED' })
  expect(rows('select state, error_code from steps')).toEqual([{ state: 'failed', error_code: 'TASK_FAILED' }])
  await nextAttempt()
  expect(await recordSteps(store, run, clock)(step('tool:a'), async () => 'good')).toBe('good')
  await written()
  expect(rows('select state, attempt, error_code from steps')).toEqual([
    { state: 'done', attempt: 2, error_code: null },
  ])
})

test.each([
  { effect: 'write', before: [{ state: 'intended' }] },
  { effect: 'spend', before: [{ state: 'intended' }] },
  { effect: 'read', before: [] },
] as const)('the intent of a $effect is on disk before it happens: $before', async ({ effect, before }) => {
  await recordSteps(
    store,
    run,
    clock,
  )(step('tool:a', effect), async () => {
    expect(rows('select state from steps')).toEqual(before)
  })
  if (effect !== 'write') await written()
  expect(rows('select state from steps')).toEqual([{ state: 'done' }])
})

test('every step has a key of its own, the same in every attempt', async () => {
  const keys: string[] = []
  const keep = async (key: string) => void keys.push(key)
  const first = recordSteps(store, run, clock)
  const refuse = (key: string) => keep(key).then(() => Promise.reject(new Error('no')))
  await expect(first(step('tool:a', 'write'), refuse)).rejects.toThrow('no')
  await first(step('tool:b', 'write'), keep)
  await nextAttempt()
  await recordSteps(store, run, clock)(step('tool:a', 'write'), keep)
  expect(new Set(keys).size).toBe(2)
  expect(keys[2]).toBe(keys[0])
})

test('a worker that lost its task can record no step, and the work is not even begun', async () => {
  const late = recordSteps(store, run, clock)
  await nextAttempt()
  const begun = late(step('tool:a', 'write'), () => expect.fail('the effect happened'))
  await expect(begun).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(rows('select * from steps')).toEqual([])
})
