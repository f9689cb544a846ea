import { groupDigits } from '../base/digits.ts'
import { OperatorError } from '../base/errors.ts'

/** Longer instructions belong into a file or a pipe, as material. */
const LONGEST_LINE = 20_000

/** @throws OperatorError ARGS_INVALID for a line that is too long, is not text, or has no words. */
export function checkLine(line: string): void {
  if (line.length > LONGEST_LINE) {
    throw new OperatorError(
      'ARGS_INVALID',
      `The instruction has ${groupDigits(line.length)} characters; at most ${groupDigits(LONGEST_LINE)} are read.`,
      {
        hint: 'put long material into a file: --file <path>',
      },
    )
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL is what tells binary from text
  if (/\u0000|\uFFFD{3}/.test(line)) {
    throw new OperatorError('ARGS_INVALID', 'The instruction is not text.', { hint: 'type it in words' })
  }
  // The Latin letters first: to make the other expression ready takes longer than to look up most commands.
  if (!/[a-z]/i.test(line) && !/[\p{L}\p{N}]/u.test(line)) {
    throw new OperatorError('ARGS_INVALID', 'There are no words in the instruction.', {
      hint: 'say what you want in words, or: help',
    })
  }
}
