import { expect, test } from 'vitest'
import { loopTurn } from '../../src/base/loop-turn.ts'

test('between two who take turns, timers and immediates that were waiting get theirs', async () => {
  const seen: string[] = []
  const heavy = async (name: string) => {
    await loopTurn()
    seen.push(name)
    setTimeout(() => seen.push(`timer of ${name}`), 0)
    setImmediate(() => seen.push(`immediate of ${name}`))
    const until = performance.now() + 5
    while (performance.now() < until);
  }
  await Promise.all([heavy('one'), heavy('two'), heavy('three')])
  // What had not come yet would be at -1, before everything.
  expect(seen).toEqual(expect.arrayContaining(['immediate of one', 'timer of one']))
  expect(seen.indexOf('immediate of one')).toBeLessThan(seen.indexOf('two'))
  expect(seen.indexOf('timer of one')).toBeLessThan(seen.indexOf('three'))
  expect(seen.filter((one) => !one.includes('of'))).toEqual(['one', 'two', 'three'])
})
