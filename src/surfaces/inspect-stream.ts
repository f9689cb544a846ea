import { toOperatorError } from '../base/errors.ts'
import { holdYoungHeap } from '../base/hold-young-heap.ts'
import { inspectText } from '../intent/inspect-text.ts'
import type { Io } from './one-shot.ts'
import type { App } from './open-app.ts'

/**
 * One text a line (or `{"text": …}`) from standard input → one inspection a line. A line that is not valid JSON although
 * it begins like an object is taken as plain text.
 */
export async function inspectStream(app: App, io: Io): Promise<void> {
  const { house } = app.controller
  holdYoungHeap()
  const means = { resolver: app.resolver, house }
  let batch = ''
  for await (const line of io.inputLines()) {
    if (line === '') continue
    batch += `${JSON.stringify(await inspectOrTell(textOf(line), means))}\n`
    if (batch.length > 32_768) {
      io.out(batch)
      batch = ''
    }
  }
  if (batch !== '') io.out(batch)
}

async function inspectOrTell(text: string, means: Parameters<typeof inspectText>[1]): Promise<unknown> {
  try {
    return await inspectText(text, means)
  } catch (thrown) {
    const { code, message } = toOperatorError(thrown)
    return { text, error: { code, message } }
  }
}

function textOf(line: string): string {
  if (!line.startsWith('{')) return line
  try {
    const { text } = JSON.parse(line) as { text?: unknown }
    return typeof text === 'string' ? text : line
  } catch {
    return line
  }
}
