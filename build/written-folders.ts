import type { Pack } from '../src/agents/pack.ts'
import type { Folder } from '../src/base/folder.ts'
import { loadAll } from '../src/base/folder.ts'
import type { Command, CommandCard } from '../src/command/define.ts'
import { digestSteps } from '../src/store/migrate.ts'
import type { Folders } from '../src/surfaces/folders.ts'

/**
 * The source of the module that stands in the bundle for `bin/folders.ts`: each item behind a dynamic import, which the
 * bundler turns into code that is evaluated at its first use. Each command's card is a file beside the bundle.
 */
export async function writtenFolders(folders: Folders): Promise<string> {
  const tableSteps = digestSteps(await loadAll(folders.tables))
  return `
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { folderOf } from '../src/base/folder.ts'
import { openTextIndex } from '../src/store/text-index.ts'

const beside = (name: string) => join(__dirname, name)
const writtenCard = (name: string) => JSON.parse(readFileSync(beside('cards/' + name + '.json'), 'utf8'))
const nested = beside('../node_modules/better-sqlite3/build/Release/better_sqlite3.node')
const nativeBinding = existsSync(nested)
  ? nested
  : join(dirname(require.resolve('better-sqlite3/package.json')), 'build/Release/better_sqlite3.node')

export const folders = {
  commands: { ...${written(folders.commands.names, (name) => `../commands/${name}.ts`)}, card: writtenCard },
  writtenCard,
  demos: ${listed(folders.demos, (name) => `../demos/${name}.ts`)},
  packs: ${listed(folders.packs, (name) => `../src/agents/packs/${name}/pack.ts`)},
  gates: ${listed(folders.gates, (name) => `../src/gates/checks/${name}.ts`)},
  tools: { names: ${JSON.stringify(folders.tools.names)}, load: (name: string) => require('./tools.cjs').tools.load(name) },
  rules: ${listed(folders.rules, (name) => `../src/policy/rules/${name}.ts`)},
  providers: ${listed(folders.providers, (name) => `../src/models/providers/${name}.ts`)},
  tables: ${listed(folders.tables, (name) => `../src/store/tables/${name}.ts`)},
  tableSteps: ${tableSteps},
  formats: ${listed(folders.formats, (name) => `../src/render/formats/${name}.ts`)},
  handbook: () => openTextIndex(beside('handbook.db'), nativeBinding),
  weights: (name: string) => existsSync(beside('weights/' + name + '.json')) ? readFileSync(beside('weights/' + name + '.json'), 'utf8') : null,
  nativeBinding,
}
`
}

/** The source of `tools.cjs`: the tools are read when one is needed, and not at every start. */
export const writtenTools = (folders: Folders): string => `
import { folderOf } from '../src/base/folder.ts'
export const tools = ${listed(folders.tools, (name) => `../src/tools/kit/${name}.ts`)}
`

const listed = (folder: Folder<unknown>, pathOf: (name: string) => string): string => written(folder.names, pathOf)

function written(names: readonly string[], pathOf: (name: string) => string): string {
  const cases = names.map((name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(pathOf(name))})`)
  return `folderOf(${JSON.stringify(names)}, (name: string) => ({ ${cases.join(', ')} })[name]())`
}

/** Every command's card, for the build to write down. */
export async function readCards(folders: Folders, packCommand: (pack: Pack) => Command): Promise<CommandCard[]> {
  const commands = await Promise.all(folders.commands.names.map((name) => folders.commands.load(name)))
  const packs = await loadAll(folders.packs)
  return [...commands, ...packs.map(packCommand)].map(cardOf)
}

const cardOf = (command: Command): CommandCard => {
  const { name, summary, group, usage, phrases, examples, role, effect, streams, material, input, output } = command
  return { name, summary, group, usage, phrases, examples, role, effect, streams, material, input, output }
}
