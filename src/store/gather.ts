import type { Db, Tx } from './schema.ts'

/** Something that many writes of one transaction add to, and that is written once for all of them. */
export interface Topic<Item> {
  /** Called once, just before the commit, with everything that was gathered, in order. */
  write(tx: Tx, items: readonly Item[]): Promise<void>
}

/** What the writes of one transaction have gathered so far. */
export interface Gathering {
  /** Where to return to when a write is undone. */
  mark(): ReadonlyMap<unknown, number>
  undoTo(mark: ReadonlyMap<unknown, number>): void
  writeAll(): Promise<void>
}

const OPEN = new WeakMap<Db, Map<Topic<unknown>, unknown[]>>()

/** Makes a transaction gather. Without this, what is gathered is written at once. */
export function startGathering(tx: Tx): Gathering {
  const lists = new Map<Topic<unknown>, unknown[]>()
  OPEN.set(tx, lists)
  return {
    mark: () => new Map([...lists].map(([topic, items]) => [topic, items.length])),
    undoTo(mark) {
      for (const [topic, items] of lists) items.length = mark.get(topic) ?? 0
    },
    async writeAll() {
      OPEN.delete(tx)
      for (const [topic, items] of lists) if (items.length > 0) await topic.write(tx, items)
    },
  }
}

/** Adds items to a topic of this transaction. */
export async function gather<Item>(tx: Tx, topic: Topic<Item>, ...items: readonly Item[]): Promise<void> {
  const lists = OPEN.get(tx)
  if (!lists) return topic.write(tx, items)
  const known = lists.get(topic as Topic<unknown>)
  if (known) known.push(...items)
  else lists.set(topic as Topic<unknown>, [...items])
}

/** What this transaction has gathered under a topic and not yet written, in order; nothing outside of one. */
export const gathered = <Item>(tx: Db, topic: Topic<Item>): readonly Item[] =>
  (OPEN.get(tx)?.get(topic as Topic<unknown>) ?? []) as readonly Item[]
