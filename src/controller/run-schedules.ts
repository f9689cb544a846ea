import { toOperatorError } from '../base/errors.ts'
import { MINUTE_MS } from '../base/units.ts'
import type { Decision, Rule } from '../engine/schedule.ts'
import type { Routing } from '../engine/submit-task.ts'
import { appendJournal } from '../store/journal.ts'
import type { Store } from '../store/open.ts'
import type { Db, Tx } from '../store/schema.ts'
import type { Schedule } from '../store/tables/schedules.ts'
import type { Kept } from './keep-alive.ts'
import { readKill } from './kill-switch.ts'
import { ensurePools } from './pools.ts'
import { tellReminder } from './reminders.ts'
import { entryOf } from './schedules.ts'
import { submitIn } from './tasks.ts'

const BATCH = 64
/** While the kill switch holds back a task, or the store cannot be written to, due schedules are looked at this often. */
const REST_MS = 5_000

/**
 * Makes tasks of the schedules that are due, and alerts of the reminders; to be called a few times a second. It remembers when the next one is due, and
 * asks the store again only when something was written. What is decided about a due time and the task that it makes are
 * one transaction, so of several workers one makes the task; its idempotency key holds for everybody else.
 */
export function createScheduleRunner({ house, wake }: Pick<Kept, 'house' | 'wake'>): (nowMs: number) => Promise<void> {
  let seen = ''
  let nextMs: number | null = null
  let restedMs: number | null = null
  // Before the first look, and after one that failed, any time is one to which the clock may have gone back.
  let lookedMs = Number.POSITIVE_INFINITY

  async function look(store: Store, nowMs: number): Promise<void> {
    const due = await findDue(store.db, nowMs)
    const isHeld = due.length > 0 && (await readKill(store.db)).on
    // To be reminded is no work of an agent: the kill switch does not silence it.
    const free = isHeld ? due.filter(({ kind }) => kind === 'reminder') : due
    if (free.length < due.length) restedMs = nowMs
    if (free.length > 0) {
      await ensurePools(house)
      await Promise.all(free.map((schedule) => runOne(store, schedule, nowMs)))
      wake()
    }
    nextMs = await findNext(store.db)
  }

  return async (nowMs) => {
    if (restedMs !== null && Math.abs(nowMs - restedMs) < REST_MS) return
    restedMs = null
    const store = await house.store()
    const stamp = store.stamp()
    const wentBack = nowMs < lookedMs
    lookedMs = nowMs
    if (stamp === seen && !wentBack && (nextMs === null || nowMs < nextMs)) return
    seen = stamp
    try {
      if (wentBack) await setAllAnew(store, nowMs)
      await look(store, nowMs)
    } catch (thrown) {
      seen = ''
      restedMs = nowMs
      lookedMs = Number.POSITIVE_INFINITY
      throw thrown
    }
  }
}

const findDue = (db: Db, nowMs: number): Promise<Schedule[]> =>
  db
    .selectFrom('schedules')
    .selectAll()
    .where('state', '=', 'active')
    .where('next_ms', '<=', nowMs)
    .orderBy('next_ms')
    .limit(BATCH)
    .execute()

async function findNext(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('schedules')
    .select('next_ms')
    .where('state', '=', 'active')
    .where('next_ms', 'is not', null)
    .orderBy('next_ms')
    .limit(1)
    .executeTakeFirst()
  return row?.next_ms ?? null
}

/** The furthest are looked at first: these are the ones that a clock which was ahead has left behind. */
const MOST_SET_ANEW = 1_000

/** When the clock is first seen, or has gone back: next times that an earlier clock has put too far away are set anew. */
async function setAllAnew(store: Store, nowMs: number): Promise<void> {
  const ahead = await store.db
    .selectFrom('schedules')
    .selectAll()
    .where('state', '=', 'active')
    .where('next_ms', '>', nowMs + MINUTE_MS)
    .orderBy('next_ms', 'desc')
    .limit(MOST_SET_ANEW)
    .execute()
  if (ahead.length === 0) return
  const { setAnew } = await import('../engine/schedule.ts')
  for (const schedule of ahead) {
    const { zone, next_ms, created_ms: createdMs } = schedule
    const rule = JSON.parse(schedule.rule) as Rule
    const anew = next_ms === null ? null : setAnew({ rule, zone, nextMs: next_ms, createdMs }, nowMs)
    if (anew !== null) await store.write((tx) => moveIn(tx, schedule, anew, nowMs))
  }
}

async function moveIn(tx: Tx, schedule: Schedule, anew: { rule: Rule; nextMs: number }, nowMs: number): Promise<void> {
  if (!(await isStillDue(tx, schedule))) return
  const moved = { fromMs: schedule.next_ms, nextMs: anew.nextMs, reason: 'the clock was ahead' }
  await appendJournal(tx, entryOf(schedule, 'schedule.moved', nowMs, moved))
  await goOn(tx, schedule, { rule: JSON.stringify(anew.rule), next_ms: anew.nextMs }, nowMs)
}

/** States of a task that has not ended: while the last one stands in one, the next is left out, so that they do not pile up. */
const GOES_ON = ['queued', 'running']
/** Codes of failures that are not the schedule's own: it stays due and is tried again. */
const TRY_AGAIN = ['KILLED', 'STORE_UNAVAILABLE', 'BUG']

async function runOne(store: Store, schedule: Schedule, nowMs: number): Promise<void> {
  const { decide } = await import('../engine/schedule.ts')
  const { rule, zone, next_ms, catch_up: catchUp } = schedule
  if (next_ms === null) return
  const decision = decide({ rule: JSON.parse(rule) as Rule, zone, dueMs: next_ms, catchUp }, nowMs)
  try {
    await store.write((tx) => runIn(tx, schedule, decision, nowMs))
  } catch (thrown) {
    const { code, message } = toOperatorError(thrown)
    if (TRY_AGAIN.includes(code)) throw thrown
    await store.write((tx) => leaveOut(tx, schedule, { decision, reason: message }, nowMs))
  }
}

async function runIn(tx: Tx, schedule: Schedule, decision: Decision, nowMs: number): Promise<void> {
  if (!(await isStillDue(tx, schedule))) return
  if (decision.runs.length === 0) return leaveOut(tx, schedule, { decision, reason: 'nobody was there' }, nowMs)
  if (schedule.kind === 'reminder') return remindIn(tx, schedule, decision, nowMs)
  if (schedule.catch_up !== 'all' && (await goesOn(tx, schedule.last_task_id))) {
    const reason = `task ${schedule.last_task_id} of the time before has not ended`
    return leaveOut(tx, schedule, { decision, reason }, nowMs)
  }
  let last = { dueMs: 0, taskId: 0 }
  for (const dueMs of decision.runs) last = { dueMs, taskId: await submitDue(tx, schedule, dueMs, nowMs) }
  const { missed, nextMs, runs } = decision
  await appendJournal(tx, {
    ...entryOf(schedule, 'schedule.ran', nowMs, {
      ...last,
      lateMs: nowMs - last.dueMs,
      runs: runs.length,
      missed,
      nextMs,
    }),
    taskId: last.taskId,
  })
  const ran = { runs: schedule.runs + runs.length, missed: schedule.missed + missed }
  await goOn(tx, schedule, { ...ran, last_due_ms: last.dueMs, last_task_id: last.taskId, next_ms: nextMs }, nowMs)
}

/** An alert, which stands until somebody acknowledges it. */
async function remindIn(tx: Tx, schedule: Schedule, decision: Decision, nowMs: number): Promise<void> {
  const { runs, missed, nextMs } = decision
  await tellReminder(tx, schedule, runs, nowMs)
  const dueMs = runs.at(-1) ?? nowMs
  const told = { dueMs, lateMs: nowMs - dueMs, runs: runs.length, missed, nextMs }
  await appendJournal(tx, entryOf(schedule, 'schedule.reminded', nowMs, told))
  const counts = { runs: schedule.runs + runs.length, missed: schedule.missed + missed }
  await goOn(tx, schedule, { ...counts, last_due_ms: dueMs, next_ms: nextMs }, nowMs)
}

/** False when another worker was first, or it was paused or cancelled meanwhile. */
async function isStillDue(tx: Tx, { id, next_ms }: Schedule): Promise<boolean> {
  const row = await tx.selectFrom('schedules').select(['state', 'next_ms']).where('id', '=', id).executeTakeFirst()
  return row?.state === 'active' && row.next_ms === next_ms
}

async function goesOn(tx: Tx, taskId: number | null): Promise<boolean> {
  if (taskId === null) return false
  const task = await tx.selectFrom('tasks').select('state').where('id', '=', taskId).executeTakeFirst()
  return task !== undefined && GOES_ON.includes(task.state)
}

async function submitDue(tx: Tx, schedule: Schedule, dueMs: number, nowMs: number): Promise<number> {
  const { id, pool, ask, attachment, session, owner } = schedule
  const task = await submitIn(
    tx,
    {
      ...{ pool, ask, attachment, session, idempotencyKey: `schedule-${id}-${dueMs}` },
      routing: JSON.parse(schedule.routing) as Routing,
      principal: { id: schedule.principal, kind: schedule.principal_kind, role: schedule.principal_role, owner },
    },
    nowMs,
  )
  return task.id
}

interface LeftOut {
  readonly decision: Decision
  readonly reason: string
}

async function leaveOut(tx: Tx, schedule: Schedule, { decision, reason }: LeftOut, nowMs: number): Promise<void> {
  if (!(await isStillDue(tx, schedule))) return
  const missed = decision.missed + decision.runs.length
  const { nextMs } = decision
  await appendJournal(
    tx,
    entryOf(schedule, 'schedule.missed', nowMs, { dueMs: schedule.next_ms, missed, reason, nextMs }),
  )
  await goOn(tx, schedule, { missed: schedule.missed + missed, next_ms: nextMs }, nowMs)
}

/** Writes down what came of it, and ends a schedule that has no next time. */
async function goOn(tx: Tx, schedule: Schedule, values: Partial<Schedule>, nowMs: number): Promise<void> {
  const ended = values.next_ms === null
  const end = ended ? ({ state: 'ended', ended_ms: nowMs } as const) : {}
  await tx
    .updateTable('schedules')
    .set({ ...values, ...end })
    .where('id', '=', schedule.id)
    .execute()
  if (ended) await appendJournal(tx, entryOf(schedule, 'schedule.ended', nowMs, {}))
}
