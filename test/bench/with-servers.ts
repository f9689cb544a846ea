import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

// `npx tsx test/bench/with-servers.ts <command> …`: a PostgreSQL and a Redis on sockets in a folder of their own, which lose
// nothing they have acknowledged, for as long as the command runs. The command finds them by DATABASE_URL and REDIS_URL.
// POSTGRES_BIN is the folder of `initdb` and `postgres`, REDIS_SERVER the server; one that is not there is left out.

const POSTGRES_BIN = process.env.POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin'
const REDIS_SERVER = process.env.REDIS_SERVER ?? '/usr/bin/redis-server'
const READY_MS = 30_000

const folder = mkdtempSync(join(tmpdir(), 'operatoros-servers-'))
const servers: ChildProcess[] = []
try {
  const [command = '', ...args] = process.argv.slice(2)
  if (command === '') throw new Error('usage: with-servers.ts <command> …')
  const env = { ...process.env, ...(await startPostgres()), ...(await startRedis()) }
  const running = spawn(command, args, { env, stdio: 'inherit' })
  // The servers end after the command, whoever ends it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => running.kill(signal))
  const [code] = await once(running, 'close')
  process.exitCode = code === null ? 1 : Number(code)
} finally {
  await Promise.all(servers.map(end))
  rmSync(folder, { recursive: true, force: true })
}

async function startPostgres(): Promise<Record<string, string>> {
  if (!existsSync(join(POSTGRES_BIN, 'postgres'))) return {}
  const place = mkdtempSync(join(folder, 'postgres-'))
  const who = plainUser()
  // PostgreSQL refuses to run as root.
  if (who.uid !== undefined && who.gid !== undefined) {
    chmodSync(folder, 0o711)
    chownSync(place, who.uid, who.gid)
  }
  const data = join(place, 'data')
  execFileSync(join(POSTGRES_BIN, 'initdb'), ['-D', data, '-U', 'bench', '--auth=trust', '-E', 'UTF8'], {
    ...{ ...who, stdio: 'ignore', cwd: place },
  })
  const settings = { fsync: 'on', synchronous_commit: 'on', listen_addresses: '', unix_socket_directories: place }
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  servers.push(spawn(join(POSTGRES_BIN, 'postgres'), ['-D', data, ...given], { ...who, stdio: 'ignore', cwd: place }))
  await untilOpen(join(place, '.s.PGSQL.5432'))
  return { DATABASE_URL: `postgresql:///postgres?user=bench&host=${encodeURIComponent(place)}` }
}

/** The user `postgres` when this is root; itself otherwise. */
function plainUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString())
  return { uid: idOf('-u'), gid: idOf('-g') }
}

async function startRedis(): Promise<Record<string, string>> {
  if (!existsSync(REDIS_SERVER)) return {}
  const place = mkdtempSync(join(folder, 'redis-'))
  const socket = join(place, 'redis.sock')
  const settings = { port: '0', unixsocket: socket, dir: place, appendonly: 'yes', appendfsync: 'always', save: '' }
  const given = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])
  servers.push(spawn(REDIS_SERVER, given, { stdio: 'ignore' }))
  await untilOpen(socket)
  return { REDIS_URL: socket }
}

async function untilOpen(socket: string): Promise<void> {
  const until = performance.now() + READY_MS
  while (!(await isOpen(socket))) {
    if (performance.now() > until) throw new Error(`nobody listens at ${socket} after ${READY_MS} ms`)
    await delay(50)
  }
}

function isOpen(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const line = connect({ path })
    line.once('connect', () => resolve(true)).once('error', () => resolve(false))
    line.once('connect', () => line.destroy())
  })
}

/** SIGINT is PostgreSQL's fast shutdown, and Redis takes it as SIGTERM. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'close')
  server.kill('SIGINT')
  await ended
}
