import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { sha256 } from '../base/digest.ts'
import { OperatorError } from '../base/errors.ts'
import { flush } from '../base/flush.ts'
import type { Principal } from '../base/roles.ts'
import { inspectDatabase } from '../store/inspect-database.ts'
import { appendJournal } from '../store/journal.ts'
import { toStoreError } from '../store/store-errors.ts'
import type { House } from './house.ts'
import { checkRestore, type Restored, restoreDatabase } from './restore-database.ts'

/** A finished backup. `head` is the journal's last row in it. */
export interface Backup {
  readonly file: string
  readonly manifest: string
  readonly bytes: number
  readonly sha256: string
  readonly rows: number
  readonly head: { readonly seq: number; readonly hash: string }
}

/** Care of the database file. */
export interface Upkeep {
  /**
   * A checked copy beside its manifest: `vacuum into`, fsync, rename, integrity check, journal verification.
   *
   * @throws OperatorError STORE_UNAVAILABLE, or CONFLICT when the target exists.
   */
  backup(target: string | undefined, caller: Principal): Promise<Backup>
  /**
   * Puts a backup in the place of the database; the old file is kept beside it.
   *
   * @throws OperatorError NOT_FOUND, STORE_UNAVAILABLE (damaged), CONFLICT (a worker is running, or no file database).
   */
  restore(source: string, caller: Principal): Promise<Restored>
  /** Changes nothing. @throws OperatorError what `restore` would. */
  checkRestore(source: string): Promise<void>
}

export function createUpkeep(house: House): Upkeep {
  return {
    backup: (target, caller) => backup(house, target, caller),
    restore: (source, caller) => restoreDatabase(house, source, caller),
    checkRestore: (source) => checkRestore(house, source),
  }
}

/** As the database itself: a backup holds what people asked. */
const FOR_ITS_OWNER = { mode: 0o600 }

async function backup(house: House, target: string | undefined, caller: Principal): Promise<Backup> {
  const store = await house.store()
  const stamp = new Date(house.clock.now()).toISOString().replace(/[:.]/g, '-')
  const file = resolve(house.config.cwd, target ?? join(house.config.home, 'backups', `operatoros-${stamp}.db`))
  if (existsSync(file))
    throw new OperatorError('CONFLICT', `The file ${file} exists already.`, { hint: 'name another file' })
  const draft = `${file}.part`
  try {
    mkdirSync(dirname(file), { recursive: true })
    rmSync(draft, { force: true })
    writeFileSync(draft, '', FOR_ITS_OWNER)
    store.maintain('vacuum into ?', [draft])
    const found = await inspectDatabase(draft, house.nativeBinding)
    flush(draft)
    renameSync(draft, file)
    flush(dirname(file))
    const written = writeManifest(file, found, house.clock.now())
    await store.write((tx) =>
      appendJournal(tx, {
        kind: 'admin.backup',
        principal: caller.id,
        atMs: house.clock.now(),
        data: { file: basename(file), sha256: written.sha256, head: found.head },
      }),
    )
    return { file, ...written, rows: found.rows, head: found.head }
  } catch (thrown) {
    rmSync(draft, { force: true })
    throw toStoreError(thrown, file)
  }
}

function writeManifest(file: string, found: { rows: number; head: { seq: number; hash: string } }, nowMs: number) {
  const content = readFileSync(file)
  const digest = sha256(content)
  const manifest = `${file}.json`
  const facts = {
    made: new Date(nowMs).toISOString(),
    file: basename(file),
    bytes: content.length,
    sha256: digest,
    journal: found,
  }
  writeFileSync(manifest, `${JSON.stringify(facts, null, 2)}\n`, FOR_ITS_OWNER)
  return { manifest, bytes: content.length, sha256: digest }
}
