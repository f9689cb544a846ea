import { afterAll, expect, test } from 'vitest'
import sports from '../../src/agents/packs/sports/pack.ts'
import { rig } from '../helpers/rig.ts'

const { say, close } = rig()
afterAll(close)

test.each([
  'convert +150 to decimal',
  'I cannot stop betting',
  'what does a parlay cost',
  'is +120 good value if the chance is 40%',
])('sports: %s — stands above the notice on betting', async (ask) => {
  expect((await say(`sports: ${ask}`)).data).toMatchObject({ notice: sports.matter?.notice })
})

test.each([
  'explain the offside rule',
  'training plan for a first 5k',
  'how do I treat a sprained ankle',
  'how does tennis scoring work',
])('sports: %s — stands above the notice on sports alone', async (ask) => {
  const { data } = await say(`sports: ${ask}`)
  expect(data).toMatchObject({ outcome: 'answered', notice: sports.notice })
  expect(sports.notice).not.toMatch(/bet/)
})
