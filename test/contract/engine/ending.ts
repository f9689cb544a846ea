import { afterEach, describe, expect, test } from 'vitest'
import { OperatorError } from '../../../src/base/errors.ts'
import type { Gate } from '../../../src/gates/gate.ts'
import { fakeRoute, type Step, says, untilStopped } from '../../helpers/fake-provider.ts'
import { ADA, EVE, type Fleet } from '../../helpers/small-fleet.ts'
import { type EngineUnderTest, eventsOf, submitTo, taskOf } from './engine-under-test.ts'

const parks: Gate = {
  name: 'money',
  at: 'request',
  inspect: (text) => (text.includes('money') ? { ruling: 'park', question: 'money?' } : { ruling: 'pass', text }),
}
/** Unlike a model's failure, which the handbook answers, this one breaks the run. */
const fails = new OperatorError('STORE_UNAVAILABLE', 'The disk is full.')

/** How a task ends: cancelled, parked and decided, tried again, given up, out of time. */
export function ending(engine: EngineUnderTest): void {
  let fleet: Fleet
  const others: Fleet[] = []
  afterEach(async () => {
    for (const other of others.splice(0)) await other.close()
    await fleet.close()
  })

  function open(...script: Step[]) {
    const route = fakeRoute(...script)
    fleet = engine.open({ routes: [route], gates: [parks], tools: [] })
    return route
  }

  function openBeside(...script: Step[]): Fleet {
    const beside = engine.openBeside(fleet, { routes: [fakeRoute(...script)], gates: [parks] })
    others.push(beside)
    return beside
  }

  const cancel = (id: number) => fleet.controller.tasks.cancel(id, ADA)
  const decide = (id: number, approve: boolean) => fleet.controller.approvals.decide(id, approve, ADA)

  describe('cancelling', () => {
    test('a task that waits ends it at once; it never runs', async () => {
      const route = open(says('Yes'))
      const { id } = await submitTo(fleet)
      expect(await cancel(id)).toMatchObject({ state: 'cancelled' })
      await fleet.controller.worker.start()
      await fleet.run('another one')
      expect(route.requests).toHaveLength(1)
      expect(await eventsOf(fleet, id)).toEqual(['task.submitted', 'task.cancel-asked', 'task.cancelled'])
    })

    test('a task that runs in another process ends it within a second', async () => {
      open(says('Yes'))
      const beside = openBeside(untilStopped)
      await beside.controller.worker.start()
      const { id } = await submitTo(fleet)
      await expect.poll(async () => (await taskOf(fleet, id)).state).toBe('running')
      const askedMs = performance.now()
      await cancel(id)
      expect(await fleet.settled(id)).toMatchObject({ state: 'cancelled', error_code: 'CANCELLED' })
      expect(performance.now() - askedMs).toBeLessThan(1_000)
    })

    test('a parked task takes its question with it, and the question can be answered no more', async () => {
      open(says('Yes'))
      const { id } = await fleet.run('send money')
      await cancel(id)
      await expect(decide(1, true)).rejects.toMatchObject({ code: 'CONFLICT' })
      expect(await taskOf(fleet, id)).toMatchObject({ state: 'cancelled' })
    })

    test('a finished task, or one that was cancelled before, is a conflict and changes nothing', async () => {
      open(says('Yes'))
      const done = await fleet.run()
      await expect(cancel(done.id)).rejects.toMatchObject({ code: 'CONFLICT' })
      expect(await taskOf(fleet, done.id)).toEqual(done)
      const { id } = await submitTo(fleet)
      await cancel(id)
      await expect(cancel(id)).rejects.toMatchObject({ code: 'CONFLICT' })
    })

    test('a task whose run is just failing ends it; it is not tried again', async () => {
      open(async () => {
        await cancel(1)
        throw fails
      })
      await submitTo(fleet)
      await fleet.controller.worker.run(1)
      expect(await taskOf(fleet, 1)).toMatchObject({ state: 'cancelled', error_code: 'CANCELLED', attempts: 1 })
    })

    test('a task whose answer is just being parked ends it; nobody is asked any more', async () => {
      const answers: Gate = { ...parks, at: 'answer' }
      const route = fakeRoute(async () => {
        await cancel(1)
        return says('send money')
      })
      fleet = engine.open({ routes: [route], gates: [answers] })
      await submitTo(fleet)
      await fleet.controller.worker.run(1)
      expect(await taskOf(fleet, 1)).toMatchObject({ state: 'cancelled' })
      expect(await fleet.controller.approvals.pending()).toEqual([])
    })
  })

  describe('an approval', () => {
    test('lets the task go on once; a second decision is a conflict', async () => {
      open(says('Yes'))
      const { id } = await fleet.run('send money')
      await decide(1, true)
      await expect(decide(1, true)).rejects.toMatchObject({ code: 'CONFLICT' })
      await expect(decide(1, false)).rejects.toMatchObject({ code: 'CONFLICT' })
      expect(await fleet.settled(id)).toMatchObject({ state: 'done' })
    })

    test('decided twice at once in two processes counts once', async () => {
      open(says('Yes'))
      const beside = openBeside(says('Yes'))
      const { id } = await fleet.run('send money')
      const ends = await Promise.allSettled([decide(1, true), beside.controller.approvals.decide(1, false, ADA)])
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const events = await eventsOf(fleet, id)
      expect(events.filter((kind) => kind.startsWith('approval.'))).toHaveLength(1)
    })

    test('that is denied refuses the task, which then can be tried again and is asked again', async () => {
      const route = open(says('Yes'))
      const { id } = await fleet.run('send money')
      await decide(1, false)
      expect(await taskOf(fleet, id)).toMatchObject({ state: 'refused' })
      await fleet.controller.tasks.retry(id, ADA)
      expect(await fleet.settled(id)).toMatchObject({ state: 'parked' })
      expect(route.requests).toEqual([])
    })
  })

  describe('a failure that may pass', () => {
    test('is tried again after a pause, and not before', async () => {
      const route = open(fails, says('Yes'))
      const { id } = await submitTo(fleet)
      await fleet.controller.worker.run(id)
      const waiting = await taskOf(fleet, id)
      expect(waiting).toMatchObject({ state: 'queued', error_code: 'STORE_UNAVAILABLE', attempts: 1, slot_id: null })
      expect(waiting.run_at_ms).toBeGreaterThan(fleet.clock.now())
      expect(await fleet.controller.worker.run(id)).toBe(false)
      fleet.clock.turn(waiting.run_at_ms - fleet.clock.now())
      expect(await fleet.settled(id)).toMatchObject({ state: 'done', attempts: 2, error_code: null })
      expect(route.requests).toHaveLength(2)
    })

    test('is given up after the attempts that the task has, with its own code', async () => {
      const route = open(fails)
      const { id, max_attempts } = await submitTo(fleet)
      for (let i = 0; i < max_attempts; i += 1) {
        await fleet.controller.worker.run(id)
        fleet.clock.turn(120_000)
      }
      expect(await taskOf(fleet, id)).toMatchObject({ state: 'failed', error_code: 'STORE_UNAVAILABLE' })
      expect(route.requests).toHaveLength(max_attempts)
      expect(await fleet.controller.worker.run(id)).toBe(false)
    })

    test('that was given up is a dead letter: a retry gives it new attempts, once', async () => {
      open(new TypeError('no'), says('Yes'))
      const { id } = await fleet.run()
      expect(await taskOf(fleet, id)).toMatchObject({ state: 'failed' })
      const twice = await Promise.allSettled([1, 2].map(() => fleet.controller.tasks.retry(id, ADA)))
      expect(twice.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
      expect(await fleet.settled(id)).toMatchObject({ state: 'done', attempts: 2 })
    })

    test('of somebody else can not be tried again', async () => {
      open(new TypeError('no'))
      const { id } = await fleet.run()
      await expect(fleet.controller.tasks.retry(id, EVE)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })
  })

  describe('a deadline', () => {
    test('ends a run that is in the middle of it, for good', async () => {
      open(untilStopped)
      const { id } = await submitTo(fleet, { deadlineMs: fleet.clock.now() + 30 })
      expect(await fleet.settled(id)).toMatchObject({ state: 'failed', error_code: 'TASK_FAILED', attempts: 1 })
    })

    test('that passed while the task waited lets nothing happen any more', async () => {
      const route = open(untilStopped)
      const { id } = await submitTo(fleet, { deadlineMs: fleet.clock.now() + 1_000 })
      fleet.clock.turn(1_001)
      expect(await fleet.settled(id)).toMatchObject({ state: 'failed' })
      expect(route.requests.length).toBeLessThanOrEqual(1)
    })
  })
}
