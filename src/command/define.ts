import * as z from 'zod'
import { OperatorError } from '../base/errors.ts'
import { type Role, reaches } from '../base/roles.ts'
import type { Report } from '../report/report.ts'
import type { Context } from './context.ts'
import { sayIssue } from './say-issue.ts'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** What every surface receives: `data` for machines, `report` for people (drawn up when it is asked for). */
export interface Outcome {
  readonly data: unknown
  readonly report: Report
}

/** `reads` looks; `changes` is confirmed when it was asked for in a sentence; `destroys` is always confirmed. */
export type CommandEffect = 'reads' | 'changes' | 'destroys'

/** A command as words and schemas, without its code: what help, resolution and completion need. */
export interface CommandCard {
  readonly name: string
  readonly summary: string
  /** The heading it stands under in `help`. */
  readonly group: 'Ask' | 'Fleet' | 'Tasks' | 'Governance' | 'Admin' | 'Learn'
  /**
   * The typed forms: `scale {pool} {direction}`. A slot is an argument; `{ask...}` takes the rest of the line.
   * The first is shown in help.
   */
  readonly usage: readonly string[]
  /**
   * Sentences for it: `(show|display) [me] [the] status`. `[x]` may be left out, `(a|b)` is a choice, `{slot}` an argument,
   * `=> name=value` adds one that is not spoken; `{when:again}` takes only what repeats.
   */
  readonly phrases: readonly string[]
  readonly examples: readonly string[]
  readonly role: Role
  /** The strongest effect that any of its arguments has. */
  readonly effect: CommandEffect
  /** True for commands that tell parts as they go (`watch`); with --json each part is a line of NDJSON. */
  readonly streams: boolean
  /** True for commands that take what is piped in as material. */
  readonly material: boolean
  readonly input: JsonSchema
  readonly output: JsonSchema
}

/** A command as the surfaces see it: the generics are closed over. */
export interface Command extends CommandCard {
  /** Its arguments when none were given, where its author wrote them down: what `parse` makes of nothing. */
  readonly bare: Readonly<Record<string, unknown>> | null
  /** Arguments by its schema. @throws OperatorError ARGS_INVALID when they do not parse. */
  parse(rawArgs: unknown): Readonly<Record<string, unknown>>
  /** What it does with these arguments: `kill status` only reads. */
  effectOf(rawArgs: Readonly<Record<string, unknown>>): CommandEffect
  /** True when these arguments may do harm: where a person is asked first, only a plain yes counts. */
  isGrave(rawArgs: Readonly<Record<string, unknown>>): boolean
  /** Before a person is asked to confirm. @throws OperatorError what already stands against it: ROLE_TOO_LOW, ARGS_INVALID. */
  check(rawArgs: unknown, context: Checked): Promise<void>
  /** @throws OperatorError ROLE_TOO_LOW before `run`, ARGS_INVALID when the arguments do not parse, and what `run` throws. */
  execute(rawArgs: unknown, context: Context): Promise<Outcome>
}

/** What may be looked at before a person was asked. */
export type Checked = Pick<Context, 'controller' | 'caller'>

/** A command as its author writes it. `run` finds out, `show` tells; neither prints. */
export interface CommandSpec<Args extends z.ZodObject, Data extends z.ZodType> {
  readonly name: string
  readonly summary: string
  readonly group: CommandCard['group']
  readonly usage: readonly string[]
  readonly phrases: readonly string[]
  readonly examples: readonly string[]
  readonly role: Role
  readonly effect: CommandEffect
  /** Where only some arguments have that effect. Sees raw arguments. */
  readonly effectOf?: (rawArgs: Readonly<Record<string, unknown>>) => CommandEffect
  /** Arguments that may do harm besides those that destroy. Sees raw arguments. */
  readonly isGrave?: (rawArgs: Readonly<Record<string, unknown>>) => boolean
  readonly streams?: boolean
  readonly material?: boolean
  readonly args: Args
  /** What `args` makes of no arguments, for a command that is mostly said bare: to build a schema takes a tenth of a start. */
  readonly bare?: z.output<Args>
  readonly returns: Data
  /** Fields of the data that only `show` needs; machines do not get them. */
  readonly onlyShown?: readonly string[]
  /** Throws what would keep it from running, before a person is asked to confirm it; changes nothing. */
  check?(args: z.output<Args>, context: Checked): Promise<void>
  run(args: z.output<Args>, context: Context): Promise<z.output<Data>>
  /** Pure. */
  show(data: z.output<Data>): Report
}

/** Turns a spec into the one object that every surface uses. Its schemas are written out only when they are asked for. */
export function defineCommand<Args extends z.ZodObject, Data extends z.ZodType>(
  spec: CommandSpec<Args, Data>,
): Command {
  const { name, summary, group, usage, phrases, examples, role, effect, streams = false, material = false } = spec
  return {
    ...{ name, summary, group, usage, phrases, examples, role, effect, streams, material, bare: spec.bare ?? null },
    parse: (rawArgs) => parseArgs(spec, rawArgs),
    effectOf: (rawArgs) => spec.effectOf?.(rawArgs) ?? effect,
    isGrave: (rawArgs) => (spec.effectOf?.(rawArgs) ?? effect) === 'destroys' || (spec.isGrave?.(rawArgs) ?? false),
    get input() {
      return z.toJSONSchema(spec.args, { io: 'input', unrepresentable: 'any' })
    },
    get output() {
      return publicSchema(spec.returns, spec.onlyShown ?? [])
    },
    async check(rawArgs, context) {
      checkRole(spec, context)
      // Outside of the call: a command without a check of its own refuses bad arguments before anybody is asked, too.
      const args = parseArgs(spec, rawArgs)
      await spec.check?.(args, context)
    },
    async execute(rawArgs, context) {
      checkRole(spec, context)
      const isBare = spec.bare !== undefined && isEmpty(rawArgs)
      const data = await spec.run(isBare ? spec.bare : parseArgs(spec, rawArgs), context)
      return {
        data: withoutFields(data, spec.onlyShown ?? []),
        get report() {
          return spec.show(data)
        },
      }
    },
  }
}

/** The schema of what machines get. */
function publicSchema(returns: z.ZodType, hidden: readonly string[]): JsonSchema {
  const schema = z.toJSONSchema(returns, { unrepresentable: 'any' })
  const shown = ([name]: [string, unknown]) => !hidden.includes(name)
  return {
    ...schema,
    ...(schema.properties ? { properties: Object.fromEntries(Object.entries(schema.properties).filter(shown)) } : {}),
    ...(schema.required ? { required: schema.required.filter((name) => !hidden.includes(name)) } : {}),
  }
}

function checkRole({ name, role }: { name: string; role: Role }, { caller }: Checked): void {
  if (reaches(caller.role, role)) return
  throw new OperatorError('ROLE_TOO_LOW', `"${name}" needs the ${role} role; ${caller.id} is ${caller.role}.`, {
    hint: `help ${name}`,
  })
}

function parseArgs<Args extends z.ZodObject>(spec: { name: string; args: Args }, rawArgs: unknown): z.output<Args> {
  const args = spec.args.safeParse(rawArgs, { error: sayIssue })
  if (args.success) return args.data
  const [issue] = args.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : undefined
  const name = issue?.path.join('.') || unknown || 'argument'
  const sentence = unknown
    ? `"${spec.name}" has no argument ${unknown}.`
    : `"${spec.name}" cannot use its ${name}: ${lowerFirst(issue?.message ?? 'it is not valid')}.`
  throw new OperatorError('ARGS_INVALID', sentence, {
    hint: `help ${spec.name}`,
    cause: args.error,
    data: { argument: name },
  })
}

const isEmpty = (rawArgs: unknown): boolean =>
  typeof rawArgs === 'object' && rawArgs !== null && Object.keys(rawArgs).length === 0

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function withoutFields(data: unknown, fields: readonly string[]): unknown {
  if (fields.length === 0 || typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).filter(([key]) => !fields.includes(key)))
}
