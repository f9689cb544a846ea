import { afterEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { OperatorError } from '../../src/base/errors.ts'
import type { Gate } from '../../src/gates/gate.ts'
import { defineTool } from '../../src/tools/tool.ts'
import { fakeRoute, type Step, says } from '../helpers/fake-provider.ts'
import { type Fleet, type FleetOptions, smallFleet } from '../helpers/small-fleet.ts'

let fleet: Fleet
afterEach(() => fleet.close())

const risky: Gate = {
  name: 'risky',
  at: 'request',
  inspect: (text) =>
    text.includes('risk')
      ? { ruling: 'park', question: 'May it?' }
      : { ruling: 'pass', text: text.replace('4111', '****') },
}
const strict: Gate = {
  name: 'strict',
  at: 'request',
  inspect: (text) => (text.includes('evil') ? { ruling: 'refuse', reason: 'It is evil.' } : { ruling: 'pass', text }),
}
const polite: Gate = {
  name: 'polite',
  at: 'answer',
  inspect: (text) =>
    text.includes('rude') ? { ruling: 'refuse', reason: 'It is rude.' } : { ruling: 'pass', text: `${text}!` },
}

const answerOf = (text: string | null) => JSON.parse(text ?? '{}') as { text: string; remarks: string[]; by: object }

function fleetWith(options: FleetOptions = {}, ...script: Step[]) {
  const route = fakeRoute(...(script.length > 0 ? script : [says('Yes')]))
  fleet = smallFleet({ gates: [risky, strict, polite], routes: [route], ...options })
  return route
}

describe('the way of one ask', () => {
  test.each([
    { ask: 'hello', state: 'done', calls: 1 },
    { ask: 'a risk', state: 'parked', calls: 0 },
    { ask: 'evil', state: 'refused', calls: 0 },
    { ask: 'an evil risk', state: 'parked', calls: 0 },
  ])('"$ask" ends $state after $calls model calls', async ({ ask, state, calls }) => {
    const route = fleetWith()
    expect(await fleet.run(ask)).toMatchObject({ state })
    expect(route.requests).toHaveLength(calls)
  })

  test('the model sees the text that the gates left, and the answer is what the gates left of it', async () => {
    const route = fleetWith()
    const { answer, answered_by } = await fleet.run('my card is 4111')
    expect(JSON.stringify(route.requests)).toContain('my card is ****')
    expect(JSON.stringify(route.requests)).not.toContain('4111')
    expect(answerOf(answer).text).toBe('Yes!')
    expect(answered_by).toBe('fake/model')
  })

  test('an answer that a gate refuses reaches nobody, and its cost is charged all the same', async () => {
    fleetWith({}, says('something rude'))
    const task = await fleet.run('hello')
    expect(task).toMatchObject({ state: 'refused', error_code: 'GATE_REFUSED', answer: null })
    expect(task.cost_micro).toBeGreaterThan(0)
    expect(JSON.stringify(await fleet.rows('select * from messages'))).not.toContain('rude')
  })

  test('an answer that a gate parks is charged, once, also when it is approved', async () => {
    const asks: Gate = {
      name: 'asks',
      at: 'answer',
      inspect: (text) => (text.includes('Yes') ? { ruling: 'park', question: 'Send it?' } : { ruling: 'pass', text }),
    }
    const route = fleetWith({ gates: [asks] })
    const parked = await fleet.run('hello')
    expect(parked.state).toBe('parked')
    expect(parked.cost_micro).toBeGreaterThan(0)
    await fleet.controller.approvals.decide(1, true, {
      id: 'person:ada',
      kind: 'person',
      role: 'approver',
      owner: 'ada',
    })
    const done = await fleet.settled(parked.id)
    expect(done).toMatchObject({ state: 'done', cost_micro: parked.cost_micro })
    expect(route.requests).toHaveLength(1)
    expect(await fleet.rows('select sum(micro_usd) as n from ledger')).toEqual([{ n: parked.cost_micro }])
  })

  test('what a gate takes out of an answer does not stand in its blocks either', async () => {
    const discreet: Gate = {
      name: 'discreet',
      at: 'answer',
      inspect: (text) => ({ ruling: 'pass', text: text.replace('4111', '****') }),
    }
    fleetWith({ gates: [discreet] }, says('The card is 4111.'))
    const { answer } = await fleet.run('hello')
    expect(answer).toContain('The card is ****.')
    expect(answer).not.toContain('4111')
  })

  test('escape sequences that a model writes are shown to nobody', async () => {
    const { inspect } = (await import('../../src/gates/checks/inert-answer.ts')).default
    expect(inspect('a\x1b]8;;http://evil\x07link\x1b]8;;\x07\x9b31m')).toEqual({ ruling: 'pass', text: 'alink' })
  })
})

describe('without a model that answers', () => {
  test('no route: the handbook answers and says so', async () => {
    fleetWith({ routes: [] })
    const { answer, answered_by } = await fleet.run('hello')
    expect(answered_by).toBe('handbook')
    expect(answerOf(answer).remarks.join()).toMatch(/No model is configured/)
  })

  test('a provider that fails: the handbook answers and names the failure', async () => {
    fleetWith({}, new OperatorError('PROVIDER_FAILED', 'The service is down.'))
    const { state, answer } = await fleet.run('hello')
    expect(state).toBe('done')
    expect(answerOf(answer).remarks.join()).toMatch(/fake\/model did not answer: The service is down/)
  })

  test('a budget that is used up: no call is made, and the answer says why', async () => {
    const route = fleetWith({ env: { OPERATOROS_DAILY_BUDGET_USD: '0.000001' } })
    const { state, answer, cost_micro } = await fleet.run('hello')
    expect({ state, cost_micro, calls: route.requests.length }).toEqual({ state: 'done', cost_micro: 0, calls: 0 })
    expect(answerOf(answer).remarks.join()).toMatch(/could cost/)
    expect(await fleet.controller.figures.budget()).toMatchObject({ usedMicro: 0 })
  })
})

describe('tools', () => {
  const ran: unknown[] = []
  const double = defineTool({
    name: 'double',
    summary: 'Doubles a number.',
    example: 'double 2',
    effect: 'write',
    input: z.strictObject({ n: z.number() }),
    output: z.object({ n: z.number() }),
    hear: () => null,
    run: ({ n }) => {
      ran.push(n)
      return { n: n * 2 }
    },
    show: () => [],
  })
  const asksFor = (input: unknown) => says('', { stop: 'tools', calls: [{ id: 'c', name: 'double', input }] })

  test('a model gets what a tool gave, and the call is recorded as a step', async () => {
    ran.length = 0
    const route = fleetWith({ tools: [double] }, asksFor({ n: 21 }), says('It is 42'))
    expect(answerOf((await fleet.run('hello')).answer).text).toBe('It is 42!')
    expect(JSON.stringify(route.requests[1]?.messages)).toContain('42')
    expect(await fleet.rows("select name, state, effect from steps where name = 'tool:double'")).toEqual([
      { name: 'tool:double', state: 'done', effect: 'write' },
    ])
    expect(ran).toEqual([21])
  })

  test.each([
    { what: 'an input of the wrong kind', call: asksFor({ n: 'x' }), says: /ARGS_INVALID/ },
    {
      what: 'a tool that does not exist',
      call: says('', { stop: 'tools', calls: [{ id: 'c', name: 'rm -rf', input: {} }] }),
      says: /There is no tool/,
    },
  ])('$what goes back to the model in words, and nothing runs', async ({ call, says: words }) => {
    ran.length = 0
    const route = fleetWith({ tools: [double] }, call, says('Sorry'))
    expect((await fleet.run('hello')).state).toBe('done')
    expect(JSON.stringify(route.requests[1]?.messages)).toMatch(words)
    expect(ran).toEqual([])
  })

  test('a second attempt repeats neither the model call nor the write', async () => {
    ran.length = 0
    const route = fleetWith(
      { tools: [double] },
      asksFor({ n: 1 }),
      () => Promise.reject(new OperatorError('STORE_UNAVAILABLE', 'The disk is full.')),
      says('Done'),
    )
    const { id } = await fleet.submit({ ask: 'hello' })
    await fleet.controller.worker.run(id)
    expect(await fleet.controller.tasks.find(id, { id: 'x', kind: 'person', role: 'admin', owner: 'x' })).toMatchObject(
      {
        ...{ state: 'queued', attempts: 1, error_code: 'STORE_UNAVAILABLE' },
      },
    )
    fleet.clock.turn(60_000)
    const done = await fleet.settled(id)
    expect(done).toMatchObject({ state: 'done', attempts: 2 })
    expect(ran).toEqual([1])
    expect(route.requests).toHaveLength(3)
    const spent = await fleet.rows("select count(*) as n from ledger where kind = 'spend'")
    expect(spent).toEqual([{ n: 2 }])
  })
})

test('a failure that may pass is tried again until the attempts are used up', async () => {
  fleetWith({}, () => Promise.reject(new OperatorError('STORE_UNAVAILABLE', 'No.')))
  const { id } = await fleet.submit()
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await fleet.controller.worker.run(id)
    fleet.clock.turn(60_000)
  }
  expect(await fleet.settled(id)).toMatchObject({ state: 'failed', attempts: 3, error_code: 'STORE_UNAVAILABLE' })
})

test('a bug is not tried again', async () => {
  fleetWith({}, () => Promise.reject(new TypeError('x is not a function')))
  expect(await fleet.run()).toMatchObject({ state: 'failed', attempts: 1, error_code: 'BUG' })
})

test('a task whose time is over fails with a sentence, and is not tried again', async () => {
  fleetWith({}, (_request, signal) => new Promise((_, no) => signal.addEventListener('abort', () => no(signal.reason))))
  const { id } = await fleet.submit({ deadlineMs: fleet.clock.now() })
  fleet.clock.turn(1)
  expect(await fleet.settled(id)).toMatchObject({ state: 'failed', error_code: 'TASK_FAILED', attempts: 1 })
})
