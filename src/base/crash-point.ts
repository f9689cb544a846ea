import { env, kill, pid } from 'node:process'

/** False in the product, where the build leaves nothing of the crash points; not defined in development and tests. */
declare const CRASH_POINTS: boolean | undefined

/** Every place at which a process can be made to end, in the order in which a task passes them. */
export const CRASH_POINT_NAMES = [
  'commit.before',
  'commit.after',
  'submit.committed',
  'run.claimed',
  'step.intended',
  'step.worked',
  'step.recorded',
  'run.worked',
  'run.settled',
  'recover.half',
] as const

// Read once: the environment is asked of the system each time, and a task passes a dozen points.
const [AT, NTH] =
  typeof CRASH_POINTS !== 'undefined' && !CRASH_POINTS
    ? []
    : // biome-ignore lint/style/noProcessEnv: no setting of the product, which does not even contain this line
      (env.OPERATOROS_CRASH_AT?.split(':') ?? [])

let passes = 0

/**
 * Ends this process at once, as a power cut would, when `OPERATOROS_CRASH_AT=name:n` says so: at the n-th pass of this
 * point, counted from 1. Does nothing otherwise.
 */
export function crashPoint(name: (typeof CRASH_POINT_NAMES)[number]): void {
  if (typeof CRASH_POINTS !== 'undefined' && !CRASH_POINTS) return
  if (AT !== name) return
  passes += 1
  if (passes === Number(NTH)) kill(pid, 'SIGKILL')
}
