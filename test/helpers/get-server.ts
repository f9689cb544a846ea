import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on 127.0.0.1 for GET requests; `asked` are the addresses that were asked for, path and query. */
export interface GetServer {
  readonly origin: string
  readonly asked: readonly URL[]
  close(): Promise<void>
}

/** Starts it; `reply` gets each address and answers. */
export async function startGetServer(reply: (url: URL, response: ServerResponse) => void): Promise<GetServer> {
  const asked: URL[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    asked.push(url)
    reply(url, response)
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
