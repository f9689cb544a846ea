import * as z from 'zod'
import { groupDigits } from '../src/base/digits.ts'
import { linkSignals } from '../src/base/link-signals.ts'
import type { Context } from '../src/command/context.ts'
import { defineCommand } from '../src/command/define.ts'
import type { Controller } from '../src/controller/controller.ts'
import { facts, ms, note, report } from '../src/report/report.ts'

const GRACE_MS = 10_000
const COUNT_MS = 1_000

export default defineCommand({
  name: 'worker',
  summary: 'Run waiting tasks here until it is stopped; it then drains.',
  group: 'Fleet',
  usage: ['worker'],
  phrases: ['(start|run) a [background|headless] worker'],
  examples: ['worker', 'worker --for 60'],
  role: 'operator',
  effect: 'reads',
  args: z.strictObject({
    for: z.coerce
      .number()
      .min(0.001)
      .max(31_536_000)
      .optional()
      .describe('seconds to work; without it until it is stopped'),
  }),
  returns: z.object({ worker: z.string(), workedMs: z.number() }),

  async run({ for: seconds }, { controller, caller, signal, tell }) {
    const { worker, pools } = controller
    const startMs = performance.now()
    await pools.list()
    await worker.start()
    tell({ kind: 'stage', text: `worker ${worker.id} takes tasks; stop it with Ctrl+C` })
    const endCounting = caller.kind === 'person' ? keepCounting(controller, tell) : () => undefined
    await stopped(linkSignals(signal, worker.displaced), seconds)
    endCounting()
    await worker.stop(GRACE_MS)
    worker.displaced.throwIfAborted()
    return { worker: worker.id, workedMs: Math.round(performance.now() - startMs) }
  },

  show({ worker, workedMs }) {
    return report('Worker', note('good', `${worker} has drained and left.`), facts(undefined, { Worked: ms(workedMs) }))
  },
})

/** Where a person looks on, the line goes on to say what runs in all pools, and what is done today. */
function keepCounting({ worker, pools, figures }: Controller, tell: Context['tell']): () => void {
  const count = async () => {
    const running = (await pools.list()).reduce((sum, { active }) => sum + active, 0)
    const { done } = await figures.today()
    const counts = `${groupDigits(running)} running, ${groupDigits(done)} done today`
    tell({ kind: 'stage', text: `worker ${worker.id}: ${counts}; stop it with Ctrl+C` })
  }
  // A look that fails is told by the worker itself, which meets the same trouble.
  const timer = setInterval(() => void count().catch(() => undefined), COUNT_MS)
  return () => clearInterval(timer)
}

/** Resolves when the signal fires or the time is over. */
function stopped(signal: AbortSignal, seconds: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = seconds === undefined ? setInterval(() => undefined, 60_000) : setTimeout(done, seconds * 1_000)
    signal.addEventListener('abort', done, { once: true })
    function done(): void {
      clearTimeout(timer)
      resolve()
    }
  })
}
