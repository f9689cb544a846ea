import { seededRandom } from './random.ts'

/** Frames and what may stand in their slots. A slot is a word in capitals: "VERB the THING". */
export interface Frames {
  readonly frames: readonly string[]
  readonly slots: Readonly<Record<string, readonly string[]>>
}

/** Up to `count` different sentences, each a frame with its slots filled by chance; the same seed gives the same ones. */
export function fillFrames({ frames, slots }: Frames, count: number, seed: number): readonly string[] {
  const random = seededRandom(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const filled = () => pick(frames).replace(/\b[A-Z]{3,}\d?\b/g, (slot) => (slots[slot] ? pick(slots[slot]) : slot))
  return [...new Set(Array.from({ length: count }, filled))]
}

/** "a, b, c" → its parts. */
export const parts = (list: string): string[] => list.split(',').map((part) => part.trim())
