import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { OperatorError } from '../base/errors.ts'

/**
 * Refuses a file of no bytes where a fleet has been before: SQLite would take it for a new database and throw its log
 * away. A first start makes the log only when the file has its first page.
 *
 * @throws OperatorError STORE_UNAVAILABLE naming what shows that there was more.
 */
export function refuseEmptied(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.size !== 0) return
  const trace = traceOf(path)
  if (trace === undefined) return
  throw new OperatorError(
    'STORE_UNAVAILABLE',
    `The database ${path} is damaged: it is empty, and ${trace} beside it shows that it was not.`,
    { hint: 'operatoros admin restore <backup file>; to begin anew, remove the empty file and what lies beside it' },
  )
}

/** A file beside the database that only a fleet that was there leaves behind; undefined when there is none. */
function traceOf(path: string): string | undefined {
  const folder = dirname(path)
  const name = basename(path)
  const left = [`${name}-wal`, `${name}-shm`, 'history.jsonl'].find((file) => hasSize(join(folder, file)))
  if (left !== undefined) return left
  const backups = join(folder, 'backups')
  if (existsSync(backups) && readdirSync(backups).length > 0) return 'the folder backups'
  return readdirSync(folder).find((file) => file.startsWith(`${name}.before-restore`))
}

const hasSize = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
