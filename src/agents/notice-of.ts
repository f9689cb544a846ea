import type { Pack } from './pack.ts'

/**
 * The notice that belongs under an answer: the one of a matter that the ask or the answer speaks of, else the domain's; null
 * for none.
 */
export function noticeOf({ notice, matter }: Pick<Pack, 'notice' | 'matter'>, said: string): string | null {
  if (matter === undefined) return notice
  const words = new RegExp(`\\b(?:${matter.words.join('|')})\\b`, 'i')
  return words.test(said) ? matter.notice : notice
}
