import type { Kysely, Transaction } from 'kysely'

/** Every table file adds its own row type here by declaration merging; nothing else edits this interface. */
export interface Schema {}

export type Db = Kysely<Schema> | Transaction<Schema>
/** A writing transaction: what is done through it is kept whole or not at all. */
export type Tx = Transaction<Schema>

/** One table: its name and its dated steps. The steps of all tables run in date order, each once. */
export interface Table {
  readonly name: string
  readonly steps: Readonly<Record<`${number}-${number}-${number}-${string}`, (db: Tx) => Promise<void>>>
}
