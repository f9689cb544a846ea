import { type CpuInfo, cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

interface Ticks {
  readonly idleMs: number
  readonly allMs: number
}

/** Shorter than this, the system's ticks (ten milliseconds) say little. */
const SHORTEST_MS = 200

/**
 * Tells how busy the machine's processors were since it was last asked, 0..1; asked for the first time, in the next fifth
 * of a second. Null where the system does not tell.
 */
export function cpuMeter(read: () => ReadonlyArray<Pick<CpuInfo, 'times'>> = cpus): () => Promise<number | null> {
  let last: Ticks | undefined
  return async () => {
    const before = last ?? sumOf(read())
    if (last === undefined) await pause(SHORTEST_MS)
    const now = sumOf(read())
    last = now
    const allMs = now.allMs - before.allMs
    return allMs > 0 ? Math.min(1, Math.max(0, 1 - (now.idleMs - before.idleMs) / allMs)) : null
  }
}

function sumOf(processors: ReadonlyArray<Pick<CpuInfo, 'times'>>): Ticks {
  const sum = { idleMs: 0, allMs: 0 }
  for (const { times } of processors) {
    sum.idleMs += times.idle
    sum.allMs += times.user + times.nice + times.sys + times.idle + times.irq
  }
  return sum
}
