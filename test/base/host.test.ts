import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { bornOf, isProcessAlive, thisProcess } from '../../src/base/host.ts'

const started: ChildProcess[] = []
afterEach(() => {
  for (const one of started.splice(0)) one.kill('SIGKILL')
})

test('this process is alive, by its number and by its birth', () => {
  expect(isProcessAlive(thisProcess.pid, null)).toBe(true)
  expect(isProcessAlive(thisProcess.pid, bornOf(thisProcess.pid))).toBe(true)
})

test('a number that no process has is dead', () => {
  expect(isProcessAlive(2 ** 22 + 1, null)).toBe(false)
})

describe.runIf(existsSync('/proc/self/stat'))('where the system tells of its processes', () => {
  /** A shell whose first child has ended, and which became another program that never asks after it. */
  async function startZombie(): Promise<number> {
    const parent = spawn('sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    started.push(parent)
    const [said] = await once(parent.stdout, 'data')
    return Number(String(said))
  }

  test('one that was killed and that nobody has asked after is dead', async () => {
    const pid = await startZombie()
    await expect.poll(() => isProcessAlive(pid, null)).toBe(false)
    expect(() => process.kill(pid, 0)).not.toThrow()
  })

  test('one that has the number of an earlier process is not that process', () => {
    const born = bornOf(thisProcess.pid) ?? expect.fail()
    expect(isProcessAlive(thisProcess.pid, born - 1)).toBe(false)
  })

  test('one whose name holds brackets and spaces is read rightly', async () => {
    const odd = spawn(
      process.execPath,
      ['-e', "process.title = 'a) Z 1 (b'; console.log(1); setInterval(() => 0, 1e6)"],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    started.push(odd)
    await once(odd.stdout, 'data')
    expect(isProcessAlive(odd.pid ?? 0, bornOf(odd.pid ?? 0))).toBe(true)
    expect(bornOf(odd.pid ?? 0)).toBeGreaterThan(bornOf(thisProcess.pid) ?? Number.POSITIVE_INFINITY)
  })
})
