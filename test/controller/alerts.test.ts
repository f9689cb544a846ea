import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alertWatch } from '../../src/controller/alerts.ts'
import type { Vitals } from '../../src/controller/health.ts'
import { plain } from '../../src/render/format.ts'
import { createAlertTeller } from '../../src/surfaces/repl/tell-alerts.ts'
import { CALM } from '../helpers/calm-vitals.ts'
import { rig } from '../helpers/rig.ts'
import { ADA, EVE, type Fleet, smallFleet } from '../helpers/small-fleet.ts'

let fleet: Fleet
let watch: (vitals: Vitals) => Promise<void>
beforeEach(() => {
  fleet = smallFleet()
  watch = alertWatch(fleet.house)
})
afterEach(() => fleet.close())

async function look(change: Partial<Vitals>, times = 1): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    fleet.clock.turn(10_000)
    await watch({ ...CALM, ...change })
  }
}
const alerts = () => fleet.controller.alerts
const kinds = async () =>
  (await fleet.rows<{ kind: string }>("select kind from journal where kind like 'alert.%' order by seq")).map(
    (row) => row.kind,
  )
const WAITS = { oldestQueuedMs: 61_000 }

describe('an alert', () => {
  test('is raised once however long it holds, and cleared when it is over', async () => {
    await look(WAITS, 2)
    expect(await alerts().list(true)).toEqual([])
    await look(WAITS, 5)
    expect(await alerts().list(false)).toMatchObject([
      { rule: 'queue-age', level: 'warn', state: 'open', message: 'A task has waited for an agent for 61 s.' },
    ])
    await look({ oldestQueuedMs: 30_000 }, 3)
    expect(await alerts().countOpen()).toBe(1)
    await look({})
    expect(await alerts().list(false)).toEqual([])
    expect(await alerts().list(true)).toMatchObject([{ state: 'cleared', clearedMs: fleet.clock.now() }])
    expect(await kinds()).toEqual(['alert.raised', 'alert.cleared'])
  })

  test('that comes again after it was cleared is a new one', async () => {
    await look(WAITS, 3)
    await look({})
    await look(WAITS, 3)
    expect((await alerts().list(true)).map(({ state }) => state)).toEqual(['open', 'cleared'])
  })

  test('is not raised twice by two workers that look at the same time', async () => {
    const other = alertWatch(fleet.house)
    for (let i = 0; i < 4; i += 1) await Promise.all([look(WAITS), other({ ...CALM, ...WAITS })])
    expect(await alerts().list(true)).toHaveLength(1)
  })

  test('of a calm fleet is not looked for in the database by writing: nothing is journalled', async () => {
    await look({}, 5)
    expect(await kinds()).toEqual([])
  })
})

describe('acknowledging', () => {
  test('is kept with who did it, once, and the alert is still cleared when it is over', async () => {
    await look(WAITS, 3)
    const [{ id } = { id: 0 }] = await alerts().list(false)
    expect(await alerts().acknowledge(id, EVE)).toMatchObject({ state: 'acknowledged', acknowledgedBy: 'person:eve' })
    expect(await alerts().acknowledge(id, ADA)).toMatchObject({ acknowledgedBy: 'person:eve' })
    expect(await alerts().countOpen()).toBe(0)
    await look(WAITS, 3)
    expect(await alerts().list(false)).toHaveLength(1)
    await look({})
    expect(await kinds()).toEqual(['alert.raised', 'alert.acknowledged', 'alert.cleared'])
    await expect(alerts().acknowledge(id, ADA)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('needs an alert and the operator’s role', async () => {
    await look(WAITS, 3)
    await expect(alerts().acknowledge(99, ADA)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const viewer = { ...EVE, role: 'viewer' as const }
    await expect(alerts().acknowledge(1, viewer)).rejects.toMatchObject({ code: 'ROLE_TOO_LOW' })
  })
})

describe('in the conversation', () => {
  const page = { width: 100, paint: plain }

  test('an alert is told once, and one that was acknowledged not at all', async () => {
    const tell = createAlertTeller(fleet.controller)
    expect(await tell(page)).toBe('')
    await look(WAITS, 3)
    expect(await tell(page)).toContain('Alert 1: A task has waited for an agent for 61 s.')
    expect(await tell(page)).toBe('')
    await look({ ...WAITS, restingRoutes: 1 })
    await alerts().acknowledge(2, ADA)
    expect(await tell(page)).toBe('')
  })
})

test('status and alerts tell of it in the terminal', async () => {
  const one = rig()
  try {
    expect((await one.say('status')).text).not.toContain('Alerts')
    expect((await one.say('alerts')).text).toContain('Nothing wants attention.')
    const calm = alertWatch(one.app.controller.house)
    await calm({ ...CALM, restingRoutes: 2 })
    expect((await one.say('status')).text).toContain('Alerts: 1 open')
    expect((await one.say('are there any alerts?')).text).toContain('2 routes to models failed three times in a row')
    expect((await one.say('acknowledge alert 1')).data).toMatchObject({ alerts: [{ id: 1, state: 'acknowledged' }] })
    expect((await one.say('status')).text).not.toContain('Alerts')
  } finally {
    await one.close()
  }
})
