import { OperatorError } from '../base/errors.ts'
import type { Command, CommandCard } from './define.ts'

/** The commands: their cards without their code, and each one's code when it is needed. */
export interface Registry {
  /** In the order of their names. */
  cards(): Promise<readonly CommandCard[]>
  /** One command's card. @throws OperatorError COMMAND_UNKNOWN. */
  card(name: string): Promise<CommandCard>
  /** @throws OperatorError COMMAND_UNKNOWN. */
  load(name: string): Promise<Command>
  has(name: string): boolean
}

/** Where commands come from: a folder of files, or what is made from packs. */
export interface CommandSource {
  readonly names: readonly string[]
  load(name: string): Promise<Command>
  /** The card that the build wrote down; absent, the command is loaded to be read. */
  readonly card?: (name: string) => CommandCard
}

/** One registry over several sources; a name belongs to the first source that has it. */
export function createRegistry(sources: readonly CommandSource[]): Registry {
  const names = [...new Set(sources.flatMap((source) => source.names))].sort()
  const owner = (name: string): CommandSource => {
    const source = sources.find((one) => one.names.includes(name))
    if (source) return source
    throw new OperatorError('COMMAND_UNKNOWN', `There is no command "${name.slice(0, 60)}".`, { hint: 'help' })
  }
  const card = async (name: string): Promise<CommandCard> => {
    const source = owner(name)
    return source.card ? source.card(name) : source.load(name)
  }
  let cards: Promise<readonly CommandCard[]> | undefined
  return {
    card,
    cards() {
      cards ??= Promise.all(names.map(card))
      return cards
    },
    has: (name) => names.includes(name),
    load: async (name) => owner(name).load(name),
  }
}
