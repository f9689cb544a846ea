import { afterEach, beforeEach, expect, test } from 'vitest'
import { recallSession } from '../../src/controller/session-turns.ts'
import { type Fleet, smallFleet } from '../helpers/small-fleet.ts'

let fleet: Fleet
beforeEach(async () => {
  fleet = smallFleet()
  await fleet.run('why do I get headaches')
})
afterEach(() => fleet.close())

async function searched(ask: string): Promise<string> {
  const task = await fleet.submit({ ask })
  return (await recallSession(fleet.house, task)).searchAsk(ask)
}

test.each([
  'and at night?',
  'what about mornings',
  'is it dangerous',
  'should I do this?',
  'why?',
  'why not',
  'is it ok to take at night',
])('"%s" is searched with the question before it', async (ask) => {
  expect(await searched(ask)).toBe(`${ask} why do I get headaches`)
})

test.each([
  'why is the sky blue',
  'this commute is killing me',
  'why is grass green',
  'so how do mortgages work for couples',
  'how do I boil eggs',
  'is it ok to run every day',
  'is it ok to take ibuprofen with a beer',
  'is it normal if my stool is green',
  'what does it mean when poop floats',
  'my knee clicks, is it bad',
])('"%s" stands for itself', async (ask) => {
  expect(await searched(ask)).toBe(ask)
})

test('after more than an hour nothing points back', async () => {
  fleet.clock.turn(61 * 60_000)
  expect(await searched('and at night?')).toBe('and at night?')
})
