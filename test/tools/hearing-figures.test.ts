import { describe, expect, it } from 'vitest'
import { folders } from '../../bin/folders.ts'
import { loadAll } from '../../src/base/folder.ts'

describe('figures inside a story, beside all other tools', async () => {
  const kit = await loadAll(folders.tools)
  const NEW = ['one-rep-max', 'heart-rate-zones', 'win-record', 'purchasing-power', 'race-prediction', 'paint-needed']
  const claimedBy = (said: string) =>
    kit.filter((tool) => tool.hear({ text: said, attachment: null })).map(({ name }) => name)

  it.each([
    ['convert 101.3 fahrenheit to celsius is that a fever', 'unit-conversion'],
    ['my landlord wants to raise the rent from 1150 to 1290, how many percent is that', 'calculator'],
    ['my rent goes up from £1,150 to £1,290 - what percentage increase is that?', 'calculator'],
    ['rent goes up from 1150 to 1290 and I earn 3900, is that too much', 'rent-share'],
    [
      '12k ad budget brought 300 new subscribers paying 9.99 a month, margin 85%, stay 8 months. cac?',
      'unit-economics',
    ],
    ['How much is left of 5000 after 10 years with 3% inflation', 'purchasing-power'],
    ['what will 100k be worth in 20 years at 2.5% inflation', 'purchasing-power'],
    ['Our team won 14, drew 6 and lost 8, how many points and win percentage', 'win-record'],
    ['i did 85 kg for 6 reps what is my 1rm', 'one-rep-max'],
    ['my max heart rate at 45 and what should zone 2 be', 'heart-rate-zones'],
    ['how much paint for a room 4.2 by 3.6 m, 2.5 m high, one litre covers 10 m2', 'paint-needed'],
    ['running: what speed is 5:30 per km', 'running-pace'],
    ['10k in 52 min what would my half marathon be', 'race-prediction'],
  ])('"%s" is claimed by %s alone', (said, name) => expect(claimedBy(said)).toEqual([name]))

  it.each(kit.map((tool) => [tool.name, tool.example]))(
    'the example of %s is claimed by no newcomer',
    (name, example) => expect(claimedBy(example).filter((other) => NEW.includes(other) && other !== name)).toEqual([]),
  )

  it.each([
    ['changes', 'rent was from 1150 up to 1290 now % '],
    ['conversions', '101.3 f, what is that in celsius is that '],
    ['lifts', '1rm 85 kg x 6 reps '],
    ['hearts', 'max heart rate zone 2 at 45 resting 60 '],
    ['records', 'won 14 drew 6 lost 8 points '],
    ['inflation', 'what is 5000 worth 3% inflation 10 years '],
    ['races', '10k in 52 min what would my half marathon be '],
    ['rooms', 'how much paint 4.2 by 3.6 m 2.5 m high 10 m2 per litre '],
  ])('%s without end are heard through in no time', (_, piece) => {
    for (const text of [piece.repeat(40), piece.repeat(20_000)])
      for (const tool of kit) {
        const before = performance.now()
        tool.hear({ text, attachment: null })
        expect(performance.now() - before, tool.name).toBeLessThan(400)
      }
  })
})
