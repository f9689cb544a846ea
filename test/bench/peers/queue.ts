/** A queue that is measured: empty when it is opened, with so many places for jobs that run at a time. */
export interface Queue {
  /**
   * Enqueues a job that does nothing and waits until its end is kept as durably as the queue keeps it.
   * Gives the time from the call to the start of the job, in ms.
   */
  job(): Promise<number>
  close(): Promise<void>
}

/** What a queue is opened with. `folder` is empty and its own. */
export interface Place {
  readonly folder: string
  readonly concurrency: number
}

/** A queue beside ours. */
export interface Peer {
  readonly name: string
  /** The npm package that it comes from; null for one that is ours. */
  readonly from: string | null
  /** How it was set, in the words of the table. */
  readonly settings: string
  /** @throws Error with the reason when it is not installed or its server does not answer. */
  open(place: Place): Promise<Queue>
}
