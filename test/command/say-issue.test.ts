import { expect, test } from 'vitest'
import * as z from 'zod'
import { sayIssue } from '../../src/command/say-issue.ts'
import { flag } from '../../src/command/slots.ts'

test.each<[schema: z.ZodType, input: unknown, says: string]>([
  [z.string(), undefined, 'it is missing'],
  [z.coerce.number(), 'x', 'it is not a number'],
  [z.coerce.number().int(), '1.5', 'it is not a whole number'],
  [z.enum(['up', 'down', 'off']), 'left', 'it can be up, down or off'],
  [z.enum(['failed']), 'nowhere', 'it can be only failed'],
  [z.coerce.number().min(1), '0', 'it is at least 1'],
  [z.coerce.number().min(0.001), '0', 'it is at least 0.001'],
  [z.coerce.number().max(1_000), '1001', 'it is at most 1,000'],
  [z.string().min(1), '', 'it is empty'],
  [z.string().max(200), 'x'.repeat(201), 'it has more than 200 characters'],
  [flag('a flag'), 'perhaps', 'it can be true or false'],
])('%# says what a person can mend', (schema, input, says) => {
  const { error } = schema.safeParse(input, { error: sayIssue })
  expect(error?.issues.map((issue) => issue.message)).toEqual([says])
})

test('the words of a schema come first', () => {
  const { error } = z.number('it is not a task number').safeParse('x', { error: sayIssue })
  expect(error?.issues[0]?.message).toBe('it is not a task number')
})
