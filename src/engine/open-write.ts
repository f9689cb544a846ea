import type { Db } from '../store/schema.ts'

/**
 * True when a task has begun to change something outside and nobody recorded what came of it. `attempt` asks only for
 * what that attempt began: a person who tries an unknown task again takes the earlier ones upon herself.
 */
export async function hasOpenWrite(db: Db, taskId: number, attempt?: number): Promise<boolean> {
  let query = db
    .selectFrom('steps')
    .select('name')
    .where('task_id', '=', taskId)
    .where('state', '=', 'intended')
    .where('effect', '=', 'write')
  if (attempt !== undefined) query = query.where('attempt', '=', attempt)
  return (await query.executeTakeFirst()) !== undefined
}
