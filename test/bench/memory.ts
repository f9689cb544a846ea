import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { median } from 'simple-statistics'
import { openFleetFile } from '../faults/fleet-file.ts'
import { memoryOf } from './process-figures.ts'
import { programKind, startWorker } from './program.ts'
import { readDatabase } from './read-database.ts'
import { startSlowProvider } from './slow-provider.ts'
import { writeBetweenMarks } from './write-between-marks.ts'

// `npm run bench:memory [-- --source] [-- --write]`: resident memory of a worker process over a long line of tasks, with so
// many conversations at a provider on the loopback that takes its time. Linux only.

const QUEUED = Number(process.env.QUEUED ?? 10_000)
const CONVERSATIONS = Number(process.env.CONVERSATIONS ?? 100)
const SECONDS = Number(process.env.WATCH_S ?? 60)
const THINK_MS = 5_000
const LOOK_MS = 250
const AT_ONCE = 250

const home = mkdtempSync(join(tmpdir(), 'operatoros-memory-'))
await fillQueue()
const provider = await startSlowProvider(THINK_MS)
const worker = await startWorker(home, provider.env)
const looks: Array<{ nowMiB: number; open: number }> = []
for (const until = performance.now() + SECONDS * 1_000; performance.now() < until; await delay(LOOK_MS)) {
  looks.push({ nowMiB: memoryOf(worker.pid).nowMiB, open: provider.open() })
}
const { peakMiB } = memoryOf(worker.pid)
const states = new Map(
  readDatabase<string>(home, "select state || ' ' || count(*) from tasks group by state").map((row) => {
    const [state = '', n] = row.split(' ')
    return [state, Number(n)]
  }),
)
await worker.end()
await provider.close()
rmSync(home, { recursive: true, force: true })

const late = looks.slice(Math.floor(looks.length / 2))
const quarters = [0, 1, 2, 3].map((i) => looks.slice((i * looks.length) / 4, ((i + 1) * looks.length) / 4))
const memoryIn = (some: typeof looks): string => median(some.map(({ nowMiB }) => nowMiB)).toFixed(0)
const told = [
  `Worker process (${programKind}), Node ${process.version}, ${SECONDS} s; ${QUEUED + CONVERSATIONS} tasks of ${CONVERSATIONS} conversations submitted, each`,
  `${THINK_MS / 1_000} s at the provider; at its end ${states.get('queued') ?? 0} queued, ${states.get('running') ?? 0} running, ${states.get('done') ?? 0} done, ${states.get('failed') ?? 0} failed.`,
  '',
  '| | MiB |',
  '|---|---:|',
  `| Peak | ${peakMiB.toFixed(0)} |`,
  `| Steady (median of the second half) | ${memoryIn(late)} |`,
  `| Median of each quarter of the time | ${quarters.map(memoryIn).join(' · ')} |`,
  '',
  `Calls open at the provider, median of the second half: ${median(late.map(({ open }) => open))}.`,
]
process.stdout.write(`${told.join('\n')}\n`)
if (process.argv.includes('--write')) writeBetweenMarks('memory', told)
process.exit()

/** As many places as conversations, and every conversation with its share of the tasks, in turn. */
async function fillQueue(): Promise<void> {
  const { app } = openFleetFile(home)
  const { controller, caller } = app
  const principal = { ...caller, role: 'admin' as const }
  await controller.pools.list()
  await controller.pools.scale('general', { to: CONVERSATIONS }, { caller: principal, dry: false })
  const total = QUEUED + CONVERSATIONS
  for (let first = 0; first < total; first += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, total - first) }, (_, i) => first + i)
    await Promise.all(
      numbers.map((n) =>
        controller.asks.submit({
          ...{ text: `what is a budget, and how do I keep to it, number ${n}`, pool: 'general', attachment: null },
          ...{ session: `memory-${n % CONVERSATIONS}`, principal },
        }),
      ),
    )
  }
  await app.close()
}
