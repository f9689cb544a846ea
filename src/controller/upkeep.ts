import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
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
   * @throws OperatorError STORE_UNAVAILABLE, CONFLICT when the target exists, or ROLE_TOO_LOW when another than a person
   *   names one outside the backup folder.
   */
  backup(target: string | undefined, caller: Principal): Promise<Backup>
  /** Changes nothing. @throws OperatorError what already stands against `backup`. */
  checkBackup(target: string | undefined, caller: Principal): void
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
    checkBackup: (target, caller) => void targetOf(house, target, caller),
    restore: (source, caller) => restoreDatabase(house, source, caller),
    checkRestore: (source) => checkRestore(house, source),
  }
}

/** As the database itself: a backup holds what people asked. */
const FOR_ITS_OWNER = { mode: 0o600 }

async function backup(house: House, target: string | undefined, caller: Principal): Promise<Backup> {
  const file = targetOf(house, target, caller)
  const store = await house.store()
  // A name that is nobody's: not of a file beside it, and not of another backup that is being written.
  const draft = join(dirname(file), `.${randomUUID()}.part`)
  claim(file)
  try {
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
    // Asked first: to remove what cannot be there fails too, and would hide what went wrong.
    for (const begun of [draft, manifestOf(file)]) if (existsSync(begun)) rmSync(begun)
    throw toStoreError(thrown, file)
  }
}

/** Where the backup goes. @throws OperatorError as `checkBackup`. */
function targetOf({ config, clock }: House, target: string | undefined, caller: Principal): string {
  const folder = join(config.home, 'backups')
  const stamp = new Date(clock.now()).toISOString().replace(/[:.]/g, '-')
  const file = resolve(config.cwd, target ?? join(folder, `operatoros-${stamp}.db`))
  // A backup holds all that people asked, so only a person says who else may come by it.
  if (caller.kind !== 'person' && !isInside(folder, file)) {
    throw new OperatorError(
      'ROLE_TOO_LOW',
      `Only a person may choose where a backup goes; ${caller.id} writes to ${folder}.`,
      { hint: `operatoros admin backup  or: operatoros admin backup ${join(folder, basename(file))}` },
    )
  }
  for (const taken of [file, manifestOf(file)]) {
    if (existsSync(taken)) throw alreadyThere(taken)
  }
  return file
}

/** Of two backups that are told the same name at the same time one gets it: who makes its manifest. */
function claim(file: string): void {
  const manifest = manifestOf(file)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(manifest, '', { ...FOR_ITS_OWNER, flag: 'wx' })
  } catch (thrown) {
    throw existsSync(manifest) ? alreadyThere(manifest) : toStoreError(thrown, file)
  }
}

const alreadyThere = (file: string): OperatorError =>
  new OperatorError('CONFLICT', `The file ${file} exists already.`, { hint: 'name another file' })

const manifestOf = (file: string): string => `${file}.json`

/** Wherever links lead: what is there already is looked up, and what is still to be made cannot be a link. */
function isInside(folder: string, file: string): boolean {
  const way = relative(realPath(resolve(folder)), realPath(dirname(file)))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

const realPath = (path: string): string =>
  existsSync(path) || dirname(path) === path ? realpathSync(path) : join(realPath(dirname(path)), basename(path))

function writeManifest(file: string, found: { rows: number; head: { seq: number; hash: string } }, nowMs: number) {
  const content = readFileSync(file)
  const digest = sha256(content)
  const manifest = manifestOf(file)
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
