import type Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  type TransactionSettings,
} from 'kysely'
import { toDamage } from './store-errors.ts'

/**
 * Kysely's SQLite dialect with `BEGIN IMMEDIATE` for every transaction: a read transaction that upgrades to a write
 * fails at once with SQLITE_BUSY_SNAPSHOT whatever the busy timeout says, and all our transactions write.
 */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: Database.Database

  constructor(database: Database.Database) {
    super({ database })
    this.#database = database
  }

  override createDriver(): Driver {
    const database = this.#database
    const driver = super.createDriver()
    const acquire = driver.acquireConnection.bind(driver)
    return Object.assign(driver, {
      acquireConnection: async () => namingDamage(await acquire(), database.name),
      async beginTransaction(connection: DatabaseConnection, _settings: TransactionSettings): Promise<void> {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'))
      },
      // SQLite rolls back by itself when the disk is full; to do it again would hide why.
      async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
        if (database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
      },
    })
  }

  override createAdapter(): SqliteAdapter {
    return new SqliteAdapter()
  }
}

/** A damaged page shows only when it is read, so that every query can be the one that meets it. */
const namingDamage = (connection: DatabaseConnection, path: string): DatabaseConnection => ({
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      return await connection.executeQuery<Row>(query)
    } catch (thrown) {
      throw toDamage(thrown, path)
    }
  },
  streamQuery: connection.streamQuery.bind(connection),
})
