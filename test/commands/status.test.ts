import { afterAll, expect, test } from 'vitest'
import status from '../../commands/status.ts'
import type { Context } from '../../src/command/context.ts'
import { plain } from '../../src/render/format.ts'
import { renderText } from '../../src/render/formats/text.ts'
import { rig } from '../helpers/rig.ts'

const { app, close } = rig()
afterAll(close)

const context: Context = app.contextFor({
  ...{ signal: new AbortController().signal, attachment: null, tell: () => undefined },
})

test.each([
  { efficiency: null, says: '(n/a)' },
  { efficiency: 0.0004, says: '(under 1% efficiency)' },
  { efficiency: 0.42, says: '(42% efficiency)' },
])('a pool whose agents were busy $efficiency of an hour says "$says"', async ({ efficiency, says }) => {
  const { controller } = context
  const pools = (await controller.pools.list()).map((pool) => ({ ...pool, efficiency }))
  const measured = { ...controller, pools: { ...controller.pools, list: async () => pools } }
  const { report } = await status.execute({}, { ...context, controller: measured })
  expect(renderText(report, { width: 80, paint: plain })).toContain(`Sports: 0 active, 3 idle ${says}`)
})
