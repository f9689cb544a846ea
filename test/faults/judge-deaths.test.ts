import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { submitTask } from '../../src/engine/submit-task.ts'
import { appendJournal } from '../../src/store/journal.ts'
import type { Store } from '../../src/store/open.ts'
import { makePool, NOON_MS, openTestStore } from '../helpers/open-test-store.ts'
import { taskRequest } from '../helpers/task-request.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { openAckJournal } from './ack-journal.ts'
import { summariseDeaths } from './deaths.ts'
import { judgeDeaths } from './judge-deaths.ts'
import { LEDGER_FILE, payAsk } from './scripted-house.ts'

let store: Store
let folder: ReturnType<typeof tempFolder>
beforeEach(async () => {
  store = await openTestStore()
  await makePool(store, 'general', 2)
  folder = tempFolder()
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const submit = (key: string) => store.write((tx) => submitTask(tx, { ...taskRequest(), ask: payAsk(key) }, NOON_MS))
const pay = (key: string) => appendFileSync(join(folder.path, LEDGER_FILE), `${key}\n`)
const note = (...lines: string[]) => lines.forEach(openAckJournal(folder.path))
const judge = (deaths: Parameters<typeof judgeDeaths>[1]['deaths'] = []) =>
  judgeDeaths(store, { seed: 1, home: folder.path, deaths, faults: [] })

test('a task that was acknowledged and is not there is lost', async () => {
  note('asking w/0', 'acknowledged w/0 7')
  expect((await judge()).faults).toEqual(['task 7 is lost'])
})

test('a task that is told to be done and is not, and one that is stored twice, are found', async () => {
  await submit('w/0')
  await submit('w/0')
  note('asking w/0', 'acknowledged w/0 1', 'told w/0 done')
  expect((await judge()).faults).toEqual(
    expect.arrayContaining(['w/0 was told to be done and is queued', 'w/0 was stored 2 times']),
  )
})

test('a payment that was made twice, and one that nobody asked for, are found', async () => {
  note('asking w/0')
  for (const key of ['w/0', 'w/0', 'w/9']) pay(key)
  expect((await judge()).faults).toEqual(['the payment w/0 was made 2 times', 'nobody asked for w/9'])
})

test('a journal row that was changed is found', async () => {
  await submit('w/0')
  note('asking w/0')
  store.maintain("update journal set data = '{}' where seq = 1")
  expect((await judge()).faults).toEqual([expect.stringContaining('the journal does not verify')])
})

test('deaths at work are those whose runs were taken back and those that were not answered any more', async () => {
  const recovered = (worker: string, afterMs: number) =>
    store.write((tx) =>
      appendJournal(tx, {
        ...{ kind: 'task.recovered', principal: 'system', atMs: NOON_MS + afterMs },
        data: { worker, now: 'queued' },
      }),
    )
  await recovered('a', 100)
  await recovered('a', 150)
  await recovered('b', 900)
  note('asking c/0')
  const death = (worker: string, killedMs: number, ...others: string[]) => ({ worker, killedMs, others })
  const fleet = await judge([
    death('a', NOON_MS, 'b'),
    death('b', NOON_MS + 200, 'c'),
    death('c', NOON_MS + 250),
    death('', NOON_MS + 260),
  ])
  expect(fleet).toMatchObject({ deaths: 4, atWork: 3, atStart: 1, runsInterrupted: 3, submissionsCutOff: 1 })
  expect(fleet).toMatchObject({ takeoversMs: [150], comebacksMs: [700] })
})

test('the table counts each fault under what it is about', () => {
  const none = { deaths: 0, atWork: 0, atStart: 0, runsInterrupted: 0, submissionsCutOff: 0, acknowledged: 0, done: 0 }
  const fleet = { seed: 1, ...none, unknown: 0, payments: 0, takeoversMs: [10, 20], comebacksMs: [] }
  const faults = ['task 7 is lost', 'the payment x was made 2 times', 'x was stored 2 times', 'a place is busy']
  const table = summariseDeaths([{ ...fleet, deaths: 1_234, faults }]).join('\n')
  expect(table).toContain('| Processes that died by SIGKILL | 1,234 |')
  expect(table).toMatch(/lost \| 1 \|\n.*twice \| 2 \|\n.*verify \| 0 \|\n.*follow \| 1 \|/)
  expect(table).toMatch(/was there.*\| 20 · 20 · 20 \|/)
})
