/** What happens to a task while it runs, told in this process only; facts are in the journal. */
export type Progress =
  | { readonly kind: 'stage'; readonly text: string }
  /** A piece of a model's answer as it comes; untrusted until it has passed the gates. */
  | { readonly kind: 'piece'; readonly text: string }

type Listener = (progress: Progress) => void

/** Who wants to hear of which task. */
export interface ProgressBoard {
  tell(taskId: number, progress: Progress): void
  /** Hears of the stage that has been reached first. Returns how to stop listening. */
  listen(taskId: number, listener: Listener): () => void
  /** The task's run has ended. */
  forget(taskId: number): void
}

/** Who listens late has missed the pieces. */
export function createProgressBoard(): ProgressBoard {
  const listeners = new Map<number, Set<Listener>>()
  const stages = new Map<number, Progress>()
  return {
    tell(taskId, progress) {
      if (progress.kind === 'stage') stages.set(taskId, progress)
      for (const listener of listeners.get(taskId) ?? []) listener(progress)
    },
    listen(taskId, listener) {
      const those = listeners.get(taskId) ?? new Set()
      listeners.set(taskId, those.add(listener))
      const stage = stages.get(taskId)
      if (stage) listener(stage)
      return () => {
        those.delete(listener)
        if (those.size === 0) listeners.delete(taskId)
      }
    },
    forget: (taskId) => void stages.delete(taskId),
  }
}
