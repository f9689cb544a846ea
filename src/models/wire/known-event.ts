import type * as z from 'zod'

/**
 * An event of a stream as the schema has it; null for a kind that the schema does not know, which is how providers add
 * events without breaking their callers.
 *
 * @throws Error for an event of a known kind that is not shaped like it.
 */
export function knownEvent<Event>(schema: z.ZodType<Event>, kinds: ReadonlySet<string>, raw: unknown): Event | null {
  const type = typeof raw === 'object' && raw !== null && 'type' in raw ? raw.type : undefined
  if (typeof type !== 'string' || !kinds.has(type)) return null
  const event = schema.safeParse(raw)
  if (event.success) return event.data
  const where = event.error.issues[0]?.path.join('.')
  throw new Error(`its event ${type} has another shape than expected at ${where}`, { cause: event.error })
}
