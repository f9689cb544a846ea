import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Modules, modulesOf, packText } from '../../build/pack-modules.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const LOADER = fileURLToPath(new URL('../../build/loader.cjs', import.meta.url))

/** A program whose modules say when they are evaluated. */
const FILES: Readonly<Record<string, string>> = {
  'bin/operatoros.ts': `
    import { say } from '../src/say.ts'
    import { greet } from '../src/greet.ts'
    import { never } from '../src/never.ts'
    import { Child } from '../src/child.ts'
    say('begin')
    if (process.argv[2] === 'never') say(never())
    say(greet('Ada'))
    say(new Child().name())
    import('../src/later.ts').then(({ default: later, kept }) => say(later() + kept))`,
  'src/say.ts': `
    import { writeSync } from 'node:fs'
    export const say = (text: string) => writeSync(1, text + '\\n')`,
  'src/greet.ts': `
    import { say } from './say.ts'
    say('greet is evaluated')
    export const greet = (name: string) => 'Hello ' + name`,
  'src/never.ts': `
    import { say } from './say.ts'
    say('never is evaluated')
    export const never = () => 'never'`,
  'src/child.ts': `
    import { Parent } from './parent.ts'
    export class Child extends Parent { override name() { return 'child of ' + super.name() } }`,
  'src/parent.ts': `export class Parent { name() { return 'parent' } }`,
  'src/later.ts': `export const kept = '!'\nexport default () => 'later \u00fc'`,
}

const folder = tempFolder()
afterAll(folder.remove)
const dist = join(folder.path, 'dist')
const writeText = (file: string, text: string) => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
const run = (...words: string[]) =>
  execFileSync(process.execPath, [join(dist, 'operatoros.cjs'), ...words], { encoding: 'utf8' })
    .trim()
    .split('\n')

let modules: Modules
beforeAll(async () => {
  for (const [file, text] of Object.entries(FILES)) writeText(join(folder.path, file), text)
  modules = await modulesOf('bin/operatoros.ts', {
    ...{ bundle: true, platform: 'node', target: 'node20', charset: 'ascii', absWorkingDir: folder.path },
  })
  const isLater = (name: string) => modules.get(name)?.includes('later') && !name.startsWith('bin_')
  const [first, second] = [false, true].map((late) => new Map([...modules].filter(([name]) => isLater(name) === late)))
  writeText(join(dist, 'main.cjs'), await packText(first ?? new Map()))
  writeText(join(dist, 'more.cjs'), await packText(second ?? new Map()))
  writeText(join(dist, 'operatoros.cjs'), readFileSync(LOADER, 'utf8').replace("'__PACKS__'", "'main', 'more'"))
})

const USUAL = ['begin', 'greet is evaluated', 'Hello Ada', 'child of parent', 'later \u00fc!']

test('a module is evaluated at the first use of what it exports, from whatever pack, and not before', () => {
  expect(run()).toEqual(USUAL)
  expect(run('never')).toEqual(['begin', 'never is evaluated', 'never', ...USUAL.slice(1)])
})

test('the first run of a Node leaves a code cache for each pack, and the next one takes it', () => {
  // One that is not taken is written anew.
  const caches = () =>
    readdirSync(dist)
      .filter((file) => file.startsWith('.cache-'))
      .map((file) => ({ pack: file.split('-')[1], writtenMs: statSync(join(dist, file)).mtimeMs }))
  run()
  const left = caches()
  expect(left.map(({ pack }) => pack).sort()).toEqual(['main', 'more'])
  expect(run()).toEqual(USUAL)
  expect(caches()).toEqual(left)
})

test('a pack is pure ASCII', () => {
  expect(readFileSync(join(dist, 'more.cjs'), 'utf8')).toMatch(/^[\x20-\x7e\s]+$/)
})
