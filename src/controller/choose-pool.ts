import { type PackChoice, routePack } from '../agents/route-pack.ts'
import type { House } from './house.ts'

/** From here on the words alone decide. */
const SURE = 0.85

/**
 * The pool for a question: by its words, and where they leave doubt by the tool that clearly understands it
 * ("what would I pay monthly on 250k at 4.5% over 30 years" names no domain, and a loan tool knows what to do).
 */
export async function choosePool(house: House, text: string): Promise<PackChoice> {
  const packs = await house.packs()
  const choice = routePack(text, packs, await house.language())
  if (choice.confidence >= SURE) return choice
  for (const { name } of packs) {
    const { tools } = await house.readyPack(name)
    const heard = tools.map((tool) => tool.hear({ text, attachment: null }))
    if (heard.some((one) => one !== null && 'use' in one))
      return { ...choice, pool: name, confidence: choice.scores[name] ?? 0 }
  }
  return choice
}
