import { parseArgs } from 'node:util'
import { CRASH_POINT_NAMES } from '../../src/base/crash-point.ts'
import { writeBetweenMarks } from '../bench/write-between-marks.ts'
import { openTestStore } from '../helpers/open-test-store.ts'
import { simulateEngine } from '../simulation/simulate-engine.ts'
import { failCalls, fillDisk, sealDisk } from './bad-disks.ts'
import { crashAt } from './crash-at.ts'
import { damageFiles } from './damage-files.ts'
import { playDeaths, summariseDeaths } from './deaths.ts'
import { killWorkers } from './kill-workers.ts'
import { killPayers, stepClocks, stopPayers } from './lose-workers.ts'
import { buildProgram, type Program } from './start-process.ts'
import { storm } from './storm.ts'

// The long runs: npm run faults -- [--mode kill,pay,…] [--rounds 300] [--from 1] [--seeds 3], or
// npm run faults -- --deaths 12000 [--from 1] [--side 4] [--keep file] [--docs]: Ctrl+C judges what has died by then, `keep`
// lets the next run go on from there, `docs` writes the table into docs/performance.md.
const { values } = parseArgs({
  options: {
    mode: { type: 'string' },
    rounds: { type: 'string' },
    from: { type: 'string', default: '1' },
    seeds: { type: 'string' },
    deaths: { type: 'string' },
    side: { type: 'string', default: '4' },
    keep: { type: 'string' },
    docs: { type: 'boolean', default: false },
  },
})

/** Figures to print; anything in `faults` makes the run fail. */
type Result = { readonly faults: readonly string[] } | { readonly skipped: string }

interface Play {
  readonly program: Program
  readonly seed: number
  readonly rounds: number
}

interface Mode {
  readonly rounds: number
  readonly seeds: number
  play(play: Play): Promise<Result>
}

const MODES: Readonly<Record<string, Mode>> = {
  kill: { rounds: 100, seeds: 1, play: killBuilt },
  storm: { rounds: 100, seeds: 1, play: stormBuilt },
  pay: { rounds: 100, seeds: 1, play: ({ program, ...how }) => killPayers(program, how) },
  stop: {
    rounds: 3,
    seeds: 2,
    play: ({ program, ...how }) => stopPayers(program, { ...how, wait: how.seed % 2 === 0 }),
  },
  clock: { rounds: 10, seeds: 6, play: ({ program, ...how }) => stepClocks(program, how) },
  disk: { rounds: 1, seeds: 6, play: ({ program, seed }) => fillDisk(program, { seed }) },
  sealed: { rounds: 1, seeds: 1, play: ({ program, seed }) => sealDisk(program, { seed }) },
  calls: { rounds: 1, seeds: 15, play: ({ program, seed }) => failCalls(program, { seed }) },
  damage: { rounds: 40, seeds: 1, play: async ({ rounds, seed }) => damageFiles({ rounds, seed }) },
  crash: { rounds: 12, seeds: 1, play: crashEverywhere },
  simulate: { rounds: 150, seeds: 1_000, play: simulate },
}

async function killBuilt({ rounds, seed }: Play): Promise<Result> {
  const judgement = await killWorkers({ deaths: rounds, seed })
  const { lost, recordedTwice, notDone, journalClean, reasons } = judgement
  const wrong = lost + recordedTwice + notDone > 0 || !journalClean
  return { ...judgement, faults: wrong ? [`lost, repeated or not done: ${reasons.join('; ')}`] : [] }
}

async function stormBuilt({ rounds }: Play): Promise<Result> {
  const result = await storm(20, rounds)
  const wrong = result.distinct !== result.stored || !result.journalClean
  return { ...result, faults: [...result.errors, ...(wrong ? ['what was acknowledged is not what is stored'] : [])] }
}

async function crashEverywhere({ program, rounds }: Play): Promise<Result> {
  const faults: string[] = []
  const passed: Record<string, number> = {}
  for (const point of CRASH_POINT_NAMES) {
    for (let n = 1; n <= rounds; n += 1) {
      const crash = await crashAt(program, point, n)
      faults.push(...crash.faults.map((fault) => `${point}:${n}: ${fault}`))
      if (crash.ended !== 'SIGKILL') break
      passed[point] = n
    }
  }
  return { ...passed, faults }
}

/** One store for all seeds of a run. */
const simulated = openTestStore()

async function simulate({ seed, rounds }: Play): Promise<Result> {
  const { faults, told } = await simulateEngine(await simulated, seed, rounds)
  return faults.length === 0 ? { faults } : { faults: [...faults, ...told.slice(-30)] }
}

/** Plays the seeds of a mode; a failing one says how to play it again. True when none failed. */
async function playMode(name: string, mode: Mode, program: Program): Promise<boolean> {
  const rounds = Number(values.rounds ?? mode.rounds)
  const [from, seeds] = [Number(values.from), Number(values.seeds ?? mode.seeds)]
  const startMs = performance.now()
  let good = true
  for (let seed = from; seed < from + seeds; seed += 1) {
    const result = await mode.play({ program, seed, rounds })
    if (seeds <= 20 || 'skipped' in result) process.stdout.write(`${name} ${JSON.stringify(result)}\n`)
    if ('skipped' in result) break
    if (result.faults.length === 0) continue
    good = false
    const replay = `npm run faults -- --mode ${name} --from ${seed} --seeds 1 --rounds ${rounds}`
    process.stdout.write(`${name} seed ${seed} FAILED\n${result.faults.join('\n')}\nagain: ${replay}\n`)
  }
  const minutes = (performance.now() - startMs) / 60_000
  process.stdout.write(
    `${name}: ${seeds} seeds in ${minutes.toFixed(2)} min (${Math.round(seeds / minutes)} a minute)\n`,
  )
  return good
}

async function playModes(program: Program): Promise<boolean> {
  const names = values.mode?.split(',') ?? Object.keys(MODES)
  const ends: boolean[] = []
  for (const name of names) {
    const mode = MODES[name]
    if (!mode) throw new Error(`There is no mode "${name}"; there are ${Object.keys(MODES).join(', ')}.`)
    ends.push(await playMode(name, mode, program))
  }
  return ends.every(Boolean)
}

const PER_FLEET = 300

/** True when every process that was to die did, and nothing was wrong. */
async function playAllDeaths(program: Program, deaths: number): Promise<boolean> {
  const startMs = performance.now()
  let over = false
  process.once('SIGINT', () => {
    over = true
  })
  const tell = (line: string) => void process.stdout.write(`${line}\n`)
  const { keep = null } = values
  const side = Number(values.side)
  const perFleet = Math.min(PER_FLEET, Math.ceil(deaths / side))
  const how = { from: Number(values.from), side, perFleet, keep }
  const fleets = await playDeaths(program, { ...how, deaths, isOver: () => over, tell })
  const table = summariseDeaths(fleets)
  const minutes = ((performance.now() - startMs) / 60_000).toFixed(1)
  tell(`\n${table.join('\n')}\n\n${minutes} min${over ? '; interrupted' : ''}`)
  if (values.docs) writeBetweenMarks('deaths', ['', ...table, ''])
  return !over && fleets.every((fleet) => fleet.faults.length === 0)
}

const program = await buildProgram()
const good = values.deaths ? await playAllDeaths(program, Number(values.deaths)) : await playModes(program)
program.remove()
process.exit(good ? 0 : 1)
