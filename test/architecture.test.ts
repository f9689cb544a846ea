import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The rooms in reading order. A room may import itself and rooms before it. That is the whole rule. */
const ROOMS = [
  ...['base', 'language', 'report', 'store', 'policy', 'gates', 'tools', 'models', 'knowledge', 'agents', 'engine'],
  ...['controller', 'conversation', 'command', 'intent', 'render', 'surfaces'],
]
  .map((room) => `src/${room}`)
  .concat('commands', 'demos', 'bin', 'build')

/** Heavy or side-effecting packages have few owners. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  ink: ['src/render', 'src/surfaces'],
  react: ['src/render', 'src/surfaces'],
  ora: ['bin'],
  chalk: ['src/render'],
  commander: ['src/surfaces'],
  openai: ['src/models'],
  '@anthropic-ai/sdk': ['src/models'],
  kysely: ['src/store', 'src/engine'],
  'better-sqlite3': ['src/store'],
  systeminformation: ['src/controller'],
  yaml: ['src/knowledge', 'src/tools'],
  stemmer: ['src/language'],
  mathjs: ['src/tools'],
  luxon: ['src/tools', 'src/engine'],
  'csv-parse': ['src/tools'],
  'simple-statistics': ['src/tools'],
  esbuild: ['build'],
}

/** The sides that may never meet although the order would allow it. */
const FORBIDDEN = ['commands', 'demos'].flatMap((from) => ['src/render', 'src/surfaces'].map((to) => [from, to]))

/** Names that say nothing about what a file gives. */
const EMPTY_WORDS =
  /^index$|(?:^|-)(?:manager|helpers?|utils?|utilities|common|misc|handlers?|processor|service|enhanced|v2)(?:-|$)/

const root = resolve(import.meta.dirname, '..')
const roomOf = (file: string) => ROOMS.find((room) => file.startsWith(`${room}/`))

const files = ['src', 'commands', 'demos', 'bin', 'build']
  .flatMap((top) => readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)))
  .filter((file) => /\.tsx?$/.test(file))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const imports = files.flatMap(({ path, text }) =>
  [...text.matchAll(/^(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    ([, named, bare, dynamic]) => ({ path, to: named ?? bare ?? dynamic ?? '' }),
  ),
)

/** Source without comments, so that a comment may name what is banned. */
const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')

test('the walk sees the whole house', () => {
  expect(files.length).toBeGreaterThan(150)
  expect(imports.length).toBeGreaterThan(500)
  expect(files.filter(({ path }) => roomOf(path) === undefined).map(({ path }) => path)).toEqual([])
})

test('imports only look left', () => {
  const wrong = imports
    .filter(({ to }) => to.startsWith('.'))
    .map(({ path, to }) => ({ path, to: relative(root, resolve(root, dirname(path), to)) }))
    .filter(({ path, to }) => {
      const [from, target] = [roomOf(path) ?? '', roomOf(to) ?? '']
      if (from === target || target === '') return false
      return ROOMS.indexOf(target) > ROOMS.indexOf(from) || FORBIDDEN.some(([a, b]) => from === a && target === b)
    })
  expect(wrong.map(({ path, to }) => `${path} must not import ${to}`)).toEqual([])
})

test('heavy packages stay in their rooms', () => {
  const wrong = imports.filter(({ path, to }) => {
    const name = to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] ?? '')
    return Object.hasOwn(OWNERS, name) && !OWNERS[name]?.includes(roomOf(path) ?? '')
  })
  expect(wrong.map(({ path, to }) => `${path} must not import ${to}`)).toEqual([])
})

describe.each([
  { banned: 'console', pattern: /\bconsole\s*\./, allowed: /^(?:bin|build)\// },
  { banned: 'process.env', pattern: /\bprocess\.env\b/, allowed: /^(?:bin|build)\/|^src\/base\/config\.ts$/ },
  { banned: 'the process streams', pattern: /\bprocess\.(?:stdout|stderr|stdin)\b/, allowed: /^(?:bin|build)\// },
  { banned: 'process.exit', pattern: /\bprocess\.exit\b/, allowed: /^(?:bin|build)\// },
  { banned: 'a type escape', pattern: /\bas any\b|: any\b|@ts-ignore|@ts-expect-error/, allowed: /^$/ },
])('$banned', ({ pattern, allowed }) => {
  test('is used nowhere else', () => {
    const users = files.filter(({ path, text }) => !allowed.test(path) && pattern.test(codeOf(text)))
    expect(users.map(({ path }) => path)).toEqual([])
  })
})

test('no file has more than 300 lines', () => {
  const long = files.filter(({ text }) => text.split('\n').length - 1 > 300)
  expect(long.map(({ path }) => path)).toEqual([])
})

test('no file is a barrel or has a name that says nothing', () => {
  const empty = files.filter(({ path }) => EMPTY_WORDS.test(basename(path).replace(/\.tsx?$/, '')))
  expect(empty.map(({ path }) => path)).toEqual([])
  const barrels = files.filter(({ text }) => /^export (?:\*|(?:type )?\{[^}]*\}) from/m.test(text))
  expect(barrels.map(({ path }) => path)).toEqual([])
})
