import * as z from 'zod'
import { linkSignals } from '../src/base/link-signals.ts'
import { defineCommand } from '../src/command/define.ts'
import { facts, ms, note, report } from '../src/report/report.ts'

const GRACE_MS = 10_000

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

  async run({ for: seconds }, { controller: { worker, pools }, signal, tell }) {
    const startMs = performance.now()
    await pools.list()
    await worker.start()
    tell({ kind: 'stage', text: `worker ${worker.id} takes tasks; stop it with Ctrl+C` })
    await stopped(linkSignals(signal, worker.displaced), seconds)
    await worker.stop(GRACE_MS)
    worker.displaced.throwIfAborted()
    return { worker: worker.id, workedMs: Math.round(performance.now() - startMs) }
  },

  show({ worker, workedMs }) {
    return report('Worker', note('good', `${worker} has drained and left.`), facts(undefined, { Worked: ms(workedMs) }))
  },
})

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
