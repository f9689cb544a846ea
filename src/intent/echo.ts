import { inertText } from '../base/inert-text.ts'
import type { CommandCard } from '../command/define.ts'

/**
 * The canonical command for arguments: the typed form that uses exactly these slots, filled in; what it has no slot
 * for follows as options. Example: { pool: 'healthcare', direction: 'up', by: 2 } → "scale healthcare up --by 2".
 */
export function echoOf(card: CommandCard, args: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(args).filter(([, value]) => value !== undefined)
  const names = given.map(([name]) => name)
  const forms = card.usage.filter((form) => slotsOf(form).every((slot) => names.includes(slot)))
  const best = forms.sort((a, b) => slotsOf(b).length - slotsOf(a).length)[0] ?? card.name
  const used = slotsOf(best)
  const filled = best
    .replace(/\{(\w+)(?:\.\.\.)?\}/g, (_, name: string) => String(args[name]))
    .replace(/\[[^\]]*\]\s*/g, '')
  const options = given.filter(([name]) => !used.includes(name)).map(asOption)
  // A person confirms what is shown here: it must not be able to redraw itself.
  return inertText([filled.trim(), ...options].join(' '))
}

/** A flag that is set needs no value: `--dry-run`. */
function asOption([name, value]: readonly [string, unknown]): string {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return value === true ? `--${kebab}` : `--${kebab} ${String(value)}`
}

const slotsOf = (form: string): string[] => [...form.matchAll(/\{(\w+)(?:\.\.\.)?\}/g)].map(([, name = '']) => name)
