/** Runs something once after `ms` milliseconds; the answer takes it back. Tests turn such a timer by hand. */
export type Schedule = (run: () => void, ms: number) => () => void

/** The real timer. */
export const scheduleTimeout: Schedule = (run, ms) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
