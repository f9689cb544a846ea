import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from '../helpers/temp-folder.ts'
import { PROGRAM, randomFrom } from './fleet-file.ts'

/** What came of damaged files: how the program ended how often, and what it must never do. */
export interface Damage {
  readonly seed: number
  /** By exit code, how often. */
  readonly exits: Readonly<Record<string, number>>
  readonly faults: readonly string[]
}

const PAGE = 4_096

type Hurt = (file: string, random: () => number) => void

const HURTS: Readonly<Record<string, Hurt>> = {
  'a byte of a page is another': (file, random) =>
    overwrite(file, Math.floor(random() * sizeOf(file)), Buffer.from([Math.floor(random() * 256)])),
  'a page is zero': (file, random) =>
    overwrite(file, Math.floor((random() * sizeOf(file)) / PAGE) * PAGE, Buffer.alloc(PAGE)),
  'a page is noise': (file, random) =>
    overwrite(
      file,
      Math.floor((random() * sizeOf(file)) / PAGE) * PAGE,
      Buffer.from(Array.from({ length: PAGE }, () => Math.floor(random() * 256))),
    ),
  'the file ends early': (file, random) => truncateSync(file, Math.floor(random() * sizeOf(file))),
  'the log beside it is noise': (file, random) =>
    writeFileSync(`${file}-wal`, Buffer.from(Array.from({ length: 3 * PAGE }, () => Math.floor(random() * 256)))),
}

const sizeOf = (file: string): number => readFileSync(file).length

function overwrite(file: string, at: number, piece: Buffer): void {
  const content = readFileSync(file)
  piece.copy(content, Math.min(at, content.length - piece.length))
  writeFileSync(file, content)
}

/** What is asked of the program over a damaged file: to look, to check, and to work. */
const LINES = [['status'], ['audit', 'verify'], ['general', '15% of 80']] as const

/**
 * Damages a copy of a good database in random places and runs the built program over it. It may work, say what is wrong
 * (exit 11), or find that a row of the journal was changed; it may not call that a bug, hang or die.
 */
export function damageFiles({ rounds, seed }: { rounds: number; seed: number }): Damage {
  const random = randomFrom(seed)
  const good = tempFolder()
  const hurt = tempFolder()
  const exits: Record<string, number> = {}
  const faults: string[] = []
  try {
    for (const sentence of ['15% of 80', '12 times 12']) run(good.path, ['general', sentence])
    for (let round = 0; round < rounds; round += 1) {
      const kinds = Object.keys(HURTS)
      const kind = kinds[Math.floor(random() * kinds.length)] ?? ''
      const file = join(hurt.path, 'operatoros.db')
      copyFresh(join(good.path, 'operatoros.db'), file)
      HURTS[kind]?.(file, random)
      for (const line of LINES) {
        const { end, sentence } = run(hurt.path, line)
        exits[end] = (exits[end] ?? 0) + 1
        if (!FINE.has(end)) faults.push(`round ${round}, ${kind}: ${line.join(' ')} ended with ${end}: ${sentence}`)
      }
    }
    return { seed, exits, faults }
  } finally {
    good.remove()
    hurt.remove()
  }
}

/** Worked; ran and failed; found a changed row; the store cannot be used. */
const FINE = new Set(['0', '1', '5', '11'])

function copyFresh(from: string, to: string): void {
  for (const tail of ['-wal', '-shm']) rmSync(to + tail, { force: true })
  copyFileSync(from, to)
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`)
}

function run(home: string, line: readonly string[]): { end: string; sentence: string } {
  const { status, signal, stderr, stdout } = spawnSync(process.execPath, [PROGRAM, ...line, '--json'], {
    env: { ...process.env, OPERATOROS_HOME: home, DATABASE_URL: '' },
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { end: String(signal ?? status), sentence: (stderr || stdout).slice(0, 200) }
}
