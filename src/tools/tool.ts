import * as z from 'zod'
import { OperatorError } from '../base/errors.ts'
import type { Block } from '../report/report.ts'

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
  readonly input: In
  readonly output: Out
  /** Pure. Claims a sentence only when it clearly asks for this tool. */
  hear(said: Utterance): Heard
  run(input: z.output<In>, context: ToolContext): Promise<z.output<Out>> | z.output<Out>
  /** Pure: inputs, result and formula as blocks. */
  show(output: z.output<Out>, input: z.output<In>): readonly Block[]
}

/** What a call gave: `output` for machines and models, `blocks` for people. */
export interface ToolResult {
  readonly tool: string
  readonly input: unknown
  readonly output: unknown
  readonly blocks: readonly Block[]
}

/** A tool as the rest of the house sees it: the generics are closed over. */
export interface Tool {
  readonly name: string
  readonly summary: string
  readonly example: string
  readonly effect: 'read' | 'write' | 'spend'
  readonly input: JsonSchema
  hear(said: Utterance): Heard
  /** @throws OperatorError ARGS_INVALID when the input does not parse, and what `run` throws. */
  call(rawInput: unknown, context: ToolContext): Promise<ToolResult>
}

/** Turns a spec into a tool whose input and output are checked at every call. */
export function defineTool<In extends z.ZodObject, Out extends z.ZodType>(spec: ToolSpec<In, Out>): Tool {
  const { name, summary, example, effect } = spec
  return {
    name,
    summary,
    example,
    effect,
    get input() {
      return z.toJSONSchema(spec.input, { io: 'input' })
    },
    hear: (said) => spec.hear(said),
    async call(rawInput, context) {
      const parsed = spec.input.safeParse(rawInput)
      if (!parsed.success) throw invalidInput(name, parsed.error)
      const output = spec.output.parse(await spec.run(parsed.data, context))
      return { tool: name, input: parsed.data, output, blocks: spec.show(output, parsed.data) }
    },
  }
}

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
