import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Rig, rig } from '../helpers/rig.ts'

const open: Rig[] = []
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())))

test('a backup and what is told of it are for their owner only', async () => {
  const one = rig({ file: true })
  open.push(one)
  await one.say(`admin backup ${join(one.home, 'copy.db')}`)
  const modes = ['copy.db', 'copy.db.json'].map((file) => statSync(join(one.home, file)).mode & 0o777)
  expect(modes).toEqual([0o600, 0o600])
})
