import { expect, test } from 'vitest'
import { linkSignals, timeoutSignal } from '../../src/base/link-signals.ts'

test('fires with the reason of the first that fires, and of no later one', () => {
  const [one, two] = [new AbortController(), new AbortController()]
  const linked = linkSignals(one.signal, two.signal)
  expect(linked.aborted).toBe(false)
  two.abort('two')
  one.abort('one')
  expect(linked.reason).toBe('two')
})

test('has fired when one of them has fired already', () => {
  expect(linkSignals(new AbortController().signal, AbortSignal.abort('before')).reason).toBe('before')
})

test('a timeout fires with its reason, and else as a TimeoutError', async () => {
  const fired = (signal: AbortSignal) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.reason)))
  // Something must keep the process alive: the signals do not.
  const alive = setInterval(() => undefined, 10)
  expect(await fired(linkSignals(timeoutSignal(1, 'late')))).toBe('late')
  expect(await fired(timeoutSignal(1))).toMatchObject({ name: 'TimeoutError' })
  clearInterval(alive)
})
