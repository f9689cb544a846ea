import type * as z from 'zod'
import { groupDigits } from '../base/digits.ts'

const NOUNS: Readonly<Record<string, string>> = { number: 'a number', int: 'a whole number', string: 'a text' }

/**
 * What is wrong with an argument, as the end of `"sessions" cannot use its limit: …`. For what a schema has no words of
 * its own for; undefined leaves it to zod.
 */
export const sayIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'it is missing' : `it is not ${NOUNS[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `it can be ${listed(issue.values.map(String))}`
    case 'too_small':
      return issue.origin === 'number' ? `it is at least ${groupDigits(Number(issue.minimum), 3)}` : 'it is empty'
    case 'too_big':
      return issue.origin === 'number'
        ? `it is at most ${groupDigits(Number(issue.maximum), 3)}`
        : `it has more than ${groupDigits(Number(issue.maximum))} characters`
    case 'invalid_union':
      return 'it can be true or false'
    default:
      return undefined
  }
}

/** "a, b or c"; "only a". */
export const listed = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : `only ${words[0]}`
