import { afterAll, expect, test } from 'vitest'
import { understandLine } from '../../src/surfaces/speak-line.ts'
import { rig } from '../helpers/rig.ts'

const { app, close } = rig()
afterAll(close)

test.each([
  'kill on',
  'stop everything',
  'admin restore old.db',
  'scale sports 0',
  'scale the sports agents to 0',
  'restart all',
  'pause all',
  'approvals approve 4',
])('"%s" may do harm', async (line) => {
  expect(await understandLine(line, app)).toMatchObject({ grave: true })
})

test.each([
  'kill off',
  'kill status',
  'admin backup',
  'scale sports 1',
  'restart sports',
  'approvals deny 4',
  'status',
])('"%s" does no harm', async (line) => {
  expect(await understandLine(line, app)).toMatchObject({ grave: false })
})

test('options belong to what is confirmed and to what is shown', async () => {
  expect(await understandLine('scale sports --to 0 --dry-run', app)).toMatchObject({
    ...{ grave: true, args: { pool: 'sports', to: '0', dryRun: true } },
    echo: 'scale sports 0 --dry-run',
  })
})
