import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { spawn } from 'node-pty'
import { fillFinishedTasks } from './fill-finished-tasks.ts'
import { cpuMsOf, memoryOf, writtenBytesOf } from './process-figures.ts'
import { programArgs, programEnv, programKind, type Resident, startWorker, untilResident } from './program.ts'
import { databaseOf } from './read-database.ts'
import { startSlowProvider } from './slow-provider.ts'
import { watchWrites } from './watch-writes.ts'
import { writeBetweenMarks } from './write-between-marks.ts'

// `npm run bench:idle [-- --source] [-- --write]`: what a resident worker, and the conversation in a terminal, cost while
// nothing happens: CPU, model calls, writes. A provider that counts its calls stands ready. Linux only.

const SECONDS = Number(process.env.WATCH_S ?? 60)
const SETTLE_S = Number(process.env.SETTLE_S ?? 15)
const FINISHED = 1_000

interface Idler extends Resident {
  /** Bytes that it has written to its terminal so far; null without one. */
  readonly drawn: () => number | null
}

const provider = await startSlowProvider(100)
const rows = [
  await measure('resident worker', async (home) => ({ ...(await startWorker(home, provider.env)), drawn: () => null })),
  await measure('conversation in a terminal', openConversation),
]
await provider.close()
const told = [
  `Program ${programKind}, Node ${process.version}, a database with ${FINISHED} finished tasks; ${SECONDS} s after ${SETTLE_S} s to settle.`,
  '',
  '| | CPU, % of a core | Model calls | Writes a minute | of them no heartbeat | WAL grew, KiB | Written, KiB | Memory, MiB | Drawn, bytes |',
  '|---|---:|---:|---:|---|---:|---:|---:|---:|',
  ...rows,
]
process.stdout.write(`${told.join('\n')}\n`)
if (process.argv.includes('--write')) writeBetweenMarks('idle', told)
process.exit()

async function measure(name: string, start: (home: string) => Promise<Idler>): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'operatoros-idle-'))
  await fillFinishedTasks(home, FINISHED)
  const idler = await start(home)
  await delay(SETTLE_S * 1_000)
  const before = look(idler, home)
  const stop = watchWrites(home)
  const startMs = performance.now()
  await delay(SECONDS * 1_000)
  const minutes = (performance.now() - startMs) / 60_000
  const { transactions, beats, tables } = stop()
  const after = look(idler, home)
  await idler.end()
  rmSync(home, { recursive: true, force: true })
  const changed = Object.entries(tables).map(([table, n]) => `${table} ${n}`)
  const others = `${((transactions - beats) / minutes).toFixed(1)}${changed.length > 0 ? ` (${changed.join(', ')})` : ''}`
  const cells = [
    ((after.cpuMs - before.cpuMs) / (minutes * 600)).toFixed(2),
    String(after.calls - before.calls),
    (transactions / minutes).toFixed(1),
    others,
    ((after.walBytes - before.walBytes) / 1_024).toFixed(0),
    ((after.writtenBytes - before.writtenBytes) / 1_024).toFixed(0),
    after.memoryMiB.toFixed(0),
    after.drawn === null || before.drawn === null ? 'n/a' : String(after.drawn - before.drawn),
  ]
  return `| ${[name, ...cells].join(' | ')} |`
}

function look({ pid, drawn }: Idler, home: string) {
  return {
    cpuMs: cpuMsOf(pid),
    calls: provider.calls(),
    writtenBytes: writtenBytesOf(pid),
    walBytes: statSync(`${databaseOf(home)}-wal`).size,
    memoryMiB: memoryOf(pid).nowMiB,
    drawn: drawn(),
  }
}

async function openConversation(home: string): Promise<Idler> {
  const terminal = spawn(process.execPath, [...programArgs()], {
    ...{ cols: 100, rows: 30, cwd: home },
    env: programEnv(home, { ...provider.env, TERM: 'xterm-256color' }),
  })
  let drawn = 0
  let text = ''
  let over = false
  terminal.onData((piece) => {
    drawn += piece.length
    text += piece
  })
  const ended = new Promise<void>((resolve) => {
    terminal.onExit(() => {
      over = true
      resolve()
    })
  })
  await untilResident(home, () => (over ? text : null))
  return {
    pid: terminal.pid,
    drawn: () => drawn,
    async end() {
      terminal.kill('SIGTERM')
      await ended
    },
  }
}
