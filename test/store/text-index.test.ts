import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { createTextIndex, type IndexedText } from '../../src/store/text-index.ts'

const text = (id: string, domain: string, fields: Partial<IndexedText>): IndexedText => ({
  ...{ id, domain, title: '', questions: '', terms: '', body: '', payload: `{"id":"${id}"}` },
  ...fields,
})

const TEXTS = [
  text('budget', 'financial', {
    title: 'Making a budget',
    body: 'Write down what comes in. A budget is a plan for money.',
  }),
  text('debt', 'financial', {
    title: 'Paying off debts',
    questions: 'how do I pay my debts?',
    body: 'List each debt.',
  }),
  text('cough', 'healthcare', {
    title: 'Coughing',
    terms: 'café au lait',
    body: 'A cough may last three weeks of money worries.',
  }),
  text('offside', 'sports', { title: 'The offside rule', body: 'A player is offside when nearer to the goal line.' }),
]
const index = createTextIndex(':memory:', TEXTS, { vocabulary: '{"pages":4}' })
afterAll(() => index.close())

const idsOf = (words: string[], domain: string | null = null, limit = 9) =>
  index.search(words, domain, limit).map(({ id }) => id)

describe('a text index', () => {
  it('finds a text by any form of a word in it', () => {
    expect(idsOf(['budgeting'])).toEqual(['budget'])
    expect(idsOf(['coughs'])).toEqual(['cough'])
  })

  it('finds a word with an accent by the word without it', () => {
    expect(idsOf(['cafe'])).toEqual(['cough'])
  })

  it('puts a text whose title has the word before one that only mentions it', () => {
    expect(idsOf(['debt', 'money'])[0]).toBe('debt')
  })

  it('finds nothing in another domain, for unknown words or for none', () => {
    expect(idsOf(['money'], 'sports')).toEqual([])
    expect(idsOf(['zebra'])).toEqual([])
    expect(idsOf([])).toEqual([])
  })

  it('gives no more than it is asked for', () => {
    expect(idsOf(['money', 'goal', 'debt'], null, 2)).toHaveLength(2)
  })

  it('finds a phrase only where the words follow each other', () => {
    expect(index.searchPhrase('plan for money', null, 9).map(({ id }) => id)).toEqual(['budget'])
    expect(index.searchPhrase('money for plan', null, 9)).toEqual([])
    expect(index.searchPhrase('plan for money', 'sports', 9)).toEqual([])
  })

  it('gives back payloads, notes and how many texts a domain has', () => {
    expect(index.find('debt')).toBe('{"id":"debt"}')
    expect(index.find('nothing')).toBeUndefined()
    expect(index.note('vocabulary')).toBe('{"pages":4}')
    expect(index.note('nothing')).toBeUndefined()
    expect(index.sizes()).toEqual({ financial: 2, healthcare: 1, sports: 1 })
  })

  it('ranks by the BM25 of SQLite’s own full-text search', () => {
    const db = new Database(':memory:')
    db.exec(
      "create virtual table words using fts5 (id unindexed, title, questions, terms, body, tokenize = 'porter unicode61')",
    )
    const insert = db.prepare('insert into words values (?, ?, ?, ?, ?)')
    for (const one of TEXTS) insert.run(one.id, one.title, one.questions, one.terms, one.body)
    const wanted = db
      .prepare<[string], { id: string; rank: number }>(
        'select id, -bm25(words, 0, 6.0, 5.0, 4.0, 1.0) as rank from words where words match ? order by rank desc',
      )
      .all('debt OR cough OR goal')
    db.close()
    const found = index.search(['debt', 'cough', 'goal'], null, 9)
    expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
    for (const [i, { rank }] of found.entries()) expect(rank).toBeCloseTo(wanted[i]?.rank ?? Number.NaN, 5)
  })
})
