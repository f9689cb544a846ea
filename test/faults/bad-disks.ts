import { execFileSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTestStore } from '../helpers/open-test-store.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { acknowledgedBy } from './crash-at.ts'
import { randomFrom } from './fleet-file.ts'
import { type Verdict, verdictOf } from './pay-day.ts'
import type { Program, Running } from './start-process.ts'

/** A verdict, and how many failures the process met: without any, nothing was tried. */
export type Tried = Verdict & { readonly failures: number }

/** What a mode says when this machine cannot play it. */
export interface Skipped {
  readonly skipped: string
}

const NO_TMPFS = 'This process may not mount a tmpfs, so there is no small disk to fill.'
const NO_BIND = 'This process may not mount a folder a second time, so there is no read-only view of it.'
const NO_STRACE = 'There is no strace that can inject errors, so no system call fails.'

const keys = (count: number): string[] => Array.from({ length: count }, (_, i) => `key-${i}`)

/** Payments are submitted and made on a disk that is full before they are done; later there is room again. */
export async function fillDisk(program: Program, { seed }: { seed: number }): Promise<Tried | Skipped> {
  const { path: home, remove } = tempFolder()
  const ledger = tempFolder()
  const random = randomFrom(seed)
  if (!mounted(['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', home])) {
    remove()
    ledger.remove()
    return { skipped: NO_TMPFS }
  }
  try {
    const env = { FAULTS_LEDGER: ledger.path }
    await program.start([home, 'settle', '0', 'first'], env).ended
    const room = 120_000 + Math.floor(random() * 400_000)
    const filler = join(home, 'filler')
    writeFileSync(filler, Buffer.alloc(Math.max(0, freeBytes(home) - room)))
    const full = program.start([home, 'settle', '5', ...keys(60)], env)
    await full.ended
    rmSync(filler)
    await program.start([home, 'finish'], { ...env, CLOCK_MS: '172800000' }).ended
    return {
      ...(await judge(home, ledger.path, { seed, acknowledged: acknowledgedBy(full) })),
      failures: failuresOf(full),
    }
  } finally {
    unmount(home)
    remove()
    ledger.remove()
  }
}

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize
}

/**
 * Payments are submitted where nothing can be written: through a second, read-only mount of the folder, in which a fleet
 * has worked before. Nothing may be acknowledged there; where it can be written the work then goes on.
 */
export async function sealDisk(program: Program, { seed }: { seed: number }): Promise<Tried | Skipped> {
  const { path: home, remove } = tempFolder()
  const view = tempFolder()
  const ledger = tempFolder()
  try {
    const env = { FAULTS_LEDGER: ledger.path }
    const first = program.start([home, 'settle', '0', 'first'], env)
    await first.ended
    if (!sealed(home, view.path)) return { skipped: NO_BIND }
    const shut = program.start([view.path, 'settle', '0', ...keys(3)], env)
    await shut.ended.finally(() => unmount(view.path))
    await program.start([home, 'settle', '0', ...keys(3)], env).ended
    await program.start([home, 'finish'], { ...env, CLOCK_MS: '172800000' }).ended
    const verdict = await judge(home, ledger.path, { seed, acknowledged: acknowledgedBy(first) })
    const promised = [...acknowledgedBy(shut).keys()].map((id) => `task ${id} was acknowledged on a read-only disk`)
    return { ...verdict, faults: [...verdict.faults, ...promised], failures: failuresOf(shut) }
  } finally {
    remove()
    view.remove()
    ledger.remove()
  }
}

function sealed(home: string, view: string): boolean {
  if (!mounted(['--bind', home, view])) return false
  if (mounted(['-o', 'remount,bind,ro', view])) return true
  unmount(view)
  return false
}

function mounted(args: readonly string[]): boolean {
  try {
    execFileSync('mount', args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function unmount(view: string): void {
  execFileSync('umount', ['-l', view])
}

const INJECTED = [
  'pwrite64:error=ENOSPC',
  'pwrite64:error=EIO',
  'pread64:error=EIO',
  'fdatasync:error=EIO',
  'fsync:error=EIO',
] as const

/** A process whose writes, flushes or reads of the disk fail now and then; another one without faults finishes. */
export async function failCalls(program: Program, { seed }: { seed: number }): Promise<Tried | Skipped> {
  if (!canInject()) return { skipped: NO_STRACE }
  const { path: home, remove } = tempFolder()
  const ledger = tempFolder()
  const random = randomFrom(seed)
  try {
    const env = { FAULTS_LEDGER: ledger.path }
    await program.start([home, 'settle', '0', 'first'], env).ended
    const call = INJECTED[Math.floor(random() * INJECTED.length)] ?? INJECTED[0]
    const when = `when=${3 + Math.floor(random() * 20)}+${2 + Math.floor(random() * 9)}`
    const inject = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${call.split(':')[0]}`, '-e', `inject=${call}:${when}`]
    const failing = program.start([home, 'settle', '5', ...keys(12)], env, ['strace', ...inject])
    await failing.ended
    await program.start([home, 'finish'], { ...env, CLOCK_MS: '172800000' }).ended
    return {
      ...(await judge(home, ledger.path, { seed, acknowledged: acknowledgedBy(failing) })),
      failures: failuresOf(failing),
    }
  } finally {
    remove()
    ledger.remove()
  }
}

function canInject(): boolean {
  try {
    const inject = ['-o', '/dev/null', '-e', 'trace=getppid', '-e', 'inject=getppid:error=EIO', 'true']
    execFileSync('strace', inject, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const failuresOf = ({ lines }: Running): number => lines.filter((line) => /^(?:failed|error)/.test(line)).length

async function judge(
  home: string,
  ledger: string,
  { seed, acknowledged }: { seed: number; acknowledged: ReadonlyMap<number, string> },
): Promise<Verdict> {
  const store = await openTestStore(join(home, 'operatoros.db'))
  const verdict = await verdictOf(store, seed, { home: ledger, acknowledged })
  await store.close()
  return verdict
}
