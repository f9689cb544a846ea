import { describe, expect, test } from 'vitest'
import { folders } from '../../bin/folders.ts'
import { HEADINGS } from '../../src/knowledge/page.ts'
import { readPages } from '../../src/knowledge/read-pages.ts'
import { measureText } from '../../src/tools/measure-text.ts'

const handbooks = folders.packs.names.map((name) => {
  const pages = readPages(new URL(`../../src/agents/packs/${name}/handbook/`, import.meta.url), name)
  return { name, pages }
})

/** Front matter is checked by the reader itself, which names the page. */
describe.each(handbooks)('the handbook of $name', ({ name, pages }) => {
  const slugs = pages.map((page) => page.slug)
  const bodyOf = (page: (typeof pages)[number]) => page.sections.map((section) => section.text).join('\n')
  const wrong = (isWrong: (page: (typeof pages)[number]) => unknown) => pages.filter(isWrong).map((page) => page.id)

  test('has the headings that the specialists read on every page, in order, and no other', () => {
    const inOrder = Object.values(HEADINGS)
    const headings = (page: (typeof pages)[number]) => page.sections.map(({ heading }) => heading)
    // Not everything can become urgent; a question of health always can.
    const needed = inOrder.filter((heading) => heading !== HEADINGS.urgent || name === 'healthcare')
    expect(wrong((page) => needed.some((heading) => !headings(page).includes(heading)))).toEqual([])
    expect(
      wrong((page) => headings(page).join() !== inOrder.filter((one) => headings(page).includes(one)).join()),
    ).toEqual([])
    expect(wrong((page) => page.sections.some((section) => section.text === ''))).toEqual([])
  })

  test('says on every page what can be said in 150 to 500 words', () => {
    const words = (page: (typeof pages)[number]) => bodyOf(page).split(/\s+/).length
    expect(wrong((page) => words(page) < 150 || words(page) > 500)).toEqual([])
  })

  test('reads easily: Flesch reading ease of at least 55 on every page, names not counted', () => {
    const ease = (page: (typeof pages)[number]) => {
      const { words, sentences, syllables } = measureText(bodyOf(page).replace(/(?<=[\p{L},;:(] )\p{Lu}\p{L}+/gu, ''))
      return 206.835 - (1.015 * words) / sentences - (84.6 * syllables) / words
    }
    expect(pages.map((page) => [page.id, Math.round(ease(page))] as const).filter(([, score]) => score < 55)).toEqual(
      [],
    )
  })

  test('points only to pages that exist, and never to itself', () => {
    const dead = pages.flatMap(({ slug, related }) => related.filter((one) => !slugs.includes(one) || one === slug))
    expect(dead).toEqual([])
  })

  test('shows no address, no HTML and no control character', () => {
    expect(
      wrong((page) => /https?:\/\/|www\.|<[a-z/][^>]*>|[\x00-\x09\x0b-\x1f\x7f]/i.test(JSON.stringify(page))),
    ).toEqual([])
  })

  test('gives every page a title, wordings and a slug of its own', () => {
    for (const names of [slugs, pages.map((page) => page.title.toLowerCase())]) {
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    }
    expect(
      wrong((page) => new Set(page.questions.map((one) => one.toLowerCase())).size < page.questions.length),
    ).toEqual([])
  })

  test('was reviewed on a day that exists, and not in the future', () => {
    const days = (page: (typeof pages)[number]) => Date.parse(`${page.reviewed}T00:00:00Z`)
    expect(
      wrong((page) => !(days(page) <= Date.now()) || new Date(days(page)).toISOString().slice(0, 10) !== page.reviewed),
    ).toEqual([])
  })
})
