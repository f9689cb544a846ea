import * as z from 'zod'
import { defineCommand } from '../src/command/define.ts'
import { loadPackTools } from '../src/command/pack-tools.ts'
import { poolSlot } from '../src/command/slots.ts'
import { type Block, note, prose, report, section } from '../src/report/report.ts'

const described = z.object({
  pool: z.string(),
  title: z.string(),
  summary: z.string(),
  capabilities: z.array(z.string()),
  tools: z.array(z.object({ name: z.string(), summary: z.string(), example: z.string() })),
  examples: z.array(z.string()),
  handbookPages: z.int(),
})

export default defineCommand({
  name: 'capabilities',
  summary: 'Tell what the agents of each pool can do.',
  group: 'Learn',
  usage: ['capabilities', 'capabilities {pool}'],
  phrases: [
    '(what can|what does) [the] {pool} [agents|agent pool|pool|team] (calculate|compute)',
    'what can (you|the agents|this|operatoros|the fleet|this system) do',
    'what (are|is) (your|the|all the) [available] [agent] (capabilities|skills|abilities)',
    '(list|show|display|tell me) [me] [all|your|the] [available] [agent] (capabilities|skills)',
    'what can [the] {pool} (agents|agent pool|pool|team) do',
    'list all available agent capabilities',
  ],
  examples: ['capabilities', 'capabilities financial'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({ pool: poolSlot.optional() }),
  returns: z.object({ pools: z.array(described) }),

  async run({ pool }, { controller: { house, pools } }) {
    if (pool !== undefined && pool !== 'all') await pools.check(pool)
    const sizes = (await house.handbook()).sizes()
    const chosen = (await house.packs()).filter((pack) => pool === undefined || pool === 'all' || pack.name === pool)
    const found = chosen.map(async (pack) => ({
      pool: pack.name,
      title: pack.title,
      summary: pack.summary,
      capabilities: [...pack.capabilities],
      tools: await loadPackTools(house, pack.name),
      examples: [...pack.examples],
      handbookPages: sizes[pack.name] ?? 0,
    }))
    return { pools: await Promise.all(found) }
  },

  show({ pools }) {
    return report(
      'Capabilities',
      ...pools.map((one) => section(`${one.title} (${one.pool})`, ...told(one, pools.length === 1))),
    )
  },
})

/** Of one pool every tool is told; of all of them that would be hundreds of lines. */
function told(
  { pool, summary, capabilities, tools, handbookPages, examples }: z.output<typeof described>,
  whole: boolean,
): Block[] {
  const computes = tools.map((tool) => `- ${tool.summary} For example: \`${tool.example}\``)
  const more = whole || tools.length === 0 ? '' : `\nWhat its ${tools.length} tools compute: capabilities ${pool}`
  return [
    prose([summary, ...capabilities.map((line) => `- ${line}`)].join('\n')),
    ...(whole && tools.length > 0 ? [prose(`**Computes**\n${computes.join('\n')}`)] : []),
    note('plain', `${handbookPages} handbook pages. Try: ${examples[0] ?? ''}${more}`),
  ]
}
