import * as z from 'zod'
import { OperatorError } from '../src/base/errors.ts'
import { defineCommand } from '../src/command/define.ts'
import { flag } from '../src/command/slots.ts'
import { note, prose, type Report, report, section } from '../src/report/report.ts'

const step = z.object({ tell: z.string(), say: z.string().nullable(), ok: z.boolean(), report: z.custom<Report>() })

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

  async run({ domain, auto, seed }, { language, tell, signal }) {
    const demos = await language.demos()
    const list = demos.map(({ name, title, steps }) => ({ name, title, steps: steps.length }))
    if (domain === undefined) return { domain: null, demos: list, steps: [] }
    const demo = demos.find((one) => one.name === domain)
    if (!demo) throw new OperatorError('NOT_FOUND', `There is no demo "${domain}".`, { hint: 'demo' })
    const played: z.output<typeof step>[] = []
    for (const [i, { tell: text, say, material }] of demo.steps.entries()) {
      if (i > 0 && !auto) await language.pause()
      signal.throwIfAborted()
      const spoken = say === null ? null : await language.speak(say, material?.(seed))
      const done = { tell: text, say, ok: spoken?.ok ?? true, report: spoken?.report ?? report(demo.title) }
      played.push(done)
      tell({ kind: 'part', data: { tell: text, say, ok: done.ok }, report: showStep(done, demo.title) })
    }
    return { domain, demos: [], steps: played }
  },

  show({ domain, demos, steps }) {
    if (domain === null) {
      return report(
        'Demos',
        prose(demos.map((one) => `- \`demo ${one.name}\` ${one.title} (${one.steps} steps)`).join('\n')),
      )
    }
    const failed = steps.filter((one) => !one.ok).length
    return report(
      `Demo ${domain}`,
      failed === 0
        ? note('good', `All ${steps.length} steps were played with the real commands.`)
        : note('bad', `${failed} of ${steps.length} steps failed.`),
    )
  },
})

const showStep = ({ tell, say, report: told }: z.output<typeof step>, title: string): Report =>
  say === null
    ? report(title, prose(tell))
    : report(title, prose(tell), prose(`\`> ${say}\``), section(told.title, ...told.blocks))
