import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { recoverRuns } from '../../../src/engine/recover-runs.ts'
import { LEASE_MS } from '../../../src/engine/runs.ts'
import { defineTool, type Tool } from '../../../src/tools/tool.ts'
import { faultsOfRows, faultsOfStories } from '../../faults/judge-fleet.ts'
import { fakeRoute, says, untilStopped } from '../../helpers/fake-provider.ts'
import { ADA, type Fleet } from '../../helpers/small-fleet.ts'
import { type EngineUnderTest, eventsOf, type HeldRoute, heldRoute, submitTo, taskOf } from './engine-under-test.ts'

const asksToPay = says('', { stop: 'tools', calls: [{ id: 'c', name: 'pay', input: {} }] })

/** A tool that changes something outside: how often it did, and how it goes on afterwards. */
function payment(after: (signal: AbortSignal) => Promise<void> = async () => undefined): Tool & { times: number } {
  const counted = { times: 0 }
  const tool = defineTool({
    ...{ name: 'pay', summary: 'Pays once.', example: 'pay', effect: 'write' as const, input: z.strictObject({}) },
    ...{ output: z.object({ paid: z.boolean() }), hear: () => null, show: () => [] },
    async run(_input, { signal }) {
      counted.times += 1
      await after(signal)
      return { paid: true }
    },
  })
  return Object.assign(Object.create(tool, { times: { get: () => counted.times } }) as Tool & { times: number }, {
    call: tool.call,
  })
}

/** What happens to tasks whose worker is lost, late, or cannot write. */
export function takingOver(engine: EngineUnderTest): void {
  let fleet: Fleet
  let beside: Fleet | undefined
  afterEach(async () => {
    await beside?.close()
    beside = undefined
    await fleet.close()
  })

  const recover = async (one: Fleet) => (await one.house.store()).write((tx) => recoverRuns(tx, one.clock.now()))
  const state = async (id: number) => (await taskOf(fleet, id)).state
  const silence = () => fleet.clock.turn(LEASE_MS + 1)

  describe('a worker that wakes late', () => {
    let first: HeldRoute
    let second: HeldRoute
    let id: number
    let lateRun: Promise<boolean>
    beforeEach(async () => {
      first = heldRoute()
      second = heldRoute()
      fleet = engine.open({ routes: [first] })
      beside = engine.openBeside(fleet, { routes: [second] })
      id = (await submitTo(fleet)).id
      lateRun = fleet.controller.worker.run(id)
      await expect.poll(() => first.inside.length).toBe(1)
      silence()
      expect(await recover(beside)).toEqual([{ taskId: id, state: 'queued' }])
    })

    test('settles nothing: the other one answers, and the late result is thrown away and written down', async () => {
      const other = beside?.controller.worker.run(id)
      await expect.poll(() => second.inside.length).toBe(1)
      first.release()
      await lateRun
      expect(await state(id)).toBe('running')
      second.release()
      await other
      expect(await taskOf(fleet, id)).toMatchObject({ state: 'done', attempts: 2 })
      const events = await eventsOf(fleet, id)
      expect(events.filter((kind) => kind === 'task.fenced')).toHaveLength(1)
      expect(events.filter((kind) => kind === 'task.done')).toHaveLength(1)
      expect(await fleet.rows('select outcome from attempts order by attempt')).toEqual([
        { outcome: 'lost' },
        { outcome: 'done' },
      ])
    })

    test('settles nothing either while nobody has taken the task yet', async () => {
      first.release()
      await lateRun
      expect(await state(id)).toBe('queued')
      expect(await fleet.rows("select * from steps where state = 'done'")).toEqual([])
    })
  })

  test('a worker that was taken over makes no payment, also when the task still waits for another', async () => {
    const pay = payment()
    let goOn = (): void => undefined
    const stalls = async () => {
      await new Promise<void>((resolve) => (goOn = resolve))
      return asksToPay
    }
    const route = fakeRoute(stalls, says('Paid.'))
    fleet = engine.open({ routes: [route], tools: [pay] })
    const { id } = await submitTo(fleet)
    const late = fleet.controller.worker.run(id)
    await expect.poll(() => route.requests.length).toBe(1)
    silence()
    await recover(fleet)
    goOn()
    await late
    expect(pay.times).toBe(0)
    expect(await state(id)).toBe('queued')
  })

  test('of two that recover at once, one takes the task back', async () => {
    const route = fakeRoute(untilStopped)
    fleet = engine.open({ routes: [route] })
    beside = engine.openBeside(fleet, { routes: [] })
    const { id } = await submitTo(fleet)
    void fleet.controller.worker.run(id)
    await expect.poll(() => route.requests.length).toBe(1)
    silence()
    const both = await Promise.all([recover(fleet), recover(beside)])
    expect(both.map((found) => found.length).sort()).toEqual([0, 1])
    expect((await eventsOf(fleet, id)).filter((kind) => kind === 'task.recovered')).toHaveLength(1)
    await fleet.controller.worker.stop(1)
  })

  describe('a payment that was begun', () => {
    test('when its worker is lost makes the task unknown: nobody repeats it, and a person decides', async () => {
      const pay = payment(() => new Promise(() => undefined))
      fleet = engine.open({ routes: [fakeRoute(asksToPay, says('Paid.'))], tools: [pay] })
      beside = engine.openBeside(fleet, { routes: [fakeRoute(asksToPay, says('Paid.'))], tools: [pay] })
      const { id } = await submitTo(fleet)
      void fleet.controller.worker.run(id)
      await expect.poll(() => pay.times).toBe(1)
      silence()
      expect(await recover(beside)).toEqual([{ taskId: id, state: 'unknown' }])
      expect(await beside.controller.worker.run(id)).toBe(false)
      expect(pay.times).toBe(1)
      expect(await fleet.controller.tasks.cancel(id, ADA)).toMatchObject({ state: 'cancelled' })
    })

    test('when its worker leaves in the middle makes the task unknown', async () => {
      const pay = payment(
        (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      )
      fleet = engine.open({ routes: [fakeRoute(asksToPay, says('Paid.'))], tools: [pay] })
      const { id } = await submitTo(fleet)
      await fleet.controller.worker.start()
      await expect.poll(() => pay.times).toBe(1)
      await fleet.controller.worker.stop(1)
      expect(await state(id)).toBe('unknown')
    })

    test('when its outcome cannot be written makes the task unknown', async () => {
      const pay = payment()
      fleet = engine.open({ routes: [fakeRoute(asksToPay, says('Paid.'))], tools: [pay] })
      const { id } = await submitTo(fleet)
      await fleet.rows(
        "create trigger no_outcome before update on steps when new.effect = 'write' and new.state = 'done' begin select raise(abort, 'no'); end",
      )
      await fleet.controller.worker.run(id)
      expect(pay.times).toBe(1)
      expect(await state(id)).toBe('unknown')
    })

    test('and recorded is not made again by the next attempt', async () => {
      const pay = payment()
      const breaks = new TypeError('no')
      fleet = engine.open({ routes: [fakeRoute(asksToPay, breaks, says('Paid.'))], tools: [pay] })
      const { id } = await fleet.run()
      expect(await state(id)).toBe('failed')
      await fleet.controller.tasks.retry(id, ADA)
      expect(await fleet.settled(id)).toMatchObject({ state: 'done' })
      expect(pay.times).toBe(1)
    })
  })

  test('a task whose end could not be written is taken over, although its worker lives and works on', async () => {
    const route = heldRoute()
    fleet = engine.open({ routes: [route] })
    await fleet.controller.worker.start()
    const { id } = await submitTo(fleet)
    await expect.poll(() => route.inside.length).toBe(1)
    await fleet.rows(
      "create trigger no_end before update on tasks when new.state = 'done' begin select raise(abort, 'no'); end",
    )
    await submitTo(fleet, { ask: 'another one that keeps the worker busy' })
    await expect.poll(() => route.inside.length).toBe(2)
    route.release()
    await expect.poll(() => fleet.errors.length).toBe(1)
    await fleet.rows('drop trigger no_end')
    for (let i = 0; i < 6; i += 1) {
      fleet.clock.turn(2_100)
      await expect.poll(() => fleet.rows(`select 1 from workers where beat_ms >= ${fleet.clock.now()}`)).toHaveLength(1)
    }
    await expect.poll(async () => (await taskOf(fleet, id)).attempts, { timeout: 3_000 }).toBe(2)
  })

  test('a worker goes on looking after everything when the clock steps back', async () => {
    const route = fakeRoute(untilStopped, says('Yes'))
    fleet = engine.open({ routes: [fakeRoute(says('Yes'))] })
    beside = engine.openBeside(fleet, { routes: [route] })
    await fleet.controller.worker.start()
    await fleet.run('the worker works')
    fleet.clock.turn(-3_600_000)
    await expect
      .poll(() => fleet.rows(`select 1 from workers where beat_ms = ${fleet.clock.now()}`), { timeout: 3_000 })
      .toHaveLength(1)
    const late = await submitTo(beside, { runAtMs: fleet.clock.now() + 500 })
    fleet.clock.turn(600)
    await expect.poll(() => state(late.id), { timeout: 3_000 }).toBe('done')
  })

  test('after a mixed day the stories have no holes and no repeats, and the rows fit together', async () => {
    const pay = payment()
    const route = fakeRoute(asksToPay, says('Paid.'), new TypeError('no'), says('Yes'))
    fleet = engine.open({ routes: [route], tools: [pay] })
    for (let i = 0; i < 5; i += 1) await fleet.run(`ask ${i}`)
    const failed = await fleet.controller.tasks.list(ADA, { state: 'failed', limit: 9 })
    for (const { id } of failed) await fleet.controller.tasks.retry(id, ADA)
    for (const { id } of failed) await fleet.settled(id)
    const waits = await submitTo(fleet)
    await fleet.controller.tasks.cancel(waits.id, ADA)
    const store = await fleet.house.store()
    expect(failed).toHaveLength(1)
    expect(await faultsOfStories(store)).toEqual([])
    expect(faultsOfRows(store)).toEqual([])
    expect(await fleet.controller.records.verify()).toMatchObject({ bad: null })
  })
}
