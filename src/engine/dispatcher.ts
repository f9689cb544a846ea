/** A task that is due to run now. Delivery is at least once: who begins the run is decided by `beginRun`. */
export interface Delivery {
  readonly taskId: number
  readonly pool: string
}

/**
 * Decides which task is offered to this process when: priority, delay, free places, pause, wake-up. It knows nothing of
 * what a task means, and what it loses is found again in the task table.
 */
export interface Dispatcher {
  /** Offers due tasks to `run` until `stop`. `run` resolves when it is done with the delivery: true when it was taken. */
  start(run: (delivery: Delivery) => Promise<boolean>): void
  /** A run that began without an offer: `stop` waits for it too, and its place is offered again when it ends. */
  adopt(taskId: number, run: Promise<unknown>): void
  /** Says that something may be due: a task was queued or a place became free. */
  wake(): void
  /** Offers nothing more and waits for what runs, at most `graceMs`. True when everything had ended. */
  stop(graceMs: number): Promise<boolean>
}
