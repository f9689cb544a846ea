import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const LOAD = `
  const live = Array.from({ length: 300_000 }, (_, i) => ({ i, a: [i] }))
  const ring = []
  let most = 0
  for (let i = 0; i < 3_000_000; i += 1) {
    ring[i % 150_000] = { i, t: [i] }
    if (i % 20_000 === 0) most = Math.max(most, getHeapStatistics().total_heap_size)
  }
  process.stdout.write(String(live.length > 0 && most))
`

/** The most bytes of the heap under objects that grow old and go, in a process of its own. */
const mostBytesAfter = (first: string): number => {
  const module = new URL('../../src/base/slow-heap-growth.ts', import.meta.url).href
  const script = `
    import { getHeapStatistics } from 'node:v8'
    import { slowHeapGrowth } from '${module}'
    ${first}
    ${LOAD}`
  const args = ['--import', 'tsx', '--input-type=module', '-e', script]
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

describe('slow heap growth', () => {
  it('keeps a heap whose objects grow old and go smaller than V8 would', () => {
    expect(mostBytesAfter('slowHeapGrowth()')).toBeLessThan(mostBytesAfter('') * 0.75)
  }, 20_000)
})
