import { describe, expect, test } from 'vitest'
import { inPlainWords } from '../../src/knowledge/plain-words.ts'

const PAGES: Readonly<Record<string, number>> = {
  ...{ grandma: 9, inherited: 5, gran: 4, husband: 8, mobile: 9, phone: 12, '401k': 3, '60k': 1 },
}
const plain = (...words: string[]) => inPlainWords(words, (word) => PAGES[word] ?? 0)

describe('words of a question', () => {
  test('that few pages have become the plain word for them', () => {
    expect(plain('inherited', 'gran', 'hubby')).toEqual(['inherited', 'grandma', 'husband'])
  })

  test('that the pages use themselves stay', () => {
    expect(plain('mobile', '401k')).toEqual(['mobile', '401k'])
  })

  test('that are figures of no page are left out, and so is a sum that one page names by chance', () => {
    expect(plain('inherited', '60k', '2400', '4x5', '3pm')).toEqual(['inherited'])
  })

  test('that nobody knows stay as they are', () => {
    expect(plain('zyzzyva', 'phone')).toEqual(['zyzzyva', 'phone'])
  })
})
