import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideSize, type History, type Measured, needOf, remember, SCALER } from '../../src/engine/scaler.ts'

const settings = { ...SCALER, min: 2, max: 20 }
const NOW = 1_000_000

const measured = (over: Partial<Measured> = {}): Measured => ({
  ...{ size: 4, busy: 0, queued: 0, oldestWaitMs: null, arrivalsPerS: 0, serviceMs: 2_000, runs: 30 },
  ...{ ended: 10, troubled: 0, ...over },
})

/** Watched for long, with these needs in the last minutes. */
const watched = (needs: readonly number[] = [], over: Partial<History> = {}): History => ({
  ...{ sinceMs: 0, upMs: null, downMs: null },
  needs: needs.map((agents, i) => ({ atMs: NOW - (needs.length - i) * 5_000, agents })),
  ...over,
})

const decide = (over: Partial<Measured>, history = watched()) => decideSize(measured(over), settings, history, NOW)

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

describe('up', () => {
  test('goes to the need at once, as far as one step goes', () => {
    expect(decide({ arrivalsPerS: 2 })).toMatchObject({ way: 'up', from: 4, to: 6 })
    const far = decide({ arrivalsPerS: 4 })
    expect(far).toMatchObject({ way: 'up', to: 8 })
    expect(far.rejected.map(({ to }) => to)).toEqual([4, 12])
  })

  test('says its numbers', () => {
    expect(decide({ arrivalsPerS: 2, queued: 15 }).reason).toBe(
      '2 tasks a second of 2 s each keep 5.7 agents at 70% load; 15 waiting take 1 more to be worked off in 30 s.',
    )
  })

  test('stops at the bound and says what would have been needed', () => {
    const decision = decide({ arrivalsPerS: 50, size: 18 })
    expect(decision).toMatchObject({ way: 'up', to: 20 })
    expect(decision.rejected).toContainEqual({ to: 143, why: 'the bound is 20' })
    expect(decide({ arrivalsPerS: 50, size: 20 })).toMatchObject({ way: 'stay', to: 20 })
  })

  test('does not go into a provider that refuses work', () => {
    const decision = decide({ arrivalsPerS: 4, ended: 20, troubled: 2 })
    expect(decision).toMatchObject({ way: 'stay', rejected: [{ to: 12 }] })
    expect(decision.reason).toContain('answered 2 of the last minute')
    expect(decide({ arrivalsPerS: 4, ended: 21, troubled: 2 })).toMatchObject({ way: 'up' })
  })

  test('waits a moment between two steps', () => {
    expect(decide({ arrivalsPerS: 4 }, watched([], { upMs: NOW - 9_999 })).way).toBe('stay')
    expect(decide({ arrivalsPerS: 4 }, watched([], { upMs: NOW - 10_000 })).way).toBe('up')
  })

  test('a tenth more is no reason', () => {
    expect(decide({ size: 10, arrivalsPerS: 3.85 })).toMatchObject({ way: 'stay', to: 10 })
    expect(decide({ size: 10, arrivalsPerS: 4 })).toMatchObject({ way: 'up', to: 12 })
  })
})

describe('down', () => {
  test('goes to the highest need of the window, at most by half', () => {
    const decision = decide({ size: 10 }, watched([3, 7, 2]))
    expect(decision).toMatchObject({ way: 'down', to: 7, highest: 7 })
    expect(decision.rejected.map(({ to }) => to)).toEqual([10, 2])
    expect(decide({ size: 20 }, watched([3]))).toMatchObject({ way: 'down', to: 10 })
  })

  test('needs the whole window to have been watched', () => {
    const late = watched([2], { sinceMs: NOW - settings.stableMs + 1 })
    expect(decide({ size: 10 }, late)).toMatchObject({ way: 'stay', to: 10, rejected: [{ to: 2 }] })
  })

  test('comes a minute after any other step, and never under the lower bound', () => {
    expect(decide({ size: 10 }, watched([2], { upMs: NOW - 59_999 })).way).toBe('stay')
    expect(decide({ size: 10 }, watched([2], { downMs: NOW - 59_999 })).way).toBe('stay')
    expect(decide({ size: 3 }, watched([1]))).toMatchObject({ way: 'down', to: 2 })
    expect(decide({ size: 2 }, watched([1]))).toMatchObject({ way: 'stay' })
  })
})

test('without data nothing changes, and that is said', () => {
  const unknown = { serviceMs: null, runs: 0, ended: 0 }
  expect(decide({ ...unknown, arrivalsPerS: 9, queued: 50 })).toMatchObject({ way: 'stay', need: null })
  expect(decide({ ...unknown, arrivalsPerS: 9 }).reason).toMatch(/^No change, no data/)
  expect(decide({ ...unknown, size: 10 }, watched([0]))).toMatchObject({ way: 'down' })
})

test('a size out of the bounds is brought into them', () => {
  expect(decide({ size: 0 })).toMatchObject({ way: 'up', to: 2 })
  expect(decide({ size: 50, arrivalsPerS: 99 })).toMatchObject({ way: 'down', to: 20 })
})

test('a clock that was set back holds nothing up', () => {
  expect(decide({ arrivalsPerS: 4 }, watched([], { upMs: NOW + 3_600_000 })).way).toBe('up')
  const before = watched([9], { sinceMs: NOW - 400_000 })
  expect(remember(before, measured(), settings, NOW - 3_600_000)).toMatchObject({ sinceMs: NOW - 3_600_000 })
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
})
