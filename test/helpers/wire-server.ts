import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came in; `body` is its JSON. */
export interface Asked {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Record<string, unknown>
}

/** What the server does with one request. */
export type Reply = (response: ServerResponse) => void

/** A server on 127.0.0.1 that answers with its replies in turn; the last one stays. */
export interface WireServer {
  readonly origin: string
  readonly asked: readonly Asked[]
  /** Resolves when a client has gone away in the middle of an answer. */
  readonly abandoned: Promise<void>
  close(): Promise<void>
}

/** What a provider's API says on the wire, as server-sent events; one of these stands beside each provider. */
export interface Wire {
  readonly path: string
  baseUrl(origin: string): string
  /** A whole answer in pieces: 100 tokens in, 60 of them cached, 7 out. */
  answer(pieces: readonly string[]): readonly string[]
  /** The same without any figures. */
  unmetered(text: string): readonly string[]
  /** A thought and two calls: `{ id: 'call-1', … }`, `{ id: 'call-2', … }` of `name` with these inputs as JSON text. */
  calls(name: string, inputs: readonly [string, string]): readonly string[]
  /** The thought of `calls` as it must come back in the next request. */
  readonly thought: unknown
  refusal(text: string): readonly string[]
  cut(text: string): readonly string[]
  /** Null for an API that has no such end. */
  filtered(text: string): readonly string[] | null
  /** An end without content. */
  nothing(): readonly string[]
  /** Events that end with the API's own error. */
  failing(kind: 'overloaded' | 'limited'): readonly string[]
  /** The body of a failed status. */
  errorBody(message: string): unknown
  /** What the request body says was offered and sent back, in one shape for all providers. */
  read(body: Record<string, unknown>): WireRequest
}

export interface WireRequest {
  readonly model: unknown
  readonly system: unknown
  readonly maxTokens: unknown
  readonly tools: readonly { readonly name: unknown; readonly summary: unknown; readonly input: unknown }[]
  readonly results: readonly { readonly id: unknown; readonly text: unknown }[]
  readonly calls: readonly { readonly id: unknown; readonly name: unknown; readonly input: unknown }[]
  /** Every item or block, in order. */
  readonly items: readonly unknown[]
}

export const sse = (type: string, data: object): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`

export async function startServer(...replies: readonly [Reply, ...Reply[]]): Promise<WireServer> {
  const asked: Asked[] = []
  const { promise: abandoned, resolve: leave } = promised()
  const server = createServer(async (request, response) => {
    response.on('close', () => response.writableFinished || leave())
    let text = ''
    for await (const chunk of request) text += chunk
    asked.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(text) })
    const reply = replies[Math.min(asked.length, replies.length) - 1]
    reply?.(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    abandoned,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function promised(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

const open = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })

/** All events, then the end. */
export const streaming =
  (events: readonly string[]): Reply =>
  (response) => {
    open(response).end(events.join(''))
  }

/** The events and then nothing, on an open line. */
export const falling =
  (events: readonly string[]): Reply =>
  (response) => {
    open(response).write(events.join('') || ': hello\n\n')
  }

/** The events, then the socket is gone. */
export const dropping =
  (events: readonly string[]): Reply =>
  (response) => {
    open(response).write(events.join(''), () => response.socket?.destroy())
  }

/** A comment every 20 ms until the events come at last. */
export const pinging =
  (times: number, events: readonly string[]): Reply =>
  (response) => {
    open(response).write(': ping\n\n')
    let left = times
    const timer = setInterval(() => {
      left -= 1
      if (left > 0) response.write(': ping\n\n')
      else {
        clearInterval(timer)
        response.end(events.join(''))
      }
    }, 20)
    response.on('close', () => clearInterval(timer))
  }

export const answering =
  (status: number, type: string, body: string, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
  }

/** Not a byte. */
export const mute: Reply = () => undefined
