import { afterEach, beforeEach, expect, test } from 'vitest'
import { thisProcess } from '../../src/base/host.ts'
import { beginRun } from '../../src/engine/runs.ts'
import { submitTask } from '../../src/engine/submit-task.ts'
import { fakeRoute, says } from '../helpers/fake-provider.ts'
import { ADA, type Fleet, smallFleet } from '../helpers/small-fleet.ts'
import { taskRequest } from '../helpers/task-request.ts'

let fleet: Fleet
beforeEach(() => {
  fleet = smallFleet({ routes: [fakeRoute(says('Yes'))] })
})
afterEach(() => fleet.close())

const GONE_PID = 2 ** 22 + 1

/** A task that a worker of this host was running when its process ended. */
async function lostTask(): Promise<number> {
  const store = await fleet.house.store()
  const nowMs = fleet.clock.now()
  return store.write(async (tx) => {
    const times = { resident: 1, started_ms: nowMs, beat_ms: nowMs, ended_ms: null }
    const dead = { id: `w-${Math.random()}`, host: thisProcess.host, pid: GONE_PID }
    await tx
      .insertInto('workers')
      .values({ ...dead, ...times })
      .execute()
    const { task } = await submitTask(tx, { ...taskRequest(), principal: ADA }, nowMs)
    return ((await beginRun(tx, task.id, dead.id, nowMs)) ?? expect.fail()).task.id
  })
}

const state = async (id: number) => (await fleet.controller.tasks.find(id, ADA)).state

test('a task whose worker has died is taken over at the next look, however little time has passed', async () => {
  await fleet.controller.pools.list()
  const first = await lostTask()
  await fleet.controller.worker.start()
  await expect.poll(() => state(first)).toBe('done')
  const second = await lostTask()
  await expect.poll(() => state(second)).toBe('done')
})
