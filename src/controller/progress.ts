/** What happens to a task while it runs, told in this process only; facts are in the journal. */
export type Progress =
  | { readonly kind: 'stage'; readonly text: string }
  /** A piece of a model's answer as it comes; untrusted until it has passed the gates. */
  | { readonly kind: 'piece'; readonly text: string }

type Listener = (progress: Progress) => void

/** Who wants to hear of which task. */
export interface ProgressBoard {
  tell(taskId: number, progress: Progress): void
  /** Returns how to stop listening. */
  listen(taskId: number, listener: Listener): () => void
}

/** A board without memory: who listens late has missed it. */
export function createProgressBoard(): ProgressBoard {
  const listeners = new Map<number, Set<Listener>>()
  return {
    tell(taskId, progress) {
      for (const listener of listeners.get(taskId) ?? []) listener(progress)
    },
    listen(taskId, listener) {
      const those = listeners.get(taskId) ?? new Set()
      listeners.set(taskId, those.add(listener))
      return () => {
        those.delete(listener)
        if (those.size === 0) listeners.delete(taskId)
      }
    },
  }
}
