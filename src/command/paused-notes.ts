import { type Block, note } from '../report/report.ts'

/** A line for each paused pool that says what lets it go on; none where no pool is paused. */
export const pausedNotes = (pools: readonly string[]): Block[] =>
  pools.map((pool) => note('warn', `The ${pool} pool is paused: its tasks wait until: resume ${pool}`))
