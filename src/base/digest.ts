import { getBuiltinModule } from 'node:process'
import { configure } from 'safe-stable-stringify'
import { OperatorError } from './errors.ts'

const stringify = configure({ deterministic: true, strict: true })

/**
 * Canonical JSON by RFC 8785 (sorted keys, one way to write each number): the same value is always the same bytes.
 *
 * @throws OperatorError BUG for a value that JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  const text = written(value)
  if (text === undefined) throw unwritable()
  return text
}

function written(value: unknown): string | undefined {
  try {
    return stringify(value)
  } catch (cause) {
    throw unwritable(cause)
  }
}

const unwritable = (cause?: unknown): OperatorError =>
  new OperatorError('BUG', 'A value cannot be written as canonical JSON.', { cause })

/** SHA-256 of a text or of bytes, as 64 hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string => cryptography().hash('sha256', content, 'hex')

// Asked for at the first digest: loading node:crypto is a tenth of a start, and `status` digests nothing.
const cryptography = () => getBuiltinModule('node:crypto')

/** One digest for equal values, whatever the order of their keys. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value))

const DIGESTS = new WeakMap<object, string>()

/** `digestOf` for an object that never changes and is asked about often, such as the tools of a pack. */
export function digestOnce(value: object): string {
  const known = DIGESTS.get(value)
  if (known !== undefined) return known
  const digest = digestOf(value)
  DIGESTS.set(value, digest)
  return digest
}
