import type { Task } from '../engine/insert-task.ts'

/** Rings in this process when one of its runs has been settled, so that who waits here need not ask again and again. */
export interface SettleBell {
  /** `task` as it was settled; undefined when the run had lost it. */
  ring(taskId: number, task: Task | undefined): void
  listen(taskId: number): BellEar
}

/** Hears of one task from `listen` on; a ring that comes while nobody waits is kept for the next wait. */
export interface BellEar {
  /** The task with which the bell has rung since this was last asked. */
  told(): Task | undefined
  /** Returns when the bell rings, `changed` says so (asked every `everyMs`), or after `mostMs`. */
  wait(changed: () => boolean, everyMs: number, mostMs: number): Promise<void>
  close(): void
}

interface Ear {
  task: Task | undefined
  rung: boolean
  wake: (() => void) | undefined
}

/** A bell of this process; nobody hears it in another. */
export function createSettleBell(): SettleBell {
  const ears = new Map<number, Set<Ear>>()
  return {
    ring(taskId, task) {
      for (const ear of ears.get(taskId) ?? []) {
        ear.task = task
        ear.rung = true
        ear.wake?.()
      }
    },
    listen(taskId) {
      const ear: Ear = { task: undefined, rung: false, wake: undefined }
      const those = ears.get(taskId) ?? new Set()
      ears.set(taskId, those.add(ear))
      return {
        told() {
          const { task } = ear
          ear.task = undefined
          return task
        },
        wait: (changed, everyMs, mostMs) => waitFor(ear, changed, everyMs, mostMs),
        close() {
          those.delete(ear)
          if (those.size === 0) ears.delete(taskId)
        },
      }
    },
  }
}

function waitFor(ear: Ear, changed: () => boolean, everyMs: number, mostMs: number): Promise<void> {
  const untilMs = performance.now() + mostMs
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearInterval(timer)
      ear.rung = false
      ear.wake = undefined
    }
    const end = (): void => {
      stop()
      resolve()
    }
    const timer = setInterval(() => {
      try {
        if (changed() || performance.now() >= untilMs) end()
      } catch (thrown) {
        // The database was closed meanwhile: it is the waiter's to hear, not the timer's.
        stop()
        reject(thrown)
      }
    }, everyMs)
    ear.wake = end
    if (ear.rung) end()
  })
}
