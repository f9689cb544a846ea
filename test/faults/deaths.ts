import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { playFleet } from './death-fleet.ts'
import type { FleetDeaths } from './judge-deaths.ts'
import type { Program } from './start-process.ts'

/** How many processes are to die. `keep` is a file that holds each judged fleet: what stands in it is not played again. */
export interface DeathsPlay {
  readonly deaths: number
  /** Seed of the first fleet; each further fleet has the next. */
  readonly from: number
  /** After so many deaths a fleet is judged and another begins, so that no database grows without end. */
  readonly perFleet: number
  /** So many fleets at a time. */
  readonly side: number
  readonly keep: string | null
  /** True ends every fleet after its next death; what has died by then is judged. */
  readonly isOver: () => boolean
  readonly tell: (line: string) => void
}

const TELL_MS = 10_000

/** Plays fleet after fleet, some at a time, until so many processes have died; tells of the progress. */
export async function playDeaths(program: Program, play: DeathsPlay): Promise<readonly FleetDeaths[]> {
  const fleets = keptFleets(play.keep)
  const before = sum(fleets, 'deaths')
  const startMs = performance.now()
  let planned = before
  let seed = Math.max(play.from - 1, ...fleets.map((fleet) => fleet.seed))
  let died = 0

  async function lane(): Promise<void> {
    while (planned < play.deaths && !play.isOver()) {
      const deaths = Math.min(play.perFleet, play.deaths - planned)
      planned += deaths
      seed += 1
      const onDeath = (): void => {
        died += 1
      }
      const fleet = await playFleet(program, { seed, deaths, isOver: play.isOver, onDeath })
      fleets.push(fleet)
      if (play.keep !== null) appendFileSync(play.keep, `${JSON.stringify(fleet)}\n`)
      for (const fault of fleet.faults) play.tell(`seed ${fleet.seed}: ${fault}`)
    }
  }

  const tellHow = (): void => play.tell(progress({ died, before, fleets, play, ms: performance.now() - startMs }))
  const timer = setInterval(tellHow, TELL_MS)
  await Promise.all(Array.from({ length: play.side }, (_, i) => delay(i * 300).then(lane)))
  clearInterval(timer)
  tellHow()
  return fleets
}

function keptFleets(keep: string | null): FleetDeaths[] {
  if (keep === null || !existsSync(keep)) return []
  const lines = readFileSync(keep, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as FleetDeaths)
}

interface Standing {
  readonly died: number
  readonly before: number
  readonly fleets: readonly FleetDeaths[]
  readonly play: DeathsPlay
  readonly ms: number
}

function progress({ died, before, fleets, play, ms }: Standing): string {
  const each = ms / 1_000 / Math.max(1, died)
  const left = Math.max(0, play.deaths - before - died)
  return [
    `${before + died} of ${play.deaths} deaths`,
    `${fleets.length} fleets judged`,
    `${sum(fleets, 'acknowledged')} tasks acknowledged in them`,
    `${fleets.flatMap((fleet) => fleet.faults).length} faults`,
    `${each.toFixed(3)} s a death`,
    `about ${Math.ceil((left * each) / 60)} min left`,
  ].join(', ')
}

type Countable = { [Key in keyof FleetDeaths]: FleetDeaths[Key] extends number ? Key : never }[keyof FleetDeaths]

const sum = (fleets: readonly FleetDeaths[], key: Countable): number =>
  fleets.reduce((total, fleet) => total + fleet[key], 0)

/** What a fault is about, by its wording; whatever is none of these leaves a state that does not follow. */
const KINDS: ReadonlyArray<readonly [kind: string, wording: RegExp]> = [
  ['Acknowledged tasks lost', / is lost$/],
  ['Effects made twice, or tasks stored twice', / was made \d+ times| was stored \d+ times/],
  ['Journals that do not verify', /^the journal does not verify/],
  ['States that do not follow', /./],
]

/** A table of the whole, in Markdown: what happened, then what was wrong, then how long takeovers took. */
export function summariseDeaths(fleets: readonly FleetDeaths[]): string[] {
  const faults = fleets.flatMap((fleet) => fleet.faults)
  const kindOf = (fault: string) => KINDS.find(([, wording]) => wording.test(fault))?.[0]
  const total = (key: Countable) => number(sum(fleets, key))
  const rows = [
    ['Processes that died by SIGKILL', total('deaths')],
    ['… in the middle of a run or of a submission', total('atWork')],
    ['… before they had begun to work', total('atStart')],
    ['Runs interrupted', total('runsInterrupted')],
    ['Submissions that were never answered', total('submissionsCutOff')],
    ['Fleets (databases)', number(fleets.length)],
    ['Tasks acknowledged', total('acknowledged')],
    ['Tasks done', total('done')],
    ['Tasks unknown: stopped inside their effect, a person decides', total('unknown')],
    ['Effects made', total('payments')],
    ...KINDS.map(([kind]) => [kind, number(faults.filter((fault) => kindOf(fault) === kind).length)]),
    ['Takeover by a worker that was there, ms: p50 · p99 · longest', waits(fleets.flatMap((one) => one.takeoversMs))],
    [
      'Takeover by one that had to start first, ms: p50 · p99 · longest',
      waits(fleets.flatMap((one) => one.comebacksMs)),
    ],
  ]
  return ['| What | How much |', '|---|---:|', ...rows.map(([what, how]) => `| ${what} | ${how} |`)]
}

function waits(given: readonly number[]): string {
  const sorted = [...given].sort((a, b) => a - b)
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]
  return sorted.length === 0 ? 'n/a' : [at(0.5), at(0.99), at(1)].map((ms) => number(ms ?? 0)).join(' · ')
}

const number = (value: number): string => value.toLocaleString('en-US')
