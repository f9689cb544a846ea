import { readdirSync } from 'node:fs'
import { OperatorError } from './errors.ts'

/**
 * A folder that is a registry: one file (or one sub-folder with an entry file) is one item, named like the file.
 * `names` is sorted; `load` imports one item and no other.
 */
export interface Folder<Item> {
  readonly names: readonly string[]
  /** @throws OperatorError BUG when the file has no default export or its `name` is not the file's. */
  load(name: string): Promise<Item>
}

type Module = { readonly default?: unknown }

/**
 * The folder as it lies on the disk, for development and tests; the build writes the same list into the bundle.
 * `entry` names the file inside each sub-folder (`pack.ts`); without it, items are the folder's `.ts` files.
 */
export function readFolder<Item extends { readonly name: string }>(url: URL, entry?: string): Folder<Item> {
  const found = readdirSync(url, { withFileTypes: true })
  const names = entry
    ? found.filter((file) => file.isDirectory()).map((file) => file.name)
    : found.filter((file) => /^[a-z0-9-]+\.ts$/.test(file.name)).map((file) => file.name.slice(0, -3))
  const pathOf = (name: string) => new URL(entry ? `${name}/${entry}` : `${name}.ts`, url).href
  return folderOf(names.sort(), (name) => import(pathOf(name)))
}

/** A folder over any importer; checks what each file promises. */
export function folderOf<Item extends { readonly name: string }>(
  names: readonly string[],
  importItem: (name: string) => Promise<Module>,
): Folder<Item> {
  return {
    names,
    async load(name) {
      const item = (await importItem(name)).default as Item | undefined
      if (!item) throw new OperatorError('BUG', `${name} has no default export.`)
      if (item.name !== name) throw new OperatorError('BUG', `The file ${name} calls itself "${item.name}".`)
      return item
    },
  }
}

/** Every item of a folder, in the order of its names. */
export const loadAll = <Item>(folder: Folder<Item>): Promise<Item[]> =>
  Promise.all(folder.names.map((name) => folder.load(name)))
