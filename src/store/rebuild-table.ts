import { type Kysely, sql } from 'kysely'

/**
 * Makes a table anew with what it holds, for a step that changes what SQLite cannot alter. `make` creates it as it shall
 * be, with all columns that it had; its indexes are gone then.
 */
export async function rebuildTable<Schema>(
  db: Kysely<Schema>,
  name: string,
  make: () => Promise<unknown>,
): Promise<void> {
  const before = `${name}_before`
  await db.schema.alterTable(name).renameTo(before).execute()
  await make()
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${before})`.execute(db)
  const columns = sql.join(rows.map((row) => sql.id(row.name)))
  await sql`insert into ${sql.id(name)} (${columns}) select ${columns} from ${sql.id(before)}`.execute(db)
  await db.schema.dropTable(before).execute()
}
