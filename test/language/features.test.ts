import { expect, test } from 'vitest'
import { createFeatureReader, readableWords } from '../../src/language/features.ts'
import { ideaReaderOf } from '../../src/language/lexicons.ts'
import { createSpelling } from '../../src/language/spelling.ts'

const reader = createFeatureReader({
  size: 1 << 12,
  spelling: createSpelling(['status']),
  ideas: ideaReaderOf('commands'),
})
const placesOf = (text: string): number[] => [...reader.read(text)].sort((a, b) => a - b)

test('the same text touches the same places, whatever was read in between', () => {
  const first = placesOf('scale up the doctors')
  placesOf('something else')
  expect(placesOf('scale up the doctors')).toEqual(first)
})

test('every place is inside the table and stands once', () => {
  const places = placesOf(`${'a long story about a boiler '.repeat(500)}`)
  expect(new Set(places).size).toBe(places.length)
  expect(places.every((place) => place >= 0 && place < 1 << 12)).toBe(true)
})

test('what number it is does not matter, that it is one does', () => {
  expect(placesOf('retry task 7')).toEqual(placesOf('retry task 812'))
  expect(placesOf('retry task 7')).not.toEqual(placesOf('retry task'))
})

test('apostrophes are folded and numbers become a sign', () => {
  expect(readableWords('Don’t pay 2,500.50 or 5k #12!')).toEqual(['dont', 'pay', '#', 'or', '#k', '#'])
})
