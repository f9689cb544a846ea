import { type Stats, statSync } from 'node:fs'
import { OperatorError } from '../base/errors.ts'

/**
 * Remembers which file stands at a path now. The check that it returns costs microseconds: null while the same file stands
 * there, else STORE_UNAVAILABLE, for what is written into the one that was opened is found by nobody.
 */
export function rememberFile(path: string): () => OperatorError | null {
  const opened = fileAt(path)
  return () => {
    const now = fileAt(path)
    if (opened && now?.ino === opened.ino && now.dev === opened.dev) return null
    return new OperatorError(
      'STORE_UNAVAILABLE',
      `The database ${path} was ${now ? 'replaced by another file' : 'removed'} while it was open.`,
      { hint: 'put the file back (or operatoros admin restore <backup file>), then start again' },
    )
  }
}

const fileAt = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })
