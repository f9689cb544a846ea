import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { kill, pid, platform } from 'node:process'

/** This process as other processes on the same file know it. */
export const thisProcess = { host: hostname(), pid }

/**
 * False only when the process is surely gone: there is none of this number, it has ended and nobody has asked after it yet
 * (a zombie), or the number was given to another since. `born` is what `bornOf` said of it; null where nobody knows. A
 * process of another user counts as alive.
 */
export function isProcessAlive(otherPid: number, born: number | null): boolean {
  try {
    kill(otherPid, 0)
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code !== 'ESRCH'
  }
  const found = statOf(otherPid)
  if (found === null) return true
  return !ENDED.includes(found.state) && (born === null || found.born === born)
}

/**
 * When a process was started, in clock ticks since the machine was: with its number it names one process among all that
 * ever had it, whatever was done to the clock meanwhile. Null where the system has no `/proc`.
 */
export const bornOf = (otherPid: number): number | null => statOf(otherPid)?.born ?? null

/** Zombie, dead. */
const ENDED = ['Z', 'X']
/** Fields of `/proc/<pid>/stat` behind the name, which may hold spaces and brackets itself: proc_pid_stat(5), 3 and 22. */
const STATE_FIELD = 0
const BORN_FIELD = 19

function statOf(otherPid: number): { readonly state: string; readonly born: number } | null {
  if (platform !== 'linux') return null
  try {
    const stat = readFileSync(`/proc/${otherPid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[STATE_FIELD] ?? '', born: Number(fields[BORN_FIELD]) }
  } catch {
    // It ended just now, or is hidden from us: the next look, or its lease, will tell.
    return null
  }
}
