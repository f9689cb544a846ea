import { describe, expect, test } from 'vitest'
import type { Page } from '../../src/knowledge/page.ts'
import { asItem, nearestPoints, pointsOf } from '../../src/knowledge/page-points.ts'

const page: Page = {
  ...{ id: 'home/food', domain: 'home', slug: 'food', title: 'Food safety', related: [], sources: ['a'] },
  ...{ reviewed: '2026-11-20', questions: [], terms: ['leftovers', 'fridge', 'rice'] },
  sections: [
    { heading: 'In short', text: 'Keep food cold and clean.' },
    {
      heading: 'What it can mean',
      text: '- Leftovers keep three days in the fridge.\n- Germs like warmth.\n- Date marks differ.',
    },
    { heading: 'What to do next', text: '- Wash your hands.\n- Cook meat through.\n- Reheat until it steams.' },
    { heading: 'What to ask or bring', text: 'The packet:\n- its date' },
  ],
}
const near = (ask: string) => nearestPoints(page, ask, 2).map(({ point }) => point)

describe('the points of a section', () => {
  test('are its list items, or the whole text where it is not a plain list', () => {
    expect(pointsOf(page, 'What to do next')).toEqual([
      'Wash your hands.',
      'Cook meat through.',
      'Reheat until it steams.',
    ])
    expect(pointsOf(page, 'What to ask or bring')).toEqual(['The packet:\n- its date'])
    expect(pointsOf(page, 'Get help now if')).toEqual([])
  })

  test('become list items again as they were', () => {
    expect(pointsOf(page, 'What to do next').map(asItem).join('\n')).toBe(page.sections[2]?.text)
    expect(pointsOf(page, 'What to ask or bring').map(asItem)).toEqual([page.sections[3]?.text])
  })
})

describe('the points nearest to a question', () => {
  test('share a term of the page with it that few points have', () => {
    expect(near('how long do leftovers last')).toEqual(['Leftovers keep three days in the fridge.'])
  })

  test('are none where only words in passing or the title are shared', () => {
    expect(near('is it safe to wash food')).toEqual([])
    expect(near('food safety')).toEqual([])
  })

  test('share several words where none of them is a term', () => {
    expect(near('must meat be cooked through')).toEqual(['Cook meat through.'])
  })

  test('say whether they add what the page does not say in short', () => {
    expect(nearestPoints(page, 'leftovers', 1)[0]?.adds).toBe(true)
    expect(nearestPoints({ ...page, terms: ['clean', 'hands'] }, 'hands', 1)[0]?.heading).toBe('What to do next')
  })
})
