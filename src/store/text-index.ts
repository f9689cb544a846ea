import Database from 'better-sqlite3'
import { keepHandles } from './keep-handles.ts'
import { bestOf, type Posting, postingsOf, termsOf } from './postings.ts'
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

/** A full-text index in one read-only SQLite file: postings by stem for words, FTS5 for phrases. */
export interface TextIndex {
  /** Texts that contain any of the words, best first. `domain` null searches all. */
  search(words: readonly string[], domain: string | null, limit: number): Found[]
  /** Texts that contain the words one after the other, best first. */
  searchPhrase(phrase: string, domain: string | null, limit: number): Found[]
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
  create table postings (term text primary key, posting blob not null) without rowid;
  create virtual table words using fts5 (id unindexed, domain, title, questions, terms, body, tokenize = 'porter unicode61');
`
// The weights of `postings.ts`.
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
    const insert = db.prepare('insert into postings values (?, ?)')
    for (const [term, posting] of postingsOf(texts)) insert.run(term, Buffer.from(posting.buffer))
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
  const postingOf = readPostings(db)
  let listed: ReadonlyArray<{ id: string; domain: string }> | undefined
  return {
    search(words, domain, limit) {
      const postings = [...new Set(words.flatMap(termsOf))].flatMap((term) => postingOf(term) ?? [])
      if (postings.length === 0) return []
      listed ??= db.prepare<[], { id: string; domain: string }>('select id, domain from texts order by rowid').all()
      const texts = listed
      const isAllowed = (text: number) => domain === null || texts[text]?.domain === domain
      const best = bestOf(postings, texts.length, limit, isAllowed)
      return best.map(({ text, rank }) => ({ id: texts[text]?.id ?? '', rank }))
    },
    searchPhrase(phrase, domain, limit) {
      const said = `{title questions terms body} : ${quoted(phrase)}`
      return match.all(domain === null ? said : `domain : ${quoted(domain)} AND ${said}`, limit)
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

/** A term's posting, read once; null for a term that no text has. */
function readPostings(db: Database.Database): (term: string) => Posting | null {
  const read = db.prepare<[string], Buffer>('select posting from postings where term = ?').pluck()
  const kept = new Map<string, Posting>()
  return (term) => {
    const known = kept.get(term)
    if (known) return known
    const bytes = read.get(term)
    if (!bytes) return null
    const posting = new Float32Array(Uint8Array.from(bytes).buffer)
    kept.set(term, posting)
    return posting
  }
}
