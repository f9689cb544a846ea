import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Modules, packText } from './pack-modules.ts'

/** Each pack with the commands that need it and the packs before it; the last one has whatever is left. */
const PACKS: Readonly<Record<string, ReadonlyArray<readonly string[]>>> = {
  main: [['status'], ['status', '--json'], ['help']],
  look: [['pools'], ['tasks'], ['alerts', '--json'], ['health', '--json']],
  more: [['task', '15% of 80']],
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/**
 * Writes a program's modules into packs, and the loader that runs it. A trial, in which every module tells its name, finds
 * which pack each one goes into; then each pack's code cache is filled with the functions that its commands call.
 */
export async function writePacks(dist: string, modules: Modules, version: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'operatoros-build-'))
  const shares = await tryOut(dist, modules, home)
  for (const [name, share] of shares) writeFileSync(join(dist, `${name}.cjs`), await packText(share))
  const id = idOf(dist)
  writeLoader(dist, { version, id })
  for (const [name, commands] of Object.entries(PACKS)) {
    for (const words of commands) run(dist, words, { OPERATOROS_HOME: home, WARM_PACK: name, WARM_BUILD: id })
  }
  rmSync(home, { recursive: true })
}

/** Which modules go into which pack. */
async function tryOut(dist: string, modules: Modules, home: string): Promise<ReadonlyMap<string, Modules>> {
  const told = join(home, 'modules')
  const telling = [...modules].map(([name, code]) => [name, tellingItsName(name, code, told)] as const)
  const [first = ''] = Object.keys(PACKS)
  writeFileSync(join(dist, `${first}.cjs`), await packText(new Map(telling)))
  writeLoader(dist, { version: 'trial', id: 'trial' })
  // Once before it counts: the first start of all makes the database.
  run(dist, ['status'], { OPERATOROS_HOME: home })
  const shares = new Map<string, Modules>()
  const left = new Map(modules)
  for (const [name, commands] of Object.entries(PACKS)) {
    rmSync(told, { force: true })
    for (const words of commands) run(dist, words, { OPERATOROS_HOME: home })
    const isLast = shares.size === Object.keys(PACKS).length - 1
    const used = new Set(readFileSync(told, 'utf8').split('\n'))
    const share = new Map([...left].filter(([module]) => isLast || used.has(module)))
    for (const module of share.keys()) left.delete(module)
    shares.set(name, share)
  }
  for (const file of readdirSync(dist)) if (file.startsWith('.cache-')) rmSync(join(dist, file))
  return shares
}

const tellingItsName = (name: string, code: string, file: string): string =>
  code.replace('{', `{ require('node:fs').appendFileSync(${JSON.stringify(file)}, ${JSON.stringify(`${name}\n`)})\n`)

function idOf(dist: string): string {
  const hash = createHash('sha256')
  for (const name of Object.keys(PACKS)) hash.update(readFileSync(join(dist, `${name}.cjs`)))
  return hash.digest('hex').slice(0, 12)
}

function writeLoader(dist: string, { version, id }: { readonly version: string; readonly id: string }): void {
  const source = readFileSync(here('loader.cjs'), 'utf8')
  const names = Object.keys(PACKS).map((name) => `'${name}'`)
  const loader = source
    .replace('__VERSION__', version)
    .replace('__BUILD__', id)
    .replace("'__PACKS__'", names.join(', '))
  writeFileSync(join(dist, 'operatoros.cjs'), loader, { mode: 0o755 })
}

/** With the keys of whoever builds, a task would be asked of a provider and paid for. */
const THEIRS = /^(?:OPERATOROS_.*|.*_API_KEY|.*_BASE_URL|DATABASE_URL|NODE_OPTIONS)$/

/** Runs the built program; WARM_PACK names the pack whose code cache takes in what the run uses. */
function run(dist: string, words: readonly string[], env: Readonly<Record<string, string>>): void {
  const rest = Object.entries(process.env).filter(([name]) => !THEIRS.test(name))
  const before = env.WARM_PACK === undefined ? [] : ['-r', here('warm-up.cjs')]
  execFileSync(process.execPath, [...before, join(dist, 'operatoros.cjs'), ...words], {
    env: { ...Object.fromEntries(rest), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}
