import type { ToolContext } from '../../src/tools/tool.ts'

/** A context without network, clock or keys: noon UTC on 20 November 2026. */
export const toolContext: ToolContext = {
  signal: new AbortController().signal,
  now: () => Date.UTC(2026, 10, 20, 12),
  fetch: () => Promise.reject(new Error('a test has no network')),
  timeZone: 'Europe/Berlin',
  key: () => undefined,
}
