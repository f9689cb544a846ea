import { asksAbout } from './asks-about.ts'
import { beginsAsOrder, isDeed } from './deeds.ts'
import { normaliseLine } from './normalise.ts'
import { refuseDelete } from './refuse-line.ts'
import { refuseNegated } from './refuse-negated.ts'
import { refuseAllBut } from './refuse-several.ts'
import { type Deed, refuseTwoDeeds } from './refuse-two-deeds.ts'
import { refuseTime, refuseUnheld } from './refuse-unheld.ts'

/** A command as a line was understood. */
interface Understood {
  readonly command: string
  readonly args: Readonly<Record<string, unknown>>
  readonly via: string
  readonly echo: string
}

/**
 * What was understood, unless it is a change that the line only asks about: null for that.
 *
 * @throws OperatorError ARGS_INVALID for a change that is not to be made, or not as a command makes it.
 */
export function vetDeed<One extends Understood>(found: One | null, raw: string): One | null {
  if (found === null || !isDeed(found.command, found.args)) return found
  if (asksAbout(found.command, raw)) return null
  refuseNegated(found.command, raw, found.echo)
  refuseUnheld(found.command, raw, found.echo)
  return found
}

/** Reads a part of a line as if it stood alone; null for one that orders nothing, a refused one is an order too. */
export const partReader =
  (read: (raw: string) => Understood | null) =>
  (part: string): Deed | null => {
    try {
      const found = vetDeed(read(part), part)
      return found && (found.via !== 'guessed' || beginsAsOrder(normaliseLine(part))) ? deedOf(found) : null
    } catch {
      return beginsAsOrder(normaliseLine(part)) ? { command: '', echo: part.trim(), changes: true, about: null } : null
    }
  }

/** What is asked of an agent, now or later, is no order of its own. */
function deedOf({ command, args, echo }: Understood): Deed | null {
  if ('ask' in args || 'what' in args) return null
  const { pool, task } = args
  const about = typeof pool === 'string' ? pool : typeof task === 'number' ? `task ${task}` : null
  return { command, echo, changes: isDeed(command, args), about }
}

/** @throws OperatorError for a line that no command does as a whole, whatever its words sound like. */
export function refuseWhole(raw: string, plain: string, readPart: (part: string) => Deed | null): void {
  refuseDelete(plain)
  if (raw.length > LONGEST) return
  refuseAllBut(plain)
  refuseTwoDeeds(raw, readPart)
  if (beginsAsOrder(plain)) refuseTime(plain, readPart)
}

const LONGEST = 300
