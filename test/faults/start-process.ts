import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A test build of the scripted house, crash points included, that starts as quickly as the product. */
export interface Program {
  /** Runs `<home> <what> …`, `under` another program such as strace; lines of the standard output are collected. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>, under?: readonly string[]): Running
  /** As `start`, in a process group of its own: Ctrl+C in a terminal does not reach it. */
  startApart(args: readonly string[], env?: Readonly<Record<string, string>>): Running
  remove(): void
}

/** A started process. */
export interface Running {
  readonly process: ChildProcess
  readonly lines: readonly string[]
  /** How it ended: `SIGKILL`, or the exit code as text. */
  readonly ended: Promise<string>
  /** Lets a process that stands by begin. */
  begin(): void
  /** Sends a signal and waits for the end. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<string>
  /** Resolves when such a line has come. @throws Error when the process ends first. */
  said(start: string): Promise<void>
}

const here = fileURLToPath(new URL('.', import.meta.url))
const tables = fileURLToPath(new URL('../../src/store/tables/', import.meta.url))
const LOADER = fileURLToPath(new URL('./load-program.cjs', import.meta.url))

/** Built as one file, and run once, so that its code cache is written: a start costs half as much. */
export async function buildProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'operatoros-program-'))
  const file = join(folder, 'program.cjs')
  await bundle(join(folder, 'main.cjs'))
  copyFileSync(LOADER, file)
  await startNode([process.execPath, file, join(folder, 'first'), 'finish'], {}).ended
  return {
    start: (args, env = {}, under = []) => startNode([...under, process.execPath, file, ...args], env),
    startApart: (args, env = {}) => startNode([process.execPath, file, ...args], env, true),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function bundle(outfile: string): Promise<void> {
  const sqlite = createRequire(import.meta.url).resolve('better-sqlite3')
  await build({
    stdin: { contents: entry(), resolveDir: here, loader: 'ts' },
    ...{ outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' },
    ...{ minifyWhitespace: true, minifySyntax: true, supported: { 'dynamic-import': false } },
    // The loader runs it as one function.
    banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
    footer: { js: '})' },
    plugins: [
      {
        name: 'sqlite-in-place',
        setup: (api) => api.onResolve({ filter: /^better-sqlite3$/ }, () => ({ path: sqlite, external: true })),
      },
    ],
  })
}

function entry(): string {
  const names = readdirSync(tables).map((name, i) => ({ path: join(tables, name), as: `table${i}` }))
  const imports = names.map(({ path, as }) => `import ${as} from ${JSON.stringify(path)}`)
  const list = names.map(({ as }) => as).join(', ')
  return `${imports.join('\n')}\nimport { runFaultProcess } from './fault-process.ts'\nvoid runFaultProcess([${list}])`
}

function startNode(args: readonly string[], env: Readonly<Record<string, string>>, detached = false): Running {
  const [first = '', ...rest] = args
  const child = spawn(first, rest, {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
    detached,
  })
  // A process that is killed before it was told to begin has no ear left.
  child.stdin?.on('error', () => undefined)
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
    begin: () => void child.stdin?.end('begin\n'),
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
