import { expect, test } from 'vitest'
import { lazily } from '../../src/base/lazily.ts'

test('a member is made at the first look, once, and no other with it', () => {
  const made: string[] = []
  const make = (name: string) => () => {
    made.push(name)
    return { name }
  }
  const both = lazily({ first: make('first'), second: make('second') })
  expect(made).toEqual([])
  expect(both.second).toBe(both.second)
  expect(made).toEqual(['second'])
})

test('a member may look at another one', () => {
  const numbers: { readonly one: number; readonly two: number } = lazily({ one: () => 1, two: () => numbers.one + 1 })
  expect(numbers).toEqual({ one: 1, two: 2 })
})

test('a member that could not be made is tried again', () => {
  let tries = 0
  const lazy = lazily({
    late() {
      tries += 1
      if (tries === 1) throw new Error('not yet')
      return 'made'
    },
  })
  expect(() => lazy.late).toThrow('not yet')
  expect(lazy.late).toBe('made')
})
