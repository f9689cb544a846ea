import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateArithmetic } from '../../src/tools/evaluate-arithmetic.ts'

const computed = async (expression: string) => (await evaluateArithmetic(expression)).value
const whole = fc.integer({ min: -1_000_000, max: 1_000_000 })

describe('evaluating arithmetic', () => {
  it.each([
    ['0.1+0.2', '0.3'],
    ['15/100*240', '36'],
    ['240 + 15%', '276'],
    ['2^100', '1267650600228229401496703205376'],
    ['-2^2', '-4'],
    ['2^-3', '0.125'],
    ['20!', '2432902008176640000'],
    ['sqrt(144)', '12'],
    ['sqrt(2.25)', '1.5'],
    ['10 mod 3', '1'],
    ['2(3+4)', '14'],
    ['max(1,5,3) + min(4,2)', '7'],
    ['median(3,1,2)', '2'],
    ['gcd(12,18)', '6'],
    ['round(2.567, 2)', '2.57'],
    ['0.000001*0.0000001', '0.0000000000001'],
    ['1e300*1e300/1e599', '10'],
  ])('%s is exactly %s', async (expression, value) =>
    expect(await evaluateArithmetic(expression)).toEqual({ value, exact: true, fraction: null }),
  )

  it.each([
    ['sqrt(2)', '1.4142135623730950488'],
    ['sin(30 deg)', '0.5'],
    ['log(1000)', '3'],
    ['ln(e)', '1'],
    ['log(8,2)', '3'],
    ['2^0.5', '1.4142135623730950488'],
    ['pi', '3.1415926535897932385'],
  ])('%s is about %s', async (expression, value) =>
    expect(await evaluateArithmetic(expression)).toEqual({ value, exact: false, fraction: null }),
  )

  it('what no decimal can write is also a fraction', async () =>
    expect(await evaluateArithmetic('1/3')).toEqual({ value: '0.33333333333333333333', exact: false, fraction: '1/3' }))

  it.each(['1/0', '0/0', '5 mod 0', '0^-1'])('%s divides by zero', async (expression) =>
    expect(evaluateArithmetic(expression)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: 'This divides by zero, which has no result.',
    }),
  )

  it.each(['sqrt(-1)', 'ln(-5)', '(-3)!', '2.5!', 'ln(0)*0'])('%s has no real result', async (expression) =>
    expect(evaluateArithmetic(expression)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )

  it.each(['9^9^9^9', '100000!', 'exp(1e9)', 'sin(1e300)', '(9^999)^9999999'])(
    '%s is refused as too large at once',
    async (expression) => {
      const before = performance.now()
      await expect(evaluateArithmetic(expression)).rejects.toMatchObject({
        message: 'The result is too large to compute.',
      })
      expect(performance.now() - before).toBeLessThan(2000)
    },
  )

  it.each([
    'import("fs")',
    'evaluate("1+1")',
    'parse("1")',
    'createUnit("x")',
    'a = 5',
    'f(x) = x',
    '[1,2]',
    '{a: 1}',
    '"text"',
    'x',
    'true',
    'constructor',
    'sqrt.constructor("return 1")()',
    '1;2',
    '5 km',
    '1 > 0',
    'i',
    'random()',
  ])('%s is not known', async (expression) =>
    expect(evaluateArithmetic(expression)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )

  it('sums, differences and products are those of whole numbers', async () => {
    await fc.assert(
      fc.asyncProperty(whole, whole, whole, async (a, b, c) => {
        expect(await computed(`(${a}) * (${b}) + (${c}) - (${a})`)).toBe(
          String(BigInt(a) * BigInt(b) + BigInt(c) - BigInt(a)),
        )
      }),
    )
  })

  it('dividing and multiplying again gives the number back', async () => {
    await fc.assert(
      fc.asyncProperty(whole, fc.integer({ min: 1, max: 100_000 }), async (a, b) => {
        expect(await computed(`(${a}) / ${b} * ${b}`)).toBe(String(a))
      }),
    )
  })

  it('the root of a square is the number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 0n, max: 10n ** 30n }), async (n) => {
        expect(await evaluateArithmetic(`sqrt(${n * n})`)).toMatchObject({ value: String(n), exact: true })
      }),
    )
  })
})
