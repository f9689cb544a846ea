import * as z from 'zod'

/**
 * What a provider wants back in the next request, such as reasoning items with their encrypted content. It is JSON, so
 * that a resumed task can replay it, and it names its maker: signatures do not survive a change of provider or model.
 */
export interface Replay {
  readonly provider: string
  readonly model: string
  readonly items: readonly unknown[]
}

const REPLAY = z.object({ provider: z.string(), model: z.string(), items: z.array(z.unknown()) })

/** The items of a message's `native` when this provider and model made them, else null. */
export function replayItems(native: unknown, provider: string, model: string): readonly unknown[] | null {
  const replay = REPLAY.safeParse(native)
  return replay.success && replay.data.provider === provider && replay.data.model === model ? replay.data.items : null
}
