import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ErrorCode } from '../../src/base/errors.ts'

/** A request as it came in; `body` is parsed JSON, or null. */
export interface Asked {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: Readonly<Record<string, unknown>> | null
}

export type Reply = (response: ServerResponse, asked: Asked) => void

/** A source on 127.0.0.1 that speaks JSON; `asked` are its requests in order. */
export interface ApiServer {
  readonly origin: string
  readonly asked: readonly Asked[]
  close(): Promise<void>
}

/** Starts it; `reply` says how each request is answered. */
export async function startApi(reply: Reply): Promise<ApiServer> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const body = text === '' ? null : JSON.parse(text)
    const one = { method: request.method ?? '', url, headers: request.headers, body }
    asked.push(one)
    reply(response, one)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export const json =
  (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

const raw =
  (body: string, status = 200): Reply =>
  (response) =>
    response.writeHead(status).end(body)

/** What goes wrong with any source, and as what it must be told. The bodies quote what was asked, as bad servers do. */
export const FAULTS: ReadonlyArray<readonly [what: string, reply: Reply, code: ErrorCode]> = [
  ['a line that is cut', (response) => response.socket?.destroy(), 'PROVIDER_FAILED'],
  ['status 500', raw('', 500), 'PROVIDER_FAILED'],
  ['status 503 with a web page', raw('<html>maintenance</html>', 503), 'PROVIDER_FAILED'],
  ['status 429 without JSON', raw('slow down', 429), 'RATE_LIMITED'],
  ['a web page', raw('<!doctype html><title>sign in</title>'), 'PROVIDER_FAILED'],
  ['an empty body', raw(''), 'PROVIDER_FAILED'],
  ['half a body', raw('{"a":[1,'), 'PROVIDER_FAILED'],
  ['three megabytes', raw(`"${'x'.repeat(3_000_000)}"`), 'PROVIDER_FAILED'],
  ['another shape', json({ hello: [1, 2, 3] }), 'PROVIDER_FAILED'],
  ['a bare null', json(null), 'PROVIDER_FAILED'],
  [
    'a redirect',
    (response, { url }) => response.writeHead(302, { location: `/elsewhere${url.search}` }).end(),
    'PROVIDER_FAILED',
  ],
  [
    'a body that quotes the address',
    (response, { url, headers }) => response.end(`{"error": ${url.href} ${JSON.stringify(headers)}`),
    'PROVIDER_FAILED',
  ],
]

/** A failure with everything that hangs on it, as text: what a log or `--debug` could show. */
export function wholeText(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const extra = Object.entries(thrown).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  return [thrown.stack, thrown.message, ...extra, thrown.cause ? wholeText(thrown.cause) : ''].join('\n')
}
