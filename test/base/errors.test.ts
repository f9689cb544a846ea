import { describe, expect, test } from 'vitest'
import { ERROR_CATALOGUE, isOperatorError, OperatorError, toOperatorError } from '../../src/base/errors.ts'

test.each(Object.entries(ERROR_CATALOGUE).map(([code, facts]) => ({ code, ...facts })))(
  '$code never looks like success',
  ({ exit, http, means }) => {
    expect(exit).toBeGreaterThan(0)
    expect(exit).toBeLessThan(256)
    expect(http === 202 || http >= 400).toBe(true)
    expect(means).toMatch(/^[A-Z].*\.$/)
  },
)

test('the exit codes are the promised ones', () => {
  const promised = {
    ...{ TASK_FAILED: 1, ARGS_INVALID: 2, COMMAND_UNKNOWN: 2, NOT_FOUND: 3, UNAUTHENTICATED: 4, ROLE_TOO_LOW: 4 },
    ...{
      CONFLICT: 5,
      APPROVAL_NEEDED: 6,
      BUDGET_EXCEEDED: 7,
      RATE_LIMITED: 7,
      QUEUE_FULL: 7,
      LIMIT_REACHED: 7,
      KILLED: 8,
      PAUSED: 8,
    },
    ...{ PROVIDER_FAILED: 9, POLICY_DENIED: 10, GATE_REFUSED: 10, STORE_UNAVAILABLE: 11, BUG: 70 },
    ...{ WAIT_TIMEOUT: 124, CANCELLED: 130 },
  }
  for (const [code, exit] of Object.entries(promised)) expect(ERROR_CATALOGUE).toMatchObject({ [code]: { exit } })
})

describe('anything caught becomes one of ours', () => {
  test('ours stays the same object', () => {
    const error = new OperatorError('CONFLICT', 'No.', { hint: 'x', data: { task: 1 } })
    expect(toOperatorError(error)).toBe(error)
    expect(isOperatorError(error)).toBe(true)
  })

  test.each([
    { thrown: new TypeError('x is undefined'), code: 'BUG' },
    { thrown: 'a string', code: 'BUG' },
    { thrown: undefined, code: 'BUG' },
    { thrown: null, code: 'BUG' },
    { thrown: new DOMException('stop', 'AbortError'), code: 'CANCELLED' },
  ])('$thrown is $code', ({ thrown, code }) => {
    expect(toOperatorError(thrown)).toMatchObject({ code, cause: thrown })
  })
})
