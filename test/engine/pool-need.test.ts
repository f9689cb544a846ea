import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { needOf, remember } from '../../src/engine/pool-need.ts'
import { SCALER } from '../../src/engine/scaler-settings.ts'
import { measured, NOW, watched } from '../helpers/measured-pool.ts'

const settings = { ...SCALER, min: 2, max: 20 }

describe('what is needed', () => {
  test('arrivals follow Little’s law over the target load, the backlog is worked off in its time', () => {
    expect(needOf(measured({ arrivalsPerS: 3.5, serviceMs: 2_000 }), settings)).toMatchObject({
      agents: 10,
      forBacklog: 0,
    })
    expect(needOf(measured({ queued: 60, serviceMs: 2_000 }), settings)).toMatchObject({ agents: 4, forArrivals: 0 })
  })

  test('nobody who works is counted as not needed, and draining agents are not counted', () => {
    expect(needOf(measured({ busy: 3 }), settings)?.agents).toBe(3)
    expect(needOf(measured({ busy: 9, size: 4 }), settings)?.agents).toBe(4)
  })

  test('more arrivals, longer runs and longer queues never need fewer agents', () => {
    const some = fc.record({
      arrivalsPerS: fc.double({ min: 0, max: 100, noNaN: true }),
      serviceMs: fc.double({ min: 1, max: 60_000, noNaN: true }),
      queued: fc.nat(10_000),
    })
    fc.assert(
      fc.property(some, some, (one, more) => {
        const sum = {
          arrivalsPerS: one.arrivalsPerS + more.arrivalsPerS,
          serviceMs: one.serviceMs + more.serviceMs,
          queued: one.queued + more.queued,
        }
        const need = needOf(measured(one), settings)?.agents ?? Number.NaN
        expect(needOf(measured(sum), settings)?.agents).toBeGreaterThanOrEqual(need)
      }),
    )
  })
})

describe('what is remembered', () => {
  test('needs older than the window are forgotten, unknown ones count as what is there', () => {
    const old = watched([], {
      needs: [
        { atMs: NOW - settings.stableMs, agents: 9 },
        { atMs: NOW - 5_000, agents: 3 },
      ],
    })
    const { needs } = remember(old, measured({ serviceMs: null, queued: 1, size: 6 }), settings, NOW)
    expect(needs.map((one) => one.agents)).toEqual([3, 6])
  })

  test('after a gap the watching begins anew', () => {
    const before = watched([], { needs: [{ atMs: NOW - 31_000, agents: 9 }], upMs: 5 })
    expect(remember(before, measured(), settings, NOW)).toMatchObject({ sinceMs: NOW, upMs: 5, needs: [{ agents: 0 }] })
    expect(remember(null, measured(), settings, NOW)).toMatchObject({ sinceMs: NOW, upMs: null })
  })

  test('when the clock was set back the watching begins anew', () => {
    const before = watched([9], { sinceMs: NOW - 400_000 })
    expect(remember(before, measured(), settings, NOW - 3_600_000)).toMatchObject({ sinceMs: NOW - 3_600_000 })
  })
})
