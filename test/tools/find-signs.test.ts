import { describe, expect, it } from 'vitest'
import { findSigns } from '../../src/tools/find-signs.ts'

describe('findSigns', () => {
  it.each([
    ['no chest pain', 'chest-pain', false],
    ['without a fever', 'fever', false],
    ["i don't have any chest pain", 'chest-pain', false],
    ['no cough or fever', 'fever', false],
    ['not eating or coughing blood', 'cough-blood', true],
    ['no fever but a stiff neck', 'stiff-neck', true],
    ['not only chest pain', 'chest-pain', true],
    ['never had chest pain like this', 'chest-pain', true],
    ['food poisoning', 'poison', false],
    ['poison ivy on my leg', 'poison', false],
    ["can't breathe through my nose", 'breath-severe', false],
    ["i can't breathe", 'breath-severe', true],
    ["i'm confused, should i see a doctor for my knee pain", 'confused', false],
    ['my dad is confused, should i call', 'confused', true],
    ['sore throat with swollen glands', 'airway-swelling', false],
    ['my throat is swelling', 'airway-swelling', true],
    ["a rash that won't go away", 'purple-rash', false],
    ["spots that don't fade under a glass", 'purple-rash', true],
  ] as const)('"%s": %s is %s', (text, sign, told) => expect(findSigns(text).has(sign)).toBe(told))
})
