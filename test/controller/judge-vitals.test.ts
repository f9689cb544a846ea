import { expect, test } from 'vitest'
import type { Vitals } from '../../src/controller/health.ts'
import { judgeVitals } from '../../src/controller/judge-vitals.ts'
import { CALM } from '../helpers/calm-vitals.ts'

const findingOf = (subject: string, change: Partial<Vitals>) =>
  judgeVitals({ ...CALM, ...change }).find((one) => one.subject === subject)

test('a calm machine has only good findings, and none of them gives a hint', () => {
  for (const { state, hint } of judgeVitals(CALM)) expect([state, hint]).toEqual(['good', null])
})

test.each<[subject: string, change: Partial<Vitals>, state: string]>([
  ['CPU load', { cpuLoad: 0.849 }, 'good'],
  ['CPU load', { cpuLoad: 0.85 }, 'warn'],
  ['CPU load', { cpuLoad: 0.97 }, 'bad'],
  ['Memory in use', { memoryUsed: 7.2e9 }, 'warn'],
  ['Disk space free', { diskFree: 1.1e9 }, 'good'],
  ['Disk space free', { diskFree: 1e9 }, 'warn'],
  ['Disk space free', { diskFree: 0 }, 'bad'],
  ['Store write', { storeWriteMs: 1_000 }, 'bad'],
  ['Write-ahead log', { walBytes: 64e6 }, 'warn'],
  ['Event-loop lag', { eventLoopLagMs: 99 }, 'good'],
  ['Oldest waiting task', { oldestQueuedMs: 30_000 }, 'warn'],
  ['Tasks of lost workers', { lostRuns: 1 }, 'warn'],
  ['Store read', { storeReadMs: 50 }, 'warn'],
  ['Silent workers', { silentWorkers: 1 }, 'warn'],
  ['Quarantined agents', { quarantined: 5 }, 'bad'],
  ['Resting providers', { restingRoutes: 1 }, 'warn'],
  ['Error rate, last hour', { errorRate: 0.09 }, 'good'],
  ['Error rate, last hour', { errorRate: 0.1 }, 'warn'],
  ['Failed in 24 hours', { failedLastDay: 100 }, 'bad'],
])('%s with %j is %s', (subject, change, state) => {
  expect(findingOf(subject, change)?.state).toBe(state)
})

test('what is not good says what to do', () => {
  expect(findingOf('Failed in 24 hours', { failedLastDay: 2 })).toMatchObject({ value: 2, unit: 'count' })
  expect(findingOf('Failed in 24 hours', { failedLastDay: 2 })?.hint).toBe('operatoros tasks failed')
})

test('what could not be measured has no value and is not held against the machine', () => {
  expect(findingOf('Memory in use', { memoryTotal: null })).toMatchObject({ state: 'good', value: null, hint: null })
})
