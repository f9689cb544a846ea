import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { openResolver } from '../../build/language/evaluate.ts'
import type { Resolver } from '../../src/intent/resolve.ts'
import { openLanguage } from '../../src/language/open-language.ts'

let resolver: Resolver

beforeAll(async () => {
  const weights = (name: string) => new URL(`../../src/language/weights/${name}.json`, import.meta.url)
  resolver = await openResolver(openLanguage((name) => readFileSync(weights(name), 'utf8')))
})

test.each([
  ['scale sports and business to 4', 'one pool'],
  ['scale everything except sports down to 1', 'one pool'],
  ['two more for healthcare, one less for sports', 'one pool'],
  ['restart the doctors and the money team', 'one pool'],
  ['cancel tasks 4, 5 and 6', 'one number'],
  ['retry 4 and 5', 'one number'],
  ['cancel 4,5', 'one number'],
  ['cancel everything in the queue', 'one at a time'],
  ['retry all failed tasks', 'one at a time'],
  ['cancel everything but task 3', 'one at a time'],
  ['cancel tasks three and four', 'one number'],
  ['restart everything but sports', 'one pool'],
  ['scale sports up, and healthcare too', 'one pool'],
  ['stop all agents but sports', 'every pool, or none'],
  ['cancel all except 3', 'one at a time'],
  ['cancel task 3 or 4', 'one number'],
  ['cancel tasks 3 to 5', 'one number'],
  ['cancel task 3, not 4', 'one number'],
  ['move two agents from sports to healthcare', 'one pool'],
  ['scale sports up or down', 'either'],
  ['scale sports to 3 or 4', 'either'],
])('"%s" is refused whole, and no half of it is done', (line, says) => {
  expect(() => resolver.resolve(line)).toThrow(
    expect.objectContaining({ code: 'ARGS_INVALID', message: expect.stringContaining(says) }),
  )
})

test.each([
  ['let finance run between 2 and 9 agents', 'scale', { pool: 'financial', mode: 'auto', min: 2, max: 9 }],
  ['have the health team grow on its own', 'scale', { pool: 'healthcare', mode: 'auto' }],
  ['make sports elastic between one and six', 'scale', { pool: 'sports', mode: 'auto', min: 1, max: 6 }],
  ['lock the business pool at its present size', 'scale', { pool: 'business', mode: 'pinned' }],
  ['freeze the sports pool for now', 'pause', { pool: 'sports' }],
  ['hold all new sports work', 'pause', { pool: 'sports' }],
  ['unfreeze sports', 'resume', { pool: 'sports' }],
  ['list the last 5 tasks', 'tasks', { limit: 5 }],
  ['show me 50 recent tasks', 'tasks', { limit: 50 }],
  ['what did task 12 cost', 'tasks', { id: 12 }],
  ['make a backup to /backups/ops.db', 'admin', { section: 'backup', path: '/backups/ops.db' }],
  ['restore backup /backups/ops.db', 'admin', { section: 'restore', path: '/backups/ops.db' }],
  ['make a backup to "/backups/ops.db"', 'admin', { section: 'backup', path: '/backups/ops.db' }],
  ['save a copy of the database', 'admin', { section: 'backup' }],
  ['export the last 200 audit rows', 'audit', { action: 'export', limit: 200 }],
  ['acknowledge warning 4', 'alerts', { action: 'ack', id: 4 }],
  ['show alerts that were cleared', 'alerts', { all: 'true' }],
  ['start the fleet demo', 'demo', { domain: 'operations' }],
  ['what can finance calculate', 'capabilities', { pool: 'financial' }],
  ['how much budget is left', 'metrics', {}],
  ['where is my data stored', 'admin', { section: 'config' }],
  ['compare pools', 'pools', {}],
  ['cancel task 1,234', 'cancel', { task: 1234 }],
])('"%s" is read whole', (line, command, args) => {
  expect(resolver.resolve(line)).toMatchObject({ command })
  expect(resolver.resolve(line)).toHaveProperty('args', args)
})
