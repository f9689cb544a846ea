import { OperatorError } from '../base/errors.ts'
import { usdOf } from '../base/units.ts'
import type { Controller } from '../controller/controller.ts'
import type { AdminData, ConfigFacts, StatusFacts } from './admin-data.ts'
import type { Caller } from './context.ts'

interface Request {
  readonly controller: Controller
  readonly caller: Caller
  /** Where a backup goes (undefined: the backup folder), or what is restored. */
  readonly path: string | undefined
  /** Rows of the journal. */
  readonly limit: number
}

/**
 * Finds out what a section tells, or does what it is for.
 *
 * @throws OperatorError ARGS_INVALID and ROLE_TOO_LOW for `restore`, and what a backup or a restore throws.
 */
export async function runAdmin(section: AdminData['section'], request: Request): Promise<AdminData> {
  const { controller, caller, path, limit } = request
  switch (section) {
    case 'status':
      return { section, facts: await findStatus(controller) }
    case 'users':
      return { section, facts: { users: await controller.records.principals() } }
    case 'logs': {
      const entries = await controller.records.journal({ limit })
      return { section, facts: { entries, errors: await controller.records.journal({ limit, errorsOnly: true }) } }
    }
    case 'config':
      return { section, facts: await findConfig(controller) }
    case 'backup':
      return { section, facts: await controller.upkeep.backup(path, caller) }
    case 'restore':
      return { section, facts: await controller.upkeep.restore(sourceOf(request), caller) }
  }
}

async function findStatus({
  approvals,
  figures,
  health,
  house,
  killSwitch,
  records,
}: Controller): Promise<StatusFacts> {
  const { usedMicro, limitMicro } = await figures.budget()
  const { head } = await records.verify()
  const { databaseBytes, liveWorkers } = await health.vitals()
  return {
    version: house.config.version,
    database: house.config.databasePath,
    databaseBytes,
    liveWorkers,
    uptime: (await figures.uptime()).ratio,
    journalRows: head.seq,
    budgetUsedUsd: usdOf(usedMicro),
    budgetLimitUsd: usdOf(limitMicro),
    killed: (await killSwitch.read()).on,
    pendingApprovals: (await approvals.pending()).length,
  }
}

async function findConfig({ house }: Controller): Promise<ConfigFacts> {
  const { home, databasePath, principal, timeZone, dailyBudgetMicro } = house.config
  const providers = await house.providers()
  return {
    home,
    database: databasePath,
    principal: principal.id,
    role: principal.role,
    timeZone: timeZone(),
    dailyBudgetUsd: usdOf(dailyBudgetMicro),
    keys: Object.fromEntries(providers.map((one) => [one.keyName, one.configured ? 'set' : 'not set'])),
  }
}

/** What stands against a backup or a restore, before anybody is asked whether to do it. @throws OperatorError as `runAdmin`. */
export async function checkAdmin(section: AdminData['section'], request: Omit<Request, 'limit'>): Promise<void> {
  if (section === 'backup') request.controller.upkeep.checkBackup(request.path, request.caller)
  if (section === 'restore') await request.controller.upkeep.checkRestore(sourceOf(request))
}

/** Replacing the database is for an administrator; an agent may look and back up. */
function sourceOf({ caller, path }: Pick<Request, 'caller' | 'path'>): string {
  if (caller.role !== 'admin') {
    throw new OperatorError('ROLE_TOO_LOW', `"admin restore" needs the admin role; ${caller.id} is ${caller.role}.`, {
      hint: 'ask a person to run it at a terminal',
    })
  }
  if (path !== undefined) return path
  throw new OperatorError('ARGS_INVALID', '"admin restore" needs the file of a backup.', {
    hint: 'admin restore <file>',
  })
}
