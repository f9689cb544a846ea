import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { OperatorError } from '../base/errors.ts'

const SENTENCES: ReadonlyArray<readonly [pattern: RegExp, sentence: string, hint: string]> = [
  [/SQLITE_(NOTADB|CORRUPT)/, 'is damaged or is not a database', 'operatoros doctor, or admin restore <backup file>'],
  [
    /SQLITE_FULL|ENOSPC/,
    'cannot grow: the disk is full',
    'free some space and run the command again; nothing was lost',
  ],
  [
    /SQLITE_READONLY|EROFS/,
    'is read-only',
    'make the file and its folder writable, or set OPERATOROS_HOME to another folder',
  ],
  [
    /SQLITE_CANTOPEN|EACCES|EPERM|ENOENT|ENOTDIR|EEXIST|ENAMETOOLONG/,
    'cannot be opened',
    'check the path and its rights, or set OPERATOROS_HOME to a folder you own',
  ],
  [/SQLITE_BUSY|SQLITE_LOCKED/, 'is locked by another process', 'run the command again in a moment'],
  [
    /SQLITE_IOERR|EIO/,
    'cannot be read or written: the disk reports an error',
    'check the disk, then operatoros doctor',
  ],
  [
    /ERR_DLOPEN_FAILED/,
    'cannot be opened: the SQLite addon was built for another version of Node',
    'npm rebuild better-sqlite3',
  ],
]

/** The code of a driver or file-system error, such as `SQLITE_FULL`, or '' for anything else. */
const codeOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : ''

/** True when another process held the lock: trying again can help. */
export const isBusy = (thrown: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(thrown))

/** As `toStoreError` when the file is no database or a page of it is damaged, which any read can meet; else as it came. */
export const toDamage = (thrown: unknown, path: string): unknown =>
  /^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(thrown)) ? toStoreError(thrown, path) : thrown

/**
 * SQLite says "cannot open" for a read-only place and "I/O error" where its shared-memory file cannot grow; the file
 * system knows better.
 */
function realCause(code: string, path: string): string {
  const folder = dirname(path)
  if (!/^SQLITE_(CANTOPEN|IOERR)/.test(code) || !existsSync(folder)) return code
  if (code.startsWith('SQLITE_IOERR')) return statfsSync(folder).bavail === 0 ? 'SQLITE_FULL' : code
  try {
    accessSync(existsSync(path) ? path : folder, constants.W_OK)
    return code
  } catch {
    return 'SQLITE_READONLY'
  }
}

/** A driver's error → STORE_UNAVAILABLE with a sentence about `path`; anything else is returned as it came. */
export function toStoreError(thrown: unknown, path: string): unknown {
  const code = realCause(codeOf(thrown), path)
  const found = SENTENCES.find(([pattern]) => pattern.test(code))
  if (!found) return thrown
  const [, sentence, hint] = found
  return new OperatorError('STORE_UNAVAILABLE', `The database ${path} ${sentence}.`, { hint, cause: thrown })
}
