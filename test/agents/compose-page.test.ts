import { describe, expect, test } from 'vitest'
import { composePage, firstSteps } from '../../src/agents/compose-page.ts'
import type { Page } from '../../src/knowledge/page.ts'

const list = (word: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `- ${word} number ${i + 1}.`).join('\n')

const page: Page = {
  ...{ id: 'home/taps', domain: 'home', slug: 'taps', title: 'Taps', questions: [], terms: ['washer'], related: [] },
  ...{ sources: ['a'], reviewed: '2026-11-20' },
  sections: [
    { heading: 'In short', text: 'Turn the water off.' },
    { heading: 'What it can mean', text: `${list('Cause', 8)}\n- A worn washer drips.` },
    { heading: 'What to do next', text: list('Step', 8) },
    { heading: 'What to ask or bring', text: '- The make.' },
  ],
}
const urgent: Page = {
  ...page,
  sections: [
    ...page.sections.slice(0, 3),
    { heading: 'Get help now if', text: `${list('Danger', 9)}\n- Now: a burst pipe.` },
  ],
}
const headings = (text: string) => [...text.matchAll(/^\*\*(.+)\*\*$/gm)].map(([, heading]) => heading)
const count = (text: string, word: string) => text.split(word).length - 1

describe('a page as an answer', () => {
  test('tells what to do before what it can mean where somebody wants to do something, and the other way round', () => {
    const [toDo, toKnow] = [composePage(page, 'how do I stop it').text, composePage(page, 'why is it so').text]
    expect(headings(toDo)).toEqual(['In short', 'What to do next', 'What it can mean'])
    expect(headings(toKnow)).toEqual(['In short', 'What it can mean', 'What to do next'])
    expect(count(toDo, 'Step number')).toBeGreaterThan(count(toKnow, 'Step number'))
    expect(count(toDo, 'Cause number')).toBeLessThan(count(toKnow, 'Cause number'))
  })

  test('opens with the point nearest to the question, told once', () => {
    const { text } = composePage(page, 'why does the washer drip')
    expect(headings(text)).toEqual(['Closest to your question', 'In short', 'What it can mean', 'What to do next'])
    expect(count(text, 'A worn washer drips.')).toBe(1)
  })

  test('never shortens when to get help, and says what the page says in short before any point', () => {
    const { text } = composePage(urgent, 'why does the washer drip')
    expect(count(text, 'Danger number')).toBe(9)
    expect(headings(text).slice(0, 2)).toEqual(['In short', 'Closest to your question'])
    expect(headings(text).at(-1)).toBe('Get help now if')
  })

  test('tells when to get help before all else to know and do where the question is about that', () => {
    const { text } = composePage({ ...urgent, terms: ['burst'] }, 'a burst one')
    expect(headings(text).slice(0, 2)).toEqual(['In short', 'Get help now if'])
  })

  test('leaves out no point that warns, however far down it stands', () => {
    const steps = `${list('Step', 8)}\n- Never use a flame.`
    const warning = page.sections.map((one) => (one.heading === 'What to do next' ? { ...one, text: steps } : one))
    expect(composePage({ ...page, sections: warning }, 'why is it so').text).toContain('- Never use a flame.')
  })

  test('is the whole page for its title, word for word', () => {
    const { text, whole } = composePage(urgent, 'taps?')
    expect(whole).toBe(true)
    expect([count(text, 'Cause number'), count(text, 'Step number'), count(text, 'Danger number')]).toEqual([8, 8, 9])
    expect(composePage(page, 'taps at home').whole).toBe(false)
  })

  test('says what to bring where a visit is asked about', () => {
    expect(headings(composePage(page, 'what do I bring to the visit').text)).toContain('What to ask or bring')
  })
})

test('first steps are as many as asked for', () => {
  expect(count(firstSteps(page, 3), 'Step number')).toBe(3)
})
