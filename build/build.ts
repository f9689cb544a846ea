import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { folders } from '../bin/folders.ts'
import { version } from '../bin/version.ts'
import { packCommand } from '../src/command/pack-commands.ts'
import { indexedTexts, vocabularyOf } from '../src/knowledge/index-pages.ts'
import { readPages } from '../src/knowledge/read-pages.ts'
import { createTextIndex } from '../src/store/text-index.ts'
import { modulesOf } from './pack-modules.ts'
import { writePacks } from './write-packs.ts'
import { readCards, writtenFolders, writtenTools } from './written-folders.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

/** Packages that are imported at their first use, each bundled into one file: unbundled, mathjs alone takes 0.7 s to load. */
const ON_DEMAND = ['openai', '@anthropic-ai/sdk', 'mathjs', 'luxon', 'csv-parse/sync', 'ora', 'chalk']
const WITH_DEFAULT = ['openai', '@anthropic-ai/sdk', 'ora', 'chalk']

/** What is used of a package that is bundled: the whole of mathjs takes 0.2 s to load, these parts 0.01 s. */
const PARTS: Readonly<Record<string, string>> = {
  mathjs:
    '{ create, parseDependencies, fractionDependencies, bignumberDependencies, unitDependencies, createUnitDependencies }',
}

/** Packages that stay in node_modules: they look for their own files. */
const LEFT_IN_PLACE = ['systeminformation']

const LEFT_OUT = [...ON_DEMAND, ...LEFT_IN_PLACE]

/** The parts of Kysely that the program uses: its index brings four dialects and the migrator along. */
const KYSELY = [
  ['Kysely', 'kysely.js'],
  ['CompiledQuery', 'query-compiler/compiled-query.js'],
  ['SqliteAdapter', 'dialect/sqlite/sqlite-adapter.js'],
  ['SqliteDialect', 'dialect/sqlite/sqlite-dialect.js'],
  ['sql', 'raw-builder/sql.js'],
]
  .map(([name, file]) => `export { ${name} } from './node_modules/kysely/dist/esm/${file}'`)
  .join('\n')

/** CommonJS parts inside an ES module bundle ask for node's own modules. */
const REQUIRE =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);"

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"', CRASH_POINTS: 'false' },
}

/** `dist/`: the packs with their loader, the tools, the REPL's chunk, the handbook's index and the models' weights. */
async function main(): Promise<void> {
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(join(dist, 'weights'), { recursive: true })
  await bundleTools()
  await bundleOnDemand()
  await bundleRepl()
  await writeCards()
  writeHandbook()
  copyWeights()
  const modules = await modulesOf('bin/operatoros.ts', await mainOptions())
  await writePacks(dist, new Map([...modules].map(([name, code]) => [name, handedOver(code)])), version)
}

async function mainOptions(): Promise<BuildOptions> {
  const written = await writtenFolders(folders)
  return {
    ...common,
    minify: false,
    minifySyntax: true,
    absWorkingDir: root,
    external: [...LEFT_OUT, './repl.mjs', './tools.cjs', 'better-sqlite3/package.json'],
    plugins: [
      {
        name: 'written',
        setup(api) {
          api.onResolve({ filter: /^kysely$/ }, () => ({ path: 'kysely', namespace: 'written' }))
          api.onLoad({ filter: /^kysely$/, namespace: 'written' }, () => ({ contents: KYSELY, resolveDir: root }))
          api.onResolve({ filter: /run-repl\.tsx$/ }, () => ({ path: './repl.mjs', external: true }))
          api.onResolve({ filter: /^\.\/(folders|version)\.ts$/ }, ({ path, importer }) =>
            importer.endsWith('bin/operatoros.ts') ? { path, namespace: 'written' } : undefined,
          )
          api.onLoad({ filter: /folders/, namespace: 'written' }, () => ({
            contents: written,
            loader: 'ts',
            resolveDir: join(root, 'bin'),
          }))
          api.onLoad({ filter: /version/, namespace: 'written' }, () => ({
            contents: `export const version = ${JSON.stringify(version)}`,
          }))
        },
      },
    ],
  }
}

/** Imports that are left in a bundle find the bundled packages beside it. */
const handedOver = (code: string): string =>
  ON_DEMAND.reduce((text, name) => text.replaceAll(`import("${name}")`, `import("./${onDemandFile(name)}")`), code)

async function bundleTools(): Promise<void> {
  const file = join(dist, 'tools.cjs')
  await build({
    ...common,
    stdin: { contents: writtenTools(folders), resolveDir: join(root, 'bin'), loader: 'ts' },
    outfile: file,
    format: 'cjs',
    external: LEFT_OUT,
  })
  writeFileSync(file, handedOver(readFileSync(file, 'utf8')))
}

const onDemandFile = (name: string): string => `on-demand/${name.replace(/\W+/g, '-')}.mjs`

async function bundleOnDemand(): Promise<void> {
  for (const name of ON_DEMAND) {
    await build({
      ...common,
      stdin: {
        contents: `export ${PARTS[name] ?? '*'} from '${name}'${WITH_DEFAULT.includes(name) ? `\nexport { default } from '${name}'` : ''}`,
        resolveDir: root,
      },
      outfile: join(dist, onDemandFile(name)),
      format: 'esm',
      banner: { js: REQUIRE },
    })
  }
}

async function bundleRepl(): Promise<void> {
  const entry = join(root, 'src', 'surfaces', 'repl', 'run-repl.tsx')
  if (!existsSync(entry)) return
  const stub = { contents: 'export default {}' }
  await build({
    ...common,
    entryPoints: [entry],
    outfile: join(dist, 'repl.mjs'),
    format: 'esm',
    external: [...LEFT_OUT, 'better-sqlite3'],
    jsx: 'automatic',
    banner: { js: REQUIRE },
    // On Node 20 the mere mention of fetch loads undici; the screen needs none.
    define: { ...common.define, fetch: 'undefined' },
    plugins: [
      {
        name: 'no-devtools',
        setup(api) {
          api.onResolve({ filter: /^(react-devtools-core|ws)$/ }, ({ path }) => ({ path, namespace: 'stub' }))
          api.onLoad({ filter: /.*/, namespace: 'stub' }, () => stub)
        },
      },
    ],
  })
}

async function writeCards(): Promise<void> {
  mkdirSync(join(dist, 'cards'))
  for (const card of await readCards(folders, packCommand)) {
    writeFileSync(join(dist, 'cards', `${card.name}.json`), JSON.stringify(card))
  }
}

function writeHandbook(): void {
  const pages = folders.packs.names.flatMap((name) =>
    readPages(new URL(`../src/agents/packs/${name}/handbook/`, import.meta.url), name),
  )
  const notes = { vocabulary: JSON.stringify(vocabularyOf(pages)) }
  createTextIndex(join(dist, 'handbook.db'), indexedTexts(pages), notes).close()
}

function copyWeights(): void {
  const from = join(root, 'src', 'language', 'weights')
  if (!existsSync(from)) return
  for (const file of readdirSync(from)) copyFileSync(join(from, file), join(dist, 'weights', file))
}

await main()
// Node 24 may abort while it takes a process apart that has used SQLite; one that ends by exit is not taken apart.
process.exit(0)
