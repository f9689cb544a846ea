import { expect, test } from 'vitest'
import { cpuMeter } from '../../src/controller/cpu-load.ts'

test('the load is what was busy of the time since the last reading, and nobody knows it of no time', async () => {
  const spent = { busyMs: 0, idleMs: 0 }
  const processor = () => ({ times: { user: spent.busyMs, nice: 0, sys: 0, irq: 0, idle: spent.idleMs } })
  const read = cpuMeter(() => [processor(), processor()], 0)
  expect(await read()).toBeNull()
  spent.busyMs += 30
  spent.idleMs += 70
  expect(await read()).toBeCloseTo(0.3)
  spent.idleMs += 100
  expect(await read()).toBe(0)
  expect(await read()).toBeNull()
})

test('asked twice in a moment it tells the same, for the few ticks of a moment say nothing', async () => {
  const ticks = [100, 150]
  const read = cpuMeter(() => [{ times: { user: ticks.shift() ?? 0, nice: 0, sys: 0, irq: 0, idle: 0 } }], 200)
  expect([await read(), await read()]).toEqual([1, 1])
})
