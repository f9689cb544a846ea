import { type Stats, statSync } from 'node:fs'
import { OperatorError } from '../base/errors.ts'

/**
 * Remembers which files stand at a database's path and at that of its log. The check that it returns costs microseconds:
 * null while the same ones stand there, else STORE_UNAVAILABLE, for what is written into those that were opened is found
 * by nobody. The log is looked for only while `isOpen`: SQLite removes it itself when the last process closes.
 */
export function rememberFiles(path: string, isOpen: () => boolean): () => OperatorError | null {
  const file = fileAt(path)
  let log = fileAt(`${path}-wal`)
  return () => {
    const change = changeOf(file, fileAt(path))
    if (change) return displaced(`The database ${path} was ${change} while it was open.`, PUT_BACK)
    if (!isOpen()) return null
    const logNow = fileAt(`${path}-wal`)
    // A place that cannot have a log has none; elsewhere it is there from the first read on.
    log ??= logNow
    const logChange = log && changeOf(log, logNow)
    return logChange ? displaced(`The log ${path}-wal was ${logChange} while it was open.`, LOOK) : null
  }
}

const PUT_BACK = 'put the file back (or operatoros admin restore <backup file>), then start again'
const LOOK = 'stop every operatoros that is open on it, then look with operatoros doctor what is kept'

const displaced = (message: string, hint: string) => new OperatorError('STORE_UNAVAILABLE', message, { hint })

function changeOf(opened: Stats | undefined, now: Stats | undefined): string | null {
  if (now === undefined) return 'removed'
  return now.ino === opened?.ino && now.dev === opened.dev ? null : 'replaced by another file'
}

const fileAt = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })
