import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

// What Linux keeps of a running process, in /proc.

/** CPU time of all its threads, and of the children it has waited for, so far, in ms. */
export function cpuMsOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name, in brackets, may hold anything; the state is the first field after it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  // user and system time, its own and its children's
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return (ticks / ticksPerSecond()) * 1_000
}

const ticksPerSecond = (): number => Number(execFileSync('getconf', ['CLK_TCK']).toString())

/** Resident memory now and the most it ever was, in MiB. */
export function memoryOf(pid: number): { nowMiB: number; peakMiB: number } {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) / 1_024
  return { nowMiB: of('VmRSS'), peakMiB: of('VmHWM') }
}

/** Bytes that it made the disk write so far. */
export const writtenBytesOf = (pid: number): number =>
  Number(/^write_bytes: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1])
