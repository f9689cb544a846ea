import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Rig, rig } from '../helpers/rig.ts'

let one: Rig
beforeEach(() => {
  one = rig()
})
afterEach(() => one.close())

test('an emergency is told what to do first, also where the kill switch lets nothing run', async () => {
  await one.say('kill on')
  const { error } = await one.say('healthcare: my father has crushing chest pain and cannot breathe')
  expect(error).toMatchObject({
    code: 'KILLED',
    message: expect.stringMatching(/^This may be an emergency\. Call .*\nThe kill switch is on/s),
    data: { emergency: expect.stringContaining('emergency number') },
  })
})

test('what is no emergency fails with its own sentence only', async () => {
  await one.say('kill on')
  const { error } = await one.say('sports: explain the offside rule')
  expect(error).toMatchObject({ code: 'KILLED', message: expect.stringMatching(/^The kill switch is on/) })
})
