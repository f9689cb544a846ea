import { describe, expect, test } from 'vitest'
import { readCorpus, VOICES } from '../../build/language/read-corpus.ts'

const POOLS = ['healthcare', 'financial', 'sports', 'business', 'general']

describe.each([...VOICES, 'f'])('voice %s', (voice) => {
  test('every command sentence has a name and arguments', () => {
    for (const [text, name, args = ''] of readCorpus('commands', voice)) {
      expect(name, text).toMatch(/^[a-z]+$/)
      expect(JSON.parse(args), text).toBeTypeOf('object')
    }
  })

  test('every question has a pool and every cry a label', () => {
    expect(readCorpus('routing', voice).filter(([, pool = '']) => !POOLS.includes(pool))).toEqual([])
    expect(readCorpus('emergency', voice).filter(([, label]) => label !== '0' && label !== '1')).toEqual([])
  })
})

test.each(['commands', 'near-misses', 'routing', 'emergency'] as const)(
  'no %s sentence of voice f is learned from',
  (name) => {
    const learned = new Set(VOICES.flatMap((voice) => readCorpus(name, voice).map(([text]) => text.toLowerCase())))
    const shared = readCorpus(name, 'f').filter(
      ([text]) => text.split(' ').length > 3 && learned.has(text.toLowerCase()),
    )
    expect(shared.map(([text]) => text)).toEqual([])
  },
)
