import type { Outside, ToolContext } from '../../src/tools/tool.ts'

/** Noon UTC on 20 November 2026. */
const NOON_MS = Date.UTC(2026, 10, 20, 12)

/** What is kept of sources outside, in memory and of one test; it says what was kept under which key. */
export function memoryOutside(
  now: () => number = () => NOON_MS,
): Outside & { readonly kept: ReadonlyMap<string, unknown> } {
  const kept = new Map<string, { text: string; fetchedMs: number; expiresMs: number }>()
  let tickets = 0
  let made: { source: string; n: number; untilMs: number; ticket: number }[] = []
  const usedOf = (source: string) =>
    made.filter((one) => one.source === source && one.untilMs > now()).reduce((sum, one) => sum + one.n, 0)
  return {
    kept,
    async recall(key) {
      const found = kept.get(key)
      return found && found.expiresMs > now() ? { answer: JSON.parse(found.text), fetchedMs: found.fetchedMs } : null
    },
    async keep(key, answer, expiresMs) {
      kept.set(key, { text: JSON.stringify(answer), fetchedMs: now(), expiresMs })
    },
    async take(source, { limit, windowMs }, n) {
      const left = limit - usedOf(source)
      const freeAtMs = Math.min(...made.filter((one) => one.source === source).map((one) => one.untilMs))
      if (left < n) return { granted: false, left, freeAtMs }
      tickets += 1
      made.push({ source, n, untilMs: now() + windowMs, ticket: tickets })
      return { granted: true, left: left - n, ticket: tickets }
    },
    async giveBack(ticket) {
      made = made.filter((one) => one.ticket !== ticket)
    },
    left: async (source, { limit }) => Math.max(0, limit - usedOf(source)),
  }
}

/** A context without network, clock or keys: noon UTC on 20 November 2026. */
export const toolContext: ToolContext = {
  signal: new AbortController().signal,
  now: () => NOON_MS,
  fetch: () => Promise.reject(new Error('a test has no network')),
  timeZone: 'Europe/Berlin',
  key: () => undefined,
  outside: memoryOutside(),
}
