import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import type { Completion, ToolCall, Usage } from '../provider.ts'
import { knownEvent } from './known-event.ts'
import type { Replay } from './replay.ts'
import { toolInput } from './tool-input.ts'

const PART = z.looseObject({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() })

const ITEM = z.looseObject({
  type: z.string(),
  content: z.array(PART).nullish(),
  call_id: z.string().optional(),
  name: z.string().optional(),
  arguments: z.string().optional(),
  encrypted_content: z.string().nullish(),
})

const RESPONSE = z.object({
  output: z.array(ITEM),
  incomplete_details: z.object({ reason: z.string().optional() }).nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string() }).nullish(),
  usage: z
    .object({
      input_tokens: z.int().nonnegative(),
      output_tokens: z.int().nonnegative(),
      input_tokens_details: z.object({ cached_tokens: z.int().nonnegative().optional() }).nullish(),
    })
    .nullish(),
})

const EVENT = z.discriminatedUnion('type', [
  z.object({ type: z.literal('response.output_text.delta'), delta: z.string() }),
  z.object({ type: z.literal('response.refusal.delta'), delta: z.string() }),
  z.object({ type: z.literal('response.completed'), response: RESPONSE }),
  z.object({ type: z.literal('response.incomplete'), response: RESPONSE }),
  z.object({ type: z.literal('response.failed'), response: RESPONSE }),
  z.object({ type: z.literal('error'), code: z.string().nullish(), message: z.string() }),
])

type Item = z.infer<typeof ITEM>
type Response = z.infer<typeof RESPONSE>

/**
 * The completion that a Responses stream tells, read up to its end event. Events of other kinds are passed over.
 *
 * @throws OperatorError PROVIDER_FAILED or RATE_LIMITED for an error event, a failed response, or an answer without content.
 * @throws Error for an event of another shape than expected, and for a stream without its end event.
 */
export async function readOpenaiStream(
  events: AsyncIterable<unknown>,
  model: string,
  onText: (piece: string) => void,
): Promise<Completion> {
  for await (const raw of events) {
    const event = knownEvent(EVENT, KINDS, raw)
    if (!event) continue
    switch (event.type) {
      case 'response.output_text.delta':
      case 'response.refusal.delta':
        onText(event.delta)
        break
      case 'response.completed':
      case 'response.incomplete':
        return completionOf(event.response, model)
      case 'response.failed':
        throw failureOf(event.response.error)
      case 'error':
        throw failureOf(event)
    }
  }
  throw new Error('the stream stopped without its end event')
}

const KINDS = new Set<string>(EVENT.options.map((option) => option.shape.type.value))

function failureOf(error: { code?: string | null | undefined; message: string } | null | undefined): Error {
  // Shaped like the SDK's own error, so that it is told the same way.
  return Object.assign(new Error(error?.message ?? 'the response failed without a reason'), { code: error?.code })
}

function completionOf(response: Response, model: string): Completion {
  const parts = response.output.filter((item) => item.type === 'message').flatMap((item) => item.content ?? [])
  const text = parts.map((part) => part.text ?? part.refusal ?? '').join('')
  const calls = response.output.filter((item) => item.type === 'function_call').map(callOf)
  const stop = stopOf(response, { refused: parts.some((part) => part.type === 'refusal'), called: calls.length > 0 })
  if (stop === 'stop' && text === '') throw new OperatorError('PROVIDER_FAILED', 'OpenAI ended without an answer.')
  const answer = { text, stop, usage: usageOf(response) }
  return stop === 'tools' ? { ...answer, calls, native: replayOf(response.output, model) } : { ...answer, calls: [] }
}

/** Calls that were cut short by the limit are not calls. */
function stopOf(
  { incomplete_details: cut }: Response,
  { refused, called }: { refused: boolean; called: boolean },
): Completion['stop'] {
  if (cut?.reason === 'content_filter') return 'filter'
  if (cut) return 'length'
  if (refused) return 'refusal'
  return called ? 'tools' : 'stop'
}

function callOf({ call_id, name, arguments: written }: Item): ToolCall {
  if (call_id === undefined || name === undefined) {
    throw new OperatorError('PROVIDER_FAILED', 'OpenAI asked for a tool without a name or an id.')
  }
  return { id: call_id, name, input: toolInput(written ?? '') }
}

const usageOf = ({ usage }: Response): Usage => ({
  inTokens: usage?.input_tokens ?? null,
  outTokens: usage?.output_tokens ?? null,
  cachedTokens: usage?.input_tokens_details?.cached_tokens ?? 0,
})

/** A reasoning item without its encrypted content is only a reference, which the API cannot follow when it stores nothing. */
const replayOf = (output: readonly Item[], model: string): Replay => ({
  provider: 'openai',
  model,
  items: output.filter((item) => item.type !== 'reasoning' || Boolean(item.encrypted_content)),
})
