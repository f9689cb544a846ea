import { describe, expect, test } from 'vitest'
import { canonicalJson, digestOf, sha256 } from '../../src/base/digest.ts'

test.each([
  [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
  [{ a: { d: 1, c: [3, { z: 1, y: 2 }] } }, '{"a":{"c":[3,{"y":2,"z":1}],"d":1}}'],
  [{ A: 1, a: 2, '10': 3, '9': 4, ä: 5 }, '{"10":3,"9":4,"A":1,"a":2,"ä":5}'],
  [[1e21, 1e-7, 0.1, -0, 100], '[1e+21,1e-7,0.1,0,100]'],
  ['quote " slash / € \n \u0001', '"quote \\" slash / € \\n \\u0001"'],
  [{ a: undefined, b: null }, '{"b":null}'],
  [null, 'null'],
  ['', '""'],
])('%j is written as %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

describe('one digest', () => {
  test('for equal values, whatever the order of their keys', () => {
    expect(digestOf({ pool: 'a', ask: 'b' })).toBe(digestOf({ ask: 'b', pool: 'a' }))
  })

  test.each([
    [{ a: 1 }, { a: '1' }],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: null }, {}],
    ['', null],
  ])('tells %j from %j', (one, other) => {
    expect(digestOf(one)).not.toBe(digestOf(other))
  })
})

test('SHA-256 is the one that everybody knows', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [{ n: Number.NaN }], [10n], [undefined], [() => 1]])(
  'what JSON cannot hold is a bug: %s',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'BUG' }))
  },
)
