import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openFleetFile } from './fleet-file.ts'

const SUBMITTER = fileURLToPath(new URL('./submit-many.ts', import.meta.url))

/** What a storm of submissions left behind. */
export interface StormResult {
  readonly processes: number
  readonly acknowledged: number
  readonly distinct: number
  readonly stored: number
  readonly errors: readonly string[]
  readonly journalClean: boolean
}

/** So many processes submit so many tasks each to one file at the same time. */
export async function storm(processes: number, each: number): Promise<StormResult> {
  const fleet = openFleetFile()
  try {
    await fleet.app.controller.pools.list()
    const runs = Array.from({ length: processes }, (_, i) => submitter(fleet.home, each, i))
    const ended = await Promise.all(runs)
    const ids = ended.flatMap((one) => one.ids)
    const counts = await fleet.app.controller.figures.counts()
    const { bad } = await fleet.app.controller.records.verify()
    return {
      processes,
      acknowledged: ids.length,
      distinct: new Set(ids).size,
      stored: counts.queued,
      errors: ended.flatMap((one) => one.errors),
      journalClean: bad === null,
    }
  } finally {
    await fleet.close()
  }
}

async function submitter(home: string, each: number, i: number): Promise<{ ids: number[]; errors: string[] }> {
  try {
    const args = ['--import', 'tsx', SUBMITTER, home, String(each), String(i)]
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e7 })
    return { ids: JSON.parse(stdout) as number[], errors: [] }
  } catch (thrown) {
    return { ids: [], errors: [thrown instanceof Error ? thrown.message : String(thrown)] }
  }
}
