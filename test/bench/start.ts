import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PROGRAM } from '../faults/fleet-file.ts'
import { fillFinishedTasks } from './fill-finished-tasks.ts'

const PAIRS = 21
const USAGE = fileURLToPath(new URL('./usage.cjs', import.meta.url))
const COMMANDS: ReadonlyArray<readonly string[]> = [['--version'], ['status', '--json'], ['status'], ['help']]

interface Sample {
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakMiB: number
}

// Start-up as ratios to `node -e 0`, in alternating pairs of one run, with NODE_EXTRA_CA_CERTS unset: on Node 20 that
// variable costs 40 ms at every start and would flatter every ratio.
const home = mkdtempSync(join(tmpdir(), 'operatoros-bench-'))
const env: NodeJS.ProcessEnv = { ...process.env, OPERATOROS_HOME: home }
delete env.NODE_EXTRA_CA_CERTS
await fillFinishedTasks(home, 10_000)
process.stdout.write(`Node ${process.version}, ${PAIRS} pairs, 10,000 finished tasks\n`)
process.stdout.write('command           wall ms   ratio   cpu ratio   peak MiB\n')
for (const command of COMMANDS) {
  measure([PROGRAM, ...command])
  const pairs = Array.from({ length: PAIRS }, () => ({
    bare: measure(['-e', '0']),
    ours: measure([PROGRAM, ...command]),
  }))
  const wall = median(pairs.map(({ ours }) => ours.wallMs))
  const wallRatio = median(pairs.map(({ bare, ours }) => ours.wallMs / bare.wallMs))
  const cpuRatio = median(pairs.map(({ bare, ours }) => ours.cpuMs / bare.cpuMs))
  const peak = median(pairs.map(({ ours }) => ours.peakMiB))
  process.stdout.write(
    `${command.join(' ').padEnd(16)} ${wall.toFixed(1).padStart(8)} ${wallRatio.toFixed(2).padStart(7)} ${cpuRatio.toFixed(2).padStart(11)} ${peak.toFixed(0).padStart(10)}\n`,
  )
}
rmSync(home, { recursive: true, force: true })

/** One process: its wall time from outside, its CPU time and peak memory as it tells them at its end. */
function measure(args: readonly string[]): Sample {
  const startMs = performance.now()
  const { output, status } = spawnSync(process.execPath, ['-r', USAGE, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const wallMs = performance.now() - startMs
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${String(output[2])}`)
  return { wallMs, ...(JSON.parse(String(output[3])) as { cpuMs: number; peakMiB: number }) }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
