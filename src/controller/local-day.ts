/**
 * The Unix milliseconds at which the present day began in the process's time zone (TZ, else the system's). Read off
 * `Date`, which knows clock changes, because the first use of `Intl` costs more than the whole of `status`.
 */
export function midnightMs(nowMs: number): number {
  return new Date(nowMs).setHours(0, 0, 0, 0)
}
