import * as z from 'zod'
import { ERROR_CATALOGUE, OperatorError } from '../src/base/errors.ts'
import { type CommandCard, defineCommand } from '../src/command/define.ts'
import { readableForm } from '../src/command/readable-form.ts'
import { type Block, count, facts, note, prose, type Report, report, table } from '../src/report/report.ts'

const GROUPS = ['Ask', 'Fleet', 'Tasks', 'Governance', 'Admin', 'Learn'] as const

const described = () =>
  z.object({
    topic: z.string().nullable(),
    commands: z.array(
      z.object({
        name: z.string(),
        group: z.enum(GROUPS),
        summary: z.string(),
        usage: z.array(z.string()),
        examples: z.array(z.string()),
        role: z.string(),
        effect: z.string(),
        args: z.unknown(),
        data: z.unknown(),
      }),
    ),
    errors: z.array(z.object({ code: z.string(), exit: z.int(), means: z.string() })),
  })

export default defineCommand({
  name: 'help',
  summary: 'Explain the commands, or one of them; also: help errors.',
  group: 'Learn',
  usage: ['help', 'help {topic}'],
  phrases: [
    '(what can|how do) i (type|say|enter|use this|use it|start) [here]',
    '(show|list|give) [me] [the|all] [the] (commands|help)',
    'help [me] (with|on|about) [the] {topic} [command]',
    '(how do i use|how does|explain) the {topic} command [work]',
    'what commands (are there|are available|do you have|can i use)',
  ],
  examples: ['help', 'help scale', 'help errors'],
  role: 'viewer',
  effect: 'reads',
  // Schemas are built only where they are needed, for the card or for arguments: at every start they would take a tenth of it.
  get args() {
    return z.strictObject({ topic: z.string().trim().toLowerCase().optional().describe('a command, or "errors"') })
  },
  bare: {},
  get returns() {
    return described()
  },

  async run({ topic }, { language }) {
    const cards = await language.cards()
    const errors = Object.entries(ERROR_CATALOGUE).map(([code, { exit, means }]) => ({ code, exit, means }))
    if (topic === 'errors') return { topic, commands: [], errors }
    const chosen = topic === undefined ? cards : cards.filter((card) => card.name === topic)
    if (chosen.length === 0)
      throw new OperatorError('NOT_FOUND', `There is no help on "${topic?.slice(0, 60)}".`, { hint: 'help' })
    return { topic: topic ?? null, commands: chosen.map((card) => describe(card, topic !== undefined)), errors: [] }
  },

  show({ topic, commands, errors }): Report {
    const [only] = commands
    if (topic === 'errors')
      return report(
        'Errors',
        table(
          ['Exit', 'Code', 'Means'],
          errors.map((one) => [count(one.exit), one.code, one.means]),
        ),
      )
    if (topic !== null && only) return showOne(only)
    const groups = GROUPS.map((group) =>
      table(
        [group, ''],
        commands
          .filter((one) => one.group === group)
          .map((one) => [readableForm(one.usage[0] ?? one.name), one.summary]),
      ),
    )
    return report(
      'OperatorOS help',
      prose('Type a command, or just say what you want in your own words.'),
      ...groups,
      note('plain', 'help <command> tells more. Every command takes --json, --help and --yes.'),
    )
  },
})

const describe = (card: CommandCard, withSchemas: boolean) => ({
  name: card.name,
  group: card.group,
  summary: card.summary,
  usage: [...card.usage],
  examples: [...card.examples],
  role: card.role,
  effect: card.effect,
  args: withSchemas ? card.input : null,
  data: withSchemas ? card.output : null,
})

interface Described {
  readonly name: string
  readonly summary: string
  readonly usage: readonly string[]
  readonly examples: readonly string[]
  readonly role: string
  readonly effect: string
  readonly args: unknown
}

function showOne(one: Described): Report {
  const properties = Object.entries(
    (one.args as { properties?: Record<string, { description?: string; enum?: string[]; default?: unknown }> })
      .properties ?? {},
  )
  const options: Block[] =
    properties.length > 0
      ? [
          table(
            ['Argument', 'Meaning'],
            properties.map(([name, property]) => [`--${kebab(name)}`, meaning(property)]),
          ),
        ]
      : []
  return report(
    `Help: ${one.name}`,
    prose(one.summary),
    facts('Forms', Object.fromEntries(one.usage.map((form, i) => [String(i + 1), readableForm(form)]))),
    ...options,
    prose(`**Examples**\n${one.examples.map((example) => `- \`${example}\``).join('\n')}`),
    note('plain', `Role: ${one.role}. It ${EFFECTS[one.effect] ?? one.effect}.`),
  )
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const meaning = (property: { description?: string; enum?: string[]; default?: unknown }): string =>
  [
    property.description,
    property.enum?.join(' | '),
    property.default === undefined || property.default === false ? undefined : `default ${String(property.default)}`,
  ]
    .filter(Boolean)
    .join('; ')

const EFFECTS: Readonly<Record<string, string>> = {
  reads: 'changes nothing',
  changes: 'changes something; asked for in a sentence, it is confirmed first',
  destroys: 'may change much; it is confirmed first',
}
