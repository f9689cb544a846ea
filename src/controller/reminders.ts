import { inertLine } from '../base/inert-text.ts'
import { type Alert, clearAlert, REMINDER, raiseAlert } from '../store/alerts.ts'
import type { Tx } from '../store/schema.ts'
import type { Schedule } from '../store/tables/schedules.ts'

/** How often a reminder was told since somebody last acknowledged it. `lastMs`: the time it was last due, in Unix milliseconds. */
interface Told {
  readonly times: number
  readonly lastMs: number
}

/** Subjects are `<schedule>/<last due time>`, and `/<times>` where it was told more than once. */
const subjectOf = (schedule: number, { lastMs, times }: Told): string =>
  `${schedule}/${lastMs}${times > 1 ? `/${times}` : ''}`

/** What the alert of a reminder is about, without its count: `<schedule>/<last due time>`; and what it tells of its times. */
export function toldOf({ subject }: Pick<Alert, 'subject'>): Told & { readonly subject: string } {
  const [schedule, lastMs, times] = subject.split('/')
  return { subject: `${schedule}/${lastMs}`, times: Number(times ?? 1), lastMs: Number(lastMs) }
}

/** One alert for a reminder however often it comes: one that nobody has acknowledged is counted on. `dues`: at least one time. */
export async function tellReminder(
  tx: Tx,
  { id, ask, said }: Schedule,
  dues: readonly number[],
  nowMs: number,
): Promise<void> {
  const standing = await standingOf(tx, id)
  const lastMs = dues.at(-1) ?? nowMs
  const times = standing.reduce((sum, alert) => sum + toldOf(alert).times, dues.length)
  const subject = subjectOf(id, { lastMs, times })
  const says = { message: `Reminder: ${inertLine(ask, 500)}`, hint: `schedule ${id} (${inertLine(said, 80)})` }
  const [first, ...others] = standing
  // Where each time once had an alert of its own, the first goes on for all.
  for (const other of others) await clearAlert(tx, other, nowMs)
  if (first === undefined) {
    const facts = { schedule: id, dueMs: lastMs, times }
    await raiseAlert(tx, { rule: REMINDER, level: 'info', ...says, subject, facts }, nowMs)
    return
  }
  await tx
    .updateTable('alerts')
    .set({ ...says, subject })
    .where('id', '=', first.id)
    .execute()
}

/** Oldest first. */
const standingOf = (tx: Tx, schedule: number): Promise<Alert[]> =>
  tx
    .selectFrom('alerts')
    .selectAll()
    .where('rule', '=', REMINDER)
    .where('state', '!=', 'cleared')
    .where('subject', 'like', `${schedule}/%`)
    .orderBy('id')
    .execute()
