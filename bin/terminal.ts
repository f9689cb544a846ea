import { fstatSync, writeSync } from 'node:fs'
import { OperatorError } from '../src/base/errors.ts'

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
 *
 * @throws OperatorError STORE_UNAVAILABLE for standard output that cannot be written, such as a file on a full disk.
 */
export function write(fd: 1 | 2, text: string): void {
  let rest = Buffer.from(text)
  while (rest.length > 0) rest = rest.subarray(writeSome(fd, rest))
}

/** When standard error itself is lost there is nobody left to tell; the exit code still says how it ended. */
function givenUp(fd: 1 | 2, bytes: Uint8Array, cause: unknown): number {
  if (fd === 2) return bytes.length
  const { code } = cause as NodeJS.ErrnoException
  const why = code === 'ENOSPC' ? 'its disk is full' : String(code)
  throw new OperatorError('STORE_UNAVAILABLE', `The output cannot be written (${why}); what was done stands.`, {
    hint: 'free some space, or write the output to another place',
    cause,
  })
}

const pause = new Int32Array(new SharedArrayBuffer(4))

function writeSome(fd: 1 | 2, bytes: Buffer): number {
  try {
    return writeSync(fd, bytes)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'EPIPE') process.exit(0)
    if (code !== 'EAGAIN') return givenUp(fd, bytes, thrown)
    Atomics.wait(pause, 0, 0, 5)
    return 0
  }
}
