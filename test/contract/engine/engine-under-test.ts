import type { Task } from '../../../src/engine/insert-task.ts'
import type { TaskRequest } from '../../../src/engine/submit-task.ts'
import type { Route } from '../../../src/models/router.ts'
import { ADA, type Fleet, type FleetOptions } from '../../helpers/small-fleet.ts'
import { taskRequest } from '../../helpers/task-request.ts'

/** A way to run the engine, for the conformance suite: which database and which dispatcher are its own affair. */
export interface EngineUnderTest {
  readonly name: string
  /** A fleet on a new database, with a clock turned by hand. */
  open(options: FleetOptions): Fleet
  /** Another process's view of the same database: a controller of its own, with the same clock. */
  openBeside(fleet: Fleet, options: FleetOptions): Fleet
}

/** Submits as `ada`, in the pool `general`, with what is given besides. */
export const submitTo = (fleet: Fleet, over: Partial<TaskRequest> = {}): Promise<Task> =>
  fleet.controller.tasks.submit(taskRequest({ ask: 'what is a mortgage', principal: ADA, ...over }))

export const taskOf = (fleet: Fleet, id: number): Promise<Task> => fleet.controller.tasks.find(id, ADA)

/** What the journal says of a task, in order. */
export const eventsOf = async (fleet: Fleet, id: number): Promise<string[]> =>
  (await fleet.rows<{ kind: string }>(`select kind from journal where task_id = ${id} order by seq`)).map(
    ({ kind }) => kind,
  )

/** A model whose every call waits until it is let through; what is in it can be seen. */
export interface HeldRoute extends Route {
  /** The asks that are in the model now, oldest first. */
  readonly inside: readonly string[]
  /** The asks in the order in which they came. */
  readonly came: readonly string[]
  /** The most that were inside at one time. */
  most(): number
  /** Answers the oldest call. */
  release(): void
}

export function heldRoute(): HeldRoute {
  const calls: { ask: string; end: () => void }[] = []
  const came: string[] = []
  let most = 0
  return {
    name: 'fake/model',
    model: 'model',
    came,
    get inside() {
      return calls.map(({ ask }) => ask)
    },
    most: () => most,
    release: () => calls.shift()?.end(),
    provider: {
      name: 'fake',
      complete: ({ messages }, signal) =>
        new Promise((resolve, reject) => {
          const ask = messages.findLast((message) => message.role === 'user')?.text ?? ''
          const usage = { inTokens: 1, outTokens: 1, cachedTokens: 0 }
          const call = { ask, end: () => resolve({ text: `answer to ${ask}`, calls: [], stop: 'stop', usage }) }
          came.push(ask)
          calls.push(call)
          most = Math.max(most, calls.length)
          signal.addEventListener('abort', () => {
            if (calls.includes(call)) calls.splice(calls.indexOf(call), 1)
            reject(signal.reason)
          })
        }),
    },
  }
}
