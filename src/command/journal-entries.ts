import * as z from 'zod'
import { type Block, count, table, time } from '../report/report.ts'

/** A row of the journal as machines get it. */
export const journalEntry = z.object({
  seq: z.int(),
  atMs: z.number(),
  kind: z.string().describe('noun.verb, such as task.submitted'),
  principal: z.string(),
  session: z.string().nullable(),
  task: z.int().nullable(),
  pool: z.string().nullable(),
  data: z.unknown(),
  prev: z.string(),
  hash: z.string(),
})

/** Rows of the journal as people see them. */
export const journalTable = (entries: ReadonlyArray<z.output<typeof journalEntry>>, title?: string): Block =>
  table(
    ['Row', 'When', 'What', 'Who', 'Task'],
    entries.map(({ seq, atMs, kind, principal, task }) => [
      count(seq),
      time(atMs),
      kind,
      principal,
      task === null ? '' : count(task),
    ]),
    title,
  )
