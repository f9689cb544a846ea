import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from 'simple-statistics'
import { measureAcross } from './across-processes.ts'
import { callDirectly, openBenchFleet } from './bench-fleet.ts'
import { type Driven, drive } from './drive.ts'
import { type Measured, tellEngine, tellRow } from './engine-report.ts'
import { bullmqOnPostgres, bullmqOnRedis } from './peers/bullmq.ts'
import { graphileWorker } from './peers/graphile-worker.ts'
import { peerVersion } from './peers/peer-package.ts'
import { pgBoss } from './peers/pg-boss.ts'
import { plainQueue } from './peers/plain-queue.ts'
import type { Peer } from './peers/queue.ts'
import { writeBetweenMarks } from './write-between-marks.ts'

// `npm run bench:engine [-- --write]`: tasks a second over the whole road (policy, gates, steps, journal, ledger; a provider
// that answers at once), beside other durable queues, in alternating runs of one process. The packages of the other queues
// are in the folder OPERATOROS_BENCH_PEERS, their servers at DATABASE_URL and REDIS_URL (test/bench/with-servers.ts starts
// some); one that is not there is n/a. `--write` puts it into docs/performance.md.

const ROUNDS = Number(process.env.ROUNDS ?? 3)
/** 0.1 makes a tenth of the jobs, for a quick look. */
const SHARE = Number(process.env.SHARE ?? 1)
/** One-shots of the last part; 0 leaves it out. */
const ACROSS = Number(process.env.ACROSS ?? 100)
const CONCURRENCY = [1, 10, 50]
const PER_RUN = { 1: 400, 10: 2_000, 50: 5_000 } as Readonly<Record<number, number>>
/** Enough for the slowest to be compiled: what runs for days is measured, not its first second. */
const WARM_UP = 1_000
const REACH_MS = 20_000

const ours: Peer = {
  name: 'OperatorOS, the whole road',
  from: null,
  settings: 'SQLite in process, WAL, synchronous=FULL',
  open: ({ folder }) => openBenchFleet(folder, { lookUp: false }),
}

const folder = mkdtempSync(join(tmpdir(), 'operatoros-bench-'))
const all = [ours, plainQueue, graphileWorker, pgBoss, bullmqOnPostgres, bullmqOnRedis]
const measured: Measured[] = []
for (const peer of all) {
  const missing = await whyMissing(peer)
  const version = peer.from === null || missing !== null ? null : peerVersion(peer.from)
  measured.push({ peer, version, missing, runs: new Map() })
}
tell(`Node ${process.version}, ${availableParallelism()} cores; ${ROUNDS} alternating rounds, medians`)
for (const { peer, missing } of measured) if (missing !== null) tell(`${peer.name}: n/a, ${missing}`)

const present = measured.filter(({ missing }) => missing === null)
for (const at of CONCURRENCY) {
  const n = Math.max(20, Math.round((PER_RUN[at] ?? 1_000) * SHARE))
  const rounds = new Map(present.map(({ peer }) => [peer.name, [] as Driven[]]))
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each round begins with another one, so that none always runs after the same neighbour.
    for (let i = 0; i < present.length; i += 1) {
      const peer = present[(i + round) % present.length]?.peer
      if (peer) rounds.get(peer.name)?.push(await measureOnce(peer, n, at))
    }
  }
  tell(`\n${at} at a time, ${n} jobs`)
  for (const one of present) {
    one.runs.set(at, medians(rounds.get(one.peer.name) ?? []))
    tell(tellRow(one, at, present[0]))
  }
}

const direct = await medianOf(200, callDirectly)
const across = ACROSS === 0 ? 'left out' : await measureAcross(join(folder, 'across'), ACROSS).catch(reasonOf)
const told = tellEngine({ measured, concurrency: CONCURRENCY, rounds: ROUNDS, directMs: direct, across })
tell(`\n${told.join('\n')}`)
if (process.argv.includes('--write')) writeBetweenMarks('engine', told)
rmSync(folder, { recursive: true, force: true })
// A server that went away may leave a client that tries again for ever.
process.exit()

/** Null when it does one job. */
async function whyMissing(peer: Peer): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, REACH_MS, `no answer in ${REACH_MS / 1_000} s`)
  })
  const tried = measureOnce(peer, 1, 1).then(() => null, reasonOf)
  const reason = await Promise.race([tried, late])
  clearTimeout(timer)
  return reason
}

async function measureOnce(peer: Peer, n: number, concurrency: number): Promise<Driven> {
  const queue = await peer.open({ folder: mkdtempSync(join(folder, 'queue-')), concurrency })
  await drive(queue, Math.min(n, WARM_UP), concurrency)
  const driven = await drive(queue, n, concurrency)
  await queue.close()
  return driven
}

function medians(runs: readonly Driven[]): Driven {
  const of = (name: keyof Driven): number => median(runs.map((run) => run[name]))
  return { perSecond: of('perSecond'), startMs: of('startMs'), startP99Ms: of('startP99Ms'), jobMs: of('jobMs') }
}

async function medianOf(n: number, measure: () => Promise<number>): Promise<number> {
  const values: number[] = []
  for (let i = 0; i < n; i += 1) values.push(await measure())
  return median(values)
}

function reasonOf(thrown: unknown): string {
  const { message, code } = thrown as { message?: string; code?: string }
  return message || code || String(thrown)
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
