import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { toOperatorError } from '../../src/base/errors.ts'
import { fakeRoute, says, untilStopped } from '../helpers/fake-provider.ts'
import { type Rig, rig } from '../helpers/rig.ts'
import { type Fleet, smallFleet } from '../helpers/small-fleet.ts'

const open: Array<Rig | Fleet> = []
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())))

const path = ({ home }: { home: string }): string => `${home}/operatoros.db`

const removals = [
  { how: 'removed', take: (file: string) => rmSync(file), says: /was removed while it was open/ },
  {
    how: 'replaced by a copy of itself',
    take(file: string) {
      copyFileSync(file, `${file}.copy`)
      renameSync(`${file}.copy`, file)
    },
    says: /was replaced by another file while it was open/,
  },
]

describe.each(removals)('a database that is $how', ({ take, says: sentence }) => {
  test('ends the worker command with exit 11 and a sentence that says so', async () => {
    const one = rig({ file: true })
    open.push(one)
    const ending = one.say('worker')
    const store = await one.store()
    await expect.poll(() => store.maintain('select id from workers').length).toBe(1)
    take(path(one))
    const { error } = await ending
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE', message: sentence, facts: { exit: 11 } })
    expect(error?.hint).toMatch(/restore/)
    expect(one.errors).toEqual([])
  })

  test('stops what a resident worker runs, which then takes nothing more', async () => {
    const route = fakeRoute(untilStopped, says('Never asked for'))
    const fleet = smallFleet({ file: true, routes: [route] })
    open.push(fleet)
    const { worker } = fleet.controller
    await worker.start()
    await fleet.submit()
    await expect.poll(() => route.requests.length).toBe(1)
    take(path(fleet))
    await expect.poll(() => worker.displaced.aborted).toBe(true)
    expect(toOperatorError(worker.displaced.reason).code).toBe('STORE_UNAVAILABLE')
    await expect(fleet.submit()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    expect(route.requests).toHaveLength(1)
  })

  test('fails the one-shot that runs its own task, with the same code', async () => {
    const route = fakeRoute(untilStopped)
    const fleet = smallFleet({ file: true, routes: [route] })
    open.push(fleet)
    const { id } = await fleet.submit()
    const ending = fleet.settled(id).then(
      () => expect.fail('it ended well'),
      (thrown: unknown) => toOperatorError(thrown),
    )
    await expect.poll(() => route.requests.length).toBe(1)
    take(path(fleet))
    expect(await ending).toMatchObject({ code: 'STORE_UNAVAILABLE', message: sentence, facts: { exit: 11 } })
  })
})
