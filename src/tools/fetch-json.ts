import { OperatorError } from '../base/errors.ts'

/** A source outside: `name` is for people ("the weather service"); `next` is what to do when it fails. */
export interface JsonSource {
  readonly name: string
  readonly next: string
  readonly fetch: typeof fetch
  readonly signal: AbortSignal
  readonly timeoutMs: number
}

const MOST_BYTES = 2_000_000

/**
 * The JSON that an address answers with, also when its status is an error that is told in JSON (status 400).
 *
 * @throws OperatorError PROVIDER_FAILED when it cannot be reached, is too slow, or answers with anything but JSON; RATE_LIMITED;
 *   what the caller's signal was aborted with.
 */
export async function fetchJson(url: URL, source: JsonSource): Promise<unknown> {
  const timeout = AbortSignal.timeout(source.timeoutMs)
  const signal = AbortSignal.any([source.signal, timeout])
  try {
    const response = await source.fetch(url, { signal, headers: { accept: 'application/json' } })
    const body = await readBody(response, source)
    if (response.status === 429) throw failed(source, 'RATE_LIMITED', 'is asked too often just now')
    if (!response.ok && response.status !== 400)
      throw failed(source, 'PROVIDER_FAILED', `answered with status ${response.status}`)
    return parseBody(body, source)
  } catch (cause) {
    source.signal.throwIfAborted()
    if (cause instanceof OperatorError) throw cause
    if (timeout.aborted)
      throw failed(source, 'PROVIDER_FAILED', `did not answer within ${source.timeoutMs / 1000} seconds`, cause)
    throw failed(source, 'PROVIDER_FAILED', 'cannot be reached', cause)
  }
}

/** Reads no more than two megabytes, so that a wrong address cannot fill the memory. */
async function readBody(response: Response, source: JsonSource): Promise<string> {
  const decoder = new TextDecoder()
  let body = ''
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > MOST_BYTES) throw failed(source, 'PROVIDER_FAILED', 'answered with far too much')
    body += decoder.decode(chunk, { stream: true })
  }
  return body
}

function parseBody(body: string, source: JsonSource): unknown {
  if (body.trim() === '') throw failed(source, 'PROVIDER_FAILED', 'answered with nothing')
  try {
    return JSON.parse(body)
  } catch (cause) {
    const what = /^\s*</.test(body)
      ? 'a web page (a network sign-in or a proxy may stand between)'
      : 'something that is no JSON'
    throw failed(source, 'PROVIDER_FAILED', `answered with ${what}`, cause)
  }
}

const failed = (
  source: JsonSource,
  code: 'PROVIDER_FAILED' | 'RATE_LIMITED',
  what: string,
  cause?: unknown,
): OperatorError => new OperatorError(code, `${source.name} ${what}.`, { hint: source.next, cause })
