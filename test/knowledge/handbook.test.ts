import { describe, expect, test } from 'vitest'
import { hitsToOffer, pagesThatFit } from '../../src/knowledge/choose-pages.ts'
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
    questions: ['why does the internet drop in the evening', 'my router keeps restarting'],
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
  const hit = (slug: string, fit: number, covers: string[]) => ({ page: page(slug, {}), fit, covers: new Set(covers) })

  test('is one page, or two when the second covers what the first does not and fits nearly as well', () => {
    const both = [hit('a', 0.8, ['head']), hit('b', 0.7, ['tired'])]
    expect(pagesThatFit(both).map(({ slug }) => slug)).toEqual(['a', 'b'])
    expect(pagesThatFit([hit('a', 0.8, ['head']), hit('b', 0.7, ['head'])]).map(({ slug }) => slug)).toEqual(['a'])
    expect(pagesThatFit([hit('a', 0.9, ['head']), hit('b', 0.5, ['tired'])]).map(({ slug }) => slug)).toEqual(['a'])
  })

  test('is an offer where no page is sure enough, and nothing where none is near', () => {
    const doubtful = [hit('a', 0.3, ['head']), hit('b', 0.01, ['tired'])]
    expect(pagesThatFit(doubtful)).toEqual([])
    expect(hitsToOffer(doubtful).map(({ page: { slug } }) => slug)).toEqual(['a'])
  })
})
