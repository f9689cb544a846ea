import * as z from 'zod'
import { OperatorError } from '../src/base/errors.ts'
import type { Context } from '../src/command/context.ts'
import { defineCommand } from '../src/command/define.ts'
import type { Demo } from '../src/command/demo.ts'
import { flag } from '../src/command/slots.ts'
import type { PoolFigures } from '../src/controller/pool-figures.ts'
import { note, prose, type Report, report, section } from '../src/report/report.ts'

const step = z.object({ tell: z.string(), say: z.string().nullable(), ok: z.boolean(), report: z.custom<Report>() })

type Step = z.output<typeof step>

export default defineCommand({
  name: 'demo',
  summary: 'Play a demonstration: real commands with explanations between them.',
  group: 'Learn',
  usage: ['demo', 'demo {domain}'],
  phrases: [
    '(show|give|play|run|start|do) [me] [a|the] {domain} (demo|demonstration|example|showcase|walkthrough)',
    '(show|give|play|run|start|do) [me] [a|an|the] {domain} [automation] (demo|demonstration|example|showcase|walkthrough)',
    '(demo|demonstrate|showcase) [the] [your] {domain} [analysis|analytics|automation] [features|capabilities|agents]',
    'walk me through [the] [your] {domain} [analysis|analytics|automation] [features|capabilities|agents]',
    'run a {domain} automation example',
    '(show|list) [me] [the] [available] demos',
  ],
  examples: ['demo healthcare', 'demo financial --auto', 'walk me through financial analysis capabilities'],
  role: 'operator',
  effect: 'changes',
  effectOf: ({ domain }) => (domain === undefined ? 'reads' : 'changes'),
  streams: true,
  args: z.strictObject({
    domain: z
      .enum(['healthcare', 'financial', 'sports', 'business', 'operations'])
      .optional()
      .describe('which demo; without it they are listed'),
    auto: flag('play to the end without waiting for a key between the steps'),
    seed: z.coerce.number().int().default(1).describe('seed of the made-up sample data'),
  }),
  returns: z.object({
    domain: z.string().nullable(),
    demos: z.array(z.object({ name: z.string(), title: z.string(), steps: z.int() })),
    steps: z.array(step),
  }),

  async run({ domain, auto, seed }, context) {
    const { language } = context
    const demos = await language.demos()
    const list = demos.map(({ name, title, steps }) => ({ name, title, steps: steps.length }))
    if (domain === undefined) return { domain: null, demos: list, steps: [] }
    const demo = demos.find((one) => one.name === domain)
    if (!demo) throw new OperatorError('NOT_FOUND', `There is no demo "${domain}".`, { hint: 'demo' })
    const before = await context.controller.pools.list()
    const played: Step[] = []
    try {
      for await (const one of play(demo, { auto, seed }, context)) played.push(one)
    } finally {
      await freeAgain(before, context)
    }
    const failed = played.filter((one) => !one.ok).length
    // A script that plays a demo must see in the exit code that it did not go well.
    if (failed > 0) throw brokenDemo(domain, failed, played.length)
    return { domain, demos: [], steps: played }
  },

  show({ domain, demos, steps }) {
    if (domain === null) {
      return report(
        'Demos',
        prose(demos.map((one) => `- \`demo ${one.name}\` ${one.title} (${one.steps} steps)`).join('\n')),
      )
    }
    return report(`Demo ${domain}`, note('good', `All ${steps.length} steps were played with the real commands.`))
  },
})

/** Says one step after the other, and tells each when it was played. */
async function* play(
  { title, steps }: Demo,
  { auto, seed }: { readonly auto: boolean; readonly seed: number },
  { language, tell, signal }: Context,
): AsyncIterable<Step> {
  for (const [i, { tell: text, say, material }] of steps.entries()) {
    if (i > 0 && !auto) await language.pause()
    signal.throwIfAborted()
    const spoken = say === null ? null : await language.speak(say, material?.(seed))
    const done = { tell: text, say, ok: spoken?.ok ?? true, report: spoken?.report ?? report(title) }
    yield done
    tell({ kind: 'part', data: { tell: text, say, ok: done.ok }, report: showStep(done, title) })
  }
}

/** To scale a pool by hand pins it: one that scaled itself before the demo does so again after it, within its bounds. */
async function freeAgain(before: readonly PoolFigures[], { controller, caller }: Context): Promise<void> {
  const now = await controller.pools.list()
  for (const { pool, mode } of before) {
    const isPinned = now.some((one) => one.pool === pool && one.mode === 'pinned')
    if (mode === 'auto' && isPinned) await controller.scalings.auto(pool, {}, { caller, dry: false })
  }
}

const brokenDemo = (domain: string, failed: number, all: number): OperatorError =>
  new OperatorError('TASK_FAILED', `${failed} of the ${all} steps of the demo failed; each says why.`, {
    hint: `mend it (operatoros doctor), then: demo ${domain} --auto`,
  })

const showStep = ({ tell, say, report: told }: Step, title: string): Report =>
  say === null
    ? report(title, prose(tell))
    : report(title, prose(tell), prose(`\`> ${say}\``), section(told.title, ...told.blocks))
