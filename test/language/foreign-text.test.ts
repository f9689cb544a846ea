import { expect, test } from 'vitest'
import { readCorpus, VOICES } from '../../build/language/read-corpus.ts'
import { isForeign } from '../../src/language/foreign-text.ts'

test.each([
  'Ich habe seit drei Tagen starke Kopfschmerzen',
  "J'ai mal à la tête et je suis très fatigué",
  'Tengo dolor de cabeza y no sé qué hacer con mi hijo',
  'Ho mal di testa, che cosa devo fare per la febbre?',
  'Não sei como pagar o meu cartão com juros',
  'Ik heb hoofdpijn en ik kan niet slapen',
  'Dlaczego nie mogę spać, czy jest to choroba',
  'у меня болит голова',
  '我头疼怎么办',
  'رأسي يؤلمني',
])('"%s" is not English', (text) => {
  expect(isForeign(text)).toBe(true)
})

test.each([
  'I have a headache and a fever',
  'por que means why in Spanish, how do I learn that',
  'what is an etf',
  'El Nino and La Nina explained',
  'kopfschmerzen',
  '15% of 240',
  '',
  '😀😀😀',
])('"%s" is not taken for another language', (text) => {
  expect(isForeign(text)).toBe(false)
})

test('no question that somebody wrote in English, broken English included, is taken for another language', () => {
  const asked = VOICES.flatMap((voice) => [...readCorpus('routing', voice), ...readCorpus('emergency', voice)])
  expect(asked.map(([text]) => text).filter(isForeign)).toEqual([])
})
