import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSweep } from '../../src/controller/sweep.ts'
import { verifyJournal } from '../../src/store/journal.ts'
import { fakeRoute, says } from '../helpers/fake-provider.ts'
import { ADA, type Fleet, smallFleet } from '../helpers/small-fleet.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

const TASKS = "kind like 'task.%'"

let fleet: Fleet
let next: Error | null = null
let sweep: (nowMs: number) => Promise<void>
beforeEach(() => {
  next = null
  const route = fakeRoute(async () => {
    if (next) throw next
    return says('Yes')
  })
  fleet = smallFleet({ routes: [route] })
  sweep = createSweep(fleet.house)
})
afterEach(() => fleet.close())

const days = (n: number) => fleet.clock.turn(n * DAY_MS)
const count = async (table: string, where = '1') =>
  (await fleet.rows<{ n: number }>(`select count(*) as n from ${table} where ${where}`))[0]?.n
/** Looks until it rests. */
async function sweepAll(): Promise<void> {
  for (let i = 0; i < 50; i += 1) await sweep(fleet.clock.now())
}
const told = async () =>
  (await fleet.rows<{ data: string }>("select data from journal where kind = 'retention.removed'")).map((row) =>
    JSON.parse(row.data),
  )

describe('the details of finished tasks', () => {
  test('go after thirty days; the task, its answer, the journal and the ledger stay', async () => {
    const { id } = await fleet.run()
    const before = [await count('journal', TASKS), await count('ledger'), await count('tallies')]
    days(29)
    await sweepAll()
    expect([await count('attempts'), await count('messages')]).toEqual([1, 2])
    days(2)
    await sweepAll()
    expect([await count('attempts'), await count('steps'), await count('messages')]).toEqual([0, 0, 0])
    expect(await fleet.controller.tasks.find(id, ADA)).toMatchObject({ state: 'done' })
    expect([await count('journal', TASKS), await count('ledger'), await count('tallies')]).toEqual(before)
    expect((await verifyJournal((await fleet.house.store()).db)).bad).toBeNull()
  })

  test('stay while the task is unfinished, with all that its session said', async () => {
    await fleet.run()
    const { id } = await fleet.submit()
    await fleet.rows(`update tasks set state = 'parked' where id = ${id}`)
    await fleet.rows(
      `insert into attempts select ${id}, 1, 1, 'w', 'general', 1, started_ms, ended_ms, 'parked', null from attempts`,
    )
    await fleet.rows(`insert into steps values (${id}, 'x', 0, 1, 'tool', 'write', 'done', 'k', 'd', '1', null, 0, 0)`)
    days(90)
    await sweepAll()
    expect(await count('attempts', `task_id = ${id}`)).toBe(1)
    expect(await count('steps', `task_id = ${id}`)).toBe(1)
    expect(await count('messages')).toBe(3)
  })

  test('of a failed task keep every recorded side effect, so that a retry does not repeat it', async () => {
    next = new TypeError('no')
    const { id } = await fleet.run()
    for (const [name, effect] of [
      ['a', 'read'],
      ['b', 'write'],
    ])
      await fleet.rows(
        `insert into steps values (${id}, '${name}', 0, 1, 'tool', '${effect}', 'done', 'k', 'd', '1', null, 0, 0)`,
      )
    days(31)
    await sweepAll()
    expect(await count('steps', `task_id = ${id} and effect = 'read'`)).toBe(0)
    expect(await count('steps', `task_id = ${id} and name = 'b'`)).toBe(1)
    expect(await count('attempts')).toBe(0)
  })

  test('go when they are older than what was set', async () => {
    await fleet.close()
    fleet = smallFleet({ routes: [fakeRoute(async () => says('Yes'))], env: { OPERATOROS_RETENTION_DAYS: '2' } })
    sweep = createSweep(fleet.house)
    await fleet.run()
    days(3)
    await sweepAll()
    expect(await count('attempts')).toBe(0)
  })
})

describe('a sweep', () => {
  test('takes a small batch at a time, and all of many in the end', async () => {
    for (let i = 0; i < 120; i += 1) await fleet.run()
    days(31)
    await sweep(fleet.clock.now())
    expect(await count('attempts')).toBeGreaterThanOrEqual(70)
    await sweepAll()
    expect([await count('attempts'), await count('messages')]).toEqual([0, 0])
  })

  test('writes nothing while nothing is old', async () => {
    await fleet.run()
    await sweepAll()
    expect(await fleet.rows("select * from settings where name like 'retention%'")).toEqual([])
  })

  test('that found nothing more looks again after an hour', async () => {
    await fleet.run()
    const notYetOldMs = fleet.clock.now() + 30 * DAY_MS
    const left: unknown[] = []
    for (const afterMs of [0, HOUR_MS - 1, HOUR_MS]) {
      await sweep(notYetOldMs + afterMs)
      left.push(await count('attempts'))
    }
    expect(left).toEqual([1, 1, 0])
  })

  test('is told in the journal once a day, with what it removed and how old that was', async () => {
    await fleet.run()
    days(31)
    await sweepAll()
    expect(await told()).toEqual([])
    fleet.clock.turn(DAY_MS)
    await sweepAll()
    expect(await told()).toEqual([
      {
        ...{ attempts: 1, steps: expect.any(Number), messages: 2, samples: 0, workers: expect.any(Number) },
        ...{ minutes: expect.any(Number), olderThanDays: 30, sinceMs: fleet.clock.now() - DAY_MS },
      },
    ])
    days(3)
    await sweepAll()
    expect(await told()).toHaveLength(1)
  })
})
