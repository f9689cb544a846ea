import * as z from 'zod'
import { defineCommand } from '../src/command/define.ts'
import { note, report, table } from '../src/report/report.ts'

export default defineCommand({
  name: 'providers',
  summary: 'Show which model providers are configured and which models they serve.',
  group: 'Fleet',
  usage: ['providers'],
  phrases: [
    '(show|list|display) [me] [the] [model|ai] (providers|models)',
    '(which|what) [ai|model] (models|providers) (are configured|are available|do you use|are there)',
  ],
  examples: ['providers'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({}),
  returns: z.object({
    providers: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        configured: z.boolean(),
        keyName: z.string(),
        models: z.object({
          flagship: z.string().nullable(),
          balanced: z.string().nullable(),
          economy: z.string().nullable(),
        }),
      }),
    ),
    handbook: z.record(z.string(), z.int()).describe('pages of the offline handbook by domain'),
  }),

  async run(_args, { controller }) {
    const handbook = (await controller.house.handbook()).sizes()
    return { providers: [...(await controller.house.providers())], handbook: { ...handbook } }
  },

  show({ providers, handbook }) {
    const ready = providers.filter((one) => one.configured)
    const pages = Object.values(handbook).reduce((sum, n) => sum + n, 0)
    return report(
      'Model providers',
      table(
        ['Provider', 'State', 'Flagship', 'Balanced', 'Economy'],
        [
          ...providers.map((one) => [
            one.title,
            one.configured ? 'configured' : `set ${one.keyName}`,
            one.models.flagship,
            one.models.balanced,
            one.models.economy,
          ]),
          ['Offline handbook', 'always there', `${pages} pages`, '', ''],
        ],
      ),
      ready.length > 0
        ? note(
            'good',
            `${ready.map((one) => one.title).join(', ')} answer first; the handbook answers when they cannot.`,
          )
        : note('plain', 'No model is configured: the offline handbook and the tools answer.'),
    )
  },
})
