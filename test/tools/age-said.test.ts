import { describe, expect, it } from 'vitest'
import { ageGroupOf, ageSaid } from '../../src/tools/age-said.ts'

describe('ageSaid', () => {
  it.each([
    ['my 3 month old', 0.25],
    ['my two-year-old has a cough', 2],
    ["i'm 67 and dizzy", 67],
    ['my dad is 72', 72],
    ['34f with a fever', 34],
    ['my 2.5 month old', 2.5 * (1 / 12)],
    ['my baby is 6 weeks', 6 * (1 / 52)],
    ['baby, 11 weeks, with a fever', 11 * (1 / 52)],
    ['my daughter is 30 weeks and bleeding', null],
    ['my baby is 3 weeks early', null],
    ['68 yo man', 68],
    ["i'm 5'10", null],
    ['i am 1.80 m', null],
    ["i'm 28 weeks pregnant", null],
    ['i am 80 kg', null],
    ['fever of 39', null],
    ["i'm 500", null],
  ])('"%s" tells %s', (text, years) => expect(ageSaid(text)).toBe(years))
})

describe('ageGroupOf', () => {
  it.each([
    ['my newborn', null, 'under-3-months'],
    ['my baby', null, 'baby'],
    ['pregnant with my second baby', null, 'unknown'],
    ['my son', null, 'child'],
    ['my son', 40, 'adult'],
    ['', 0.2, 'under-3-months'],
    ['', 0.9, '3-to-12-months'],
    ['', 65, 'over-65'],
    ['grandma', null, 'over-65'],
    ['me', null, 'unknown'],
  ] as const)('"%s" at %s is %s', (text, years, group) => expect(ageGroupOf(text, years)).toBe(group))
})
