import type { Db } from './schema.ts'

/** What became of a transaction: `lost` once it is certain that nothing of it will ever be on disk. */
export interface Fate {
  readonly lost: boolean
}

/** The moment between a transaction's last write and its commit. */
export interface Eve {
  /** Where to return to when a write is undone. */
  mark(): number
  undoTo(mark: number): void
  /** Calls what waits for this moment, each once and at most so many; false when nothing does. */
  begin(most?: number): boolean
  /** The transaction failed, or is tried again as another one. */
  lose(): void
}

const OPEN = new WeakMap<Db, { readonly fate: { lost: boolean }; readonly begins: (() => void)[] }>()
const KEPT: Fate = { lost: false }

/** Gives a transaction an eve. */
export function openEve(tx: Db): Eve {
  const fate = { lost: false }
  const begins: (() => void)[] = []
  OPEN.set(tx, { fate, begins })
  return {
    mark: () => begins.length,
    undoTo(mark) {
      begins.length = mark
    },
    begin(most = begins.length) {
      const now = begins.splice(0, most)
      for (const begin of now) begin()
      return now.length > 0
    },
    lose() {
      fate.lost = true
    },
  }
}

/**
 * Calls `begin` when all writes of the transaction are made and before it is on disk: what it starts may read, and what
 * that writes in the same turn of the event loop joins the transaction. Nothing that is not written may come of it before;
 * its writes ask `fateOf` whether there is anything to go on with. Called at once where no transaction is open.
 */
export function onEve(tx: Db, begin: () => void): void {
  const open = OPEN.get(tx)
  if (open) open.begins.push(begin)
  else begin()
}

/** Kept for whatever is not written in a transaction of a group. */
export const fateOf = (tx: Db): Fate => OPEN.get(tx)?.fate ?? KEPT
