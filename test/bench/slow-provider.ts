import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { wire } from '../helpers/openai-server.ts'

/** A provider on 127.0.0.1 that takes its time: an answer comes in ten pieces over `thinkMs`, as OpenAI streams it. */
export interface SlowProvider {
  /** For the program that shall ask it. */
  readonly env: Readonly<Record<string, string>>
  /** Calls that came in so far. */
  calls(): number
  /** Calls that are being answered now. */
  open(): number
  close(): Promise<void>
}

const PIECES = Array.from({ length: 10 }, (_, i) => `Part ${i + 1} of what a budget is and how to keep to it. `)

/** Listens on a free port until it is closed. */
export async function startSlowProvider(thinkMs: number): Promise<SlowProvider> {
  let calls = 0
  let open = 0
  const server = createServer(async (request, response) => {
    calls += 1
    open += 1
    response.on('close', () => {
      open -= 1
    })
    for await (const _ of request);
    await answer(response, thinkMs)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    env: {
      ...{ OPENAI_API_KEY: 'bench', OPENAI_BASE_URL: wire.baseUrl(`http://127.0.0.1:${port}`) },
      OPERATOROS_DAILY_BUDGET_USD: '1000000',
    },
    calls: () => calls,
    open: () => open,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(response: ServerResponse, thinkMs: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  const events = wire.answer(PIECES)
  for (const event of events) {
    response.write(event)
    await delay(thinkMs / events.length)
  }
  response.end()
}
