import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureText, syllablesOf } from '../../src/tools/measure-text.ts'

describe('measuring a text', () => {
  it('counts words, sentences and paragraphs', () =>
    expect(measureText("Dr. Smith doesn't like it. He left!\n\nIt cost 3.50, well-known as it was.")).toMatchObject({
      words: 14,
      paragraphs: 2,
      distinctWords: 12,
    }))

  it.each([
    ['cat', 1],
    ['time', 1],
    ['reading', 2],
    ['little', 2],
    ['banana', 3],
    ['jumped', 1],
    ['wanted', 2],
    ['university', 5],
  ])('%s has %d syllables', (word, syllables) => expect(syllablesOf(word)).toBe(syllables))

  it('a heading without a full stop is a sentence of its own', () =>
    expect(measureText('A heading\nA sentence. Another one.').sentences).toBe(3))

  it.each([
    ['Dr. Smith left. He went home.', 2],
    ['It cost 3.50 euros! Really? "Yes." She laughed.', 4],
    ['No end', 1],
    ['We met J. Doe at 5 p.m. and left.', 1],
    ['one. two. three.', 1],
  ])('"%s" has %d sentences', (text, sentences) => expect(measureText(text).sentences).toBe(sentences))

  it('an empty text has nothing', () =>
    expect(measureText(' \n ')).toEqual({
      characters: 0,
      words: 0,
      distinctWords: 0,
      sentences: 0,
      paragraphs: 0,
      syllables: 0,
    }))

  it('a text with words has sentences, paragraphs and a syllable a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { words, sentences, paragraphs, syllables, distinctWords } = measureText(text)
        expect(sentences > 0).toBe(words > 0)
        expect(paragraphs > 0 || words === 0).toBe(true)
        expect(syllables).toBeGreaterThanOrEqual(words)
        expect(distinctWords).toBeLessThanOrEqual(words)
      }),
    )
  })
})
