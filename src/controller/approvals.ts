import { OperatorError } from '../base/errors.ts'
import { type Principal, reaches } from '../base/roles.ts'
import { moveCount } from '../engine/counts.ts'
import { entryOf, tallyRun } from '../engine/runs.ts'
import { appendJournal } from '../store/journal.ts'
import type { Tx } from '../store/schema.ts'
import type { House } from './house.ts'
import type { Worker } from './worker.ts'

/** A question that waits for a person, or was decided. */
export interface Approval {
  readonly id: number
  readonly task: number
  readonly gate: string
  readonly question: string
  readonly state: 'pending' | 'approved' | 'denied' | 'void'
  readonly requestedMs: number
  readonly decidedBy: string | null
}

/** Approvals as commands use them. */
export interface Approvals {
  /** The pending ones, oldest first. */
  pending(): Promise<Approval[]>
  /**
   * Decides once. Approved: the task queues again and passes that one gate. Denied: the task is refused.
   *
   * @throws OperatorError NOT_FOUND, CONFLICT (already decided), ROLE_TOO_LOW (an agent, or a role below approver).
   */
  decide(id: number, approve: boolean, caller: Principal): Promise<Approval>
}

/** The approvals of a house; the worker is woken when one is given. */
export function createApprovals(house: House, worker: Worker): Approvals {
  return {
    async pending() {
      const { db } = await house.store()
      const rows = await db.selectFrom('approvals').selectAll().where('state', '=', 'pending').orderBy('id').execute()
      return rows.map(approvalOf)
    },
    async decide(id, approve, caller) {
      if (caller.kind !== 'person' || !reaches(caller.role, 'approver')) {
        throw new OperatorError('ROLE_TOO_LOW', 'Only a person who approves may decide; an agent never does.', {
          hint: `ask a person to run: operatoros approvals ${approve ? 'approve' : 'deny'} ${id}`,
        })
      }
      const store = await house.store()
      const decided = await store.write((tx) => decideIn(tx, { id, approve, caller }, house.clock.now()))
      worker.wake()
      return decided
    },
  }
}

interface Decision {
  readonly id: number
  readonly approve: boolean
  readonly caller: Principal
}

async function decideIn(tx: Tx, { id, approve, caller }: Decision, nowMs: number): Promise<Approval> {
  const row = await tx.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new OperatorError('NOT_FOUND', `There is no approval ${id}.`, { hint: 'operatoros approvals' })
  if (row.state !== 'pending') {
    throw new OperatorError('CONFLICT', `Approval ${id} was already ${row.state}.`, {
      hint: `operatoros tasks ${row.task_id}`,
    })
  }
  const state = approve ? ('approved' as const) : ('denied' as const)
  const decided = { state, decided_ms: nowMs, decided_by: caller.id }
  await tx.updateTable('approvals').set(decided).where('id', '=', id).execute()
  const task = await tx.selectFrom('tasks').selectAll().where('id', '=', row.task_id).executeTakeFirstOrThrow()
  const next = approve ? ('queued' as const) : ('refused' as const)
  const refused = { finished_ms: nowMs, error_code: 'GATE_REFUSED', error_message: `Denied by ${caller.id}.` }
  await tx
    .updateTable('tasks')
    .set({ state: next, run_at_ms: nowMs, ...(approve ? {} : refused) })
    .where('id', '=', task.id)
    .execute()
  await moveCount(tx, task.pool, 'parked', next)
  if (next === 'refused') await tallyRun(tx, task, { outcome: next, costMicro: 0, atMs: nowMs })
  const data = { approval: id, gate: row.gate, digest: row.digest }
  await appendJournal(tx, { ...entryOf(task, `approval.${state}`, nowMs, data), principal: caller.id })
  return approvalOf({ ...row, ...decided })
}

const approvalOf = (row: {
  id: number
  task_id: number
  gate: string
  question: string
  state: Approval['state']
  requested_ms: number
  decided_by: string | null
}): Approval => ({
  id: row.id,
  task: row.task_id,
  gate: row.gate,
  question: row.question,
  state: row.state,
  requestedMs: row.requested_ms,
  decidedBy: row.decided_by,
})
