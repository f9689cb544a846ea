import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR_MS } from '../../src/base/units.ts'
import { createScheduleRunner } from '../../src/controller/run-schedules.ts'
import type { Schedule } from '../../src/store/tables/schedules.ts'
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

  test('that repeats has one alert for each time', async () => {
    await add('reminder', 'every hour')
    const run = runner()
    for (let hour = 0; hour < 2; hour += 1) {
      fleet.clock.turn(HOUR_MS)
      await look(run)
    }
    expect(await alerts()).toHaveLength(2)
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
