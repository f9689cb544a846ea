import * as z from 'zod'
import { ADMIN_SECTIONS, adminData } from '../src/command/admin-data.ts'
import { defineCommand } from '../src/command/define.ts'
import { checkAdmin, runAdmin } from '../src/command/run-admin.ts'
import { showAdmin } from '../src/command/show-admin.ts'
import { report } from '../src/report/report.ts'

export default defineCommand({
  name: 'admin',
  summary: 'Administer: dashboard, users, logs, configuration, backup and restore.',
  group: 'Admin',
  usage: ['admin {section}', 'admin {section} {path}'],
  phrases: [
    '(show|display|open) [me] [the] (admin|administrative|administration) (status|dashboard|panel|data) => section=status',
    '(show|list|display) [me] [the|all] users => section=users',
    '(show|display) [me] [the] [system|error] (logs|log) => section=logs',
    '(show|display) [me] [the] [system] (config|configuration|settings) => section=config',
    '(where is|where are) (my|our|the) data [stored|kept] => section=config',
    '(back up|backup) the (database|data|system|store) => section=backup',
    '(make|create|take|do|run) (a|the) [database|system|data] backup => section=backup',
  ],
  examples: [
    'admin status',
    'admin users',
    'admin logs',
    'admin config',
    'admin backup',
    'admin restore backups/operatoros.db',
  ],
  role: 'operator',
  effect: 'destroys',
  // Without a file nothing can be restored, and there is nothing to confirm.
  effectOf: ({ section, path }) =>
    section === 'restore' && path !== undefined ? 'destroys' : section === 'backup' ? 'changes' : 'reads',
  args: z.strictObject({
    section: z.enum(ADMIN_SECTIONS).describe('what to administer'),
    path: z.string().min(1).optional().describe('backup: where to write it; restore: what to read'),
    limit: z.coerce.number().int().min(1).max(1_000).default(20).describe('logs: how many rows'),
  }),
  returns: adminData,

  check: ({ section, path }, { controller, caller }) => checkAdmin(section, { controller, caller, path }),
  run: ({ section, path, limit }, { controller, caller }) => runAdmin(section, { controller, caller, path, limit }),

  show: (data) => report(`Admin ${data.section}`, ...showAdmin(data)),
})
