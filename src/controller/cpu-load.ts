import { type CpuInfo, cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

interface Reading {
  /** Of the process clock. */
  readonly atMs: number
  readonly idleMs: number
  readonly allMs: number
}

/** Shorter than this, the system's ticks (ten milliseconds) say little. */
const SHORTEST_MS = 200

/**
 * Tells how busy the machine's processors were since it was last asked, 0..1; asked for the first time, in the next
 * `shortestMs`, and asked again within them, what it told last. Null where the system does not tell.
 */
export function cpuMeter(
  read: () => ReadonlyArray<Pick<CpuInfo, 'times'>> = cpus,
  shortestMs = SHORTEST_MS,
): () => Promise<number | null> {
  let last: Reading | undefined
  let load: number | null = null
  return async () => {
    if (last && performance.now() - last.atMs < shortestMs) return load
    const before = last ?? sumOf(read())
    if (!last) await pause(shortestMs)
    const now = sumOf(read())
    last = now
    const allMs = now.allMs - before.allMs
    load = allMs > 0 ? Math.min(1, Math.max(0, 1 - (now.idleMs - before.idleMs) / allMs)) : null
    return load
  }
}

function sumOf(processors: ReadonlyArray<Pick<CpuInfo, 'times'>>): Reading {
  const sum = { atMs: performance.now(), idleMs: 0, allMs: 0 }
  for (const { times } of processors) {
    sum.idleMs += times.idle
    sum.allMs += times.user + times.nice + times.sys + times.idle + times.irq
  }
  return sum
}
