import type { CommandCard } from '../command/define.ts'
import { echoOf } from './echo.ts'
import { normaliseLine } from './normalise.ts'
import { compilePattern, type Strictness, type Vocabulary } from './pattern.ts'
import type { Intent } from './resolve.ts'

/**
 * A line as one command's typed form, or null when none fits: the short way of a call that names its command. A form
 * whose words are all known comes first ("restart sports" is no target); one with a wrong word counts only where no
 * sentence of the command fits ("scale up sports" is one).
 */
export function matchTypedForm(card: CommandCard, line: string, vocabulary: Vocabulary): Intent | null {
  const match = (sources: readonly string[], text: string, strictness: Strictness) => {
    for (const source of sources) {
      const args = compilePattern(card, source, vocabulary, strictness).match(text)
      if (args) return args
    }
    return null
  }
  const exact = match(card.usage, line, 'strict')
  if (exact === null && match(card.phrases, normaliseLine(line), 'strict')) return null
  const args = exact ?? match(card.usage, line, 'loose')
  return args && { command: card.name, args, via: 'typed', confidence: 1, echo: echoOf(card, args) }
}
