import { fstatSync, writeSync } from 'node:fs'

const { env } = process

/**
 * Whether a file descriptor is a terminal, without opening Node's stream over it. Only a character device can be one;
 * asking that first saves a pipe the loading of node:tty, a tenth of a start.
 */
export function isTerminal(fd: 0 | 1 | 2): boolean {
  try {
    return fstatSync(fd).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(fd)
  } catch {
    return false
  }
}

/** True when a person sits at both ends and the terminal can redraw. */
export const interactive = isTerminal(1) && isTerminal(0)

/**
 * What was typed counts first (`--no-color`, `--color`), then NO_COLOR says no, FORCE_COLOR yes (0: no) and TERM=dumb no;
 * else a terminal has colour. Source of the order: no-color.org.
 */
export function wantsColour(argv: readonly string[]): boolean {
  if (argv.includes('--no-color')) return false
  if (argv.includes('--color')) return true
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return env.TERM !== 'dumb' && isTerminal(1)
}

/** Columns that COLUMNS asks for; 0 for none. */
const asked = Math.max(0, Number(env.COLUMNS) || 0)

/** True where no screen bounds what is printed: a pipe or a file, and nobody has set COLUMNS. */
export const isUnbounded = (): boolean => asked === 0 && !isTerminal(1)

/** Columns of the terminal; 80 where there is none. */
export function columns(): number {
  const real = isTerminal(1) ? process.stdout.columns : undefined
  return Math.max(20, Math.min(real || asked || 80, 200))
}

/**
 * Writes all of a text. What is printed is out before the process may end. A closed pipe (`| head`) ends the program
 * quietly; a full one is waited for.
 */
export function write(fd: 1 | 2, text: string): void {
  let rest = Buffer.from(text)
  while (rest.length > 0) rest = rest.subarray(writeSome(fd, rest))
}

const pause = new Int32Array(new SharedArrayBuffer(4))

function writeSome(fd: 1 | 2, bytes: Buffer): number {
  try {
    return writeSync(fd, bytes)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'EPIPE') process.exit(0)
    if (code !== 'EAGAIN') throw thrown
    Atomics.wait(pause, 0, 0, 5)
    return 0
  }
}
