import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAutoscaler } from '../../src/controller/autoscale.ts'
import { plain } from '../../src/render/format.ts'
import { renderText } from '../../src/render/formats/text.ts'
import { type Rig, rig } from '../helpers/rig.ts'

let one: Rig
beforeEach(() => {
  one = rig()
})
afterEach(() => one.close())

test('a pool that nobody changed has no story, and says what is measured', async () => {
  const { data, text } = await one.say('why scale healthcare')
  expect(data).toMatchObject({
    ...{ pool: 'healthcare', size: 5, mode: 'pinned', steps: [] },
    measured: { arrivalsPerS: 0, serviceMs: null, queued: 0 },
    need: { agents: 0 },
  })
  expect(text).toContain('Nobody has changed it yet.')
  expect(text).toContain('Time of a run: n/a')
})

test('a step of the scaler is told with its reason, its numbers and what was rejected', async () => {
  await one.say('scale healthcare auto --min 7 --max 12')
  await createAutoscaler(one.app.controller.house)()
  const { data, text } = await one.say('why scale healthcare')
  expect(data).toMatchObject({
    steps: [
      {
        ...{ kind: 'pool.autoscaled', principal: 'system:scaler', before: 5, after: 7 },
        decided: { reason: 'The bounds are 7 to 12.', rejected: [{ to: 5, why: 'out of bounds' }], min: 7, max: 12 },
      },
      { kind: 'pool.unpinned', decided: null },
    ],
  })
  expect(text).toContain('Why: The bounds are 7 to 12.')
  expect(text).toContain('Rejected: 5 (out of bounds)')
})

test.each(['why did healthcare scale up', 'why were the doctors scaled', 'explain the scaling of the medical team'])(
  '"%s" asks for a pool’s story',
  async (line) => {
    expect((await one.say(line)).data).toMatchObject({ pool: 'healthcare', mode: 'pinned' })
  },
)

test('a task is explained as before', async () => {
  await one.say('what is a budget')
  expect((await one.say('why 1')).data).toMatchObject({ task: 1, state: 'done', attempts: [{ attempt: 1 }] })
  expect((await one.say('why 99')).error).toMatchObject({ code: 'NOT_FOUND' })
})

test('"why scale" without a pool tells of all of them, in a table that a narrow terminal holds', async () => {
  await one.say('scale sports 1')
  const { data, report } = await one.say('why scale')
  expect(data).toMatchObject({ pools: [{ pool: 'business' }, {}, {}, {}, { pool: 'sports', size: 1 }] })
  const drawn = renderText(report, { width: 60, paint: plain }).split('\n')
  expect(drawn[2]).toMatch(/^Pool +Size +Scaling +Needed +Last change$/)
  expect((await one.say('why scale sports')).text).toContain('WHY POOL SPORTS HAS 1 AGENT\n')
})
