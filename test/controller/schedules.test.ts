import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/base/units.ts'
import { createScheduleRunner } from '../../src/controller/run-schedules.ts'
import type { ScheduleRequest } from '../../src/controller/schedules.ts'
import { ADA, EVE, type Fleet, smallFleet } from '../helpers/small-fleet.ts'

let fleet: Fleet
beforeEach(() => {
  fleet = smallFleet()
})
afterEach(() => fleet.close())

const request = (over: Partial<ScheduleRequest> = {}): ScheduleRequest => ({
  ...{ when: 'every hour', ask: 'what is a mortgage', attachment: null, pool: 'general', catchUp: 'once' },
  ...{ kind: 'task', session: 's-test', principal: ADA },
  ...over,
})

async function add(over: Partial<ScheduleRequest> = {}): Promise<number> {
  const { id } = await fleet.controller.schedules.add(request(over), false)
  return id ?? -1
}

const runner = () => createScheduleRunner({ house: fleet.house, wake: () => undefined })
const look = (run: ReturnType<typeof runner>) => run(fleet.clock.now())
const tasks = () =>
  fleet.rows<{ id: number; ask: string; session: string; principal: string; idempotency_key: string }>(
    'select id, ask, session, principal, idempotency_key from tasks order by id',
  )
const told = async () =>
  (await fleet.rows<{ kind: string; data: string }>("select kind, data from journal where kind like 'schedule.%'")).map(
    ({ kind, data }) => ({ kind, ...(JSON.parse(data) as Record<string, unknown>) }),
  )
const one = async (id: number) => {
  const [row] = await fleet.rows<Record<string, unknown>>(`select * from schedules where id = ${id}`)
  return row
}

describe('a clock that was years ahead', () => {
  const YEARS = 5 * 365 * DAY_MS

  test('leaves no schedule waiting for it once it is right again, and that is told', async () => {
    const id = await add({ when: 'every day at 9' })
    fleet.clock.turn(YEARS)
    await look(runner())
    const far = Number((await one(id))?.next_ms)
    fleet.clock.turn(-YEARS)
    await look(runner())
    const next = Number((await one(id))?.next_ms)
    expect([far - fleet.clock.now() > YEARS, next - fleet.clock.now() <= DAY_MS]).toEqual([true, true])
    expect((await told()).at(-1)).toMatchObject({ kind: 'schedule.moved', schedule: id, fromMs: far, nextMs: next })
  })

  test('is noticed by a worker that lives through it, and a count that began there runs again', async () => {
    const run = runner()
    fleet.clock.turn(YEARS)
    const id = await add({ when: 'every 2 hours' })
    await look(run)
    fleet.clock.turn(-YEARS)
    await look(run)
    fleet.clock.turn(2 * HOUR_MS)
    await look(run)
    expect(await one(id)).toMatchObject({ runs: 1 })
  })

  test('is remembered while the store cannot be read', async () => {
    const id = await add({ when: 'every day at 9' })
    fleet.clock.turn(YEARS)
    await look(runner())
    fleet.clock.turn(-YEARS)
    const run = runner()
    await fleet.rows('alter table schedules rename to hidden')
    await expect(look(run)).rejects.toThrow('schedules')
    await fleet.rows('alter table hidden rename to schedules')
    fleet.clock.turn(MINUTE_MS)
    await look(run)
    expect(Number((await one(id))?.next_ms) - fleet.clock.now()).toBeLessThanOrEqual(DAY_MS)
  })

  test('that is right moves nothing', async () => {
    await add({ when: 'every 2 weeks on monday' })
    await look(runner())
    expect((await told()).map(({ kind }) => kind)).toEqual(['schedule.added'])
  })
})

describe('what is due', () => {
  test('becomes one task, as whoever made it and in the same session', async () => {
    const id = await add({ principal: EVE, session: 's-eve' })
    const dueMs = fleet.clock.now() + HOUR_MS
    const run = runner()
    await look(run)
    expect(await tasks()).toEqual([])
    fleet.clock.turn(HOUR_MS)
    await look(run)
    await look(run)
    expect(await tasks()).toEqual([
      {
        ...{ id: 1, ask: 'what is a mortgage', session: 's-eve', principal: 'person:eve' },
        idempotency_key: `schedule-${id}-${dueMs}`,
      },
    ])
    expect(await one(id)).toMatchObject({ runs: 1, last_task_id: 1, last_due_ms: dueMs, next_ms: dueMs + HOUR_MS })
  })

  test('is run once by two workers that look at the same time', async () => {
    await add()
    const [here, there] = [runner(), runner()]
    fleet.clock.turn(HOUR_MS)
    await Promise.all([look(here), look(there)])
    expect(await tasks()).toHaveLength(1)
    expect((await told()).filter(({ kind }) => kind === 'schedule.ran')).toHaveLength(1)
  })

  test('is told of with its due time, how late it came and what comes next', async () => {
    const id = await add()
    const dueMs = fleet.clock.now() + HOUR_MS
    fleet.clock.turn(HOUR_MS + 5_000)
    await look(runner())
    expect((await told()).at(-1)).toEqual({
      ...{ kind: 'schedule.ran', schedule: id, taskId: 1, dueMs, lateMs: 5_000, runs: 1, missed: 0 },
      nextMs: dueMs + HOUR_MS,
    })
  })

  test('ends with its only time', async () => {
    const id = await add({ when: 'in 2h' })
    fleet.clock.turn(2 * HOUR_MS)
    await look(runner())
    expect(await one(id)).toMatchObject({ state: 'ended', next_ms: null, runs: 1 })
    expect((await told()).map(({ kind }) => kind)).toEqual(['schedule.added', 'schedule.ran', 'schedule.ended'])
  })

  test('is run by a worker that is there, to its answer', async () => {
    await add({ when: 'in 1 minute' })
    await fleet.controller.worker.start()
    expect(await fleet.controller.schedules.isAttended()).toBe(true)
    fleet.clock.turn(MINUTE_MS)
    await vi.waitFor(async () => expect(await tasks()).toHaveLength(1), { timeout: 10_000 })
    expect((await fleet.settled(1)).state).toBe('done')
    expect(fleet.errors).toEqual([])
  })
})

describe('what was missed', () => {
  test.each([
    ['skip', 0, 4],
    ['once', 1, 3],
    ['all', 4, 0],
  ] as const)('"%s" makes %i tasks of four hours and leaves out %i', async (catchUp, runs, missed) => {
    const id = await add({ catchUp })
    fleet.clock.turn(4 * HOUR_MS + 10 * MINUTE_MS)
    await look(runner())
    expect(await tasks()).toHaveLength(runs)
    expect(await one(id)).toMatchObject({ runs, missed, state: 'active' })
  })

  test('while the kill switch is on nothing runs; afterwards it is caught up on', async () => {
    await add()
    await fleet.controller.killSwitch.set(true, ADA)
    const run = runner()
    fleet.clock.turn(2 * HOUR_MS)
    await look(run)
    expect(await tasks()).toEqual([])
    await fleet.controller.killSwitch.set(false, ADA)
    fleet.clock.turn(5_000)
    await look(run)
    expect(await tasks()).toHaveLength(1)
  })

  test('while the task of the time before has not ended the next is left out, and that is told', async () => {
    await add()
    await fleet.controller.pools.pause('general', true, ADA)
    const run = runner()
    for (let hour = 0; hour < 3; hour += 1) {
      fleet.clock.turn(HOUR_MS)
      await look(run)
    }
    expect(await tasks()).toHaveLength(1)
    expect((await told()).at(-1)).toMatchObject({
      ...{ kind: 'schedule.missed', missed: 1, reason: 'task 1 of the time before has not ended' },
    })
  })

  test('a key that somebody else took leaves that time out and does not stop the others', async () => {
    const [id] = [await add(), await add({ ask: 'what is a loan' })]
    const idempotencyKey = `schedule-${id}-${fleet.clock.now() + HOUR_MS}`
    const routing = { by: 'asked', scores: null } as const
    await fleet.controller.tasks.submit({
      ...{ pool: 'general', ask: 'another', session: 's', principal: ADA, routing, idempotencyKey },
    })
    fleet.clock.turn(HOUR_MS)
    await look(runner())
    expect((await tasks()).map(({ ask }) => ask)).toEqual(['another', 'what is a loan'])
    expect(await one(id)).toMatchObject({ missed: 1, runs: 0, next_ms: fleet.clock.now() + HOUR_MS })
  })
})

describe('while nothing is due', () => {
  test('nothing is written, and the store is asked only when something was', async () => {
    await add()
    const store = await fleet.house.store()
    const run = runner()
    await look(run)
    const asked = vi.spyOn(store.db, 'selectFrom')
    const written = vi.spyOn(store, 'write')
    for (let i = 0; i < 50; i += 1) {
      fleet.clock.turn(200)
      await look(run)
    }
    expect([asked.mock.calls.length, written.mock.calls.length]).toEqual([0, 0])
    await add({ when: 'in 1 minute' })
    fleet.clock.turn(MINUTE_MS)
    await look(run)
    expect(await tasks()).toHaveLength(1)
  })
})

describe('changes', () => {
  test('a paused schedule does not run, and what was due meanwhile is not caught up on', async () => {
    const id = await add()
    const { schedules } = fleet.controller
    await schedules.change(id, 'pause', ADA)
    fleet.clock.turn(3 * HOUR_MS + MINUTE_MS)
    const run = runner()
    await look(run)
    const resumed = await schedules.change(id, 'resume', ADA)
    expect(resumed.next_ms).toBe(fleet.clock.now() + HOUR_MS - MINUTE_MS)
    await look(run)
    expect(await tasks()).toEqual([])
  })

  test('a single time that passed during a pause cannot be resumed', async () => {
    const id = await add({ when: 'in 1h' })
    await fleet.controller.schedules.change(id, 'pause', ADA)
    fleet.clock.turn(DAY_MS)
    await expect(fleet.controller.schedules.change(id, 'resume', ADA)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('a cancelled schedule never runs and cannot be changed again', async () => {
    const id = await add()
    await fleet.controller.schedules.change(id, 'cancel', ADA)
    fleet.clock.turn(DAY_MS)
    await look(runner())
    expect(await tasks()).toEqual([])
    for (const to of ['cancel', 'pause', 'resume'] as const)
      await expect(fleet.controller.schedules.change(id, to, ADA)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('somebody else’s schedule is not seen and not changed', async () => {
    const id = await add()
    const { schedules } = fleet.controller
    expect(await schedules.list(EVE, { all: true, limit: 10 })).toEqual({ schedules: [], total: 0 })
    await expect(schedules.change(id, 'cancel', EVE)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('adding', () => {
  test('trying it changes nothing and tells the next times', async () => {
    const { id, upcoming } = await fleet.controller.schedules.add(request(), true)
    const hours = [1, 2, 3].map((n) => fleet.clock.now() + n * HOUR_MS)
    expect([id, upcoming, await fleet.rows('select id from schedules')]).toEqual([null, hours, []])
  })

  test('the time is read in the time zone that was named, by its name or a place', async () => {
    const noonIn = async (timeZone: string) =>
      (await fleet.controller.schedules.add(request({ when: 'every day at 12', timeZone }), true)).upcoming[0]
    expect(await noonIn('Asia/Tokyo')).toBe(Date.UTC(2026, 10, 21, 3))
    expect(await noonIn('tokyo')).toBe(Date.UTC(2026, 10, 21, 3))
    await expect(noonIn('Atlantis')).rejects.toMatchObject({ code: 'ARGS_INVALID' })
    await expect(noonIn('australia')).rejects.toThrow('several time zones')
  })

  test('an unknown pool is named', async () => {
    await expect(add({ pool: 'nowhere' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('of 10,000 schedules the first thousand are taken, run in time, and the next is refused', async () => {
    const ids = await Promise.all(Array.from({ length: 1_000 }, () => add()))
    expect(new Set(ids).size).toBe(1_000)
    await expect(add()).rejects.toMatchObject({ code: 'LIMIT_REACHED' })
    expect((await fleet.controller.schedules.list(ADA, { all: false, limit: 5 })).total).toBe(1_000)
    fleet.clock.turn(HOUR_MS)
    const run = runner()
    for (let i = 0; i < 16; i += 1) await look(run)
    expect(await tasks()).toHaveLength(1_000)
  }, 30_000)

  test('what ended longer ago than the details of tasks are kept is removed', async () => {
    const id = await add()
    await fleet.controller.schedules.change(id, 'cancel', ADA)
    fleet.clock.turn(31 * DAY_MS)
    await add()
    expect(await one(id)).toBeUndefined()
  })
})
