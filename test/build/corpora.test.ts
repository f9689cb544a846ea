import { describe, expect, test } from 'vitest'
import { type CorpusName, KEPT_BACK, readCorpus, VOICES } from '../../build/language/read-corpus.ts'

const POOLS = ['healthcare', 'financial', 'sports', 'business', 'general']
const KINDS = ['commands', 'near-misses', 'routing', 'emergency'] as const

describe.each([...VOICES, ...KEPT_BACK])('voice %s', (voice) => {
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

const sentencesOf = (name: CorpusName, voices: readonly string[]): string[] =>
  voices.flatMap((voice) => readCorpus(name, voice).map(([text]) => text.toLowerCase()))

describe.each(KINDS)('the kept-back %s', (name) => {
  test('are none that is learned from', () => {
    const learned = new Set(sentencesOf(name, VOICES))
    expect(sentencesOf(name, KEPT_BACK).filter((text) => learned.has(text))).toEqual([])
  })

  test('are more than a quarter of all that was written', () => {
    const [learned, kept] = [VOICES, KEPT_BACK].map((voices) => voices.flatMap((one) => readCorpus(name, one)).length)
    expect((kept ?? 0) / ((learned ?? 0) + (kept ?? 0))).toBeGreaterThan(0.25)
  })
})

test('the questions that only measure the handbook are none that its confidence was fitted on', () => {
  const fitted = new Set(readCorpus('questions', 'p').map(([text]) => text.toLowerCase()))
  expect(readCorpus('questions', 'q').filter(([text]) => fitted.has(text.toLowerCase()))).toEqual([])
})
