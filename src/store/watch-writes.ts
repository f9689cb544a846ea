import { statSync, watch } from 'node:fs'
import type { Store } from './open.ts'

/** Where nothing tells of writes, they are looked for this often. */
const POLL_MS = 25
/** Where the file system tells of them, this often is looked whether it really does. */
const CHECK_MS = 1_000
/** The file changes shortly before the writer's flush has ended and others see what it wrote: waits between looks. */
const WAITS_MS = [2, 2, 4, 4, 8, 8, 16, 32, 64]

/**
 * Calls `tell` soon after another process has written to the database, until the returned function is called. The file
 * system's own word of a change is waited for, which costs nothing while nothing happens; where it gives none (a database
 * in memory, some network folders, no watch left), `changes` is asked forty times a second.
 */
export function watchWrites(store: Pick<Store, 'path' | 'changes'>, tell: () => void): () => void {
  let seen = store.changes()
  let stopped = false
  let looks = 0
  let next: NodeJS.Timeout | undefined
  let stopListening: (() => void) | undefined

  function look(): boolean {
    const changes = store.changes()
    if (changes === seen) return false
    seen = changes
    tell()
    return true
  }
  /** A look that waits already is not put off: where much is written, changes come faster than it. */
  function lookSoon(): void {
    looks = 0
    next ??= setTimeout(lookOn, WAITS_MS[0]).unref()
  }
  function lookOn(): void {
    looks += 1
    const waitMs = look() ? undefined : WAITS_MS[looks]
    next = waitMs === undefined ? undefined : setTimeout(lookOn, waitMs).unref()
  }
  function pollInstead(): void {
    if (stopped) return
    stopListening?.()
    const timer = setInterval(look, POLL_MS).unref()
    stopListening = () => clearInterval(timer)
  }

  stopListening = listen(`${store.path}-wal`, lookSoon, pollInstead)
  if (!stopListening) pollInstead()
  return () => {
    stopped = true
    stopListening?.()
    clearTimeout(next)
  }
}

/** Undefined where nothing can be listened to. `onDeaf`: it was written to, and nothing was said. */
function listen(path: string, onChange: () => void, onDeaf: () => void): (() => void) | undefined {
  let heard = true
  let writtenMs = writtenAt(path)
  if (writtenMs === null) return undefined
  try {
    const watcher = watch(path, { persistent: false }, () => {
      heard = true
      onChange()
    })
    const timer = setInterval(() => {
      const nowMs = writtenAt(path)
      if (nowMs === null || (nowMs !== writtenMs && !heard)) return onDeaf()
      writtenMs = nowMs
      heard = false
    }, CHECK_MS).unref()
    watcher.on('error', onDeaf)
    return () => {
      clearInterval(timer)
      watcher.close()
    }
  } catch {
    return undefined
  }
}

/** When the file was last written to, in Unix milliseconds; null when it is not there. */
function writtenAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null
}
