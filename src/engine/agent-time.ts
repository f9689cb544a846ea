import { HOUR_MS, MINUTE_MS } from '../base/units.ts'
import { gather, type Topic } from '../store/gather.ts'
import type { Db, Tx } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import type { MinuteRow } from '../store/tables/minutes.ts'

/** A stretch of an agent's time in a pool. Unix milliseconds. */
interface Stretch {
  readonly pool: string
  readonly fromMs: number
  readonly untilMs: number
}

/** Adds an ended run to the minutes that it was busy in. */
export const countRun = (tx: Tx, run: Stretch): Promise<void> => gather(tx, MINUTES, ...piecesOf(run, 'busy_ms', 1))

/** Adds the time that a removed agent was there: it belongs to the pool's agent time of the last hour. */
export const countGone = (tx: Tx, gone: Stretch): Promise<void> => gather(tx, MINUTES, ...piecesOf(gone, 'gone_ms', 0))

/** By minute, the last one first to count the run; nothing older than the hour that is ever asked for. */
function piecesOf({ pool, fromMs, untilMs }: Stretch, kind: 'busy_ms' | 'gone_ms', runs: number): MinuteRow[] {
  const pieces: MinuteRow[] = []
  const oldestMs = minuteOf(untilMs - HOUR_MS)
  let endMs = untilMs
  do {
    const minuteMs = endMs > fromMs ? minuteOf(endMs - 1) : minuteOf(endMs)
    const ms = endMs - Math.max(fromMs, minuteMs)
    const nothing = { minute_ms: minuteMs, pool, runs: pieces.length === 0 ? runs : 0, busy_ms: 0, gone_ms: 0 }
    pieces.push({ ...nothing, [kind]: Math.max(0, ms) })
    endMs = minuteMs
  } while (endMs > fromMs && endMs > oldestMs)
  return pieces
}

const minuteOf = (ms: number): number => ms - (ms % MINUTE_MS)

const MINUTES: Topic<MinuteRow> = {
  async write(tx, pieces) {
    for (const minute of summed(pieces)) await addMinute(tx, minute)
  },
}

const addMinute = statement((db, minute: MinuteRow) =>
  db
    .insertInto('minutes')
    .values({
      minute_ms: minute.minute_ms,
      pool: minute.pool,
      runs: minute.runs,
      busy_ms: minute.busy_ms,
      gone_ms: minute.gone_ms,
    })
    .onConflict((conflict) =>
      conflict.columns(['minute_ms', 'pool']).doUpdateSet((q) => ({
        runs: q('minutes.runs', '+', q.ref('excluded.runs')),
        busy_ms: q('minutes.busy_ms', '+', q.ref('excluded.busy_ms')),
        gone_ms: q('minutes.gone_ms', '+', q.ref('excluded.gone_ms')),
      })),
    ),
)

function summed(pieces: readonly MinuteRow[]): MinuteRow[] {
  const sums = new Map<string, MinuteRow>()
  for (const piece of pieces) {
    const key = `${piece.minute_ms} ${piece.pool}`
    const sum = sums.get(key) ?? { ...piece, runs: 0, busy_ms: 0, gone_ms: 0 }
    sum.runs += piece.runs
    sum.busy_ms += piece.busy_ms
    sum.gone_ms += piece.gone_ms
    sums.set(key, sum)
  }
  return [...sums.values()]
}

/** How busy a pool's agents were. `efficiency` is 0..1, null when none was busy; `runs` ended in the hour. */
export interface Efficiency {
  readonly efficiency: number | null
  readonly runs: number
}

/** An agent as far as its time goes. */
interface Present {
  readonly pool: string
  readonly busy_since_ms: number | null
  readonly created_ms: number
}

/**
 * By pool: the busy time of its agents in the last hour (from its first full minute on) divided by the time that they
 * were there, those since removed included. Right after a restart the new agents thus count with the little time they had.
 */
export async function readEfficiencies(
  db: Db,
  present: readonly Present[],
  nowMs: number,
): Promise<(pool: string) => Efficiency> {
  const sinceMs = minuteOf(nowMs - HOUR_MS + MINUTE_MS - 1)
  const past = await db
    .selectFrom('minutes')
    .select((q) => [
      'pool',
      q.fn.sum<number>('runs').as('runs'),
      q.fn.sum<number>('busy_ms').as('busy_ms'),
      q.fn.sum<number>('gone_ms').as('gone_ms'),
    ])
    .where('minute_ms', '>=', sinceMs)
    .groupBy('pool')
    .execute()
  const since = (startMs: number | null): number => (startMs === null ? 0 : nowMs - Math.max(startMs, sinceMs))
  return (pool) => {
    const own = present.filter((agent) => agent.pool === pool)
    const gone = past.find((row) => row.pool === pool)
    const busyMs = own.reduce((sum, agent) => sum + since(agent.busy_since_ms), gone?.busy_ms ?? 0)
    const thereMs = own.reduce((sum, agent) => sum + since(agent.created_ms), gone?.gone_ms ?? 0)
    const efficiency = thereMs > 0 && busyMs > 0 ? Math.min(1, busyMs / thereMs) : null
    return { efficiency, runs: gone?.runs ?? 0 }
  }
}
