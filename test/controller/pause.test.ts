import { afterEach, beforeEach, expect, test } from 'vitest'
import { ADA, type Fleet, smallFleet } from '../helpers/small-fleet.ts'

let fleet: Fleet
beforeEach(() => {
  fleet = smallFleet()
})
afterEach(() => fleet.close())

test('a paused pool takes tasks and begins none, and says so to who waits; resumed, it runs them', async () => {
  expect(await fleet.controller.pools.pause('general', true, ADA)).toBe(true)
  const { id } = await fleet.submit()
  await expect(fleet.settled(id)).rejects.toMatchObject({
    ...{ code: 'PAUSED', hint: 'resume general', data: { task: id } },
  })
  expect(await fleet.run('what is a loan').catch((thrown: unknown) => thrown)).toMatchObject({ code: 'PAUSED' })
  expect(await fleet.controller.pools.pause('general', false, ADA)).toBe(true)
  expect((await fleet.settled(id)).state).toBe('done')
})

test('pausing one pool leaves the others running', async () => {
  await fleet.controller.pools.pause('sports', true, ADA)
  expect((await fleet.run()).state).toBe('done')
})

test('pausing twice changes and journals nothing the second time', async () => {
  await fleet.controller.pools.pause('general', true, ADA)
  expect(await fleet.controller.pools.pause('general', true, ADA)).toBe(false)
  expect(await fleet.rows("select kind, principal, pool from journal where kind like 'pool.%'")).toEqual([
    { kind: 'pool.paused', principal: 'person:ada', pool: 'general' },
  ])
})

test('an unknown pool is named', async () => {
  await expect(fleet.controller.pools.pause('nowhere', true, ADA)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
