import { nextTick } from 'node:process'
import { afterEach, describe, expect, test } from 'vitest'
import type { Route } from '../../src/models/router.ts'
import { says } from '../helpers/fake-provider.ts'
import { ADA, type Fleet, smallFleet } from '../helpers/small-fleet.ts'

/** A model that answers when it is told to, and gives up when it is stopped. */
function heldRoute() {
  const answers: Array<() => void> = []
  const complete = (_: unknown, signal: AbortSignal) =>
    new Promise<ReturnType<typeof says>>((done, fail) => {
      if (signal.aborted) return fail(signal.reason)
      signal.addEventListener('abort', () => fail(signal.reason))
      answers.push(() => done(says('Here.')))
    })
  const route: Route = { name: 'fake/model', model: 'model', provider: { name: 'fake', complete } }
  return { route, answers }
}

let fleet: Fleet | undefined
afterEach(() => fleet?.close())

function opened(slots: number) {
  const { route, answers } = heldRoute()
  const small = smallFleet({ routes: [route], slots })
  fleet = small
  return { small, answers }
}

describe('a task that is submitted to a resident worker', () => {
  test('runs when it is acknowledged, where a place is free and nobody waits', async () => {
    const { small, answers } = opened(1)
    await small.controller.worker.start()
    const task = await small.submit()
    expect(task).toMatchObject({ state: 'running', attempts: 1 })
    await expect.poll(() => answers.length).toBe(1)
    answers[0]?.()
    expect(await small.settled(task.id)).toMatchObject({ state: 'done', attempts: 1 })
  })

  test('waits where all places are taken, and runs when one is given back', async () => {
    const { small, answers } = opened(1)
    await small.controller.worker.start()
    const first = await small.submit()
    const second = await small.submit()
    expect([first.state, second.state]).toEqual(['running', 'queued'])
    await expect.poll(() => answers.length).toBe(1)
    answers[0]?.()
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.()
    expect((await small.settled(second.id)).state).toBe('done')
  })

  test('takes its turn where another one waits already, though a place is free', async () => {
    const { small } = opened(2)
    const waiting = await small.submit()
    await small.rows(`update tasks set run_at_ms = run_at_ms + 60000 where id = ${waiting.id}`)
    await small.controller.worker.start()
    expect((await small.submit()).state).toBe('queued')
  })

  test('is not begun by a worker that is not resident, or that has left', async () => {
    const { small } = opened(1)
    expect((await small.submit()).state).toBe('queued')
    await small.controller.worker.start()
    await small.controller.worker.stop(0)
    expect((await small.submit()).state).toBe('queued')
  })

  test('is put back when the worker leaves before it has ended', async () => {
    const { small } = opened(1)
    await small.controller.worker.start()
    const task = await small.submit()
    await small.controller.worker.stop(200)
    expect(await small.rows(`select state from tasks where id = ${task.id}`)).toEqual([{ state: 'queued' }])
  })

  test('goes back into the queue when the worker leaves while it is written', async () => {
    const { small, answers } = opened(1)
    await small.controller.pools.list()
    await small.controller.worker.start()
    const store = await small.house.store()
    const submitted = small.submit()
    await new Promise<void>((resolve) => nextTick(resolve))
    let stopped: Promise<void> | undefined
    // It shares the transaction of the submission, and comes after it.
    await store.write(async () => {
      stopped = small.controller.worker.stop(200)
    })
    const { id, state } = await submitted
    expect(state).toBe('running')
    await stopped
    await expect
      .poll(() => small.rows(`select state, attempts from tasks where id = ${id}`))
      .toEqual([{ state: 'queued', attempts: 1 }])
    expect(answers).toEqual([])
  })

  test('is stopped when it is cancelled, though a task that was lost at its commit had its number before', async () => {
    const { small, answers } = opened(1)
    await small.controller.pools.list()
    await small.controller.worker.start()
    const store = await small.house.store()
    store.maintain('create table parent (id integer primary key)')
    store.maintain('create table child (id integer references parent deferrable initially deferred)')
    // A constraint that is only checked at the commit makes it fail.
    const spoil = () => store.write(async () => store.maintain('insert into child values (1)'))
    const [lost] = await Promise.allSettled([small.submit(), spoil()])
    expect(lost.status).toBe('rejected')
    const task = await small.submit()
    await expect.poll(() => answers.length).toBe(1)
    await small.controller.tasks.cancel(task.id, ADA)
    expect((await small.settled(task.id)).state).toBe('cancelled')
  })
})
