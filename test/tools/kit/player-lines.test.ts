import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/player-lines.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const CSV =
  'player,date,minutes,points,assists\nAnn Lee,2026-01-01,36,20,5\nAnn Lee,2026-01-03,18,10,1\nBea Fox,2026-01-01,30,15,9\nBea Fox,2026-01-03,30,25,7\n'
const hear = (text: string, attachment: string | null = CSV) => tool.hear({ text, attachment })
const call = (input: unknown) => tool.call(input, toolContext)

describe('player-lines', () => {
  it.each([
    'compare ann and bea',
    'averages',
    'how is ann playing',
    'player stats',
    'who scores the most',
    'last 5 games form',
    'best game of bea',
    'ann vs bea',
    'analyse these players',
    'who is better, ann or bea',
    'how consistent is ann',
    'game log summary',
    'standard deviation of points',
    'mean points',
    'fox assists',
    'compare all players',
  ])('"%s" is heard with a player file', (text) => expect(hear(text)).toEqual({ use: { csv: CSV, about: text } }))

  it('the minutes of a rate are heard', () =>
    expect(hear('stats per 48 minutes')).toEqual({ use: { csv: CSV, about: 'stats per 48 minutes', per_minutes: 48 } }))

  it('without a file it asks for one', () => {
    expect(hear('analyse my player stats', null)).toHaveProperty('missing')
    expect(hear('calculate player averages', null)).toHaveProperty('missing')
  })

  it.each(['who is the best player ever', 'what are player stats', 'compare Messi and Ronaldo', 'averages'])(
    '"%s" without a file is left alone',
    (text) => expect(hear(text, null)).toBeNull(),
  )

  it.each(['what does per 36 mean', 'explain the offside rule', 'translate this'])(
    '"%s" is left alone, with the file',
    (text) => expect(hear(text)).toBeNull(),
  )

  it('two players stand side by side, in the order that they were named', async () => {
    const { output, blocks } = await call({ csv: CSV, about: 'compare bea and ann' })
    expect(output).toMatchObject({
      view: 'compare',
      per_minutes: 36,
      players: [
        { player: 'Bea Fox', stats: [{ average: 20, per: 24 }, { average: 8 }] },
        { player: 'Ann Lee', stats: [{ average: 15, per: 20 }, { average: 3 }] },
      ],
    })
    expect(JSON.stringify(blocks)).toContain('Difference')
  })

  it('a stat that is named is looked at alone, for one player', async () => {
    const { output } = await call({ csv: CSV, about: 'assists of ann' })
    expect(output).toMatchObject({ view: 'one', players: [{ player: 'Ann Lee', stats: [{ stat: 'assists' }] }] })
  })

  it('without names all players come, best first, and few games are warned of', async () => {
    const { output, blocks } = await call({ csv: CSV, about: 'averages' })
    expect(output).toMatchObject({ view: 'all', players: [{ player: 'Bea Fox' }, { player: 'Ann Lee' }] })
    expect(JSON.stringify(blocks)).toContain('mostly luck')
  })

  it('a player who is not in the file is not made up', async () => {
    await expect(call({ csv: CSV, about: 'compare ann and carla' })).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: expect.stringContaining('only Ann Lee'),
      hint: expect.stringContaining('Bea Fox'),
    })
  })

  it('two hundred thousand lines are measured in a few seconds', async () => {
    const rows = Array.from({ length: 200_000 }, (_, n) => `player ${n % 400},${n},30,${n % 40}`)
    const { output } = await call({ csv: ['player,game,minutes,points', ...rows].join('\n'), about: 'averages' })
    expect(output).toMatchObject({ players_in_file: 400, view: 'all' })
    expect((output as { players: unknown[] }).players).toHaveLength(300)
  }, 20_000)

  it('a file without minutes has no rates', async () => {
    const { output } = await call({ csv: 'player,game,goals\nAnn,1,2\n' })
    expect(output).toMatchObject({ per_minutes: null, players: [{ minutes: null, stats: [{ per: null }] }] })
  })

  it.each([{ csv: '' }, { csv: 'a,b\n1,2', about: 'x vs y' }, { csv: CSV, per_minutes: 0 }])('%j is refused', (input) =>
    expect(call(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
