import * as z from 'zod'
import { journalEntry } from './journal-entries.ts'

/** The sections of `admin`. */
export const ADMIN_SECTIONS = ['status', 'users', 'logs', 'config', 'backup', 'restore'] as const

const status = z.object({
  version: z.string(),
  database: z.string(),
  databaseBytes: z.number(),
  liveWorkers: z.int(),
  uptime: z.number().nullable().describe('0..1'),
  journalRows: z.int(),
  budgetUsedUsd: z.number().describe('used or held since local midnight'),
  budgetLimitUsd: z.number(),
  killed: z.boolean(),
  pendingApprovals: z.int(),
})

const users = z.object({
  users: z.array(
    z.object({ id: z.string(), kind: z.string(), role: z.string(), sessions: z.int(), lastSeenMs: z.number() }),
  ),
})

const logs = z.object({
  entries: z.array(journalEntry).describe('newest first'),
  errors: z.array(journalEntry).describe('what ended badly, newest first'),
})

const config = z.object({
  home: z.string(),
  database: z.string(),
  principal: z.string(),
  role: z.string(),
  timeZone: z.string(),
  dailyBudgetUsd: z.number(),
  keys: z.record(z.string(), z.enum(['set', 'not set'])).describe('by the name of the variable; never a key itself'),
})

const backup = z.object({
  file: z.string(),
  manifest: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  rows: z.int().describe('journal rows'),
  head: z.object({ seq: z.int(), hash: z.string() }),
})

const restore = z.object({
  file: z.string(),
  kept: z.string().nullable().describe('the database that was in use; null when there was none'),
  rows: z.int().describe('journal rows'),
  killed: z.boolean().describe('the kill switch was on when the backup was made, and is on now'),
})

/** What each section finds out or has done. */
export const adminData = z.discriminatedUnion('section', [
  z.object({ section: z.literal('status'), facts: status }),
  z.object({ section: z.literal('users'), facts: users }),
  z.object({ section: z.literal('logs'), facts: logs }),
  z.object({ section: z.literal('config'), facts: config }),
  z.object({ section: z.literal('backup'), facts: backup }),
  z.object({ section: z.literal('restore'), facts: restore }),
])

export type AdminData = z.output<typeof adminData>
export type StatusFacts = z.output<typeof status>
export type ConfigFacts = z.output<typeof config>
