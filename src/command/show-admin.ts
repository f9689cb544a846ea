import { unreachable } from '../base/never.ts'
import { microUsd } from '../base/units.ts'
import { type Block, bytes, count, facts, known, note, ratio, table, time, usd } from '../report/report.ts'
import type { AdminData, ConfigFacts, StatusFacts } from './admin-data.ts'
import { journalTable } from './journal-entries.ts'

type FactsOf<Section extends AdminData['section']> = Extract<AdminData, { section: Section }>['facts']

/** A section of `admin` for people. Pure. */
export function showAdmin(data: AdminData): Block[] {
  switch (data.section) {
    case 'status':
      return [showStatus(data.facts)]
    case 'users':
      return [showUsers(data.facts)]
    case 'logs':
      return showLogs(data.facts)
    case 'config':
      return [showConfig(data.facts)]
    case 'backup':
      return showBackup(data.facts)
    case 'restore':
      return showRestore(data.facts)
    default:
      return unreachable(data)
  }
}

const showStatus = (found: StatusFacts): Block =>
  facts('Administration', {
    Version: found.version,
    Database: found.database,
    'Database size': bytes(found.databaseBytes),
    'Live workers': count(found.liveWorkers),
    Uptime: known(found.uptime, ratio),
    'Journal rows': count(found.journalRows),
    'Budget used or held today': usd(microUsd(found.budgetUsedUsd)),
    'Budget a day': usd(microUsd(found.budgetLimitUsd)),
    'Kill switch': found.killed ? 'ON' : 'off',
    'Waiting approvals': count(found.pendingApprovals),
  })

const showUsers = ({ users }: FactsOf<'users'>): Block =>
  users.length === 0
    ? note('plain', 'Nobody has asked anything yet.')
    : table(
        ['User', 'Kind', 'Role', 'Sessions', 'Last seen'],
        users.map((one) => [one.id, one.kind, one.role, count(one.sessions), time(one.lastSeenMs)]),
      )

const showLogs = ({ entries, errors }: FactsOf<'logs'>): Block[] => [
  journalTable(entries, 'Latest'),
  errors.length > 0 ? journalTable(errors, 'Errors and stops') : note('good', 'No errors are recorded.'),
]

const showConfig = (found: ConfigFacts): Block =>
  facts('Configuration', {
    Home: found.home,
    Database: found.database,
    'You are': `${found.principal} (${found.role})`,
    'Time zone': found.timeZone,
    'Budget a day': usd(microUsd(found.dailyBudgetUsd)),
    ...found.keys,
  })

const showBackup = (made: FactsOf<'backup'>): Block[] => [
  note('good', 'The backup is written, flushed to the disk and verified.'),
  facts(undefined, {
    File: made.file,
    Manifest: made.manifest,
    Size: bytes(made.bytes),
    'SHA-256': made.sha256,
    'Journal rows': count(made.rows),
  }),
]

const showRestore = ({ file, kept, rows, killed }: FactsOf<'restore'>): Block[] => [
  note('good', `The backup is in place as ${file}.`),
  facts(undefined, { 'Kept the old one as': kept ?? 'there was none', 'Journal rows': count(rows) }),
  ...(killed
    ? [note('bad', 'The kill switch was on in this backup, so it is on: nothing starts. To end it: kill off')]
    : []),
]
