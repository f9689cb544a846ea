import { afterAll, expect, test } from 'vitest'
import { rig } from '../helpers/rig.ts'

const { say, close } = rig()
afterAll(close)

test('of all pools what they can do is told in less than a hundred lines, and where the tools are', async () => {
  const { text, data } = await say('capabilities')
  expect(text.split('\n').length).toBeLessThan(100)
  expect(text).toMatch(/What its \d+ tools compute: capabilities financial/)
  expect(data).toMatchObject({ pools: expect.arrayContaining([expect.objectContaining({ tools: expect.anything() })]) })
})

test('of one pool every tool is told with an example', async () => {
  const { text, data } = await say('capabilities sports')
  const { pools } = data as { pools: { tools: { example: string }[] }[] }
  const flat = text.replace(/\s+/g, ' ')
  for (const { example } of pools[0]?.tools ?? []) expect(flat).toContain(example)
})
