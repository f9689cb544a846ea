import { afterEach, describe, expect, test } from 'vitest'
import { OperatorError } from '../../src/base/errors.ts'
import { fakeRoute, says, untilStopped } from '../helpers/fake-provider.ts'
import { ADA, AGENT, EVE, type Fleet, smallFleet } from '../helpers/small-fleet.ts'

let fleet: Fleet
afterEach(() => fleet.close())

const open = (...script: Parameters<typeof fakeRoute>) => {
  const route = fakeRoute(...script)
  fleet = smallFleet({ routes: [route] })
  return route
}

/** A task that a resident worker runs and that never ends by itself. */
async function longTask(): Promise<number> {
  const route = open(untilStopped)
  await fleet.controller.worker.start()
  const { id } = await fleet.submit()
  await expect.poll(() => route.requests.length).toBe(1)
  return id
}

const state = async (id: number) => (await fleet.controller.tasks.find(id, ADA)).state

describe('the kill switch', () => {
  test('stops what runs in the process that pulled it', async () => {
    const id = await longTask()
    await fleet.controller.killSwitch.set(true, ADA)
    expect(await fleet.settled(id)).toMatchObject({ state: 'cancelled', error_code: 'KILLED' })
  })

  test('takes no new task, starts none that waits, and lets one run when it is released', async () => {
    open(says('Yes'))
    const { id } = await fleet.submit()
    await fleet.controller.killSwitch.set(true, AGENT)
    await expect(fleet.submit()).rejects.toMatchObject({ code: 'KILLED' })
    expect(await fleet.controller.worker.run(id)).toBe(false)
    await fleet.controller.killSwitch.set(false, ADA)
    expect(await fleet.settled(id)).toMatchObject({ state: 'done' })
  })

  test('that is on with tasks waiting leaves a resident worker at rest', async () => {
    const route = open(says('Yes'))
    const { id } = await fleet.submit()
    await fleet.controller.killSwitch.set(true, ADA)
    await fleet.controller.worker.start()
    await new Promise((resolve) => setImmediate(resolve))
    expect(await state(id)).toBe('queued')
    expect(route.requests).toEqual([])
  })

  test('stops a run before its next effect', async () => {
    const route = open(async () => {
      await fleet.controller.killSwitch.set(true, ADA)
      return says('', { stop: 'tools', calls: [{ id: 'c', name: 'x', input: {} }] })
    })
    expect(await fleet.run()).toMatchObject({ state: 'cancelled', error_code: 'KILLED' })
    expect(route.requests).toHaveLength(1)
  })

  test.each([
    { who: 'an agent, whatever its role', caller: AGENT, released: false },
    { who: 'a person below approver', caller: EVE, released: false },
    { who: 'a token', caller: { ...ADA, kind: 'token' as const }, released: false },
    { who: 'a person who approves', caller: { ...EVE, role: 'approver' as const }, released: true },
  ])('released by $who: $released', async ({ caller, released }) => {
    open(says('Yes'))
    await fleet.controller.killSwitch.set(true, caller)
    const releasing = fleet.controller.killSwitch.set(false, caller)
    if (released) await expect(releasing).resolves.toMatchObject({ on: false })
    else await expect(releasing).rejects.toMatchObject({ code: 'ROLE_TOO_LOW' })
    expect((await fleet.controller.killSwitch.read()).on).toBe(!released)
  })

  test('pulled twice is one change, with one journal row', async () => {
    open(says('Yes'))
    await fleet.controller.killSwitch.set(true, ADA)
    fleet.clock.turn(1_000)
    expect(await fleet.controller.killSwitch.set(true, EVE)).toMatchObject({ epoch: 1, by: 'person:ada' })
    expect(await fleet.rows("select kind from journal where kind = 'kill.on'")).toHaveLength(1)
  })
})

describe('cancelling', () => {
  test('a task that waits ends it at once, and it never runs', async () => {
    const route = open(says('Yes'))
    const { id } = await fleet.submit()
    expect(await fleet.controller.tasks.cancel(id, ADA)).toMatchObject({ state: 'cancelled', error_code: 'CANCELLED' })
    expect(await fleet.controller.worker.run(id)).toBe(false)
    expect(route.requests).toEqual([])
    expect(await fleet.controller.figures.counts()).toMatchObject({ queued: 0, cancelled: 1 })
  })

  test('a task that runs in this process stops it', async () => {
    const id = await longTask()
    expect(await fleet.controller.tasks.cancel(id, ADA)).toMatchObject({ state: 'running', cancel_requested: 1 })
    expect(await fleet.settled(id)).toMatchObject({ state: 'cancelled', error_code: 'CANCELLED' })
  })

  test('a task that has ended is a conflict, and changes nothing', async () => {
    open(says('Yes'))
    const { id } = await fleet.run()
    await expect(fleet.controller.tasks.cancel(id, ADA)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await state(id)).toBe('done')
  })

  test.each([
    { whose: 'of somebody else', caller: EVE },
    { whose: 'that does not exist', caller: ADA, id: 99 },
  ])('a task $whose is not found', async ({ caller, id }) => {
    open(says('Yes'))
    const task = await fleet.submit()
    await expect(fleet.controller.tasks.cancel(id ?? task.id, caller)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await state(task.id)).toBe('queued')
  })
})

describe('waiting', () => {
  test('with a signal that fires ends the task that this process runs', async () => {
    const route = open(untilStopped)
    const { id } = await fleet.submit()
    const abort = new AbortController()
    const waiting = fleet.controller.tasks.settled(id, { signal: abort.signal })
    await expect.poll(() => route.requests.length).toBe(1)
    abort.abort(new OperatorError('CANCELLED', 'It was interrupted.'))
    await expect(waiting.then((task) => task.state)).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await state(id)).toBe('cancelled')
  })

  test('for a task that this process runs ends by time too, and the task is back in the queue', async () => {
    open(untilStopped)
    const { id } = await fleet.submit()
    const waiting = fleet.controller.tasks.settled(id, { signal: new AbortController().signal, timeoutMs: 50 })
    await expect(waiting).rejects.toMatchObject({ code: 'WAIT_TIMEOUT', data: { task: id } })
    expect(await state(id)).toBe('queued')
  })

  test('for a task that another worker runs ends by time, and the task goes on', async () => {
    const id = await longTask()
    const waiting = fleet.controller.tasks.settled(id, { signal: new AbortController().signal, timeoutMs: 1 })
    await expect(waiting).rejects.toMatchObject({ code: 'WAIT_TIMEOUT', data: { task: id } })
    expect(await state(id)).toBe('running')
  })
})

describe('trying again', () => {
  test.each([
    { before: 'failed', script: new TypeError('no') },
    { before: 'refused', script: new OperatorError('POLICY_DENIED', 'No.') },
    { before: 'cancelled', script: new OperatorError('CANCELLED', 'No.') },
  ])('a task that was $before gives it a new run', async ({ before, script }) => {
    open(script, says('Yes'))
    const { id } = await fleet.run()
    expect(await state(id)).toBe(before)
    expect(await fleet.controller.tasks.retry(id, ADA)).toMatchObject({ state: 'queued', error_code: null })
    expect(await fleet.settled(id)).toMatchObject({ state: 'done', attempts: 2 })
    expect(await fleet.controller.figures.counts()).toMatchObject({ [before]: 0, done: 1 })
  })

  test('a task that is done or waits is a conflict', async () => {
    open(says('Yes'))
    const waits = await fleet.submit()
    await expect(fleet.controller.tasks.retry(waits.id, ADA)).rejects.toMatchObject({ code: 'CONFLICT' })
    await fleet.settled(waits.id)
    await expect(fleet.controller.tasks.retry(waits.id, ADA)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('a resident worker', () => {
  test('that leaves puts what it runs back into the queue', async () => {
    const id = await longTask()
    await fleet.controller.worker.stop(1)
    expect(await state(id)).toBe('queued')
    expect(fleet.errors).toEqual([])
  })

  test('is started once, and can be started again after it was stopped', async () => {
    open(says('Yes'))
    await fleet.controller.worker.start()
    await expect(fleet.controller.worker.start()).rejects.toMatchObject({ code: 'CONFLICT' })
    await fleet.controller.worker.stop(1)
    await fleet.controller.worker.start()
    expect(await fleet.run()).toMatchObject({ state: 'done', attempts: 1 })
  })
})
