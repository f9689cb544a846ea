import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const LOAD = `
  const held = []
  for (let i = 0; i < 600_000; i += 1) {
    held.push({ i })
    if (held.length > 50_000) held.length = 0
  }
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
  process.stdout.write(String(young.space_size))
`

/** Bytes of the space for new objects after objects that lived for a while, in a process of its own. */
const youngBytesAfter = (first: string): number => {
  const module = new URL('../../src/base/hold-young-heap.ts', import.meta.url).href
  const script = `
    import { getHeapSpaceStatistics } from 'node:v8'
    import { holdYoungHeap } from '${module}'
    ${first}
    ${LOAD}`
  return Number(
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' }),
  )
}

describe('holding the young heap', () => {
  it('keeps the space for new objects from growing under objects that live for a while', () => {
    const free = youngBytesAfter('')
    const held = youngBytesAfter('holdYoungHeap()')
    expect(free).toBeGreaterThan(held * 1.9)
  }, 20_000)
})
