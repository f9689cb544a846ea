import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Gate } from '../../src/gates/gate.ts'
import { fakeRoute, says } from '../helpers/fake-provider.ts'
import { ADA, AGENT, EVE, type Fleet, smallFleet } from '../helpers/small-fleet.ts'

const parks = (name: string): Gate => ({
  name,
  at: 'request',
  inspect: (text) => (text.includes(name) ? { ruling: 'park', question: `${name}?` } : { ruling: 'pass', text }),
})

let fleet: Fleet
const route = fakeRoute(says('Yes'))
beforeEach(() => {
  route.requests.length = 0
  fleet = smallFleet({ gates: [parks('money'), parks('mail')], routes: [route] })
})
afterEach(() => fleet.close())

const pending = () => fleet.controller.approvals.pending()
const decide = (approve: boolean, caller = ADA, id = 1) => fleet.controller.approvals.decide(id, approve, caller)

test('a parked task holds no agent and asks one question', async () => {
  const task = await fleet.run('send money')
  expect(task.state).toBe('parked')
  expect(await pending()).toMatchObject([{ id: 1, task: task.id, gate: 'money', question: 'money?', state: 'pending' }])
  expect((await fleet.controller.pools.list()).map(({ active }) => active)).toEqual([0, 0])
  expect(route.requests).toEqual([])
})

test('approved, the task passes that gate and no other', async () => {
  const { id } = await fleet.run('mail the money')
  await decide(true)
  expect(await fleet.settled(id)).toMatchObject({ state: 'parked' })
  expect(await pending()).toMatchObject([{ id: 2, gate: 'mail' }])
  await decide(true, ADA, 2)
  expect(await fleet.settled(id)).toMatchObject({ state: 'done' })
})

test('an approval is for one task: the same words again are asked again', async () => {
  const first = await fleet.run('send money')
  await decide(true)
  await fleet.settled(first.id)
  expect(await fleet.run('send money')).toMatchObject({ state: 'parked' })
})

test('an approval of another action opens nothing', async () => {
  const { id } = await fleet.run('send money')
  await fleet.rows("update approvals set digest = 'of something else'")
  await decide(true)
  expect(await fleet.settled(id)).toMatchObject({ state: 'parked' })
})

test('denied, the task is refused, counted, and never runs', async () => {
  const { id } = await fleet.run('send money')
  await decide(false)
  expect(await fleet.settled(id)).toMatchObject({ state: 'refused', error_code: 'GATE_REFUSED' })
  expect(route.requests).toEqual([])
  expect(await fleet.controller.figures.counts()).toMatchObject({ parked: 0, refused: 1 })
  expect(await fleet.controller.figures.today()).toMatchObject({ refused: 1 })
})

describe.each([
  { who: 'an agent with every role', caller: AGENT },
  { who: 'a person below approver', caller: EVE },
  { who: 'a token of an admin', caller: { ...ADA, kind: 'token' as const } },
])('$who', ({ caller }) => {
  test.each([true, false])('decides nothing (approve: %s)', async (approve) => {
    const { id } = await fleet.run('send money')
    await expect(decide(approve, caller)).rejects.toMatchObject({ code: 'ROLE_TOO_LOW' })
    expect(await fleet.controller.tasks.find(id, ADA)).toMatchObject({ state: 'parked' })
    expect(await pending()).toHaveLength(1)
  })
})

test('a decision is made once', async () => {
  await fleet.run('send money')
  await decide(true)
  await expect(decide(false)).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('of two decisions at once, one is made', async () => {
  await fleet.run('send money')
  const both = await Promise.allSettled([decide(true), decide(false)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a cancelled task takes its question with it', async () => {
  const { id } = await fleet.run('send money')
  await fleet.controller.tasks.cancel(id, ADA)
  expect(await pending()).toEqual([])
  await expect(decide(true)).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('an approval that does not exist is not found', async () => {
  await expect(decide(true, ADA, 99)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the journal names who asked, and who decided', async () => {
  await fleet.run('send money')
  await decide(true, { ...ADA, id: 'person:boss' })
  expect(await fleet.rows("select principal from journal where kind = 'approval.approved'")).toEqual([
    { principal: 'person:boss' },
  ])
})
