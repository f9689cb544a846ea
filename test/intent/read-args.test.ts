import { describe, expect, test } from 'vitest'
import { readArgs, type SlotWords } from '../../src/intent/read-args.ts'

const slots: SlotWords = {
  pools: new Map(
    Object.entries({
      ...{ healthcare: 'healthcare', doctors: 'healthcare', medical: 'healthcare', financial: 'financial' },
      ...{
        money: 'financial',
        'money team': 'financial',
        finance: 'financial',
        sports: 'sports',
        business: 'business',
      },
      ...{ general: 'general', all: 'all' },
    }),
  ),
  topics: ['scale', 'restart', 'tasks', 'help', 'admin', 'demo', 'errors'],
}

describe('scale', () => {
  test.each([
    ['two more doctors please', { pool: 'healthcare', direction: 'up', by: 2 }],
    ['take the money team down to three', { pool: 'financial', to: 3 }],
    ['cut sports by a couple', { pool: 'sports', direction: 'down', by: 2 }],
    ['expand the sports pool from 3 to 6 agents', { pool: 'sports', to: 6 }],
    ['make it a dozen for business', { pool: 'business', to: 12 }],
    ['scale everyone up by one', { pool: 'all', direction: 'up', by: 1 }],
    ['the whole fleet to 2', { pool: 'all', to: 2 }],
    ['shrink the finacial pool', { pool: 'financial', direction: 'down' }],
    ['moeny taem up', { pool: 'financial', direction: 'up' }],
    ['ad three agents to heathcare', { pool: 'healthcare', direction: 'up', by: 3 }],
    ['raise sports by to', { pool: 'sports', direction: 'up', by: 2 }],
    ['+2 doctors', { pool: 'healthcare', direction: 'up', by: 2 }],
    ['sports 5', { pool: 'sports', to: 5 }],
  ])('"%s"', (text, args) => {
    expect(readArgs('scale', text, slots)).toEqual(args)
  })

  test.each(['scale it up', 'scale the mountains up'])('"%s" names no pool and is not read', (text) => {
    expect(readArgs('scale', text, slots)).toBeNull()
  })
})

test.each([
  ['tasks', 'what is still in the backlog', { state: 'queued' }],
  ['tasks', 'which jobs went wrong', { state: 'failed' }],
  ['tasks', 'does anyone know how many tasks are in progress', { state: 'running' }],
  ['tasks', 'show me task number five', { id: 5 }],
  ['why', 'how come #31 was refused', { task: 31 }],
  ['restart', 'restart the crashed agents', { target: 'failed' }],
  ['restart', 'restart all of them', { pool: 'all' }],
  ['admin', 'bring the database back from the backup', { section: 'restore' }],
  ['admin', 'back up the database', { section: 'backup' }],
  ['admin', 'who has access', { section: 'users' }],
  ['audit', 'save the audit trail to a file', { action: 'export' }],
  ['audit', 'is the journal intact', { action: 'verify' }],
  ['approvals', 'I cannot agree to that, reject request 7', { action: 'deny', id: 7 }],
  ['approvals', 'what waits for my approval', { action: 'list' }],
  ['kill', 'is the kill switch on?', { state: 'status' }],
  ['kill', 'hit the kill switch', { state: 'on' }],
  ['kill', 'lift the emergency stop', { state: 'off' }],
  ['demo', 'walk me through scaling and recovery', { domain: 'operations' }],
  ['help', 'how do I use scal', { topic: 'scale' }],
  ['pools', 'show all of the pools', {}],
  ['sessions', 'my old conversations', {}],
])('%s: "%s"', (command, text, args) => {
  expect(readArgs(command, text, slots)).toEqual(args)
})

test.each(['why', 'cancel', 'retry', 'wait'])('%s without a number is not read', (command) => {
  expect(readArgs(command, 'please do it for the task', slots)).toBeNull()
})
