import { OperatorError } from '../base/errors.ts'
import { type Principal, reaches } from '../base/roles.ts'
import { appendJournal } from '../store/journal.ts'
import type { Db } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import type { House } from './house.ts'

/** The latch: while `on`, nothing starts and no effect happens. `epoch` grows with every change. */
export interface Kill {
  readonly on: boolean
  readonly epoch: number
  readonly sinceMs: number | null
  readonly by: string | null
}

/** The state of the kill switch; off when nobody ever touched it. */
export async function readKill(db: Db): Promise<Kill> {
  const [row] = await killRow(db, {})
  if (!row) return { on: false, epoch: 0, sinceMs: null, by: null }
  return { on: row.value === 'true', epoch: row.epoch, sinceMs: row.updated_ms, by: row.updated_by }
}

const killRow = statement((db) => db.selectFrom('settings').selectAll().where('name', '=', 'kill'))

/** The kill switch as commands use it. Anyone may pull it; only a person who approves may release it. */
export interface KillSwitch {
  read(): Promise<Kill>
  /** @throws OperatorError ROLE_TOO_LOW when an agent, or a role below approver, would release it. */
  set(on: boolean, caller: Principal): Promise<Kill>
}

/** The kill switch of a house, the same for every process on its store. */
export function createKillSwitch(house: House): KillSwitch {
  return {
    read: async () => readKill((await house.store()).db),
    async set(on, caller) {
      if (!on && (caller.kind !== 'person' || !reaches(caller.role, 'approver'))) {
        throw new OperatorError(
          'ROLE_TOO_LOW',
          'Only a person who approves may release the kill switch; an agent never does.',
          {
            hint: 'ask a person to run: operatoros kill off',
          },
        )
      }
      const store = await house.store()
      return store.write(async (tx) => {
        const before = await readKill(tx)
        if (before.on === on) return before
        const nowMs = house.clock.now()
        const row = { value: String(on), epoch: before.epoch + 1, updated_ms: nowMs, updated_by: caller.id }
        await tx
          .insertInto('settings')
          .values({ name: 'kill', ...row })
          .onConflict((c) => c.column('name').doUpdateSet(row))
          .execute()
        await appendJournal(tx, {
          kind: on ? 'kill.on' : 'kill.off',
          principal: caller.id,
          atMs: nowMs,
          data: { epoch: row.epoch },
        })
        return { on, epoch: row.epoch, sinceMs: nowMs, by: caller.id }
      })
    },
  }
}
