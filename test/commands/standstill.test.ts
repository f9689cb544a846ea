import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Rig, rig } from '../helpers/rig.ts'

// A fleet that stands still says so wherever a person looks.

let one: Rig
beforeEach(() => {
  one = rig()
})
afterEach(() => one.close())

describe('a paused pool', () => {
  beforeEach(async () => {
    await one.say('pause sports')
  })

  test.each(['pools', 'status'])('is told by "%s", and no other pool is', async (line) => {
    const { text } = await one.say(line)
    expect(text).toContain('The sports pool is paused: its tasks wait until: resume sports')
    expect(text.match(/ is paused:/g)).toHaveLength(1)
  })

  test('has its mark in the table of the pools, and an open fleet has no such column', async () => {
    expect((await one.say('pools')).text).toMatch(/sports +paused/)
    await one.say('resume sports')
    expect((await one.say('pools')).text).not.toMatch(/paused|State/)
  })

  test('is why its task waits, and resuming it without a worker says that one is needed', async () => {
    await one.say('task who won --pool sports --detach')
    expect((await one.say('why 1')).text).toContain('The sports pool is paused')
    const { text, data } = await one.say('resume sports')
    expect(data).toMatchObject({ waiting: 1, attended: false })
    expect(text).toContain('Nobody is there to run the task that waits')
    expect((await one.say('why 1')).text).not.toContain('is paused')
  })
})

describe('a kill switch that is on', () => {
  beforeEach(async () => {
    await one.say('kill on')
  })

  test('is a finding of "health", which does not say that all is good', async () => {
    const { text, data } = await one.say('health')
    expect(data).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ value: 1, state: 'warn' })]),
    })
    expect(text).toContain('Kill switch is on: nothing starts until a person runs: operatoros kill off')
    expect(text).not.toContain('Everything looks good')
    await one.say('kill off')
    expect((await one.say('health')).text).not.toContain('Kill switch')
  })

  test('stands above the alerts', async () => {
    const { text } = await one.say('alerts')
    expect(text).toContain('The kill switch is on: nothing starts.')
    expect(text).not.toContain('Nothing wants attention')
  })
})
