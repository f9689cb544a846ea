import { expect, test } from 'vitest'
import { createSettleBell } from '../../src/controller/settle-bell.ts'
import type { Task } from '../../src/engine/insert-task.ts'

const never = (): boolean => false

test('a ring ends the wait of everybody who listens to that task, and of nobody else', async () => {
  const bell = createSettleBell()
  const [one, two, other] = [bell.listen(1), bell.listen(1), bell.listen(2)]
  let otherEnded = false
  const waits = [one.wait(never, 5, 60_000), two.wait(never, 5, 60_000)]
  const waiting = other.wait(never, 5, 60_000).then(() => {
    otherEnded = true
  })
  bell.ring(1, undefined)
  await Promise.all(waits)
  expect(otherEnded).toBe(false)
  bell.ring(2, undefined)
  await waiting
})

test('a ring between two waits is not lost', async () => {
  const bell = createSettleBell()
  const ear = bell.listen(1)
  bell.ring(1, undefined)
  await ear.wait(never, 5, 60_000)
})

test('a wait ends when what it watches has changed', async () => {
  let asked = 0
  await createSettleBell()
    .listen(1)
    .wait(() => ++asked > 2, 1, 60_000)
  expect(asked).toBe(3)
})

test('who has closed the ear hears no more', async () => {
  const bell = createSettleBell()
  const ear = bell.listen(1)
  ear.close()
  bell.ring(1, undefined)
  let polls = 0
  await ear.wait(() => ++polls > 0, 1, 60_000)
  expect(polls).toBe(1)
})

test('who hears the bell is told the settled task once, and nothing of a run that had lost it', () => {
  const bell = createSettleBell()
  const ear = bell.listen(1)
  const task = { id: 1, state: 'done' } as Task
  bell.ring(1, task)
  expect([ear.told(), ear.told()]).toEqual([task, undefined])
  bell.ring(1, undefined)
  expect(ear.told()).toBeUndefined()
})
