import type { Principal } from '../base/roles.ts'
import { HOUR_MS } from '../base/units.ts'
import type { Task } from '../engine/insert-task.ts'
import { topicWords } from '../language/words.ts'
import type { Message } from '../models/provider.ts'
import { gather, type Topic } from '../store/gather.ts'
import type { Tx } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import type { House } from './house.ts'

/** What the session adds to an ask. */
export interface Recalled {
  /** The last turns, oldest first, for a model. */
  readonly messages: readonly Message[]
  /** The ask with the topic of the turn before, when the ask points back to it ("and at night?"). */
  searchAsk(ask: string): string
}

const TURNS = 6
const THIN = 2
const OPENS = /^(?:and|but|also|or|then|so|what about|how about|what if)\b/i
const POINTS = /\b(?:it|that|them)\b|\b(?:this|these|those)(?:$|[?.!,]| (?:is|are|mean|happen|hurt))/i
/** Points to what follows ("is it ok to run every day") or to what was just named ("my knee clicks, is it bad"), not back. */
const STANDS_ALONE =
  /\bit(?:'s| is| was)?(?: \w+){1,3} to\b|\bit (?:ok|okay|fine|safe|normal|bad|true|mean) (?:if|when|that)\b|\b(?:my|our|i have|i got|i've got)\b.{3,}\b(?:is|will|does|can|could|would) (?:it|this|that)\b/i
/** "Why?" and "why not" point back, "why is the sky blue" does not. */
const BARE_WHY = /^why\b/i
/** Nobody who asks anew after an hour goes on with what was said before. */
const GOES_ON_MS = HOUR_MS

/** The end of the conversation before this task. */
export async function recallSession(house: House, task: Task): Promise<Recalled> {
  const { db } = await house.store()
  const turns = (await lastTurns(db, { session: task.session, taskId: task.id })).toReversed()
  const sinceMs = task.created_ms - GOES_ON_MS
  const before = turns.findLast(
    (turn) => turn.role === 'user' && turn.pool === task.pool && turn.at_ms >= sinceMs,
  )?.text
  return {
    messages: turns.map(({ role, text }) => (role === 'user' ? { role, text } : { role, text, calls: [] })),
    searchAsk: (ask) => (before !== undefined && pointsBack(ask) ? `${ask} ${before}` : ask),
  }
}

function pointsBack(ask: string): boolean {
  const topics = topicWords(ask).length
  if (topics > THIN) return false
  // "Is it ok to take at night" has one topic only: what is taken was said before.
  const alone = topics === THIN && STANDS_ALONE.test(ask)
  return OPENS.test(ask) || (POINTS.test(ask) && !alone) || (BARE_WHY.test(ask) && topics === 0)
}

const lastTurns = statement((db, given: { session: string; taskId: number }) =>
  db
    .selectFrom('messages')
    .select(['role', 'text', 'pool', 'at_ms'])
    .where('session', '=', given.session)
    .where((q) => q.or([q('task_id', '<', given.taskId), q('task_id', 'is', null)]))
    .orderBy('id', 'desc')
    .limit(TURNS),
)

/** Writes down what a person asked, and that the session and the principal are alive. Part of the submission. */
export async function recordAsk(tx: Tx, task: Task, principal: Principal): Promise<void> {
  const { session, created_ms: nowMs, owner } = task
  const { kind, role } = principal
  await gather(tx, PRINCIPALS, { id: task.principal, kind, role, owner, nowMs })
  await seeSession(tx, { id: session, principal: task.principal, owner, title: task.ask.slice(0, 80), nowMs })
  await recordMessage(tx, task, { role: 'user', text: task.ask }, nowMs)
}

type Seen = Pick<Principal, 'id' | 'kind' | 'role' | 'owner'> & { readonly nowMs: number }

const PRINCIPALS: Topic<Seen> = {
  async write(tx, all) {
    for (const seen of new Map(all.map((one) => [one.id, one])).values())
      await seePrincipal(tx, { ...seen, seenBeforeMs: seen.nowMs - (seen.nowMs % 1_000) })
  },
}

/** Who was seen in this second already is not written down again. */
const seePrincipal = statement((db, { id, kind, role, owner, nowMs, seenBeforeMs }: Seen & { seenBeforeMs: number }) =>
  db
    .insertInto('principals')
    .values({ id, kind, role, owner, created_ms: nowMs, last_seen_ms: nowMs })
    .onConflict((c) =>
      c.column('id').doUpdateSet({ last_seen_ms: nowMs }).where('principals.last_seen_ms', '<', seenBeforeMs),
    ),
)

interface Turn {
  readonly id: string
  readonly principal: string
  readonly owner: string
  readonly title: string
  readonly nowMs: number
}

const seeSession = statement((db, { id, principal, owner, title, nowMs }: Turn) =>
  db
    .insertInto('sessions')
    .values({ id, principal, owner, title, created_ms: nowMs, last_ms: nowMs, turns: 1 })
    .onConflict((c) => c.column('id').doUpdateSet((q) => ({ last_ms: nowMs, turns: q('sessions.turns', '+', 1) }))),
)

/** Writes down what an agent answered. Part of the settlement. */
export async function recordAnswer(tx: Tx, task: Task, text: string, nowMs: number): Promise<void> {
  await recordMessage(tx, task, { role: 'agent', text }, nowMs)
}

const recordMessage = (tx: Tx, task: Task, said: { role: 'user' | 'agent'; text: string }, nowMs: number) =>
  insertMessage(tx, { ...said, session: task.session, at_ms: nowMs, task_id: task.id, pool: task.pool })

interface SaidRow {
  readonly role: 'user' | 'agent'
  readonly text: string
  readonly session: string
  readonly at_ms: number
  readonly task_id: number
  readonly pool: string
}

const insertMessage = statement((db, { role, text, session, at_ms, task_id, pool }: SaidRow) =>
  db.insertInto('messages').values({ role, text, session, at_ms, task_id, pool }),
)
