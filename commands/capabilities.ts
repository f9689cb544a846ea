import * as z from 'zod'
import { defineCommand } from '../src/command/define.ts'
import { loadPackTools } from '../src/command/pack-tools.ts'
import { poolSlot } from '../src/command/slots.ts'
import { note, prose, report, section } from '../src/report/report.ts'

export default defineCommand({
  name: 'capabilities',
  summary: 'Tell what the agents of each pool can do.',
  group: 'Learn',
  usage: ['capabilities', 'capabilities {pool}'],
  phrases: [
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
  returns: z.object({
    pools: z.array(
      z.object({
        pool: z.string(),
        title: z.string(),
        summary: z.string(),
        capabilities: z.array(z.string()),
        tools: z.array(z.object({ name: z.string(), summary: z.string(), example: z.string() })),
        examples: z.array(z.string()),
        handbookPages: z.int(),
      }),
    ),
  }),

  async run({ pool }, { controller: { house, pools } }) {
    if (pool !== undefined && pool !== 'all') await pools.check(pool)
    const sizes = (await house.handbook()).sizes()
    const chosen = (await house.packs()).filter((pack) => pool === undefined || pool === 'all' || pack.name === pool)
    const described = chosen.map(async (pack) => ({
      pool: pack.name,
      title: pack.title,
      summary: pack.summary,
      capabilities: [...pack.capabilities],
      tools: await loadPackTools(house, pack.name),
      examples: [...pack.examples],
      handbookPages: sizes[pack.name] ?? 0,
    }))
    return { pools: await Promise.all(described) }
  },

  show({ pools }) {
    return report(
      'Capabilities',
      ...pools.map((one) =>
        section(
          `${one.title} (${one.pool})`,
          prose([one.summary, ...one.capabilities.map((line) => `- ${line}`)].join('\n')),
          ...(one.tools.length > 0
            ? [
                prose(
                  `**Computes**\n${one.tools.map((tool) => `- ${tool.summary} For example: \`${tool.example}\``).join('\n')}`,
                ),
              ]
            : []),
          note('plain', `${one.handbookPages} handbook pages. Try: ${one.examples[0] ?? ''}`),
        ),
      ),
    )
  },
})
