import type { Principal } from '../base/roles.ts'
import { appendJournal, type Verification, verifyJournal } from '../store/journal.ts'
import type { Db } from '../store/schema.ts'
import { isRareKind, type JournalRow } from '../store/tables/journal.ts'
import type { House } from './house.ts'

/** A conversation. Times are Unix milliseconds. */
export interface SessionFacts {
  readonly session: string
  readonly principal: string
  readonly title: string
  readonly turns: number
  readonly lastMs: number
}

/** Someone who acted here. */
export interface PrincipalFacts {
  readonly id: string
  readonly kind: string
  readonly role: string
  readonly sessions: number
  readonly lastSeenMs: number
}

/** A row of the journal. `data` are its facts; `prev` and `hash` chain it to the row before. */
export interface JournalEntry {
  readonly seq: number
  readonly atMs: number
  readonly kind: string
  readonly principal: string
  readonly session: string | null
  readonly task: number | null
  readonly pool: string | null
  readonly data: unknown
  readonly prev: string
  readonly hash: string
}

/** What was said, oldest first. */
export interface Turn {
  readonly role: 'user' | 'agent'
  readonly text: string
  readonly atMs: number
  readonly taskId: number | null
}

/** Which rows of the journal: the newest `limit` of one task, after a row, or of what ended badly. */
interface JournalFilter {
  readonly limit: number
  readonly taskId?: number | undefined
  readonly afterSeq?: number | undefined
  readonly errorsOnly?: boolean
}

/** The journal, sessions and principals as commands read them. */
export interface Records {
  /** Newest first. */
  journal(filter: JournalFilter): Promise<JournalEntry[]>
  verify(): Promise<Verification>
  /** Writes down something that changed no row of another table, such as a backup. */
  write(kind: string, caller: Principal, data: Record<string, unknown>): Promise<void>
  sessions(caller: Principal, limit: number): Promise<SessionFacts[]>
  principals(): Promise<PrincipalFacts[]>
  /** The last turns of a session. */
  turns(session: string, limit: number): Promise<Turn[]>
  /** Of all attempts, in the order in which they began. */
  steps(taskId: number): Promise<StepFacts[]>
  attempts(taskId: number): Promise<AttemptFacts[]>
}

/** A recorded act of a run. `ms` is null while it goes on, or when its worker was lost. */
export interface StepFacts {
  readonly name: string
  readonly attempt: number
  readonly state: string
  readonly effect: string
  readonly ms: number | null
}

/** One run of a task. `outcome` and `endedMs` are null while it goes on. Times are Unix milliseconds. */
export interface AttemptFacts {
  readonly attempt: number
  readonly worker: string
  readonly outcome: string | null
  readonly startedMs: number
  readonly endedMs: number | null
}

const BAD_ENDS = [
  'task.failed',
  'task.refused',
  'task.unknown',
  'task.recovered',
  'task.fenced',
  'kill.on',
  'worker.error',
]

export function createRecords(house: House): Records {
  const db = async () => (await house.store()).db
  return {
    journal: async (filter) => readJournal(await db(), filter),
    verify: async () => verifyJournal(await db()),
    async write(kind, caller, data) {
      const store = await house.store()
      await store.write((tx) => appendJournal(tx, { kind, principal: caller.id, atMs: house.clock.now(), data }))
    },
    sessions: async (caller, limit) => readSessions(await db(), caller, limit),
    principals: async () => readPrincipals(await db()),
    turns: async (session, limit) => readTurns(await db(), session, limit),
    steps: async (taskId) => readSteps(await db(), taskId),
    attempts: async (taskId) => readAttempts(await db(), taskId),
  }
}

async function readJournal(db: Db, { limit, taskId, afterSeq, errorsOnly }: JournalFilter): Promise<JournalEntry[]> {
  let query = db.selectFrom('journal').selectAll().orderBy('seq', 'desc').limit(limit)
  if (taskId !== undefined) query = query.where('task_id', '=', taskId)
  if (afterSeq !== undefined) query = query.where('seq', '>', afterSeq)
  if (errorsOnly) query = query.where('kind', 'in', BAD_ENDS).where(isRareKind)
  const rows: JournalRow[] = await query.execute()
  return rows.map(({ at_ms, task_id, data, ...row }) => ({
    ...row,
    atMs: at_ms,
    task: task_id,
    data: JSON.parse(data),
  }))
}

async function readSessions(db: Db, caller: Principal, limit: number): Promise<SessionFacts[]> {
  let query = db.selectFrom('sessions').selectAll().orderBy('last_ms', 'desc').limit(limit)
  if (caller.role !== 'admin') query = query.where('owner', '=', caller.owner)
  const rows = await query.execute()
  return rows.map(({ id, principal, title, turns, last_ms }) => ({
    session: id,
    principal,
    title,
    turns,
    lastMs: last_ms,
  }))
}

async function readPrincipals(db: Db): Promise<PrincipalFacts[]> {
  const rows = await db
    .selectFrom('principals')
    .leftJoin('sessions', 'sessions.principal', 'principals.id')
    .select((q) => [
      'principals.id',
      'principals.kind',
      'principals.role',
      'last_seen_ms',
      q.fn.count<number>('sessions.id').as('sessions'),
    ])
    .groupBy(['principals.id', 'principals.kind', 'principals.role', 'last_seen_ms'])
    .orderBy('last_seen_ms', 'desc')
    .execute()
  return rows.map(({ last_seen_ms, ...row }) => ({ ...row, lastSeenMs: last_seen_ms }))
}

async function readTurns(db: Db, session: string, limit: number): Promise<Turn[]> {
  const rows = await db
    .selectFrom('messages')
    .selectAll()
    .where('session', '=', session)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.reverse().map(({ role, text, at_ms, task_id }) => ({ role, text, atMs: at_ms, taskId: task_id }))
}

async function readSteps(db: Db, taskId: number): Promise<StepFacts[]> {
  const rows = await db.selectFrom('steps').selectAll().where('task_id', '=', taskId).orderBy('started_ms').execute()
  return rows.map((row) => ({
    name: row.name,
    attempt: row.attempt,
    state: row.state,
    effect: row.effect,
    ms: row.ended_ms === null ? null : row.ended_ms - row.started_ms,
  }))
}

async function readAttempts(db: Db, taskId: number): Promise<AttemptFacts[]> {
  const rows = await db.selectFrom('attempts').selectAll().where('task_id', '=', taskId).orderBy('attempt').execute()
  return rows.map((row) => ({
    attempt: row.attempt,
    worker: row.worker_id,
    outcome: row.outcome,
    startedMs: row.started_ms,
    endedMs: row.ended_ms,
  }))
}
