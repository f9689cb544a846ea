import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepLine, readHistory } from '../../../src/surfaces/repl/history-store.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

test('a line is kept in a folder that did not exist, readable for its owner only', () => {
  const path = join(folder.path, 'new', 'history.jsonl')
  expect(readHistory(path)).toEqual([])
  expect([keepLine(path, 'one'), keepLine(path, 'two\nlines')]).toEqual([true, true])
  expect(readHistory(path)).toEqual(['one', 'two\nlines'])
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('damaged lines are skipped', () => {
  const path = join(folder.path, 'history.jsonl')
  writeFileSync(path, '{"line":"good"}\n{"line":\n\n{"line":"last"}\n')
  expect(readHistory(path)).toEqual(['good', 'last'])
})

test('a place that cannot be written to is told, not thrown', () => {
  const file = join(folder.path, 'file')
  writeFileSync(file, '')
  chmodSync(file, 0o600)
  expect(keepLine(join(file, 'history.jsonl'), 'one')).toBe(false)
})

test('a file that has grown long is tidied to the newest lines', () => {
  const path = join(folder.path, 'history.jsonl')
  writeFileSync(path, Array.from({ length: 5_000 }, (_, i) => `{"line":"line ${i}"}\n`).join(''))
  expect(readHistory(path)).toHaveLength(2_000)
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(2_001)
  expect(readHistory(path).at(-1)).toBe('line 4999')
})
