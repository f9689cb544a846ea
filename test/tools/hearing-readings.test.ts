import { describe, expect, it } from 'vitest'
import { folders } from '../../bin/folders.ts'
import { loadAll } from '../../src/base/folder.ts'

describe('readings, test results and ratings beside all others', async () => {
  const kit = await loadAll(folders.tools)
  const NAMES = ['blood-pressure', 'positive-test', 'elo-chance', 'cooper-test', 'course-handicap']
  const fresh = kit.filter(({ name }) => NAMES.includes(name))
  const claimedBy = (said: string) =>
    kit.filter((tool) => tool.hear({ text: said, attachment: null })).map(({ name }) => name)

  it.each([
    ['is a blood pressure of 142/91 high', 'blood-pressure'],
    ['test 95% sensitive, 90% specific, 2% have the disease, chance I have it if positive', 'positive-test'],
    ['elo 1500 vs 1650, who wins', 'elo-chance'],
    ['course handicap for index 14.3, slope 125, rating 71.2, par 72', 'course-handicap'],
    ['vo2max from a 12 minute run of 2600 m', 'cooper-test'],
    ['how many calories to lose a pound a week, woman 35 years, 70 kg, 168 cm', 'energy-need'],
  ])('"%s" is claimed by %s alone', (said, name) => expect(claimedBy(said)).toEqual([name]))

  it('no example of another tool is claimed by them', () => {
    const others = kit.filter(({ name }) => !NAMES.includes(name))
    const stolen = others.filter(({ example }) => claimedBy(example).some((name) => NAMES.includes(name)))
    expect(stolen.map(({ example }) => example)).toEqual([])
  })

  it.each([
    ['readings', 'blood pressure 142/91 high '],
    ['rates', 'test 95% sensitive false positive 2% of people '],
    ['ratings', 'elo 1500 vs 1650 rated player of a the '],
    ['runs', 'vo2max 12 minute run 2600 m '],
    ['losses', 'calories to lose half a pound a week '],
  ])('%s without end are heard through in no time', (_, piece) => {
    for (const tool of fresh) {
      const before = performance.now()
      tool.hear({ text: piece.repeat(20_000), attachment: null })
      expect(performance.now() - before, tool.name).toBeLessThan(400)
    }
  })
})
