import { describe, expect, it } from 'vitest'
import { asksToCompute, asksToUnderstand } from '../../src/tools/asks-to-compute.ts'

const BMI = /\bbmi\b/

describe('asksToCompute', () => {
  it.each([
    'calculate my bmi',
    'please work out the bmi',
    'can you compute my bmi',
    "what's my bmi",
    'hi, tell me our bmi',
  ])('"%s" is an order', (text) => expect(asksToCompute(text, BMI)).toBe(true))

  it.each(['how do i calculate bmi', 'what is bmi', 'is bmi good', 'bmi', 'why calculate bmi', 'calculate my tax'])(
    '"%s" is none',
    (text) => expect(asksToCompute(text, BMI)).toBe(false),
  )

  it('a question about the matter is known as one', () => {
    expect(asksToUnderstand('how do i calculate bmi')).toBe(true)
    expect(asksToUnderstand('why is it so')).toBe(true)
    expect(asksToUnderstand('bmi of 80 kg')).toBe(false)
  })
})
