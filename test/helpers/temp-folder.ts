import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of one test, and how it goes away again. */
export function tempFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'operatoros-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
