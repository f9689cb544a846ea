import * as z from 'zod'
import { OperatorError } from '../src/base/errors.ts'
import { counted } from '../src/command/counted.ts'
import { defineCommand } from '../src/command/define.ts'
import { journalEntry, journalTable } from '../src/command/journal-entries.ts'
import { count, facts, note, report } from '../src/report/report.ts'

export default defineCommand({
  name: 'audit',
  summary: 'Verify the journal’s chain of hashes, or export its rows.',
  group: 'Governance',
  usage: ['audit {action}', 'audit'],
  phrases: [
    '(verify|check) [the] (audit|audit log|audit trail|journal) => action=verify',
    '(export|show|display) [me] [the] (audit|audit log|audit trail|journal) => action=export',
    'is the (journal|audit log|audit trail) (intact|clean|ok|valid) => action=verify',
  ],
  examples: ['audit verify', 'audit export --json --limit 1000'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({
    action: z.enum(['verify', 'export']).default('verify'),
    limit: z.coerce.number().int().min(1).max(1_000_000).default(100).describe('rows to export, the newest'),
  }),
  returns: z.object({
    action: z.enum(['verify', 'export']),
    ok: z.boolean().nullable(),
    rows: z.int(),
    head: z.object({ seq: z.int(), hash: z.string() }).nullable(),
    bad: z.object({ seq: z.int(), why: z.string() }).nullable(),
    entries: z.array(journalEntry),
  }),

  async run({ action, limit }, { controller }) {
    if (action === 'verify') {
      const { rows, head, bad } = await controller.records.verify()
      if (bad) throw tampered(bad, rows)
      return { action, ok: true, rows, head, bad, entries: [] }
    }
    const entries = (await controller.records.journal({ limit })).reverse()
    return { action, ok: null, rows: entries.length, head: null, bad: null, entries }
  },

  show({ action, rows, head, entries }) {
    if (action === 'export') return report('Journal', journalTable(entries))
    return report(
      'Audit',
      note('good', `The journal is whole: ${counted(rows, 'row')}, every hash fits.`),
      facts(undefined, {
        'Rows that fit': count(rows),
        Head: head === null ? null : `${head.seq} ${head.hash.slice(0, 16)}…`,
      }),
    )
  },
})

/** A journal that does not fit is no success: a script that checks it must see that in the exit code. */
const tampered = (bad: { seq: number; why: string }, rows: number): OperatorError =>
  new OperatorError('STORE_UNAVAILABLE', `The journal was tampered with or damaged at row ${bad.seq}: ${bad.why}.`, {
    hint: 'admin restore <backup file>',
    data: { ...bad, rows },
  })
