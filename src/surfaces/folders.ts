import type { Pack } from '../agents/pack.ts'
import type { Folder } from '../base/folder.ts'
import type { CommandCard } from '../command/define.ts'
import type { Demo } from '../command/demo.ts'
import type { CommandSource } from '../command/registry.ts'
import type { Gate } from '../gates/gate.ts'
import type { ProviderPlug } from '../models/provider.ts'
import type { Rule } from '../policy/rule.ts'
import type { Format } from '../render/format.ts'
import type { Table } from '../store/schema.ts'
import type { TextIndex } from '../store/text-index.ts'
import type { Tool } from '../tools/tool.ts'

/**
 * Everything that joins the program by being a file. In development these are folders on the disk; the build writes the
 * same lists, and what it made of the handbook and the language models, beside the bundle.
 */
export interface Folders {
  readonly commands: CommandSource
  /** The card of a pack's command, where the build wrote it down. */
  readonly writtenCard?: (name: string) => CommandCard
  readonly demos: Folder<Demo>
  readonly packs: Folder<Pack>
  readonly gates: Folder<Gate>
  readonly tools: Folder<Tool>
  readonly rules: Folder<Rule>
  readonly providers: Folder<ProviderPlug>
  readonly tables: Folder<Table>
  /** The digest of the tables' steps, where the build has written it. */
  readonly tableSteps?: number
  readonly formats: Folder<Format>
  readonly handbook: () => TextIndex
  /** The text of a weights file of `src/language/weights`, or null when the models have not been trained. */
  readonly weights: (name: 'commands' | 'routing' | 'emergency') => string | null
  /** The compiled SQLite addon, where the bundle knows its path. */
  readonly nativeBinding: string | undefined
}
