import type { Selectable } from 'kysely'
import { appendJournal } from './journal.ts'
import type { Tx } from './schema.ts'
import type { AlertRow } from './tables/alerts.ts'

/** An alert as the database holds it. */
export type Alert = Selectable<AlertRow>

/** The rule of alerts that remind somebody of something; their subject is a schedule and its time. */
export const REMINDER = 'reminder'

/** What an alert says. `subject` is empty where its rule has only one. */
export type AlertNews = Pick<AlertRow, 'rule' | 'subject' | 'level' | 'message' | 'hint'> & {
  /** The numbers that it rests on, for the journal. */
  readonly facts: Readonly<Record<string, unknown>>
}

/** Opens an alert. False when the same rule and subject has one that is not cleared: nothing is told twice. */
export async function raiseAlert(tx: Tx, { facts, ...news }: AlertNews, nowMs: number): Promise<boolean> {
  const made = await tx
    .insertInto('alerts')
    .values({
      ...news,
      state: 'open',
      raised_ms: nowMs,
      acknowledged_ms: null,
      acknowledged_by: null,
      cleared_ms: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  const { rule, subject, level, message } = news
  await appendJournal(tx, {
    ...{ kind: 'alert.raised', principal: 'system', atMs: nowMs },
    data: { alert: made.id, rule, subject, level, message, ...facts },
  })
  return true
}

/** Clears what stands of a rule and subject, whether somebody acknowledged it or not. False when nothing stands. */
export async function clearAlert(
  tx: Tx,
  { rule, subject, facts = {} }: Pick<AlertNews, 'rule' | 'subject'> & Partial<Pick<AlertNews, 'facts'>>,
  nowMs: number,
): Promise<boolean> {
  const cleared = await tx
    .updateTable('alerts')
    .set({ state: 'cleared', cleared_ms: nowMs })
    .where('rule', '=', rule)
    .where('subject', '=', subject)
    .where('state', '!=', 'cleared')
    .returning('id')
    .executeTakeFirst()
  if (!cleared) return false
  await appendJournal(tx, {
    ...{ kind: 'alert.cleared', principal: 'system', atMs: nowMs },
    data: { alert: cleared.id, rule, subject, ...facts },
  })
  return true
}
