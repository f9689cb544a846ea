import { monitorEventLoopDelay } from 'node:perf_hooks'

/** How long this process was held up. */
export interface LagWatch {
  /** The longest time since the last reading, in milliseconds. */
  read(): number
  stop(): void
}

/** Watches from now on, with a timer of this resolution, whose own time does not count. */
export function watchLag(resolutionMs: number): LagWatch {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs })
  delay.enable()
  return {
    read() {
      const longestMs = Number.isFinite(delay.max) ? Math.max(0, delay.max / 1e6 - resolutionMs) : 0
      delay.reset()
      return longestMs
    },
    stop: () => delay.disable(),
  }
}
