import { expect, test } from 'vitest'
import { killWorkers } from './kill-workers.ts'
import { storm } from './storm.ts'

test('workers that are killed lose no acknowledged task and record none twice', { timeout: 60_000 }, async () => {
  const judgement = await killWorkers({ deaths: 8, seed: 11 })
  expect(judgement).toMatchObject({
    acknowledged: 48,
    done: 48,
    lost: 0,
    recordedTwice: 0,
    notDone: 0,
    journalClean: true,
  })
})

test('five processes submit to one file at once without an error', { timeout: 60_000 }, async () => {
  const result = await storm(5, 20)
  expect(result).toEqual({
    processes: 5,
    acknowledged: 100,
    distinct: 100,
    stored: 100,
    errors: [],
    journalClean: true,
  })
})
