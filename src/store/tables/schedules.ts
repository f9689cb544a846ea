import { type Generated, type Selectable, sql } from 'kysely'
import type { Principal } from '../../base/roles.ts'
import type { Table } from '../schema.ts'

/**
 * An ask that is to be made later, or something to be reminded of, once or again and again. Times are Unix milliseconds.
 * state: `active` · `paused` (comes back by `resume`) · `ended` (its last time has come) · `cancelled`.
 */
export interface ScheduleRow {
  id: Generated<number>
  /** `task`: asks a pool. `reminder`: tells its words to people as an alert; it has no pool (empty) and makes no task. */
  kind: Generated<'task' | 'reminder'>
  state: 'active' | 'paused' | 'ended' | 'cancelled'
  /** When, as it was said. */
  said: string
  /** When, as JSON (`Rule` of engine/schedule.ts). */
  rule: string
  /** IANA name of the time zone in which the rule is read. */
  zone: string
  catch_up: 'skip' | 'once' | 'all'
  ask: string
  attachment: string | null
  pool: string
  /** How the pool was chosen, as JSON (tasks.routing). */
  routing: string
  /** The first time that nobody has decided on; null once there is none. */
  next_ms: number | null
  /** The last due time that was run, and its task; null before. */
  last_due_ms: number | null
  last_task_id: number | null
  runs: Generated<number>
  /** Due times that were left out. */
  missed: Generated<number>
  session: string
  principal: string
  principal_kind: Principal['kind']
  principal_role: Principal['role']
  owner: string
  created_ms: number
  ended_ms: number | null
}

/** A schedule as the database holds it. */
export type Schedule = Selectable<ScheduleRow>

declare module '../schema.ts' {
  interface Schema {
    schedules: ScheduleRow
  }
}

const table: Table = {
  name: 'schedules',
  steps: {
    '2026-11-21-schedules': async (db) => {
      await db.schema
        .createTable('schedules')
        .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('said', 'text', (c) => c.notNull())
        .addColumn('rule', 'text', (c) => c.notNull())
        .addColumn('zone', 'text', (c) => c.notNull())
        .addColumn('catch_up', 'text', (c) => c.notNull())
        .addColumn('ask', 'text', (c) => c.notNull())
        .addColumn('attachment', 'text')
        .addColumn('pool', 'text', (c) => c.notNull())
        .addColumn('routing', 'text', (c) => c.notNull())
        .addColumn('next_ms', 'bigint')
        .addColumn('last_due_ms', 'bigint')
        .addColumn('last_task_id', 'bigint')
        .addColumn('runs', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('missed', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('session', 'text', (c) => c.notNull())
        .addColumn('principal', 'text', (c) => c.notNull())
        .addColumn('principal_kind', 'text', (c) => c.notNull())
        .addColumn('principal_role', 'text', (c) => c.notNull())
        .addColumn('owner', 'text', (c) => c.notNull())
        .addColumn('created_ms', 'bigint', (c) => c.notNull())
        .addColumn('ended_ms', 'bigint')
        .execute()
      // What is due next, however many have ended.
      await db.schema
        .createIndex('schedules_due')
        .on('schedules')
        .columns(['next_ms'])
        .where(sql.ref('state'), '=', 'active')
        .execute()
      await db.schema.createIndex('schedules_owner').on('schedules').columns(['owner', 'state']).execute()
    },
    '2026-11-21-schedules-kind': async (db) => {
      await db.schema
        .alterTable('schedules')
        .addColumn('kind', 'text', (c) => c.notNull().defaultTo('task'))
        .execute()
    },
  },
}
export default table
