import Database from 'better-sqlite3'
import { keepHandles } from './keep-handles.ts'
import { toStoreError } from './store-errors.ts'

/** A text to be found. `fields` are searched, `payload` is given back. */
export interface IndexedText {
  readonly id: string
  readonly domain: string
  readonly title: string
  readonly questions: string
  readonly terms: string
  readonly body: string
  readonly payload: string
}

/** A found text; `rank` grows with relevance (BM25, fields weighted). */
export interface Found {
  readonly id: string
  readonly rank: number
}

/** A full-text index in one read-only SQLite file: FTS5 with the Porter stemmer. */
export interface TextIndex {
  /** Texts that contain any of the words, best first. `domain` null searches all. */
  search(words: readonly string[], domain: string | null, limit: number): Found[]
  find(id: string): string | undefined
  /** Number of texts by domain. */
  sizes(): Record<string, number>
  /** A stored value beside the texts, such as the vocabulary; undefined when it was not stored. */
  note(name: string): string | undefined
  /** To be called before the process ends: Node 24 aborts over an SQLite handle that is still open then. */
  close(): void
}

const SCHEMA = `
  create table texts (id text primary key, domain text not null, payload text not null);
  create table notes (name text primary key, value text not null);
  create virtual table words using fts5 (id unindexed, domain, title, questions, terms, body, tokenize = 'porter unicode61');
`
// A word in the title says more about a page than one in a wording, and that more than one in its text.
const RANK = '-bm25(words, 0, 0, 6.0, 5.0, 4.0, 1.0)'

/** Writes an index file (or `:memory:`) and returns it open. `nativeBinding` as in `openStore`. */
export function createTextIndex(
  path: string,
  texts: readonly IndexedText[],
  notes: Readonly<Record<string, string>>,
  nativeBinding?: string,
): TextIndex {
  const db = open(path, nativeBinding, false)
  db.exec(SCHEMA)
  db.transaction(() => {
    for (const text of texts) insertText(db, text)
    for (const [name, value] of Object.entries(notes)) db.prepare('insert into notes values (?, ?)').run(name, value)
  })()
  return indexOver(db)
}

/** Opens an index that the build wrote. @throws OperatorError STORE_UNAVAILABLE when it is missing or damaged. */
export function openTextIndex(path: string, nativeBinding?: string): TextIndex {
  try {
    return indexOver(open(path, nativeBinding, true))
  } catch (thrown) {
    throw toStoreError(thrown, path)
  }
}

const open = (path: string, nativeBinding: string | undefined, readonly: boolean) =>
  keepHandles(new Database(path, { readonly, ...(nativeBinding ? { nativeBinding } : {}) }))

function insertText(db: Database.Database, text: IndexedText): void {
  db.prepare('insert into texts values (?, ?, ?)').run(text.id, text.domain, text.payload)
  db.prepare('insert into words values (?, ?, ?, ?, ?, ?)').run(
    text.id,
    text.domain,
    text.title,
    text.questions,
    text.terms,
    text.body,
  )
}

const quoted = (word: string): string => `"${word.replaceAll('"', '')}"`

function indexOver(db: Database.Database): TextIndex {
  const match = db.prepare<[string, number], Found>(
    `select id, ${RANK} as rank from words where words match ? order by rank desc limit ?`,
  )
  return {
    search(words, domain, limit) {
      if (words.length === 0) return []
      const any = `{title questions terms body} : (${words.map(quoted).join(' OR ')})`
      // The domain is asked of the index too, so that the texts of other domains need not be ranked.
      return match.all(domain === null ? any : `domain : ${quoted(domain)} AND ${any}`, limit)
    },
    find: (id) => db.prepare<[string], string>('select payload from texts where id = ?').pluck().get(id),
    sizes: () =>
      Object.fromEntries(
        db.prepare<[], [string, number]>('select domain, count(*) from texts group by domain').raw().all(),
      ),
    close: () => void db.close(),
    note: (name) => db.prepare<[string], string>('select value from notes where name = ?').pluck().get(name),
  }
}
