import type { Table } from '../schema.ts'

/**
 * Everyone who ever acted here. Made at the first act; roles are changed by an admin only.
 */
export interface PrincipalRow {
  id: string
  kind: 'person' | 'agent' | 'token' | 'system'
  role: 'viewer' | 'operator' | 'approver' | 'admin'
  owner: string
  created_ms: number
  last_seen_ms: number
}

declare module '../schema.ts' {
  interface Schema {
    principals: PrincipalRow
  }
}

const table: Table = {
  name: 'principals',
  steps: {
    '2026-11-20-principals': async (db) => {
      await db.schema
        .createTable('principals')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('owner', 'text', (c) => c.notNull())
        .addColumn('created_ms', 'bigint', (c) => c.notNull())
        .addColumn('last_seen_ms', 'bigint', (c) => c.notNull())
        .execute()
    },
  },
}
export default table
