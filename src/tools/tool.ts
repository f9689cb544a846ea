import * as z from 'zod'
import { OperatorError } from '../base/errors.ts'
import type { Block } from '../report/report.ts'
import type { Allowance, KeptAnswer, Quota } from '../store/outside-answers.ts'
import { withoutDroppedMinus } from './dropped-minus.ts'

type JsonSchema = z.core.JSONSchema.BaseSchema

/** What a tool may touch besides its input. `fetch` and `now` are handed in, so that a test needs no network or clock. */
export interface ToolContext {
  readonly signal: AbortSignal
  readonly now: () => number
  readonly fetch: typeof fetch
  /** IANA name of the person's time zone, such as `Europe/Berlin`. */
  readonly timeZone: string
  /** The value of an API key by its environment name, or undefined. */
  readonly key: (name: string) => string | undefined
  readonly outside: Outside
}

/**
 * What is kept of sources outside, and what is left of their quotas: it outlives the process and is shared by all of one home.
 * Keys and answers hold no secret.
 */
export interface Outside {
  /** Null when nothing is kept or it has expired. */
  recall(key: string): Promise<KeptAnswer | null>
  keep(key: string, answer: unknown, expiresMs: number): Promise<void>
  /** Takes `n` requests, or none when they do not fit. Never more than the quota, however many processes ask. */
  take(source: string, quota: Quota, n: number): Promise<Allowance>
  /** Gives a request back that never reached its source. */
  giveBack(ticket: number): Promise<void>
  /** How many requests are free now. */
  left(source: string, quota: Quota): Promise<number>
}

/** What a person said: the sentence, and the text that came with it (piped in or from a file), or null. */
export interface Utterance {
  readonly text: string
  readonly attachment: string | null
}

/**
 * What a tool made of a sentence: `use` is raw input that the schema will check; `missing` names in plain words what the
 * person must still say; null means that the sentence is not for this tool.
 */
export type Heard = { readonly use: Readonly<Record<string, unknown>> } | { readonly missing: readonly string[] } | null

/** A tool as its author writes it. */
export interface ToolSpec<In extends z.ZodObject, Out extends z.ZodType> {
  readonly name: string
  /** One sentence for people and models. */
  readonly summary: string
  /** A sentence that runs it, for help and its contract test. */
  readonly example: string
  /** `read` looks or computes, `write` changes something outside, `spend` costs money. */
  readonly effect: 'read' | 'write' | 'spend'
  /** True where a handbook page beside the result could be taken for a judgement of it: a lab value in another unit. */
  readonly alone?: boolean
  /** True where a figure with a minus sign may mean what it means without: "mortgage -220k" is a debt of 220k. */
  readonly minusMeansDebt?: boolean
  readonly input: In
  readonly output: Out
  /** Pure. Claims a sentence only when it clearly asks for this tool. */
  hear(said: Utterance): Heard
  run(input: z.output<In>, context: ToolContext): Promise<z.output<Out>> | z.output<Out>
  /** Pure: inputs, result and formula as blocks. */
  show(output: z.output<Out>, input: z.output<In>): readonly Block[]
  /** Pure: true when the output only says what must be set up first, so that the handbook has to answer. Absent: never. */
  lacksSetup?(output: z.output<Out>): boolean
}

/** What a call gave: `output` for machines and models, `blocks` for people. */
export interface ToolResult {
  readonly tool: string
  readonly input: unknown
  readonly output: unknown
  readonly blocks: readonly Block[]
  /** True when nothing was found out, because a key is not set: `blocks` say which. */
  readonly lacksSetup: boolean
}

/** A tool as the rest of the house sees it: the generics are closed over. */
export interface Tool {
  readonly name: string
  readonly summary: string
  readonly example: string
  readonly effect: 'read' | 'write' | 'spend'
  /** No handbook page is added to what it computed. */
  readonly alone: boolean
  readonly input: JsonSchema
  hear(said: Utterance): Heard
  /** @throws OperatorError ARGS_INVALID when the input does not parse, and what `run` throws. */
  call(rawInput: unknown, context: ToolContext): Promise<ToolResult>
}

/** Turns a spec into a tool whose input and output are checked at every call. */
export function defineTool<In extends z.ZodObject, Out extends z.ZodType>(spec: ToolSpec<In, Out>): Tool {
  const { name, summary, example, effect, alone = false } = spec
  let schema: JsonSchema | undefined
  return {
    name,
    summary,
    example,
    effect,
    alone,
    get input() {
      schema ??= z.toJSONSchema(spec.input, { io: 'input' })
      return schema
    },
    hear: (said) =>
      spec.minusMeansDebt ? spec.hear(said) : withoutDroppedMinus((one: Utterance) => spec.hear(one), said),
    async call(rawInput, context) {
      const parsed = spec.input.safeParse(rawInput)
      if (!parsed.success) throw invalidInput(name, parsed.error)
      const output = checkedOutput(spec, await spec.run(parsed.data, context))
      const lacksSetup = spec.lacksSetup?.(output) ?? false
      return { tool: name, input: toldInput(parsed.data), output, blocks: spec.show(output, parsed.data), lacksSetup }
    },
  }
}

/** What a tool gives must be what it promises; sums that left the range of numbers are the input's fault, not a bug. */
function checkedOutput<In extends z.ZodObject, Out extends z.ZodType>(
  { name, output }: ToolSpec<In, Out>,
  given: z.output<Out>,
): z.output<Out> {
  const parsed = output.safeParse(given)
  if (parsed.success) return parsed.data
  if (JSON.stringify(parsed.error.issues).match(/NaN|Infinity/i)) throw tooLarge(name, parsed.error)
  throw parsed.error
}

const tooLarge = (tool: string, cause: z.ZodError) =>
  new OperatorError('ARGS_INVALID', `The ${tool} tool cannot compute with numbers as large as these.`, {
    hint: 'use smaller numbers',
    cause,
  })

const LONGEST_TOLD = 2_000

/** The input as an answer and its record repeat it: a table of a megabyte is told by its beginning. */
const toldInput = (input: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, isLong(value) ? beginningOf(value) : value]))

const isLong = (value: unknown): value is string => typeof value === 'string' && value.length > LONGEST_TOLD

const beginningOf = (text: string): string => `${text.slice(0, 200)}… (${text.length} characters)`

function invalidInput(tool: string, error: z.ZodError): OperatorError {
  const [issue] = error.issues
  const place = issue?.path.join('.') || 'the input'
  return new OperatorError(
    'ARGS_INVALID',
    `The ${tool} tool cannot use ${place}: ${issue?.message ?? 'it is not valid'}.`,
    {
      cause: error,
    },
  )
}
