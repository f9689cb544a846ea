import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/season-simulation.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const HEAD = 'date,home,away,home_goals,away_goals\n'
const CSV = `${HEAD}2026-01-01,Lions,Tigers,2,1\n2026-01-08,Tigers,Bears,0,0\n2026-01-15,Bears,Lions,1,3\n2026-01-22,Wolves,Lions,,\n2026-01-29,Wolves,Bears,,\n`
const hear = (text: string, attachment: string | null = CSV) => tool.hear({ text, attachment })

interface Output {
  seed: number
  runs: number
  matches_simulated: number
  remaining: string
  top_places: number
  bottom_places: number
  sides: {
    side: string
    champion_probability: number
    top_probability: number
    bottom_probability: number
    position_probabilities: number[]
  }[]
}
const call = (input: unknown) => tool.call(input, toolContext)
const compute = async (input: unknown) => (await call(input)).output as Output

describe('season-simulation', () => {
  it.each([
    'who wins the league',
    'simulate the rest of the season',
    'who will be champions?',
    'title odds',
    'chances of relegation',
    'monte carlo the remaining fixtures',
    'who is going down',
    'predict the final table',
    'project the season',
    'how will the season end',
    'who gets relegated?',
    'what are the chances that Lions win the title',
    'expected points at the end of the season',
    'Simulate!',
    'who wins?',
    'will Lions win the league?',
    'can Bears still win the title',
    'whats the chance Wolves finish last',
    'play out the remaining games',
    'playoff chances',
    'run the sims for the season',
  ])('"%s" is heard with a results file', (text) => expect(hear(text)).toEqual({ use: { csv: CSV } }))

  it.each([
    ['simulate 50,000 seasons with seed 7', { runs: 50_000, seed: 7 }],
    ['simulate the season 20k times', { runs: 20_000 }],
    ['chances to finish in the top 2 or bottom 1 of the league', { top_places: 2, bottom_places: 1 }],
    ['top four chances', { top_places: 4 }],
    ['simulate a single round robin season', { remaining: 'single-round-robin' }],
    ['simulate the season, each team plays each other twice', { remaining: 'double-round-robin' }],
    ['simulate the season with 2 points for a win', { points_for_win: 2 }],
  ])('"%s" sets what it says', (text, use) => expect(hear(text)).toEqual({ use: { csv: CSV, ...use } }))

  it('without a file it asks for one, where it clearly is to compute', () => {
    expect(hear('simulate the rest of the season', null)).toHaveProperty('missing')
    expect(hear('run a monte carlo simulation of my league season', null)).toHaveProperty('missing')
  })

  it.each([
    'who wins the premier league',
    'how do season simulations work',
    'who will win the title',
    'what is relegation',
  ])('"%s" without a file is left alone', (text) => expect(hear(text, null)).toBeNull())

  it.each([
    'make a league table',
    'who is top of the table',
    'elo ratings',
    'Lions vs Tigers',
    'explain the offside rule',
    'explain title odds',
  ])('"%s" is left to others, with the file', (text) => expect(hear(text)).toBeNull())

  it('the seed and the number of seasons are fixed unless said, and shown', async () => {
    const { output, blocks } = await call({ csv: CSV })
    expect(output).toMatchObject({
      simulated: true,
      runs: 10_000,
      seed: 20_260,
      matches_simulated: 2,
      remaining: 'listed',
    })
    const text = JSON.stringify(blocks)
    expect(text).toContain('SIMULATED')
    expect(text).toContain('20260')
    expect((await call({ csv: CSV })).output).toEqual(output)
  })

  it('shares of places sum to 1, and those of the top and bottom are sums of them', async () => {
    const { sides, top_places, bottom_places } = await compute({ csv: CSV, runs: 1_000 })
    expect([top_places, bottom_places]).toEqual([2, 1])
    for (const one of sides) {
      const places = one.position_probabilities
      expect(places.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
      expect(one.champion_probability).toBe(places[0])
      expect(one.top_probability).toBeCloseTo((places[0] ?? 0) + (places[1] ?? 0), 9)
      expect(one.bottom_probability).toBe(places.at(-1))
    }
  })

  it('a finished season gives certainty, and says that nothing is left', async () => {
    const { output, blocks } = await call({ csv: `${HEAD}2026-01-01,A,B,2,1\n2026-01-08,B,A,0,0\n`, runs: 500 })
    expect((output as Output).sides).toMatchObject([
      { side: 'A', champion_probability: 1 },
      { side: 'B', champion_probability: 0 },
    ])
    expect(JSON.stringify(blocks)).toContain('Nothing is left to play')
  })

  it('basketball scores and files without goals are refused with what helps', async () => {
    await expect(call({ csv: `${HEAD}2026-01-01,A,B,102,99\n` })).rejects.toMatchObject({
      hint: expect.stringContaining('Elo'),
    })
    await expect(call({ csv: 'home,away,winner\nA,B,A\n' })).rejects.toMatchObject({ code: 'ARGS_INVALID' })
  })

  it('a file of a hundred thousand sides is refused at once', async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `2026-01-01,side ${n},side ${n + 1},1,0`)
    const before = performance.now()
    await expect(call({ csv: HEAD + rows.join('\n') })).rejects.toMatchObject({ code: 'ARGS_INVALID' })
    expect(performance.now() - before).toBeLessThan(5_000)
  })

  it.each([
    { csv: '' },
    { csv: HEAD },
    { csv: CSV, runs: 1 },
    { csv: CSV, runs: 1e9 },
    { csv: CSV, seed: -1 },
    { csv: CSV, seed: 1.5 },
    { csv: CSV, top_places: 0 },
  ])('%j is refused', (input) => expect(call(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }))
})
