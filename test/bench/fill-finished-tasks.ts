import { beginRun, settleRun } from '../../src/engine/runs.ts'
import { submitTask } from '../../src/engine/submit-task.ts'
import { openFleetFile } from '../faults/fleet-file.ts'

/** Puts so many finished tasks into a database by the engine's own road: submitted, run and settled, in large transactions. */
export async function fillFinishedTasks(home: string, count: number): Promise<void> {
  const { app } = openFleetFile(home)
  await app.controller.pools.list()
  const store = await app.controller.house.store()
  for (let done = 0; done < count; done += 1_000) {
    await store.write(async (tx) => {
      for (let i = done; i < Math.min(count, done + 1_000); i += 1) {
        const request = {
          pool: 'general',
          ask: `15% of ${i}`,
          routing: { by: 'asked', scores: null } as const,
          session: 'bench',
          principal: app.caller,
        }
        const { task } = await submitTask(tx, request, Date.now())
        const run = await beginRun(tx, task.id, 'bench', Date.now())
        if (run)
          await settleRun(
            tx,
            run,
            { state: 'done', answer: '{"text":""}', answeredBy: 'handbook', spends: [] },
            Date.now(),
          )
      }
    })
  }
  await app.close()
}
