import { existsSync, readFileSync } from 'node:fs'
import { readFolder } from '../src/base/folder.ts'
import { indexedTexts, vocabularyOf } from '../src/knowledge/index-pages.ts'
import { readPages } from '../src/knowledge/read-pages.ts'
import { createTextIndex } from '../src/store/text-index.ts'
import type { Folders } from '../src/surfaces/folders.ts'

const at = (path: string): URL => new URL(`../${path}`, import.meta.url)

/** The folders as they lie on the disk: development and tests. The build puts a written list in the place of this file. */
export const folders: Folders = {
  commands: readFolder(at('commands/')),
  demos: readFolder(at('demos/')),
  packs: readFolder(at('src/agents/packs/'), 'pack.ts'),
  gates: readFolder(at('src/gates/checks/')),
  tools: readFolder(at('src/tools/kit/')),
  rules: readFolder(at('src/policy/rules/')),
  providers: readFolder(at('src/models/providers/')),
  tables: readFolder(at('src/store/tables/')),
  formats: readFolder(at('src/render/formats/')),
  handbook() {
    const pages = folders.packs.names.flatMap((name) => readPages(at(`src/agents/packs/${name}/handbook/`), name))
    return createTextIndex(':memory:', indexedTexts(pages), { vocabulary: JSON.stringify(vocabularyOf(pages)) })
  },
  weights(name) {
    const file = at(`src/language/weights/${name}.json`)
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  },
  nativeBinding: undefined,
}
