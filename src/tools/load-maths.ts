import type { MathJsInstance } from 'mathjs'

let maths: Promise<MathJsInstance> | undefined

/** mathjs with 64-digit numbers, loaded at the first use (it is heavy) and kept. */
export function loadMaths(): Promise<MathJsInstance> {
  maths ??= import('mathjs').then(({ create, all }) => create(all ?? {}, { number: 'BigNumber', precision: 64 }))
  return maths
}
