import type {
  ContentBlockParam,
  MessageCreateParamsStreaming,
  MessageParam,
  Tool,
} from '@anthropic-ai/sdk/resources/messages/messages'
import type { Message, ModelRequest } from '../provider.ts'
import { replayItems } from './replay.ts'

/**
 * A request as the Messages API takes it. Sampling parameters are not sent: the API refuses them. Results of calls made
 * together stand in one message, right after the calls. A transcript that was cut begins with its first user message.
 */
export function anthropicRequest(request: ModelRequest): MessageCreateParamsStreaming {
  const messages: MessageParam[] = []
  for (const message of request.messages) {
    const role = message.role === 'agent' ? 'assistant' : 'user'
    const content = blocksOf(message, request.model)
    const last = messages.at(-1)
    if (last?.role === role && Array.isArray(last.content)) last.content.push(...content)
    else if (content.length > 0 && (last || role === 'user')) messages.push({ role, content })
  }
  return {
    model: request.model,
    system: request.system,
    messages,
    max_tokens: request.maxTokens,
    stream: true,
    ...offer(request),
  }
}

function blocksOf(message: Message, model: string): ContentBlockParam[] {
  if (message.role === 'tool') {
    return [{ type: 'tool_result', tool_use_id: message.callId, content: message.text }]
  }
  // The API refuses blocks without a visible character.
  const said: ContentBlockParam[] = message.text.trim() === '' ? [] : [{ type: 'text', text: message.text }]
  if (message.role === 'user') return said
  const items = replayItems(message.native, 'anthropic', model)
  // The blocks are the API's own, kept as it sent them.
  if (items) return [...(items as ContentBlockParam[])]
  return [...said, ...message.calls.map(({ id, name, input }) => ({ type: 'tool_use' as const, id, name, input }))]
}

/** Calls in the transcript must belong to a tool of the request, even when no tool is offered any more. */
function offer({ tools, messages }: ModelRequest): Pick<MessageCreateParamsStreaming, 'tools' | 'tool_choice'> {
  if (tools.length > 0) {
    return {
      tools: tools.map(({ name, summary, input }) => ({
        name,
        description: summary,
        input_schema: input as Tool.InputSchema,
      })),
    }
  }
  const called = new Set(
    messages.flatMap((message) => (message.role === 'agent' ? message.calls : [])).map((c) => c.name),
  )
  if (called.size === 0) return {}
  const known = [...called].map((name) => ({ name, input_schema: { type: 'object' as const } }))
  return { tools: known, tool_choice: { type: 'none' } }
}
