import { OperatorError } from '../base/errors.ts'

/** The number itself. @throws OperatorError ARGS_INVALID when it is too large for a number. */
export function finiteResult(n: number): number {
  if (Number.isFinite(n)) return n
  throw new OperatorError('ARGS_INVALID', 'The result is too large to compute with these numbers.', {
    hint: 'Use a smaller amount, a lower rate or a shorter time.',
  })
}
