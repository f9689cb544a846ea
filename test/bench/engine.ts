import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBenchFleet } from './bench-fleet.ts'
import { measureFloor } from './queue-floor.ts'

// `npm run bench:engine`: tasks a second over the whole road (policy, gates, steps, journal, ledger; a provider that
// answers at once), beside a plain better-sqlite3 queue of the same durability, in alternating runs of one process.

const ROUNDS = Number(process.env.ROUNDS ?? 3)
const CONCURRENCY = [1, 10, 50]
const PER_RUN = { 1: 400, 10: 2_000, 50: 5_000 } as Readonly<Record<number, number>>

const folder = mkdtempSync(join(tmpdir(), 'operatoros-bench-'))
process.stdout.write(`Node ${process.version}; ${ROUNDS} alternating rounds, medians\n`)
process.stdout.write('concurrency   whole road/s   plain queue/s   share   submit→start p50 ms\n')
for (const at of CONCURRENCY) {
  const n = PER_RUN[at] ?? 1_000
  const rounds: Array<{ ours: number; floor: number; startMs: number }> = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const fleet = await openBenchFleet(mkdtempSync(join(folder, 'fleet-')))
    await fleet.run(Math.min(n, 300), at)
    const { perSecond, startMs } = await fleet.run(n, at)
    await fleet.close()
    const floor = await measureFloor(mkdtempSync(join(folder, 'floor-')), n, at)
    rounds.push({ ours: perSecond, floor, startMs })
  }
  const ours = median(rounds.map((one) => one.ours))
  const floor = median(rounds.map((one) => one.floor))
  const share = median(rounds.map((one) => one.ours / one.floor))
  const startMs = median(rounds.map((one) => one.startMs))
  process.stdout.write(
    `${String(at).padStart(11)} ${ours.toFixed(0).padStart(14)} ${floor.toFixed(0).padStart(15)} ${share.toFixed(2).padStart(7)} ${startMs.toFixed(2).padStart(21)}\n`,
  )
}
rmSync(folder, { recursive: true, force: true })

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
