import { afterAll, expect, test } from 'vitest'
import { rig } from '../helpers/rig.ts'

const { say, close } = rig()
afterAll(close)

test.each([
  ['analyse this price history', 'date,close\n2026-01-05,100\n2026-01-06,110\n2026-01-07,99', 'financial'],
  [
    'which of these funds was riskiest',
    'date,AAPL,MSFT\n2026-01-05,100,50\n2026-01-06,110,49\n2026-01-07,99,51',
    'financial',
  ],
  ['league table from this', 'home,away,home_goals,away_goals\nA,B,2,1\nB,A,0,0', 'sports'],
])('what came with "%s" helps to choose the pool', async (line, attachment, pool) => {
  expect((await say(line, attachment)).data).toMatchObject({ pool, outcome: 'answered' })
})
