import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { folders } from '../../bin/folders.ts'
import { systemClock } from '../../src/base/clock.ts'
import { readConfig } from '../../src/base/config.ts'
import { type App, openApp } from '../../src/surfaces/open-app.ts'

/** The built program. */
export const PROGRAM = fileURLToPath(new URL('../../dist/operatoros.cjs', import.meta.url))

/** A database in a folder of its own, with the whole program over it in this process. */
export interface FleetFile {
  readonly home: string
  readonly app: App
  close(): Promise<void>
}

export function openFleetFile(home = mkdtempSync(join(tmpdir(), 'operatoros-faults-'))): FleetFile {
  const machine = {
    ...{ user: 'faults', homeDir: home, platform: 'linux', cwd: home, interactive: false },
    ...{ timeZone: () => 'UTC', version: '0.0.0', nodeVersion: process.version },
  }
  const config = readConfig({ OPERATOROS_HOME: home }, machine)
  const app = openApp({ config, clock: systemClock, fetch: () => Promise.reject(new Error('no network')) }, folders, {
    onError: (thrown) => {
      throw thrown
    },
  })
  return {
    home,
    app,
    async close() {
      await app.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** A random source that a seed repeats (mulberry32). Gives 0..1. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
