import { fstatSync } from 'node:fs'
import { OperatorError } from '../src/base/errors.ts'
import { isTerminal } from './terminal.ts'

// A shell's pipe has a program at its other end that may need a moment to begin; a socket may be an idle line for ever.
const PIPE_FIRST_BYTE_MS = 2_000
const SOCKET_FIRST_BYTE_MS = 150
const MOST_BYTES = 16 * 1024 * 1024

/**
 * Everything that was piped in, or null. A pipe that stays open and silent is not waited for: nobody may hang because
 * a caller forgot to close it.
 *
 * @throws OperatorError ARGS_INVALID for more than 16 MiB, or for what is not text.
 */
export async function readPipe(): Promise<string | null> {
  const source = isTerminal(0) ? null : sourceOf()
  if (source === null) return null
  const chunks: Buffer[] = []
  let bytes = 0
  const silent = setTimeout(
    () => process.stdin.destroy(),
    source === 'socket' ? SOCKET_FIRST_BYTE_MS : PIPE_FIRST_BYTE_MS,
  )
  try {
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      clearTimeout(silent)
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes > MOST_BYTES) throw tooMuch()
    }
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw thrown
  }
  clearTimeout(silent)
  const text = Buffer.concat(chunks)
  if (text.includes(0))
    throw new OperatorError('ARGS_INVALID', 'What was piped in is not text.', { hint: 'pipe a text or CSV file' })
  return text.length === 0 ? null : text.toString('utf8')
}

const tooMuch = () =>
  new OperatorError('ARGS_INVALID', 'What was piped in is larger than 16 MiB.', { hint: 'pipe a smaller part of it' })

function sourceOf(): 'pipe' | 'socket' | null {
  try {
    const facts = fstatSync(0)
    if (facts.isSocket()) return 'socket'
    return facts.isFIFO() || facts.isFile() ? 'pipe' : null
  } catch {
    return null
  }
}

/** The lines of standard input as they come. */
export async function* inputLines(): AsyncIterable<string> {
  const { createInterface } = await import('node:readline')
  yield* createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
}
