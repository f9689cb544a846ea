import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A test build of the scripted house, crash points included, that starts as quickly as the product. */
export interface Program {
  /** Runs `<home> <what> …`, `under` another program such as strace; lines of the standard output are collected. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>, under?: readonly string[]): Running
  remove(): void
}

/** A started process. */
export interface Running {
  readonly process: ChildProcess
  readonly lines: readonly string[]
  /** How it ended: `SIGKILL`, or the exit code as text. */
  readonly ended: Promise<string>
  /** Sends a signal and waits for the end. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<string>
  /** Resolves when such a line has come. @throws Error when the process ends first. */
  said(start: string): Promise<void>
}

const here = fileURLToPath(new URL('.', import.meta.url))
const tables = fileURLToPath(new URL('../../src/store/tables/', import.meta.url))

/** CommonJS parts inside an ES module bundle ask for node's own modules. */
const REQUIRE =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);"

export async function buildProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'operatoros-program-'))
  const file = join(folder, 'program.mjs')
  const sqlite = createRequire(import.meta.url).resolve('better-sqlite3')
  await build({
    stdin: { contents: entry(), resolveDir: here, loader: 'ts' },
    ...{ outfile: file, bundle: true, platform: 'node', target: 'node20', format: 'esm', logLevel: 'warning' },
    banner: { js: REQUIRE },
    plugins: [
      {
        name: 'sqlite-in-place',
        setup: (api) => api.onResolve({ filter: /^better-sqlite3$/ }, () => ({ path: sqlite, external: true })),
      },
    ],
  })
  return {
    start: (args, env = {}, under = []) => startNode([...under, process.execPath, file, ...args], env),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function entry(): string {
  const names = readdirSync(tables).map((name, i) => ({ path: join(tables, name), as: `table${i}` }))
  const imports = names.map(({ path, as }) => `import ${as} from ${JSON.stringify(path)}`)
  const list = names.map(({ as }) => as).join(', ')
  return `${imports.join('\n')}\nimport { runFaultProcess } from './fault-process.ts'\nawait runFaultProcess([${list}])`
}

function startNode(args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const [first = '', ...rest] = args
  const child = spawn(first, rest, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  let begun = ''
  child.stdout?.on('data', (piece: Buffer) => {
    const parts = (begun + piece.toString()).split('\n')
    begun = parts.pop() ?? ''
    lines.push(...parts)
    child.emit('line')
  })
  const ended = once(child, 'close').then(([code, signal]) => String(signal ?? code))
  return {
    process: child,
    lines,
    ended,
    end(signal) {
      child.kill(signal)
      return ended
    },
    async said(start) {
      while (!lines.some((line) => line.startsWith(start))) {
        const over = await Promise.race([once(child, 'line').then(() => null), ended])
        if (over !== null) throw new Error(`ended with ${over} before it said "${start}": ${lines.join(' | ')}`)
      }
    },
  }
}
