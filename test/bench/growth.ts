import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from 'simple-statistics'
import { groupDigits } from '../../src/base/digits.ts'
import type { Principal } from '../../src/base/roles.ts'
import { DAY_MS } from '../../src/base/units.ts'
import { lookAround } from '../../src/controller/health.ts'
import { findOld } from '../../src/controller/retention.ts'
import { hasLostRuns } from '../../src/engine/recover-runs.ts'
import type { App } from '../../src/surfaces/open-app.ts'
import { openFleetFile } from '../faults/fleet-file.ts'
import { openBenchFleet } from './bench-fleet.ts'
import { fillFinishedTasks } from './fill-finished-tasks.ts'
import { writeBetweenMarks } from './write-between-marks.ts'

// `npm run bench:growth [-- --million] [-- --write]`: the commands status, metrics and tasks, what a worker asks the
// database, and tasks a second from submit to settle, with a growing number of finished tasks, as ratios to a thousand of
// them in the same run.

const SIZES = [1_000, 10_000, 100_000, ...(process.argv.includes('--million') ? [1_000_000] : [])]
const ROUNDS = Number(process.env.ROUNDS ?? 41)
/** In each of the rounds that count; a round before them warms up. */
const TASKS = Number(process.env.TASKS ?? 1_000)
const WARM_UP = 200
const RATE_ROUNDS = 3
const CALLERS = 10
const NOBODY: Principal = { id: 'person:nobody', kind: 'person', role: 'operator', owner: 'nobody' }

const QUESTIONS: Readonly<Record<string, (app: App) => Promise<unknown>>> = {
  status: command('status'),
  metrics: command('metrics'),
  tasks: command('tasks'),
  'tasks, of all owners': ({ controller, caller }) =>
    controller.tasks.list({ ...caller, role: 'admin' }, { limit: 20 }),
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
const homes: string[] = []
for (const size of SIZES) homes.push(await fill(size))
const told = [
  `Node ${process.version}; ms, medians of ${ROUNDS} rounds, and the ratio to ${groupDigits(SIZES[0] ?? 0, 0)} finished tasks.`,
  '',
  `| | ${SIZES.map((size) => groupDigits(size, 0)).join(' | ')} |`,
  `|---|${SIZES.map(() => '---:|').join('')}`,
  ...(await askAll()),
  await driveAll(),
  '',
  `Each file grows by ${groupDigits((RATE_ROUNDS + 1) * (WARM_UP + TASKS), 0)} more tasks in the last row.`,
]
tell(told.join('\n'))
if (process.argv.includes('--write')) writeBetweenMarks('growth', told)
rmSync(folder, { recursive: true, force: true })

async function fill(size: number): Promise<string> {
  const home = mkdtempSync(join(folder, `${size}-`))
  const startMs = performance.now()
  await fillFinishedTasks(home, size)
  const megabytes = statSync(join(home, 'operatoros.db')).size / 1e6
  tell(`${size} tasks filled in ${((performance.now() - startMs) / 1_000).toFixed(1)} s, ${megabytes.toFixed(0)} MB`)
  return home
}

/** A command as every surface runs it, without its words. */
function command(name: string): (app: App) => Promise<unknown> {
  const { signal } = new AbortController()
  return async (app) => {
    const { execute } = await app.registry.load(name)
    return execute({}, app.contextFor({ signal, attachment: null, tell: () => undefined }))
  }
}

async function askAll(): Promise<string[]> {
  const fleets = homes.map((home) => openFleetFile(home))
  const rows: string[] = []
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
    rows.push(rowOf(`${name}, ms`, times.map(median), 2))
  }
  for (const { app } of fleets) await app.close()
  return rows
}

/** The rounds alternate, each beginning with another file. */
async function driveAll(): Promise<string> {
  const rates = homes.map(() => [] as number[])
  for (let round = 0; round <= RATE_ROUNDS; round += 1) {
    for (let turn = 0; turn < homes.length; turn += 1) {
      const i = (turn + round) % homes.length
      const fleet = await openBenchFleet(homes[i] ?? '', { lookUp: false })
      await fleet.run(WARM_UP, CALLERS)
      const { perSecond } = await fleet.run(TASKS, CALLERS)
      if (round > 0) rates[i]?.push(perSecond)
      await fleet.close()
    }
  }
  return rowOf(`submit → settle, tasks/s at ${CALLERS} callers`, rates.map(median), 0)
}

function rowOf(name: string, values: readonly number[], decimals: number): string {
  const first = values[0] ?? Number.NaN
  const cells = values.map((value) => `${value.toFixed(decimals)} (${(value / first).toFixed(2)})`)
  return `| ${[name, ...cells].join(' | ')} |`
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
