import { expect, it } from 'vitest'
import { retirementAges } from '../../src/tools/retirement-ages.ts'

it.each([
  ["i'm 35 and want to retire at 67", 35, 67],
  ['retire at 65, currently 40', 40, 65],
  ['retirement: 35, retire at 65, 50k', 35, 65],
  ['from 30 to 65 with 200 a month', 30, 65],
  ['retirement calculator 30 to 65 200 a month', 30, 65],
  ['between 25 and 60', 25, 60],
  ['age 28 retire 68 savings 5k', 28, 68],
  ['38 years old, done by 60', 38, 60],
  ['42yo, worth at 67 assuming 7%', 42, 67],
  ['until i am 70, 45 now', 45, 70],
  ['retire in 30 years at 6%', null, null],
  ['save 50 a month at 40% for 20 years', null, null],
  ['i am 40k short', null, null],
  ['retire with 65k', null, null],
])('"%s" says %s and %s', (text, now, stop) => expect(retirementAges(text)).toMatchObject({ now, stop }))

it('ages are taken out, and every other character keeps its place', () => {
  const text = "i'm 35 with 40k, retire at 67"
  const { rest } = retirementAges(text)
  expect(rest).toHaveLength(text.length)
  expect(rest).toContain('40k')
  expect(rest).not.toMatch(/35|67/)
})
