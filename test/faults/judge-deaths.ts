import type { Store } from '../../src/store/open.ts'
import { readAckJournal } from './ack-journal.ts'
import { paymentsOf } from './judge-fleet.ts'
import { verdictOf } from './pay-day.ts'

/** A process that was killed; `worker` is empty when it had not begun to work. */
export interface Death {
  readonly worker: string
  readonly killedMs: number
  /** The workers that were at work in that moment beside it. */
  readonly others: readonly string[]
}

/** What came of one fleet whose workers died. `faults` is empty when nothing was lost, repeated or left in disorder. */
export interface FleetDeaths {
  readonly seed: number
  readonly deaths: number
  /** Deaths that interrupted at least one run, or a submission that was not yet answered. */
  readonly atWork: number
  /** Deaths before the worker had opened the database and said so. */
  readonly atStart: number
  readonly runsInterrupted: number
  readonly submissionsCutOff: number
  readonly acknowledged: number
  readonly done: number
  /** Interrupted in the middle of the effect itself: a person decides. */
  readonly unknown: number
  readonly payments: number
  /** Milliseconds from each death that interrupted runs to the moment when the last of them was taken back. */
  readonly takeoversMs: readonly number[]
  /** The same where no other worker was at work from the death to that moment: one had to start first. */
  readonly comebacksMs: readonly number[]
  readonly faults: readonly string[]
}

/** Judges a fleet whose work is over, by the journal of acknowledgements and the ledger outside the database. */
export async function judgeDeaths(
  store: Store,
  fleet: { seed: number; home: string; deaths: readonly Death[]; faults: readonly string[] },
): Promise<FleetDeaths> {
  const { seed, home, deaths } = fleet
  const acks = readAckJournal(home)
  const paid = paymentsOf(home)
  const verdict = await verdictOf(store, seed, { home, acknowledged: acks.tasks })
  const takeovers = takeoversOf(store, deaths)
  const hitRun = new Set(takeovers.map(({ worker }) => worker))
  return {
    ...{ seed, deaths: deaths.length, runsInterrupted: takeovers.reduce((sum, { runs }) => sum + runs, 0) },
    atWork: deaths.filter(({ worker }) => hitRun.has(worker) || acks.cutOff.has(worker)).length,
    atStart: deaths.filter(({ worker }) => worker === '').length,
    submissionsCutOff: acks.cutOff.size,
    ...{ acknowledged: verdict.acknowledged, done: verdict.done, unknown: verdict.unknown },
    payments: [...paid.values()].reduce((sum, times) => sum + times, 0),
    takeoversMs: takeovers.filter(({ watched }) => watched).map(({ ms }) => ms),
    comebacksMs: takeovers.filter(({ watched }) => !watched).map(({ ms }) => ms),
    faults: [...fleet.faults, ...verdict.faults, ...faultsOfWords(store, acks, paid)],
  }
}

/** What does not agree with what was said outside: a state that was told and is another, a payment that nobody asked for. */
function faultsOfWords(
  store: Store,
  { asked, tasks, told }: ReturnType<typeof readAckJournal>,
  paid: ReadonlyMap<string, number>,
): string[] {
  const rows = store.maintain('select id, state, ask from tasks') as { id: number; state: string; ask: string }[]
  const stored = new Map<string, { id: number; state: string }[]>()
  for (const row of rows) {
    const key = row.ask.split(' ')[1] ?? ''
    stored.set(key, [...(stored.get(key) ?? []), row])
  }
  const keyOf = new Map([...tasks].map(([id, key]) => [key, id]))
  return [
    ...[...told].flatMap(([key, state]) => {
      const now = stored.get(key)?.find(({ id }) => id === keyOf.get(key))?.state
      return now === state ? [] : [`${key} was told to be ${state} and is ${now}`]
    }),
    ...[...stored].flatMap(([key, found]) => (found.length > 1 ? [`${key} was stored ${found.length} times`] : [])),
    ...[...stored.keys(), ...paid.keys()].flatMap((key) => (asked.has(key) ? [] : [`nobody asked for ${key}`])),
  ]
}

interface Takeover {
  readonly worker: string
  readonly runs: number
  readonly ms: number
  /** True when another worker lived through all of it. */
  readonly watched: boolean
}

function takeoversOf(store: Store, deaths: readonly Death[]): Takeover[] {
  const dead = new Map(deaths.map((death) => [death.worker, death]))
  const rows = store.maintain("select at_ms, data from journal where kind = 'task.recovered' order by seq") as {
    at_ms: number
    data: string
  }[]
  const found = new Map<string, Takeover>()
  for (const { at_ms, data } of rows) {
    const { worker } = JSON.parse(data) as { worker: string }
    const death = dead.get(worker)
    if (death === undefined) continue
    const watched = death.others.some((other) => (dead.get(other)?.killedMs ?? Number.POSITIVE_INFINITY) > at_ms)
    const runs = (found.get(worker)?.runs ?? 0) + 1
    found.set(worker, { worker, runs, ms: at_ms - death.killedMs, watched })
  }
  return [...found.values()]
}
