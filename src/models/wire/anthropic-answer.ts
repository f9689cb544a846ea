import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import type { Completion, ToolCall, Usage } from '../provider.ts'
import { knownEvent } from './known-event.ts'
import { toolInput } from './tool-input.ts'

const COUNT = z.int().nonnegative().nullish()
const USAGE = z.object({
  input_tokens: COUNT,
  output_tokens: COUNT,
  cache_creation_input_tokens: COUNT,
  cache_read_input_tokens: COUNT,
})

const DELTA = z.looseObject({
  text: z.string().optional(),
  thinking: z.string().optional(),
  signature: z.string().optional(),
  partial_json: z.string().optional(),
})

const EVENT = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message_start'), message: z.object({ usage: USAGE.nullish() }) }),
  z.object({
    type: z.literal('content_block_start'),
    index: z.int(),
    content_block: z.looseObject({ type: z.string() }),
  }),
  z.object({ type: z.literal('content_block_delta'), index: z.int(), delta: DELTA }),
  z.object({
    type: z.literal('message_delta'),
    delta: z.object({ stop_reason: z.string().nullish() }),
    usage: USAGE.nullish(),
  }),
  z.object({ type: z.literal('message_stop') }),
])

type Event = z.infer<typeof EVENT>
type Usages = z.infer<typeof USAGE>

/** A content block as it grows; a call's input comes in pieces of JSON. */
interface Block {
  readonly type: string
  text?: string
  thinking?: string
  signature?: string
  id?: string
  name?: string
  written?: string
  [field: string]: unknown
}

/** What the stream has told so far. Output tokens count only once the end has stated them. */
interface Gathered {
  readonly blocks: Map<number, Block>
  start: Usages | null | undefined
  end: Usages | null | undefined
  reason: string | null | undefined
}

/**
 * The completion that a Messages stream tells, read up to `message_stop`. Events of other kinds are passed over.
 *
 * @throws OperatorError PROVIDER_FAILED for an answer without content or an end that nobody knows.
 * @throws Error for an event of another shape than expected, and for a stream without its end event.
 */
export async function readAnthropicStream(
  events: AsyncIterable<unknown>,
  model: string,
  onText: (piece: string) => void,
): Promise<Completion> {
  const gathered: Gathered = { blocks: new Map(), start: null, end: null, reason: null }
  for await (const raw of events) {
    const event = knownEvent(EVENT, KINDS, raw)
    if (!event) continue
    if (event.type === 'message_stop') return completionOf(gathered, model)
    gather(gathered, event, onText)
  }
  throw new Error('the stream stopped without its end event')
}

const KINDS = new Set<string>(EVENT.options.map((option) => option.shape.type.value))

function gather(gathered: Gathered, event: Event, onText: (piece: string) => void): void {
  switch (event.type) {
    case 'message_start':
      gathered.start = event.message.usage
      break
    case 'content_block_start':
      gathered.blocks.set(event.index, { ...event.content_block })
      break
    case 'content_block_delta':
      grow(gathered.blocks.get(event.index), event.delta, onText)
      break
    case 'message_delta':
      gathered.reason = event.delta.stop_reason ?? gathered.reason
      gathered.end = event.usage
      break
  }
}

function grow(block: Block | undefined, delta: z.infer<typeof DELTA>, onText: (piece: string) => void): void {
  if (!block) throw new Error('a piece of a content block came before its start')
  if (delta.text !== undefined) {
    block.text = (block.text ?? '') + delta.text
    onText(delta.text)
  }
  if (delta.thinking !== undefined) block.thinking = (block.thinking ?? '') + delta.thinking
  if (delta.signature !== undefined) block.signature = delta.signature
  if (delta.partial_json !== undefined) block.written = (block.written ?? '') + delta.partial_json
}

const STOPS = new Map<string, Completion['stop']>([
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['tool_use', 'tools'],
  ['max_tokens', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['refusal', 'refusal'],
])

function completionOf({ blocks: byIndex, start, end, reason }: Gathered, model: string): Completion {
  const stop = STOPS.get(reason ?? '')
  if (!stop) throw new OperatorError('PROVIDER_FAILED', `Anthropic ended with "${reason}", which is no known end.`)
  const blocks = [...byIndex].sort(([a], [b]) => a - b).map(([, block]) => finished(block))
  const text = blocks.map((block) => (block.type === 'text' ? (block.text ?? '') : '')).join('')
  const calls = stop === 'tools' ? blocks.filter((block) => block.type === 'tool_use').map(callOf) : []
  if ((stop === 'stop' && text === '') || (stop === 'tools' && calls.length === 0)) {
    throw new OperatorError('PROVIDER_FAILED', 'Anthropic ended without an answer.')
  }
  const answer = { text, stop, calls, usage: usageOf(start, end) }
  return stop === 'tools' ? { ...answer, native: { provider: 'anthropic', model, items: blocks } } : answer
}

/** The block as the API wants it back: a call with its whole input. */
function finished({ written, ...block }: Block): Block {
  return written === undefined ? { ...block } : { ...block, input: toolInput(written) }
}

function callOf({ id, name, input }: Block): ToolCall {
  if (id === undefined || name === undefined) {
    throw new OperatorError('PROVIDER_FAILED', 'Anthropic asked for a tool without a name or an id.')
  }
  return { id, name, input }
}

/** The end's counts are cumulative and win; the API counts cached input apart from `input_tokens`. */
function usageOf(start: Usages | null | undefined, end: Usages | null | undefined): Usage {
  const count = (name: keyof Usages) => end?.[name] ?? start?.[name] ?? null
  const fresh = count('input_tokens')
  const read = count('cache_read_input_tokens') ?? 0
  const written = count('cache_creation_input_tokens') ?? 0
  return {
    inTokens: fresh === null ? null : fresh + read + written,
    outTokens: end?.output_tokens ?? null,
    cachedTokens: read,
  }
}
