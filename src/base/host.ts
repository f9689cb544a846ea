import { hostname } from 'node:os'
import { kill, pid } from 'node:process'

/** This process as other processes on the same file know it. */
export const thisProcess = { host: hostname(), pid }

/** False only when the process is surely gone; a process of another user counts as alive. */
export function isProcessAlive(otherPid: number): boolean {
  try {
    kill(otherPid, 0)
    return true
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
