import type { TaskRequest } from '../../src/engine/submit-task.ts'

/** A request as person:ada makes it, of the pool `general`. */
export const taskRequest = (over: Partial<TaskRequest> = {}): TaskRequest => ({
  pool: 'general',
  ask: 'what is a mortgage',
  routing: { by: 'asked', scores: null },
  session: 's-test',
  principal: { id: 'person:ada', kind: 'person', role: 'admin', owner: 'ada' },
  ...over,
})
