import { OperatorError } from '../base/errors.ts'
import { linkSignals, timeoutSignal } from '../base/link-signals.ts'

/** A source outside: `name` is for people ("the weather service"); `next` is what to do when it fails. */
export interface JsonSource {
  readonly name: string
  readonly next: string
  readonly fetch: typeof fetch
  readonly signal: AbortSignal
  readonly timeoutMs: number
}

/** What goes with the address. With a `body`, which is sent as JSON, it is a POST. */
export interface JsonRequest {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Any status at all, as long as it came with JSON. */
export interface JsonAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

const MOST_BYTES = 2_000_000

/**
 * The JSON that an address answers with, also when its status is an error that is told in JSON (status 400).
 *
 * @throws OperatorError PROVIDER_FAILED when it cannot be reached, is too slow, or answers with anything but JSON; RATE_LIMITED;
 *   what the caller's signal was aborted with.
 */
export async function fetchJson(url: URL, source: JsonSource): Promise<unknown> {
  const { status, body } = await fetchAnswer(url, source)
  if (status < 300 || status === 400) return body
  throw refusedBy(source, status)
}

/**
 * The answer of an address whose refusals are told in JSON too: the caller looks at the status. Neither the address nor a
 * header, which may hold keys, is ever part of an error, and a redirect is not followed with them.
 *
 * @throws OperatorError as `fetchJson`, where a refusal is not told in JSON. `data.reached` is false when no connection was made.
 */
export async function fetchAnswer(url: URL, source: JsonSource, request?: JsonRequest): Promise<JsonAnswer> {
  const timeout = timeoutSignal(source.timeoutMs)
  const signal = linkSignals(source.signal, timeout)
  let reached = false
  try {
    const response = await source.fetch(url, { signal, ...sent(request) })
    reached = true
    const text = await readBody(response, source)
    const body = response.ok ? parseBody(text, source) : parseRefusal(text, response.status, source)
    return { status: response.status, headers: response.headers, body }
  } catch (thrown) {
    source.signal.throwIfAborted()
    if (thrown instanceof OperatorError) throw thrown
    const cause = withoutAddress(thrown)
    if (timeout.aborted)
      throw failed(source, 'PROVIDER_FAILED', `did not answer within ${source.timeoutMs / 1000} seconds`, { cause })
    throw failed(source, 'PROVIDER_FAILED', 'cannot be reached', { cause, data: { reached } })
  }
}

function sent(request: JsonRequest | undefined): RequestInit {
  const headers = { accept: 'application/json', ...request?.headers }
  if (!request) return { headers }
  if (request.body === undefined) return { headers, redirect: 'error' }
  return {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(request.body),
    redirect: 'error',
  }
}

/** The kind of a failure ("ECONNREFUSED"), and nothing else of it: its text may quote an address or a header. */
function withoutAddress(thrown: unknown): Error {
  const inner = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown
  const code = typeof inner === 'object' && inner !== null && 'code' in inner ? String(inner.code) : ''
  return new Error(code || (inner instanceof Error ? inner.name : 'unknown'))
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
  } catch {
    const what = /^\s*</.test(body)
      ? 'a web page (a network sign-in or a proxy may stand between)'
      : 'something that is no JSON'
    throw failed(source, 'PROVIDER_FAILED', `answered with ${what}`)
  }
}

function parseRefusal(body: string, status: number, source: JsonSource): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw refusedBy(source, status)
  }
}

/** An error status in one sentence, where its body says no more. */
export const refusedBy = (source: Pick<JsonSource, 'name' | 'next'>, status: number): OperatorError =>
  status === 429
    ? failed(source, 'RATE_LIMITED', 'is asked too often just now')
    : failed(source, 'PROVIDER_FAILED', `answered with status ${status}`)

interface Why {
  readonly cause?: unknown
  readonly data?: Readonly<Record<string, unknown>>
}

const failed = (
  source: Pick<JsonSource, 'name' | 'next'>,
  code: 'PROVIDER_FAILED' | 'RATE_LIMITED',
  what: string,
  why: Why = {},
): OperatorError => new OperatorError(code, `${source.name} ${what}.`, { hint: source.next, ...why })
