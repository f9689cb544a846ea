import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR_MS } from '../../src/base/units.ts'
import { createScheduleRunner } from '../../src/controller/run-schedules.ts'
import { plain } from '../../src/render/format.ts'
import type { Schedule } from '../../src/store/tables/schedules.ts'
import { createAlertTeller } from '../../src/surfaces/repl/tell-alerts.ts'
import { ADA, type Fleet, smallFleet } from '../helpers/small-fleet.ts'

let fleet: Fleet
beforeEach(() => {
  fleet = smallFleet()
})
afterEach(() => fleet.close())

async function add(kind: Schedule['kind'], when = 'in 8s'): Promise<number> {
  const said = {
    kind,
    when,
    ask: 'call my mom',
    attachment: null,
    catchUp: 'once',
    session: 's-test',
    principal: ADA,
  } as const
  return (await fleet.controller.schedules.add(said, false)).id ?? -1
}

const runner = () => createScheduleRunner({ house: fleet.house, wake: () => undefined })
const look = (run: ReturnType<typeof runner>) => run(fleet.clock.now())
const alerts = (all = false) => fleet.controller.alerts.list(all)
const tasks = () => fleet.rows('select id from tasks')

describe('a reminder', () => {
  test('is told as an alert when it is due, once, and makes no task', async () => {
    const id = await add('reminder')
    const [run, other] = [runner(), runner()]
    await look(run)
    expect(await alerts()).toEqual([])
    fleet.clock.turn(8_000)
    await Promise.all([look(run), look(other)])
    expect(await alerts()).toMatchObject([
      {
        rule: 'reminder',
        level: 'info',
        state: 'open',
        message: 'Reminder: call my mom',
        hint: `schedule ${id} (in 8s)`,
      },
    ])
    expect(await tasks()).toEqual([])
    const told = await fleet.rows<{ kind: string }>(
      "select kind from journal where kind like 'schedule.%' order by seq",
    )
    expect(told.map(({ kind }) => kind)).toEqual(['schedule.added', 'schedule.reminded', 'schedule.ended'])
    expect(await fleet.rows('select state, runs, last_task_id from schedules')).toEqual([
      { state: 'ended', runs: 1, last_task_id: null },
    ])
  })

  test('that repeats has one alert, which counts until somebody has seen it, and then begins anew', async () => {
    await add('reminder', 'every hour')
    await add('reminder', 'every 2 hours')
    const run = runner()
    const hours = async (n: number) => {
      for (let hour = 0; hour < n; hour += 1) {
        fleet.clock.turn(HOUR_MS)
        await look(run)
      }
    }
    await hours(30)
    const lastMs = fleet.clock.now()
    expect(await alerts(true)).toMatchObject([{ times: 15 }, { id: 1, times: 30, raisedMs: expect.any(Number) }])
    const [, { lastMs: told } = { lastMs: 0 }] = await alerts()
    expect(lastMs - told).toBeLessThan(HOUR_MS)
    await fleet.controller.alerts.acknowledge(1, ADA)
    await hours(2)
    expect(await alerts()).toMatchObject([
      { id: 3, times: 2 },
      { id: 2, times: 16 },
    ])
  })

  test('that once had an alert for each time is one again when it comes next', async () => {
    const id = await add('reminder', 'every hour')
    const { db } = await fleet.house.store()
    const old = { rule: 'reminder', level: 'info', state: 'open', message: 'Reminder: call my mom', hint: '' } as const
    const unseen = { acknowledged_ms: null, acknowledged_by: null, cleared_ms: null }
    for (const due of [1, 2, 3])
      await db
        .insertInto('alerts')
        .values({ ...old, ...unseen, subject: `${id}/${due}`, raised_ms: due })
        .execute()
    fleet.clock.turn(HOUR_MS)
    await look(runner())
    expect(await alerts()).toMatchObject([{ id: 1, times: 4, raisedMs: 1 }])
  })

  test('is told in the conversation each time it comes, and not between', async () => {
    await add('reminder', 'every hour')
    const tell = createAlertTeller(fleet.controller)
    const run = runner()
    const told: string[] = []
    for (let half = 0; half < 4; half += 1) {
      fleet.clock.turn(HOUR_MS / 2)
      await look(run)
      told.push(/Alert.*/.exec(await tell({ width: 100, paint: plain }))?.[0] ?? '')
    }
    expect(told.filter(Boolean)).toEqual(['Alert 1: Reminder: call my mom', 'Alert 1: Reminder: call my mom (2 times)'])
  })

  test('comes while the kill switch is on, and a task does not', async () => {
    await add('reminder')
    await add('task')
    await fleet.controller.killSwitch.set(true, ADA)
    fleet.clock.turn(8_000)
    await look(runner())
    expect([(await alerts()).length, (await tasks()).length]).toEqual([1, 0])
  })

  test('is gone once it was acknowledged, and acknowledging it twice is once', async () => {
    await add('reminder')
    fleet.clock.turn(8_000)
    await look(runner())
    const [alert] = await alerts()
    const acknowledge = () => fleet.controller.alerts.acknowledge(alert?.id ?? -1, ADA)
    expect(await acknowledge()).toMatchObject({ state: 'cleared', acknowledgedBy: 'person:ada' })
    expect(await acknowledge()).toMatchObject({ state: 'cleared', acknowledgedBy: 'person:ada' })
    expect([await alerts(), (await alerts(true)).length]).toEqual([[], 1])
  })
})
