import type { House } from '../controller/house.ts'

/** The tools of a pack, as `capabilities` tells of them. */
export async function loadPackTools(
  house: House,
  pool: string,
): Promise<Array<{ name: string; summary: string; example: string }>> {
  const { tools } = await house.readyPack(pool)
  return tools.map(({ name, summary, example }) => ({ name, summary, example }))
}
