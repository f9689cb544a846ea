import { afterEach, expect, test } from 'vitest'
import { shell } from '../helpers/fake-io.ts'
import { type Rig, rig } from '../helpers/rig.ts'

let one: Rig
afterEach(() => one.close())

test('where everything is there the doctor ends well, and without a model too', async () => {
  one = rig()
  const { code, out } = await shell(one, ['doctor'])
  expect([code, out]).toEqual([0, expect.stringContaining('Everything that is needed is there.')])
  expect(out).toContain('none configured')
})

test('where something needs mending the doctor ends with 1, names it and says how', async () => {
  one = rig({ config: { ephemeral: 'autoscale' } })
  const { code, out, err } = await shell(one, ['doctor'])
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('Disk: a autoscale deployment loses its disk at every deploy\n  next: use a reserved VM')
  const { error } = JSON.parse((await shell(one, ['doctor', '--json'])).out) as {
    error: { data: { checks: unknown[] } }
  }
  expect(error.data.checks).toHaveLength(8)
})

test('a kill switch that is on is no damage, and the doctor says that it is', async () => {
  one = rig()
  await one.say('kill on')
  const { code, out } = await shell(one, ['doctor'])
  expect([code, out]).toEqual([0, expect.stringContaining('! Kill switch: on, so nothing starts; a person may run')])
})
