import { basename } from 'node:path'
import { type BuildOptions, build, type Metafile, transform } from 'esbuild'

/** Modules by name: the text of each one is `"name"() { … }`, a method of the object that a pack makes. */
export type Modules = ReadonlyMap<string, string>

/** The names that a pack's function takes; `loader.cjs` gives them. */
const GIVEN = '__space, __load, require, __dirname, __import'

const OWN = /^(?:bin|commands|demos|src)\//

/**
 * A program as modules that are each evaluated at the first use of something they export, so that a start runs only the
 * code that its command needs. Every own file is a module; a package is one, with only the parts that are used.
 */
export async function modulesOf(entry: string, options: BuildOptions): Promise<Modules> {
  const shared = { ...options, format: 'esm', splitting: true, metafile: true, write: false, outdir: '/' } as const
  const whole = await build({ ...shared, entryPoints: [entry] })
  const files = [...new Set(Object.values(whole.metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)))]
  const own = files.filter((file) => OWN.test(file))
  const parts = await build({ ...shared, entryPoints: own.map((file) => ({ in: file, out: plainName(file) })) })
  const names = moduleNames(parts.metafile, `${plainName(entry)}.js`)
  const texts = new Map(parts.outputFiles.map(({ path, text }) => [basename(path), text]))
  const made = [...names].map(
    async ([file, name]) => [name, await asMethod(name, texts.get(file) ?? '', names)] as const,
  )
  return new Map(await Promise.all(made))
}

const plainName = (file: string): string => file.replace(/\.[a-z]+$/, '').replaceAll('/', '_')

/** The output files that the entry needs, each with its module's name. */
function moduleNames({ outputs }: Metafile, entry: string): ReadonlyMap<string, string> {
  const importsOf = new Map(Object.entries(outputs).map(([path, { imports }]) => [basename(path), imports]))
  const names = new Map<string, string>()
  const visit = (file: string): void => {
    if (names.has(file)) return
    names.set(file, file.replace(/\.js$/, ''))
    for (const { path, external } of importsOf.get(file) ?? []) if (!external) visit(basename(path))
  }
  visit(entry)
  return names
}

/** esbuild's own way to give exports defines each as a property, twice: a pack's module returns them as plain values. */
const EXPORT_HELPERS = /var __export = \(target, all\) => \{\n(?: .*\n)*\};\n|var __toCommonJS = .*\n/g
const OTHER_HELPERS = /^var __defProp = [\s\S]*?\n {2}return to;\n\};\n/
const EXPORTS = /var (\w+) = \{\};\n__export\(\1, \{\n((?: .*\n)*)\}\);\nmodule\.exports = __toCommonJS\(\1\);\n/
const ANNOTATION = /\/\/ Annotate the CommonJS export names[\s\S]*$/

/** A module as a method that returns what it exports, as plain values. */
async function asMethod(name: string, text: string, names: ReadonlyMap<string, string>): Promise<string> {
  const { code } = await transform(text, {
    ...{ format: 'cjs', platform: 'node', target: 'node20', charset: 'ascii' },
    supported: { 'dynamic-import': true },
  })
  const exported = EXPORTS.exec(code)?.[2]?.replaceAll(': () => ', ': ') ?? ''
  const body = code
    .replace(/^"use strict";\n/, '')
    .replace(EXPORT_HELPERS, '')
    .replace(/\b__toESM\b/.test(code) ? '' : OTHER_HELPERS, '')
    .replace(EXPORTS, '')
    .replace(ANNOTATION, '')
    .replace(/\brequire\("\.\/([^"]+)"\)/g, (all, file) => call('__space', names.get(file)) ?? all)
    .replace(/\bimport\("\.\/([^"]+)"\)/g, (all, file) => call('__load', names.get(file)) ?? all)
    .replaceAll('import("', '__import("')
  if (/\b__(?:export|toCommonJS)\(/.test(body.replaceAll('.__export)(', '')))
    throw new Error(`${name}: esbuild has changed how it exports`)
  return `${JSON.stringify(name)}() {\n${body}\nreturn {\n${exported}}\n}`
}

const call = (given: string, name: string | undefined): string | undefined =>
  name === undefined ? undefined : `${given}(${JSON.stringify(name)})`

/** The text of a pack: a function that makes an object of modules. */
export async function packText(modules: Modules): Promise<string> {
  const { code } = await transform(
    `(function (${GIVEN}) {\n"use strict"\nreturn {${[...modules.values()].join(',\n')}}\n})`,
    {
      ...{ minifyWhitespace: true, minifyIdentifiers: true, treeShaking: false },
      ...{ target: 'node20', charset: 'ascii', legalComments: 'none' },
    },
  )
  return code.trim().replace(/;$/, '')
}
