import { describe, expect, test } from 'vitest'
import { alsoAsked, hitsToOffer, nearMisses, pageThatFits } from '../../src/knowledge/choose-pages.ts'
import { openHandbook } from '../../src/knowledge/handbook.ts'
import { indexedTexts, vocabularyOf } from '../../src/knowledge/index-pages.ts'
import type { Page } from '../../src/knowledge/page.ts'
import { createTextIndex } from '../../src/store/text-index.ts'

const page = (slug: string, over: Partial<Page>): Page => ({
  ...{ id: `home/${slug}`, domain: 'home', slug, title: slug, questions: [], terms: [], related: [], sources: ['a'] },
  ...{ reviewed: '2026-11-20', sections: [{ heading: 'In short', text: 'Ask somebody who knows.' }] },
  ...over,
})

const PAGES = [
  page('router', {
    title: 'Slow or broken wifi',
    questions: [
      'why does the internet drop in the evening',
      'my router keeps restarting',
      'grease on the sofa and the router is dead',
    ],
    terms: ['wifi', 'router', 'modem', 'signal', 'streaming'],
  }),
  page('stains', {
    title: 'Getting stains out',
    questions: ['how do I get red wine out of a tablecloth', 'grease on my shirt'],
    terms: ['stain', 'wine', 'grease', 'tablecloth', 'laundry'],
  }),
  page('mould', {
    title: 'Mould in the bathroom',
    questions: ['black spots on the bathroom wall', 'the bathroom smells damp'],
    terms: ['mould', 'damp', 'bathroom', 'wall'],
  }),
  page('self', { title: 'The program', questions: ['who are you'], terms: ['program'] }),
  page('garden', { domain: 'yard', id: 'yard/garden', title: 'Watering a garden', terms: ['garden', 'water', 'wine'] }),
  ...Array.from({ length: 12 }, (_, i) =>
    page(`other-${i}`, { title: `Chapter ${i} of something else`, terms: [`x${i}`] }),
  ),
]

const notes = { vocabulary: JSON.stringify(vocabularyOf(PAGES)) }
const handbook = openHandbook(createTextIndex(':memory:', indexedTexts(PAGES), notes))
const best = (ask: string) => handbook.search(ask, 'home', 4)[0]?.page.slug

describe('search', () => {
  test.each([
    ['uncle waved his arms and now there is red wine on the tablecloth', 'stains'],
    ['netflix stutters, the router blinks', 'router'],
    ['spots on the bathrom wal', 'mould'],
    ['restarting routers', 'router'],
  ])('"%s" finds %s first', (ask, slug) => {
    expect(best(ask)).toBe(slug)
  })

  test('looks in the domain that it is given, and everywhere when it is given none', () => {
    expect(handbook.search('wine', 'yard', 4).map(({ page: { slug } }) => slug)).toEqual(['garden'])
    const everywhere = handbook.search('wine', null, 4).map(({ page: { slug } }) => slug)
    expect(everywhere.toSorted()).toEqual(['garden', 'stains'])
  })

  test('answers a question of nothing but small words with the page that has it word for word, and only then', () => {
    expect(handbook.search('Who are you?', 'home', 4).map(({ page: { slug } }) => slug)).toEqual(['self'])
    expect(handbook.search('who are they', 'home', 4)).toEqual([])
  })

  test('is sure of a page when all that is said is a term that only this page has', () => {
    expect(handbook.search('modem', 'home', 4)[0]).toMatchObject({ page: { slug: 'router' }, fit: 0.8 })
    expect(handbook.search('bathroom wall', 'home', 1)[0]?.fit).not.toBe(0.8)
  })

  test('mends a typing error towards what an editor wrote, and only where one letter or two are wrong', () => {
    expect(best('resturting my routor')).toBe('router')
    expect(best('rooster')).toBeUndefined()
  })

  test('takes two swapped letters for one error', () => {
    expect(best('watch the modme')).toBe('router')
    expect(best('watch the domem')).toBeUndefined()
  })

  test('tells how many of the words a page has and how much of the question they are', () => {
    expect(handbook.search('router or modem', 'home', 1)[0]).toMatchObject({ met: 2, covers: 1 })
    const half = handbook.search('zebra with a modem', 'home', 1)[0]
    expect(half?.met).toBe(1)
    expect(half?.covers).toBeCloseTo(0.5, 1)
  })

  test('does not take a figure of speech word for word', () => {
    const doctor = page('heart', { title: 'Signs of a heart attack', terms: ['heart attack', 'chest'] })
    const both = [...PAGES, doctor]
    const words = { vocabulary: JSON.stringify(vocabularyOf(both)) }
    const shelf = openHandbook(createTextIndex(':memory:', indexedTexts(both), words))
    const first = (ask: string) => shelf.search(ask, 'home', 1)[0]?.page.slug
    expect(first('this router is giving me a heart attack')).toBe('router')
    expect(first('is this a heart attack')).toBe('heart')
  })

  test('finds nothing for words that no page has, for bare numbers and for nothing', () => {
    for (const ask of ['zebra quantum', '2^100', '', '???', 'the of and']) {
      expect(handbook.search(ask, 'home', 4), ask).toEqual([])
    }
  })

  test('is surer of a question that a page answers word for word than of one that shares a word with it', () => {
    const sure = handbook.search('how do I get red wine out of a tablecloth', 'home', 1)[0]?.fit ?? 0
    const unsure = handbook.search('which wine goes with salmon at a wedding of vegetarians', 'home', 1)[0]?.fit ?? 1
    expect(sure).toBeGreaterThan(0.7)
    expect(unsure).toBeLessThan(sure)
  })

  test('gives hits in falling order, each between 0 and 1', () => {
    const fits = handbook.search('damp wall, wine and a router', 'home', 4).map(({ fit }) => fit)
    expect(fits.length).toBeGreaterThan(2)
    expect(fits).toEqual(fits.toSorted((a, b) => b - a))
    for (const fit of fits) expect(fit > 0 && fit <= 1).toBe(true)
  })
})

describe('what is shown', () => {
  const hit = (slug: string, fit: number, met = 2, covers = 0.5) => ({ page: page(slug, {}), fit, met, covers })
  const shown = (ask: string) => {
    const hits = handbook.search(ask, 'home', 4)
    return [hits[0]?.page.slug, alsoAsked(ask, hits, handbook)?.slug ?? null]
  }

  test('is the best page where it is sure enough, however near the second one is', () => {
    expect(pageThatFits([hit('a', 0.8), hit('b', 0.79)])?.slug).toBe('a')
    expect(pageThatFits([hit('a', 0.4), hit('b', 0.3)])).toBeNull()
    expect(pageThatFits([])).toBeNull()
  })

  test('is a second page where two things are asked, and not where one thing is or two are compared', () => {
    expect(shown('grease on my shirt and damp on the bathroom wall').toSorted()).toEqual(['mould', 'stains'])
    expect(shown('grease and red wine on my shirt')).toEqual(['stains', null])
    expect(shown('grease on the sofa and the router is dead')).toEqual(['router', null])
    expect(shown('what is the difference between grease on my shirt and damp on the bathroom wall')[1]).toBeNull()
  })

  test('names those that fit nearly as well as the best one', () => {
    expect(nearMisses([hit('a', 0.8), hit('b', 0.5), hit('c', 0.1)]).map(({ slug }) => slug)).toEqual(['b'])
  })

  test('is an offer where no page is sure enough, without what is far behind, and nothing where none is near', () => {
    const doubtful = [hit('a', 0.4), hit('b', 0.3), hit('c', 0.11)]
    expect(hitsToOffer(doubtful).map(({ page: { slug } }) => slug)).toEqual(['a', 'b'])
    expect(hitsToOffer([hit('a', 0.05)])).toEqual([])
  })

  test('leaves out of an offer what has one word of many, or little of what another page has', () => {
    const strays = [hit('a', 0.4), hit('one word of many', 0.4, 1, 0.2), hit('less than half of a', 0.4, 2, 0.2)]
    expect(hitsToOffer([...strays, hit('b', 0.3)]).map(({ page: { slug } }) => slug)).toEqual(['a', 'b'])
    expect(hitsToOffer([hit('the only word', 0.4, 1, 1)])).toHaveLength(1)
  })

  test('is no choice of one page, unless that one is worth showing', () => {
    expect(hitsToOffer([hit('a', 0.3)])).toHaveLength(1)
    expect(hitsToOffer([hit('a', 0.2)])).toEqual([])
    expect(hitsToOffer([hit('one word of two', 0.5, 1, 0.5)])).toEqual([])
    expect(hitsToOffer([hit('a', 0.2), hit('b', 0.2)])).toHaveLength(2)
  })
})
