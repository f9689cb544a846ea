import { describe, expect, test } from 'vitest'
import type { Measured } from '../../src/engine/pool-need.ts'
import { decideSize } from '../../src/engine/scaler.ts'
import { SCALER } from '../../src/engine/scaler-settings.ts'
import { measured, NOW, watched } from '../helpers/measured-pool.ts'

const settings = { ...SCALER, min: 2, max: 20 }
const decide = (over: Partial<Measured>, history = watched()) => decideSize(measured(over), settings, history, NOW)

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
})
