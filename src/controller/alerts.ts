import { OperatorError } from '../base/errors.ts'
import { type Principal, reaches } from '../base/roles.ts'
import { type Alert, clearAlert, REMINDER, raiseAlert } from '../store/alerts.ts'
import { appendJournal } from '../store/journal.ts'
import type { Db, Tx } from '../store/schema.ts'
import type { AlertRow } from '../store/tables/alerts.ts'
import { ALERT_RULES, type AlertRule, type Weighed, weigh } from './alert-rules.ts'
import type { Vitals } from './health.ts'
import type { House } from './house.ts'
import { toldOf } from './reminders.ts'

/** An alert as commands show it. Times are Unix milliseconds. */
export interface AlertFacts {
  readonly id: number
  readonly rule: string
  readonly subject: string | null
  readonly level: AlertRow['level']
  readonly state: AlertRow['state']
  readonly message: string
  readonly hint: string
  readonly raisedMs: number
  /** How often it was told since it was raised, and the last time: a reminder may come again before anybody has seen it. */
  readonly times: number
  readonly lastMs: number
  readonly acknowledgedBy: string | null
  readonly clearedMs: number | null
}

/** Alerts as commands use them. */
export interface Alerts {
  /** Newest first, a hundred at most; those that were cleared only with `all`. */
  list(all: boolean): Promise<AlertFacts[]>
  /** How many nobody has acknowledged. */
  countOpen(): Promise<number>
  /**
   * Says that somebody has seen it; it is told no more until it was cleared and raised anew. Twice is once.
   *
   * @throws OperatorError NOT_FOUND, CONFLICT when it was cleared, ROLE_TOO_LOW below operator.
   */
  acknowledge(id: number, caller: Principal): Promise<AlertFacts>
}

/** The alerts of a house. */
export function createAlerts(house: House): Alerts {
  return {
    list: async (all) => readAlerts((await house.store()).db, all),
    async countOpen() {
      const { db } = await house.store()
      return (await db.selectFrom('alerts').select('id').where('state', '=', 'open').execute()).length
    },
    async acknowledge(id, caller) {
      if (!reaches(caller.role, 'operator'))
        throw new OperatorError(
          'ROLE_TOO_LOW',
          `To acknowledge needs the operator role; ${caller.id} is ${caller.role}.`,
          { hint: `ask an operator to run: operatoros alerts ack ${id}` },
        )
      const store = await house.store()
      return store.write((tx) => acknowledgeIn(tx, id, caller, house.clock.now()))
    },
  }
}

async function readAlerts(db: Db, all: boolean): Promise<AlertFacts[]> {
  const query = db.selectFrom('alerts').selectAll().orderBy('id', 'desc').limit(100)
  return (await (all ? query : query.where('state', '!=', 'cleared')).execute()).map(factsOf)
}

const factsOf = (row: Alert): AlertFacts => ({
  id: row.id,
  rule: row.rule,
  subject: row.subject === '' ? null : row.subject,
  level: row.level,
  state: row.state,
  message: row.message,
  hint: row.hint,
  raisedMs: row.raised_ms,
  ...(row.rule === REMINDER ? toldOf(row) : { times: 1, lastMs: row.raised_ms }),
  acknowledgedBy: row.acknowledged_by,
  clearedMs: row.cleared_ms,
})

async function acknowledgeIn(tx: Tx, id: number, caller: Principal, nowMs: number): Promise<AlertFacts> {
  const alert = await tx.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!alert) throw new OperatorError('NOT_FOUND', `There is no alert ${id}.`, { hint: 'operatoros alerts' })
  if (alert.acknowledged_ms !== null && (alert.state === 'acknowledged' || alert.rule === REMINDER))
    return factsOf(alert)
  if (alert.state === 'cleared')
    throw new OperatorError('CONFLICT', `Alert ${id} was cleared already.`, { hint: 'operatoros alerts --all' })
  await appendJournal(tx, {
    ...{ kind: 'alert.acknowledged', principal: caller.id, atMs: nowMs },
    data: { alert: id, rule: alert.rule, subject: alert.subject },
  })
  const acknowledged = { state: 'acknowledged' as const, acknowledged_ms: nowMs, acknowledged_by: caller.id }
  await tx.updateTable('alerts').set(acknowledged).where('id', '=', id).execute()
  if (alert.rule !== REMINDER) return factsOf({ ...alert, ...acknowledged })
  // Who has read a reminder is done with it; nothing else would ever clear it.
  await clearAlert(tx, alert, nowMs)
  return factsOf({ ...alert, ...acknowledged, state: 'cleared', cleared_ms: nowMs })
}

/** Weighs the vitals by every rule, look after look, and raises and clears what that makes; without a change it writes nothing. */
export function alertWatch(house: House): (vitals: Vitals) => Promise<void> {
  const streaks = new Map<string, number>()
  return async (vitals) => {
    const weighed = ALERT_RULES.map((rule) => {
      const value = rule.of(vitals)
      const { streak, verdict } = weigh(rule, value, streaks.get(rule.name) ?? 0)
      streaks.set(rule.name, streak)
      return { rule, value, verdict }
    })
    const store = await house.store()
    const rows = await store.db.selectFrom('alerts').select('rule').where('state', '!=', 'cleared').execute()
    const stands = (name: string) => rows.some((row) => row.rule === name)
    const changes = weighed.filter(({ rule, verdict }) => verdict === (stands(rule.name) ? 'clear' : 'raise'))
    if (changes.length === 0) return
    const nowMs = house.clock.now()
    await store.write(async (tx) => {
      for (const change of changes) await apply(tx, change, nowMs)
    })
  }
}

interface Change extends Pick<Weighed, 'verdict'> {
  readonly rule: AlertRule
  readonly value: number | null
}

async function apply(tx: Tx, { rule, value, verdict }: Change, nowMs: number): Promise<void> {
  const { name, level, raise, clear, looks, say, hint } = rule
  const facts = { value, raise, clear, looks }
  if (verdict === 'clear') await clearAlert(tx, { rule: name, subject: '', facts }, nowMs)
  else await raiseAlert(tx, { rule: name, subject: '', level, message: say(value ?? 0), hint, facts }, nowMs)
}
