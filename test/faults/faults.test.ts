import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { failCalls, fillDisk, sealDisk } from './bad-disks.ts'
import { damageFiles } from './damage-files.ts'
import { playDeaths } from './deaths.ts'
import { killWorkers } from './kill-workers.ts'
import { killPayers, stepClocks, stopPayers } from './lose-workers.ts'
import { buildProgram, type Program } from './start-process.ts'
import { storm } from './storm.ts'

let program: Program
beforeAll(async () => {
  program = await buildProgram()
})
afterAll(() => program.remove())

test('workers that are killed lose no acknowledged task and record none twice', { timeout: 60_000 }, async () => {
  const judgement = await killWorkers({ deaths: 4, seed: 11 })
  expect(judgement).toMatchObject({
    acknowledged: 24,
    done: 24,
    lost: 0,
    recordedTwice: 0,
    notDone: 0,
    journalClean: true,
  })
})

test('three processes submit to one file at once without an error', { timeout: 60_000 }, async () => {
  const result = await storm(3, 20)
  expect(result).toEqual({
    processes: 3,
    acknowledged: 60,
    distinct: 60,
    stored: 60,
    errors: [],
    journalClean: true,
  })
})

describe('payments', { timeout: 60_000 }, () => {
  test('are made once when their workers are killed', async () => {
    expect(await killPayers(program, { rounds: 3, seed: 5 })).toMatchObject({ acknowledged: 18, faults: [] })
  })

  test('of a worker that is stopped past its lease are not made again by it when it goes on', async () => {
    const verdict = await stopPayers(program, { rounds: 1, seed: 1, wait: false })
    expect(verdict).toMatchObject({ acknowledged: 8, faults: [] })
    expect(verdict.fenced).toBeGreaterThan(0)
  })

  test('are made once while clocks are stepped forward and back', async () => {
    expect(await stepClocks(program, { rounds: 2, seed: 4 })).toMatchObject({ acknowledged: 12, faults: [] })
  })

  test('that were acknowledged on a disk that is full are made when there is room again', async ({ skip }) => {
    const tried = await fillDisk(program, { seed: 2 })
    if ('skipped' in tried) return skip(tried.skipped)
    expect(tried).toMatchObject({ faults: [] })
    expect(tried.failures).toBeGreaterThan(0)
  })

  test('are not acknowledged on a disk that is read-only, and made once where it can be written', async ({ skip }) => {
    const tried = await sealDisk(program, { seed: 1 })
    if ('skipped' in tried) return skip(tried.skipped)
    expect(tried).toMatchObject({ faults: [] })
    expect(tried.failures).toBeGreaterThan(0)
  })

  test('are made once when reads, writes and flushes fail', async ({ skip }) => {
    const tried = await failCalls(program, { seed: 4 })
    if ('skipped' in tried) return skip(tried.skipped)
    expect(tried).toMatchObject({ faults: [] })
  })
})

test('fleets whose workers die at work, while they start and all at once lose and repeat nothing', {
  timeout: 120_000,
}, async () => {
  const told: string[] = []
  const tell = (line: string) => void told.push(line)
  const play = { deaths: 24, from: 7, perFleet: 12, side: 2, keep: null, isOver: () => false, tell }
  const fleets = await playDeaths(program, play)
  expect(fleets.map(({ seed, faults }) => ({ seed, faults })).sort((a, b) => a.seed - b.seed)).toEqual([
    { seed: 7, faults: [] },
    { seed: 8, faults: [] },
  ])
  expect(fleets.reduce((sum, { atWork }) => sum + atWork, 0)).toBeGreaterThan(8)
  expect(told.at(-1)).toMatch(/^2\d of 24 deaths, 2 fleets judged/)
})

test('a damaged file is told, and never called a bug', { timeout: 60_000 }, () => {
  expect(damageFiles({ rounds: 3, seed: 3 })).toMatchObject({ faults: [] })
})
