import { groupDigits } from '../base/digits.ts'
import { OperatorError } from '../base/errors.ts'
import type { Principal } from '../base/roles.ts'
import { DAY_MS } from '../base/units.ts'
import type { CatchUp, Rule } from '../engine/schedule.ts'
import { appendJournal, type Entry } from '../store/journal.ts'
import type { Db, Tx } from '../store/schema.ts'
import type { Schedule } from '../store/tables/schedules.ts'
import { liveWorkers } from '../store/tables/workers.ts'
import { choosePool } from './choose-pool.ts'
import type { House } from './house.ts'
import { checkPool } from './pools.ts'

/** What is to be asked, and when, in words. `pool` undefined means: choose; `timeZone` undefined: the person's. */
export interface ScheduleRequest {
  /** A reminder has no pool: its ask is told to people. */
  readonly kind: Schedule['kind']
  readonly when: string
  readonly ask: string
  readonly attachment: string | null
  readonly pool?: string | undefined
  readonly timeZone?: string | undefined
  readonly catchUp: CatchUp
  readonly session: string
  readonly principal: Principal
}

/** A schedule that was added (`id` null: it was only tried), with its next times, at most three. */
export interface Added {
  readonly id: number | null
  readonly schedule: Pick<Schedule, 'kind' | 'said' | 'ask' | 'pool' | 'zone' | 'catch_up'>
  readonly upcoming: readonly number[]
}

/** Schedules as commands use them. */
export interface Schedules {
  /**
   * `dry` changes nothing.
   *
   * @throws OperatorError ARGS_INVALID (words that mean no time, a time in the past, one that never comes, an unknown time
   *   zone), NOT_FOUND (unknown pool), LIMIT_REACHED (too many schedules).
   */
  add(request: ScheduleRequest, dry: boolean): Promise<Added>
  /** What comes first is first; `all`: also those that have ended, newest first behind the others. */
  list(caller: Principal, filter: { all: boolean; limit: number }): Promise<{ schedules: Schedule[]; total: number }>
  /** @throws OperatorError NOT_FOUND, or CONFLICT when it is not in a state for that, or its time has passed. */
  change(id: number, to: 'pause' | 'resume' | 'cancel', caller: Principal): Promise<Schedule>
  /** True when somebody is there who runs what is due. */
  isAttended(): Promise<boolean>
}

/** More than these would be nobody's plan any more. */
const MOST_SCHEDULES = 1_000
const SHOWN_TIMES = 3

export function createSchedules(house: House): Schedules {
  return {
    async add(request, dry) {
      const nowMs = house.clock.now()
      const { rule, zone, upcoming } = await plan(house, request, nowMs)
      if (request.pool !== undefined) await checkPool(house, request.pool)
      const { pool, routing } = await poolFor(house, request)
      const { said, ask } = { said: request.when.trim(), ask: request.ask.trim() }
      const schedule = { kind: request.kind, said, ask, pool, zone, catch_up: request.catchUp }
      if (dry) return { id: null, schedule, upcoming }
      const store = await house.store()
      const row = { ...schedule, routing: JSON.stringify(routing), rule: JSON.stringify(rule) }
      const next_ms = upcoming[0] ?? null
      const id = await store.write((tx) => insert(tx, { ...row, next_ms }, request, { nowMs, house }))
      return { id, schedule, upcoming }
    },
    async list(caller, { all, limit }) {
      const { db } = await house.store()
      return listIn(db, caller, { all, limit })
    },
    async change(id, to, caller) {
      const store = await house.store()
      const nowMs = house.clock.now()
      const { timesAfter } = await import('../engine/schedule.ts')
      const nextOf = ({ rule, zone }: Schedule) => timesAfter(JSON.parse(rule) as Rule, zone, nowMs, 1)[0] ?? null
      return store.write((tx) => changeIn(tx, { id, to, caller, nextOf }, nowMs))
    },
    async isAttended() {
      const { db } = await house.store()
      return (await liveWorkers(db, house.clock.now())).some((worker) => worker.resident)
    },
  }
}

async function plan(house: House, { when, timeZone }: ScheduleRequest, nowMs: number) {
  const { readWhen } = await import('../engine/read-when.ts')
  const { timesAfter } = await import('../engine/schedule.ts')
  const { readZone } = await import('../engine/read-zone.ts')
  const zone = readZone(timeZone ?? house.config.timeZone())
  const rule = readWhen(when, { nowMs, zone })
  return { rule, zone, upcoming: timesAfter(rule, zone, nowMs, SHOWN_TIMES) }
}

/** Chosen now and kept: whoever adds a schedule sees who will be asked, and every time it is the same. */
async function poolFor(house: House, { kind, pool, ask, attachment }: ScheduleRequest) {
  if (kind === 'reminder') return { pool: '', routing: { by: 'default', scores: null } }
  if (pool !== undefined) return { pool, routing: { by: 'asked', scores: null } }
  const choice = await choosePool(house, ask, attachment)
  return { pool: choice.pool, routing: { by: 'routed', scores: choice.scores } }
}

type Planned = Pick<Schedule, 'kind' | 'said' | 'ask' | 'pool' | 'zone' | 'catch_up' | 'routing' | 'rule' | 'next_ms'>

async function insert(
  tx: Tx,
  planned: Planned,
  { attachment, session, principal }: ScheduleRequest,
  { nowMs, house }: { readonly nowMs: number; readonly house: House },
): Promise<number> {
  await checkRoom(tx, principal.owner)
  await removeEnded(tx, nowMs - house.config.retentionDays * DAY_MS)
  const { id } = await tx
    .insertInto('schedules')
    .values({
      ...planned,
      ...{ state: 'active', attachment, session, created_ms: nowMs },
      ...{ principal: principal.id, principal_kind: principal.kind, principal_role: principal.role },
      owner: principal.owner,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { kind, said, zone, catch_up: catchUp, next_ms: nextMs } = planned
  const pool = kind === 'reminder' ? null : planned.pool
  await appendJournal(tx, {
    ...{ kind: 'schedule.added', principal: principal.id, atMs: nowMs, session, pool },
    data: { schedule: id, said, zone, catchUp, nextMs },
  })
  return id
}

async function checkRoom(tx: Tx, owner: string): Promise<void> {
  const { n } = await tx
    .selectFrom('schedules')
    .select((q) => q.fn.countAll<number>().as('n'))
    .where('owner', '=', owner)
    .where('state', 'in', ['active', 'paused'])
    .executeTakeFirstOrThrow()
  if (n < MOST_SCHEDULES) return
  throw new OperatorError(
    'LIMIT_REACHED',
    `There are ${groupDigits(n)} schedules already, which is the most there may be.`,
    {
      hint: 'operatoros schedule list, then: operatoros schedule cancel <id>',
    },
  )
}

const removeEnded = (tx: Tx, beforeMs: number) =>
  tx.deleteFrom('schedules').where('state', 'in', ['ended', 'cancelled']).where('ended_ms', '<', beforeMs).execute()

async function listIn(db: Db, caller: Principal, { all, limit }: { all: boolean; limit: number }) {
  let base = db.selectFrom('schedules')
  if (caller.role !== 'admin') base = base.where('owner', '=', caller.owner)
  if (!all) base = base.where('state', 'in', ['active', 'paused'])
  const { n } = await base.select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const schedules = await base
    .selectAll()
    .orderBy((q) => q.case().when('state', '=', 'active').then(0).when('state', '=', 'paused').then(1).else(2).end())
    .orderBy((q) => q.case().when('state', '=', 'active').then(q.ref('next_ms')).else(null).end())
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return { schedules, total: n }
}

interface Asked {
  readonly id: number
  readonly to: 'pause' | 'resume' | 'cancel'
  readonly caller: Principal
  readonly nextOf: (schedule: Schedule) => number | null
}

/** From which states, and what it becomes. */
const CHANGES = {
  pause: { from: ['active'], state: 'paused', kind: 'schedule.paused' },
  resume: { from: ['paused'], state: 'active', kind: 'schedule.resumed' },
  cancel: { from: ['active', 'paused'], state: 'cancelled', kind: 'schedule.cancelled' },
} as const

async function changeIn(tx: Tx, { id, to, caller, nextOf }: Asked, nowMs: number): Promise<Schedule> {
  const before = await visible(tx, id, caller)
  const { from, state, kind } = CHANGES[to]
  if (!(from as readonly string[]).includes(before.state)) throw notNow(before, to)
  // What was due while it was paused is not missed: it goes on with the next time from now.
  const next_ms = to === 'resume' ? nextOf(before) : to === 'cancel' ? null : before.next_ms
  if (to === 'resume' && next_ms === null) throw tooLate(before)
  await appendJournal(tx, { ...entryOf(before, kind, nowMs, { nextMs: next_ms }), principal: caller.id })
  return tx
    .updateTable('schedules')
    .set({ state, next_ms, ...(to === 'cancel' ? { ended_ms: nowMs } : {}) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function visible(db: Db, id: number, caller: Principal): Promise<Schedule> {
  const found = await db.selectFrom('schedules').selectAll().where('id', '=', id).executeTakeFirst()
  if (found && (found.owner === caller.owner || caller.role === 'admin')) return found
  throw new OperatorError('NOT_FOUND', `There is no schedule ${id}.`, { hint: 'operatoros schedule list' })
}

const notNow = ({ id, state }: Schedule, to: string): OperatorError =>
  new OperatorError('CONFLICT', `Schedule ${id} is ${state}; there is nothing to ${to}.`, {
    hint: 'operatoros schedule list --all',
  })

const tooLate = ({ id, said }: Schedule): OperatorError =>
  new OperatorError('CONFLICT', `The time of schedule ${id} ("${said}") passed while it was paused.`, {
    hint: 'make a new one: operatoros schedule in 1h <ask>',
  })

/** A journal entry about a schedule, as its owner's. */
export const entryOf = (
  { id, kind: does, principal, session, pool }: Schedule,
  kind: string,
  atMs: number,
  data: Readonly<Record<string, unknown>>,
): Entry => ({
  ...{ kind, principal, atMs, session, pool: does === 'reminder' ? null : pool },
  data: { schedule: id, ...data },
})
