import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { toOperatorError } from '../../src/base/errors.ts'
import type { Principal } from '../../src/base/roles.ts'
import { type Controller, createController } from '../../src/controller/controller.ts'
import type { Table } from '../../src/store/schema.ts'
import { openAckJournal } from './ack-journal.ts'
import { POOL, payAsk, scriptedHouse } from './scripted-house.ts'

const CALLER: Principal = { id: 'person:faults', kind: 'person', role: 'admin', owner: 'faults' }

/**
 * A process over the scripted house: `<home> settle <thinkMs> <key>…` submits payments and waits for them, `<home> worker`
 * works until SIGTERM, `<home> churn <tasks>` stands by, its code loaded, until it is told to begin, and then works and
 * keeps so many payments of its own going, `<home> finish` works until nothing is open. Every acknowledgement is a line
 * on the standard output, written at once, or of the journal of `churn`. Its clock goes `CLOCK_MS` ahead, and SIGUSR2
 * steps it by `STEP_MS`.
 */
export async function runFaultProcess(tables: readonly Table[]): Promise<void> {
  endWithParent()
  await work(tables).catch((thrown: unknown) => tell(`error ${String(thrown)}`))
  process.exit(0)
}

/** Whoever started this has died, and nobody will tell it to stop. */
function endWithParent(): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1)
  }, 1_000).unref()
}

async function work(tables: readonly Table[]): Promise<void> {
  const [home = '', what, thinkMs, ...keys] = process.argv.slice(2)
  let stepMs = Number(process.env.CLOCK_MS ?? 0)
  process.on('SIGUSR2', () => {
    stepMs += Number(process.env.STEP_MS)
  })
  if (what === 'churn') await toldToBegin()
  const house = scriptedHouse(home, tables, { now: () => Date.now() + stepMs })
  const controller = createController(house, (thrown) => tell(`error ${String(thrown)}`))
  await controller.pools.list()
  await controller.worker.start()
  tell(`started ${controller.worker.id}`)
  if (what === 'settle') await settle(controller, Number(thinkMs), keys)
  if (what === 'finish') await untilNothingIsOpen(controller)
  if (what === 'worker') await untilToldToStop()
  if (what === 'churn') await churn(controller, openAckJournal(home), Number(thinkMs))
  await controller.worker.stop(2_000)
  await house.close()
}

async function settle({ tasks }: Controller, thinkMs: number, keys: readonly string[]): Promise<void> {
  const settling = keys.map(async (key) => {
    const request = { pool: POOL, ask: payAsk(key, thinkMs), session: 's-faults', principal: CALLER }
    try {
      const { id } = await tasks.submit({ ...request, routing: { by: 'asked', scores: null } })
      tell(`acknowledged ${id} ${key}`)
      const { state } = await tasks.settled(id, { signal: new AbortController().signal, timeoutMs: 2_000 })
      tell(`told ${id} ${state}`)
    } catch (thrown) {
      tell(`failed ${key} ${toOperatorError(thrown).code}`)
    }
  })
  await Promise.all(settling)
}

async function untilNothingIsOpen({ figures }: Controller): Promise<void> {
  for (;;) {
    const { queued, running } = await figures.counts()
    if (queued + running === 0) return
    await delay(10)
  }
}

async function toldToBegin(): Promise<void> {
  tell('ready')
  await once(process.stdin, 'data')
  process.stdin.destroy()
}

/** Until SIGTERM. A task is counted as going until it stands, whoever runs it. */
async function churn({ worker, tasks }: Controller, note: (line: string) => void, most: number): Promise<void> {
  let told = false
  process.once('SIGTERM', () => {
    told = true
  })
  const going = new Set<string>()
  for (let n = 0; !told; n += 1) {
    const key = `${worker.id}/${n}`
    going.add(key)
    note(`asking ${key}`)
    const request = {
      pool: POOL,
      ask: payAsk(key, THINK_MS[n % THINK_MS.length]),
      session: worker.id,
      principal: CALLER,
    }
    const { id } = await tasks.submit({ ...request, routing: { by: 'asked', scores: null } })
    note(`acknowledged ${key} ${id}`)
    void tasks.settled(id, { signal: new AbortController().signal }).then(
      ({ state }) => {
        note(`told ${key} ${state}`)
        going.delete(key)
      },
      (thrown: unknown) => {
        // Once this process ends, its database is closed under whoever still waits here.
        if (!told) tell(`error ${String(thrown)}`)
      },
    )
    while (going.size >= most && !told) await delay(2)
  }
}

/** How long each step of a payment takes: most end in a moment, some are there long enough to be met by a kill inside. */
const THINK_MS = [0, 15, 30, 0, 8, 50]

/** A listener for a signal does not keep a process alive; a timer does. */
async function untilToldToStop(): Promise<void> {
  const stay = setInterval(() => undefined, 60_000)
  await new Promise((resolve) => process.once('SIGTERM', resolve))
  clearInterval(stay)
}

function tell(line: string): void {
  writeSync(1, `${line}\n`)
}
