import { chmodSync, copyFileSync, existsSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { OperatorError, toOperatorError } from '../base/errors.ts'
import { flush } from '../base/flush.ts'
import type { Principal } from '../base/roles.ts'
import { inspectDatabase } from '../store/inspect-database.ts'
import { appendJournal } from '../store/journal.ts'
import type { Store } from '../store/open.ts'
import { liveWorkers } from '../store/tables/workers.ts'
import type { House } from './house.ts'
import { readKill } from './kill-switch.ts'

/** A finished restore; the database that was in use is kept at `kept` (null when there was none). */
export interface Restored {
  readonly file: string
  readonly kept: string | null
  readonly rows: number
  /** The kill switch was on when the backup was made, so it is on now. */
  readonly killed: boolean
}

/**
 * Puts a checked backup in the place of the database. The old file is kept beside it, also when it is damaged.
 *
 * @throws OperatorError NOT_FOUND, STORE_UNAVAILABLE (the backup is damaged), CONFLICT (in use, or in memory).
 */
export async function restoreDatabase(house: House, source: string, caller: Principal): Promise<Restored> {
  const { databasePath } = house.config
  const { file, rows } = await inspectSource(house, source)
  const draft = `${databasePath}.restore`
  copyFileSync(file, draft)
  // A copy has the rights of what it was made from; the database is for its owner, as `open` makes it.
  chmodSync(draft, 0o600)
  flush(draft)
  const kept = existsSync(databasePath) ? await setAside(house) : null
  renameSync(draft, databasePath)
  flush(dirname(databasePath))
  await recordRestore(house, caller, { from: basename(file), kept: kept === null ? null : basename(kept) })
  const { on: killed } = await readKill((await house.store()).db)
  return { file: databasePath, kept, rows, killed }
}

/** What a restore needs, looked at without changing anything. @throws OperatorError as `restoreDatabase`. */
export async function checkRestore(house: House, source: string): Promise<void> {
  await inspectSource(house, source)
  const store = existsSync(house.config.databasePath) ? await openIfSound(house) : null
  if (store) await refuseWhileBusy(house, store)
}

async function inspectSource(house: House, source: string): Promise<{ file: string; rows: number }> {
  const { databasePath, cwd } = house.config
  const file = resolve(cwd, source)
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new OperatorError('NOT_FOUND', `There is no file ${file}.`, { hint: 'operatoros admin backup' })
  if (databasePath === ':memory:') {
    throw new OperatorError('CONFLICT', 'A database in memory cannot be replaced.', { hint: 'set OPERATOROS_HOME' })
  }
  const { rows } = await inspectDatabase(file, house.nativeBinding)
  return { file, rows }
}

async function recordRestore(house: House, caller: Principal, data: Record<string, string | null>): Promise<void> {
  const store = await house.store()
  const entry = { kind: 'admin.restore', principal: caller.id, atMs: house.clock.now(), data }
  await store.write((tx) => appendJournal(tx, entry))
}

/** Moves the database in use away, with all that its log holds. */
async function setAside(house: House): Promise<string> {
  const { databasePath } = house.config
  const store = await openIfSound(house)
  if (store) {
    await refuseWhileBusy(house, store)
    store.maintain('pragma wal_checkpoint(truncate)')
    await house.closeStore()
  }
  const kept = `${databasePath}.before-restore-${new Date(house.clock.now()).toISOString().replace(/[:.]/g, '-')}`
  for (const tail of ['', '-wal', '-shm']) {
    if (existsSync(`${databasePath}${tail}`)) renameSync(`${databasePath}${tail}`, `${kept}${tail}`)
  }
  return kept
}

/** The store, or null when it is what the restore is to mend. */
async function openIfSound(house: House): Promise<Store | null> {
  try {
    return await house.store()
  } catch (thrown) {
    if (toOperatorError(thrown).code === 'STORE_UNAVAILABLE') return null
    throw thrown
  }
}

async function refuseWhileBusy(house: House, { db }: Store): Promise<void> {
  const nowMs = house.clock.now()
  const running = await db
    .selectFrom('tasks')
    .select('id')
    .where('state', '=', 'running')
    .where('lease_until_ms', '>', nowMs)
    .execute()
  const resident = (await liveWorkers(db, nowMs)).some((worker) => worker.resident)
  if (running.length === 0 && !resident) return
  throw new OperatorError('CONFLICT', 'The database is in use by a running worker or task.', {
    hint: 'end the other OperatorOS processes (and the conversation), then run the command again',
  })
}
