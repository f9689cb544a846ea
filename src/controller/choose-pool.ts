import { type PackChoice, routePack } from '../agents/route-pack.ts'
import type { Heard } from '../tools/tool.ts'
import type { House } from './house.ts'

/** From here on the words alone decide, unless there is something to compute with. */
const SURE = 0.85
const MATERIAL = /\d|:/

/**
 * The pool for a question: by its words, and where they leave doubt, or bring figures, by the tool that clearly understands
 * it ("what would I pay monthly on 250k at 4.5% over 30 years" names no domain, and a loan tool knows what to do). What
 * came with the question helps: "analyse this" with a file of prices is for whoever reads prices. Where tools of several
 * pools hear it, the words decide between these.
 */
export async function choosePool(house: House, text: string, attachment: string | null): Promise<PackChoice> {
  const packs = await house.packs()
  const choice = routePack(text, packs, await house.language())
  if (choice.confidence >= SURE && attachment === null && !MATERIAL.test(text)) return choice
  const said = { text, attachment }
  const hearing = []
  for (const { name } of packs) {
    const { tools } = await house.readyPack(name)
    const heard = tools.some((tool) => isUsable(tool.hear(said)))
    if (heard) hearing.push({ name, score: choice.scores[name] ?? 0 })
  }
  const best = hearing.toSorted((a, b) => b.score - a.score)[0]
  return best ? { ...choice, pool: best.name, confidence: best.score } : choice
}

const isUsable = (heard: Heard): boolean => heard !== null && 'use' in heard
