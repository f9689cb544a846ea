import { setTimeout as delay } from 'node:timers/promises'
import { folders } from '../../bin/folders.ts'
import { systemClock } from '../../src/base/clock.ts'
import { loadAll } from '../../src/base/folder.ts'
import { createController } from '../../src/controller/controller.ts'
import type { Store } from '../../src/store/open.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { randomFrom } from './fleet-file.ts'
import { type Death, type FleetDeaths, judgeDeaths } from './judge-deaths.ts'
import { faultsOfRows } from './judge-fleet.ts'
import { workerOf } from './pay-day.ts'
import { POOL, scriptedHouse } from './scripted-house.ts'
import type { Program, Running } from './start-process.ts'

/** How one fleet is played. `isOver` is asked before each death: true ends the fleet early, and it is judged as it is. */
export interface FleetPlay {
  readonly seed: number
  readonly deaths: number
  readonly isOver: () => boolean
  readonly onDeath: () => void
}

const PLACES = 4
const LIVING = 2
const SPARE = 2
/** How many payments each worker keeps going. */
const GOING = 3
const LOOK_EVERY = 50
const LONGEST_TAKEOVER_MS = 10_000
/** A process that does not do what it is told for so long hangs. */
const LONGEST_MS = 120_000

/**
 * One database whose workers die by SIGKILL: most in the middle of their work, some while they start, sometimes all at
 * once. Workers that stand by, their code loaded, take their place. Rows are judged every fifty deaths, everything at the end.
 */
export async function playFleet(program: Program, play: FleetPlay): Promise<FleetDeaths> {
  const { path: home, remove } = tempFolder()
  const house = scriptedHouse(home, await loadAll(folders.tables), systemClock)
  const fleet = openFleet(program, home, play)
  try {
    const controller = createController(house, (thrown) => {
      throw thrown
    })
    await controller.pools.list()
    const caller = { id: 'person:faults', kind: 'person', role: 'admin', owner: 'faults' } as const
    await controller.pools.scale(POOL, { to: PLACES }, { caller, dry: false })
    const store = await house.store()
    await playDay(fleet, store, play).catch((thrown: unknown) => fleet.faults.push(String(thrown)))
    await fleet.end()
    await inTime(fleet.finish(), 'the work is finished').catch((thrown: unknown) => fleet.faults.push(String(thrown)))
    return await judgeDeaths(store, { seed: play.seed, home, deaths: fleet.deaths, faults: fleet.faults })
  } finally {
    await fleet.end()
    await house.close()
    remove()
  }
}

/** @throws Error when a process hangs or ends by itself; what stands in the database is judged all the same. */
async function playDay(fleet: Fleet, store: Store, play: FleetPlay): Promise<void> {
  await killAll(fleet, store, play)
  while (fleet.living.length < LIVING) await fleet.relieve()
  if (!(await takenOver(store, fleet.deaths))) fleet.faults.push('the dead hold tasks that nobody takes over')
  await inTime(fleet.leave(), 'the workers leave')
}

/** The processes of one fleet, and what was wrong with them. */
interface Fleet {
  readonly living: Running[]
  readonly deaths: Death[]
  readonly faults: string[]
  readonly random: () => number
  /** Lets a process that stood by begin. */
  relieve(): Promise<Running>
  kill(victim: Running): Promise<void>
  leave(): Promise<void>
  /** Another process, two days ahead, does what is still to be done. */
  finish(): Promise<void>
  /** Kills whatever still lives. */
  end(): Promise<void>
}

function openFleet(program: Program, home: string, { seed, onDeath }: FleetPlay): Fleet {
  const living: Running[] = []
  const standby: Running[] = []
  const deaths: Death[] = []
  const faults: string[] = []
  let last: Running | undefined
  const standBy = () => void standby.push(program.startApart([home, 'churn', String(GOING)]))
  for (let i = 0; i < SPARE; i += 1) standBy()
  return {
    ...{ living, deaths, faults, random: randomFrom(seed) },
    async relieve() {
      standBy()
      const next = standby.shift()
      if (!next) throw new Error('nobody stands by')
      await inTime(next.said('ready'), 'a worker stands by')
      next.begin()
      living.push(next)
      return next
    },
    async kill(victim) {
      living.splice(living.indexOf(victim), 1)
      const others = living.map(workerOf).filter(Boolean)
      const killedMs = Date.now()
      const ended = await victim.end('SIGKILL')
      faults.push(...failuresOf(victim))
      if (ended !== 'SIGKILL') faults.push(`worker ${workerOf(victim)} ended by itself with ${ended}`)
      else deaths.push({ worker: workerOf(victim), killedMs, others })
      onDeath()
    },
    async leave() {
      await Promise.all(living.map((worker) => worker.end('SIGTERM')))
      faults.push(...living.flatMap(failuresOf))
    },
    async finish() {
      last = program.startApart([home, 'finish'], { CLOCK_MS: '172800000' })
      await last.ended
    },
    async end() {
      await Promise.all([...living, ...standby, ...(last ? [last] : [])].map((one) => one.end('SIGKILL')))
    },
  }
}

/** What a worker said that went wrong: without a fault of the machine nothing does. */
const failuresOf = ({ lines }: Running): string[] => lines.filter((line) => line.startsWith('error'))

/** @throws Error naming what did not happen: whoever waits for a process that hangs would wait for ever. */
async function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  const over = new AbortController()
  const late = delay(LONGEST_MS, undefined, { signal: over.signal }).then(() => {
    throw new Error(`after ${LONGEST_MS / 1_000} s it has not come to pass that ${what}`)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    over.abort()
    late.catch(() => undefined)
  }
}

async function killAll(fleet: Fleet, store: Store, { deaths, isOver }: FleetPlay): Promise<void> {
  let lookAt = LOOK_EVERY
  while (fleet.deaths.length < deaths && !isOver()) {
    while (fleet.living.length < LIVING) await fleet.relieve()
    await killSome(fleet)
    if (fleet.deaths.length < lookAt) continue
    lookAt += LOOK_EVERY
    fleet.faults.push(...faultsOfRows(store))
  }
}

/** Of a hundred blows, 77 meet a worker at work, 18 one that has just begun, 5 every worker there is. */
async function killSome(fleet: Fleet): Promise<void> {
  const { random, living } = fleet
  const blow = random()
  if (blow < 0.18) {
    const young = await fleet.relieve()
    await delay(random() * 60)
    return fleet.kill(young)
  }
  const victim = living[Math.floor(random() * living.length)]
  await inTime(Promise.all(living.map((worker) => worker.said('started'))), 'the workers have started')
  await delay(random() * 100)
  if (blow < 0.23) await Promise.all([...living].map((worker) => fleet.kill(worker)))
  else if (victim) await fleet.kill(victim)
}

/** Waits until the last of the dead holds no task any more, for workers that live take them; false when it goes on too long. */
async function takenOver(store: Store, deaths: readonly Death[]): Promise<boolean> {
  const held = "select worker_id from tasks where state = 'running'"
  const dead = new Set(deaths.map(({ worker }) => worker))
  const untilMs = performance.now() + LONGEST_TAKEOVER_MS
  while (performance.now() < untilMs) {
    const rows = store.maintain(held) as { worker_id: string }[]
    if (!rows.some(({ worker_id }) => dead.has(worker_id))) return true
    await delay(20)
  }
  return false
}
