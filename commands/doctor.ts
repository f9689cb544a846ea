import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { OperatorError, toOperatorError } from '../src/base/errors.ts'
import type { Context } from '../src/command/context.ts'
import { counted } from '../src/command/counted.ts'
import { defineCommand } from '../src/command/define.ts'
import { note, report } from '../src/report/report.ts'

const check = z.object({ subject: z.string(), ok: z.boolean(), says: z.string(), hint: z.string().nullable() })
type Check = z.output<typeof check>

export default defineCommand({
  name: 'doctor',
  summary: 'Find out what keeps OperatorOS from working here, and how to mend it.',
  group: 'Admin',
  usage: ['doctor'],
  phrases: [
    '(run|start) [the] (doctor|diagnostics|self test)',
    '(diagnose|troubleshoot) (the system|operatoros|yourself)',
  ],
  examples: ['doctor'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({}),
  returns: z.object({ ok: z.boolean(), checks: z.array(check) }),

  async run(_args, context) {
    const checks = [
      nodeCheck(context),
      await homeCheck(context),
      await storeCheck(context),
      await journalCheck(context),
      await handbookCheck(context),
      await modelCheck(context),
      diskCheck(context),
      await killCheck(context),
    ]
    if (checks.some((one) => !one.ok)) throw needsMending(checks)
    return { ok: true, checks }
  },

  show({ checks }) {
    return report(
      'Doctor',
      note('good', 'Everything that is needed is there.'),
      ...checks.map(({ subject, says, hint }) =>
        hint === null ? note('good', `${subject}: ${says}`) : note('warn', `${subject}: ${says}; ${hint}`),
      ),
    )
  },
})

/** A script that asks the doctor first must see in the exit code that something is wrong. */
function needsMending(checks: readonly Check[]): OperatorError {
  const wrong = checks.filter((one) => !one.ok)
  const said = wrong.map(({ subject, says, hint }) => `${subject}: ${says}${hint === null ? '' : `\n  next: ${hint}`}`)
  return new OperatorError('TASK_FAILED', `Something needs mending.\n${said.join('\n')}`, {
    hint: `mend it, then: operatoros doctor (${checks.length - wrong.length} of ${checks.length} checks are good)`,
    data: { ok: false, checks },
  })
}

/** What a check found that is as it should be; a hint where there is something to know all the same. */
type Seen = string | Pick<Check, 'says' | 'hint'>

/** The check of something that may throw: what was seen, or the failure's sentence. */
async function checked(subject: string, look: () => Seen | Promise<Seen>): Promise<Check> {
  try {
    const seen = await look()
    return { subject, ok: true, ...(typeof seen === 'string' ? { says: seen, hint: null } : seen) }
  } catch (thrown) {
    // The doctor's very task is to put what goes wrong into words; nothing is hidden.
    const { message, hint } = toOperatorError(thrown)
    return { subject, ok: false, says: message, hint: hint ?? null }
  }
}

const nodeCheck = ({ controller }: Context): Check => {
  const { nodeVersion, version } = controller.house.config
  return { subject: 'Program', ok: true, says: `OperatorOS ${version} on Node ${nodeVersion}`, hint: null }
}

const homeCheck = ({ controller }: Context): Promise<Check> =>
  checked('Folder', () => {
    const { databasePath } = controller.house.config
    if (databasePath === ':memory:') return 'the database is in memory'
    const folder = dirname(databasePath)
    if (!existsSync(folder)) return `${folder} is made at the first use`
    checkWritable(folder)
    return `${folder} can be written`
  })

function checkWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new OperatorError('STORE_UNAVAILABLE', `The folder ${folder} cannot be written.`, {
      hint: 'set OPERATOROS_HOME to a folder that you own',
      cause,
    })
  }
}

const quickCheck = z.array(z.object({ quick_check: z.string() }))

const storeCheck = ({ controller }: Context): Promise<Check> =>
  checked('Database', async () => {
    const store = await controller.house.store()
    const found = quickCheck.parse(store.maintain('pragma quick_check')).map((row) => row.quick_check)
    if (found.join() === 'ok') return `${store.path} opens; quick check: ok`
    throw new OperatorError('STORE_UNAVAILABLE', `The database ${store.path} is damaged: ${found.join('; ')}.`, {
      hint: 'operatoros admin restore <file>',
    })
  })

const journalCheck = ({ controller }: Context): Promise<Check> =>
  checked('Journal', async () => {
    const { rows, bad } = await controller.records.verify()
    if (bad === null) return `${counted(rows, 'row')}, every hash fits`
    throw new OperatorError('STORE_UNAVAILABLE', `The journal does not fit at row ${bad.seq}: ${bad.why}.`, {
      hint: 'operatoros audit verify',
    })
  })

const handbookCheck = ({ controller }: Context): Promise<Check> =>
  checked('Handbook', async () => {
    const sizes = (await controller.house.handbook()).sizes()
    return Object.entries(sizes)
      .map(([domain, n]) => `${domain} ${n}`)
      .join(', ')
  })

const modelCheck = ({ controller }: Context): Promise<Check> =>
  checked('Models', async () => {
    const ready = (await controller.house.providers()).filter((one) => one.configured)
    return ready.length > 0
      ? ready.map((one) => one.title).join(', ')
      : 'none configured; the handbook and the tools answer'
  })

/** A published app's disk is lost at every deploy (Replit's autoscale): SQLite does not belong there. */
function diskCheck({ controller }: Context): Check {
  const { ephemeral } = controller.house.config
  if (ephemeral === null)
    return { subject: 'Disk', ok: true, says: 'kept between runs, as far as can be seen', hint: null }
  return {
    subject: 'Disk',
    ok: false,
    says: `a ${ephemeral} deployment loses its disk at every deploy`,
    hint: 'use a reserved VM, or keep the database on a volume and set OPERATOROS_HOME to it',
  }
}

const killCheck = ({ controller }: Context): Promise<Check> =>
  checked('Kill switch', async () =>
    (await controller.killSwitch.read()).on
      ? { says: 'on, so nothing starts', hint: 'a person may run: operatoros kill off' }
      : 'off',
  )
