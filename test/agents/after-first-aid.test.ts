import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { afterFirstAid } from '../../src/agents/after-first-aid.ts'
import type { Answer } from '../../src/agents/answer.ts'
import { HEADINGS, type Page } from '../../src/knowledge/page.ts'
import { FIRST_AID } from '../../src/language/emergency.ts'
import { prose } from '../../src/report/report.ts'

const page = (urgent: string | null): Page => ({
  ...{ id: 'healthcare/neck', slug: 'neck', domain: 'healthcare', title: 'Neck pain' },
  ...{ questions: [], terms: [], related: [], sources: ['NHS'], reviewed: '2026-11-21' },
  sections: [
    { heading: HEADINGS.short, text: 'It mostly comes from posture.' },
    ...(urgent === null ? [] : [{ heading: HEADINGS.urgent, text: urgent }]),
  ],
})

const draft = (over: Partial<Answer> = {}): Omit<Answer, 'emergency' | 'notice'> => ({
  ...{ outcome: 'answered', text: 'It mostly comes from posture.', blocks: [prose('It mostly comes from posture.')] },
  ...{ computed: [], sources: ['NHS'], remarks: [], by: { kind: 'handbook', pages: ['healthcare/neck'] }, fit: 0.8 },
  ...over,
})
const shelf = (urgent: string | null) => ({ find: () => page(urgent) })
const textOf = (over: Partial<Answer>, urgent: string | null = '- Now: a stiff neck and a fever.') =>
  afterFirstAid({ kind: 'medical' }, draft(over), shelf(urgent)).text

test('first comes what to do now, and of a page only its warnings', () => {
  const text = textOf({})
  expect(text.startsWith(FIRST_AID.medical)).toBe(true)
  expect(text).toContain('a stiff neck and a fever')
  expect(text).not.toContain('posture')
})

test('a page without warnings, a model and a computed result are told whole', () => {
  expect(textOf({}, null)).toContain('posture')
  expect(textOf({ by: { kind: 'model', route: 'a/b', pages: [] } })).toContain('posture')
  expect(textOf({ computed: [{ tool: 'triage', input: {}, output: {} }] })).toContain('posture')
})

test('where nothing fits, that is not said', () => {
  const answer = afterFirstAid({ kind: 'medical' }, draft({ outcome: 'nothing', text: 'Nothing fits.' }), shelf(null))
  expect(answer.outcome).toBe('answered')
  expect(answer.text).not.toContain('Nothing fits')
})

test('to somebody who thinks of dying only the page about that is told, whatever else was found', () => {
  const asked: string[] = []
  const find = (id: string) => {
    asked.push(id)
    return page('- Now: you might act on it.')
  }
  const { text } = afterFirstAid({ kind: 'crisis' }, draft(), { find })
  expect(text).toContain('you might act on it')
  expect(text).not.toContain('posture')
  expect(asked).toEqual(['healthcare/suicidal-thoughts'])
  expect(existsSync(new URL('../../src/agents/packs/healthcare/handbook/suicidal-thoughts.md', import.meta.url))).toBe(
    true,
  )
})
