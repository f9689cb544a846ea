import { OperatorError } from '../base/errors.ts'

const VERSUS = /\b(?:vs?\.?|versus|against|beats?)(?=\s)/gi
const LONGEST_NAME = 200

/** True when a sentence may name two sides: "Lions vs Tigers", "chance that Lions beat Tigers". */
export const namesPairing = (text: string): boolean => new RegExp(VERSUS.source, 'i').test(text)

/**
 * The two known sides around "vs", "against" or "beat", first the one before it. The longest known name wins, so that
 * "Real Madrid B" is not read as "Real Madrid".
 *
 * @throws OperatorError ARGS_INVALID when a side beside "vs" is not in `teams`.
 */
export function findPairing(text: string, teams: readonly string[]): readonly [string, string] {
  const known = new Map(teams.map((team) => [team.toLowerCase(), team]))
  for (const match of text.matchAll(VERSUS)) {
    const left = nameAtEnd(text.slice(0, match.index), known)
    const right = nameAtStart(text.slice(match.index + match[0].length), known)
    if (left !== undefined && right !== undefined && left !== right) return [left, right]
  }
  const some = teams.slice(0, 12).join(', ')
  throw new OperatorError(
    'ARGS_INVALID',
    `The pairing "${text.trim().slice(0, 80)}" does not name two different sides of the file.`,
    {
      hint: `Name them as in the file, such as "A vs B". The file has: ${some}${teams.length > 12 ? ', …' : ''}.`,
    },
  )
}

function nameAtEnd(before: string, known: ReadonlyMap<string, string>): string | undefined {
  const text = before.trimEnd().toLowerCase()
  for (let start = Math.max(0, text.length - LONGEST_NAME); start < text.length; start += 1) {
    const name = isWordCharacter(text.charAt(start - 1)) ? undefined : known.get(text.slice(start))
    if (name !== undefined) return name
  }
  return undefined
}

function nameAtStart(behind: string, known: ReadonlyMap<string, string>): string | undefined {
  const text = behind.trimStart().toLowerCase()
  for (let end = Math.min(text.length, LONGEST_NAME); end > 0; end -= 1) {
    const name = isWordCharacter(text.charAt(end)) ? undefined : known.get(text.slice(0, end))
    if (name !== undefined) return name
  }
  return undefined
}

const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character)
