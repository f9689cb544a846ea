import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tempFolder } from '../helpers/temp-folder.ts'

const LOADER = fileURLToPath(new URL('../../build/loader.cjs', import.meta.url))

/** A pack of one module with enough functions for a cache of several pages. */
const PACK = `(function (__space, __load, require) { return { "bin_operatoros"() {
  let sum = 0
  ${Array.from({ length: 200 }, (_, i) => `sum += (function f${i}(x) { return x * ${i} + 'abc${i}'.length })(1)`).join('\n')}
  require('node:fs').writeSync(1, 'sum ' + sum)
  return {} } } })`
const SAID = `sum ${Array.from({ length: 200 }, (_, i) => i + `abc${i}`.length).reduce((a, b) => a + b)}`

const folder = tempFolder()
afterAll(folder.remove)
const run = (...flags: string[]) =>
  execFileSync(process.execPath, [...flags, join(folder.path, 'operatoros.cjs')], { encoding: 'utf8' })
const caches = () => readdirSync(folder.path).filter((file) => file.startsWith('.cache-'))
const pathOf = (cache: string | undefined) => join(folder.path, cache ?? expect.fail('there is no cache'))
/** Changes whenever a file is written anew, since that gives it another inode. */
const inodes = () => caches().map((cache) => statSync(pathOf(cache)).ino)

beforeAll(() => {
  writeFileSync(join(folder.path, 'main.cjs'), PACK)
  writeFileSync(join(folder.path, 'operatoros.cjs'), readFileSync(LOADER, 'utf8').replace('__PACKS__', 'main'))
})

beforeEach(() => {
  for (const cache of caches()) rmSync(pathOf(cache), { recursive: true })
})

const DAMAGES: ReadonlyArray<readonly [string, (bytes: Buffer) => Buffer]> = [
  ['a page of zeros in it', (bytes) => bytes.fill(0, 12_000, 16_000)],
  ['one wrong bit in it', (bytes) => bytes.fill(bytes.readUInt8(999) ^ 4, 999, 1_000)],
  ['nothing but zeros in it', (bytes) => bytes.fill(0)],
  ['its end cut off', (bytes) => bytes.subarray(0, bytes.length - 5_000)],
  ['nothing in it', () => Buffer.alloc(0)],
]

test.each(DAMAGES)('a code cache with %s is not taken, and the next start finds a good one', (_, damage) => {
  expect(run()).toBe(SAID)
  const [cache] = caches()
  const good = readFileSync(pathOf(cache))
  writeFileSync(pathOf(cache), damage(Buffer.from(good)))
  const damaged = inodes()
  expect(run()).toBe(SAID)
  expect(caches()).toEqual([cache])
  expect(readFileSync(pathOf(cache)).length).toBe(good.length)
  const healed = inodes()
  expect(healed).not.toEqual(damaged)
  expect(run()).toBe(SAID)
  expect(inodes()).toEqual(healed)
})

test('programs with other flags of V8 each keep a cache of their own', () => {
  run()
  run('--expose-gc')
  const kept = inodes()
  expect(kept).toHaveLength(2)
  expect([run(), run('--expose-gc')]).toEqual([SAID, SAID])
  expect(inodes()).toEqual(kept)
})

test('a folder at the place of the code cache is left alone, and nothing is left beside it', () => {
  run()
  const [cache] = caches()
  rmSync(pathOf(cache))
  mkdirSync(pathOf(cache))
  expect(run()).toBe(SAID)
  expect(caches()).toEqual([cache])
})

test('a draft that cannot get its name is removed', () => {
  run()
  const [cache] = caches()
  rmSync(pathOf(cache))
  const sealing = `process.once('exit', () => require('node:fs').mkdirSync(${JSON.stringify(pathOf(cache))}))`
  const before = join(folder.path, 'seal.cjs')
  writeFileSync(before, sealing)
  expect(run('-r', before)).toBe(SAID)
  expect(caches()).toEqual([cache])
})
