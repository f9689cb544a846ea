import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Principal } from '../../src/base/roles.ts'
import { DAY_MS } from '../../src/base/units.ts'
import { lookAround } from '../../src/controller/health.ts'
import { findOld } from '../../src/controller/retention.ts'
import { hasLostRuns } from '../../src/engine/recover-runs.ts'
import type { App } from '../../src/surfaces/open-app.ts'
import { openFleetFile } from '../faults/fleet-file.ts'
import { openBenchFleet } from './bench-fleet.ts'
import { fillFinishedTasks } from './fill-finished-tasks.ts'

// `npx tsx test/bench/growth.ts [--million]`: what status, metrics and tasks ask the database, and tasks a second from
// submit to settle, with a growing number of finished tasks, as ratios to a thousand of them in the same run.

const SIZES = [1_000, 10_000, 100_000, ...(process.argv.includes('--million') ? [1_000_000] : [])]
const ROUNDS = Number(process.env.ROUNDS ?? 41)
const TASKS = Number(process.env.TASKS ?? 1_000)
const NOBODY: Principal = { id: 'person:nobody', kind: 'person', role: 'operator', owner: 'nobody' }

const QUESTIONS: Readonly<Record<string, (app: App) => Promise<unknown>>> = {
  status: ({ controller: { pools, figures, killSwitch, alerts } }) =>
    Promise.all([
      pools.list(),
      figures.today(),
      figures.counts(),
      figures.uptime(),
      killSwitch.read(),
      alerts.countOpen(),
    ]),
  metrics: ({ controller: { figures, samples } }) =>
    Promise.all([figures.today(), figures.budget(), figures.counts(), figures.history(24), samples.lastHour()]),
  tasks: ({ controller, caller }) => controller.tasks.list({ ...caller, role: 'admin' }, { limit: 20 }),
  'tasks failed': ({ controller, caller }) =>
    controller.tasks.list({ ...caller, role: 'admin' }, { limit: 20, state: 'failed' }),
  'tasks refused': ({ controller, caller }) =>
    controller.tasks.list({ ...caller, role: 'admin' }, { limit: 20, state: 'refused' }),
  'tasks queued': ({ controller, caller }) =>
    controller.tasks.list({ ...caller, role: 'admin' }, { limit: 20, state: 'queued' }),
  "nobody's tasks": ({ controller }) => controller.tasks.list(NOBODY, { limit: 20 }),
  'lost runs': async ({ controller: { house } }) => hasLostRuns((await house.store()).db, Date.now()),
  'vitals, no write': ({ controller: { house } }) => lookAround(house),
  'what is old': async ({ controller: { house } }) =>
    findOld((await house.store()).db, { nowMs: Date.now() - DAY_MS, ageMs: 30 * DAY_MS, after: 0 }),
  'a task': ({ controller, caller }) => controller.tasks.find(700, { ...caller, role: 'admin' }),
}

const folder = mkdtempSync(join(tmpdir(), 'operatoros-growth-'))
const homes = SIZES.map((size) => ({ size, home: mkdtempSync(join(folder, `${size}-`)) }))
for (const { size, home } of homes) {
  const startMs = performance.now()
  await fillFinishedTasks(home, size)
  const megabytes = statSync(join(home, 'operatoros.db')).size / 1e6
  tell(`${size} tasks filled in ${((performance.now() - startMs) / 1_000).toFixed(1)} s, ${megabytes.toFixed(0)} MB`)
}

tell(`\nNode ${process.version}, medians of ${ROUNDS} rounds; ms, and ratio to ${SIZES[0]}`)
tell(['finished tasks'.padEnd(20), ...SIZES.map((size) => String(size).padStart(18))].join(''))
const fleets = homes.map(({ home }) => openFleetFile(home))
for (const [name, ask] of Object.entries(QUESTIONS)) {
  const times = fleets.map(() => [] as number[])
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    for (const [i, { app }] of fleets.entries()) {
      const startMs = performance.now()
      await ask(app)
      // The first rounds prepare the statements.
      if (round > 1) times[i]?.push(performance.now() - startMs)
    }
  }
  tellRow(name, times.map(median), 'ms')
}
for (const { app } of fleets) await app.close()

const rates = homes.map(() => [] as number[])
for (let round = 0; round < 4; round += 1) {
  for (const [i, { home }] of homes.entries()) {
    const fleet = await openBenchFleet(home)
    await fleet.run(200, 10)
    const { perSecond } = await fleet.run(TASKS, 10)
    // The first round warms the process up.
    if (round > 0) rates[i]?.push(perSecond)
    await fleet.close()
  }
}
tellRow('submit→settle /s', rates.map(median), '/s')
rmSync(folder, { recursive: true, force: true })

function tellRow(name: string, values: readonly number[], unit: string): void {
  const first = values[0] ?? Number.NaN
  const cells = values.map((value) =>
    `${value.toFixed(unit === 'ms' ? 2 : 0)} (${(value / first).toFixed(2)})`.padStart(18),
  )
  tell([name.padEnd(20), ...cells].join(''))
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
