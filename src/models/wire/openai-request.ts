import type { ResponseCreateParamsStreaming, ResponseInputItem } from 'openai/resources/responses/responses'
import type { Message, ModelRequest, ToolCard } from '../provider.ts'
import { replayItems } from './replay.ts'

/** A request as the Responses API takes it. Nothing is stored there, so reasoning must come back encrypted. */
export function openaiRequest(request: ModelRequest): ResponseCreateParamsStreaming {
  return {
    model: request.model,
    instructions: request.system,
    input: request.messages.flatMap((message) => inputOf(message, request.model)),
    tools: request.tools.map(toolOf),
    max_output_tokens: request.maxTokens,
    include: ['reasoning.encrypted_content'],
    store: false,
    stream: true,
  }
}

function inputOf(message: Message, model: string): ResponseInputItem[] {
  if (message.role === 'user') return [{ role: 'user', content: message.text }]
  if (message.role === 'tool') {
    return [{ type: 'function_call_output', call_id: message.callId, output: message.text }]
  }
  const items = replayItems(message.native, 'openai', model)
  // The items are the API's own, kept as it sent them.
  if (items) return items as ResponseInputItem[]
  const said: ResponseInputItem[] = message.text === '' ? [] : [{ role: 'assistant', content: message.text }]
  return [
    ...said,
    ...message.calls.map(({ id, name, input }) => ({
      type: 'function_call' as const,
      call_id: id,
      name,
      arguments: JSON.stringify(input),
    })),
  ]
}

const toolOf = ({ name, summary, input }: ToolCard) => ({
  type: 'function' as const,
  name,
  description: summary,
  parameters: input as Record<string, unknown>,
  // Strict mode refuses optional fields, which most of our tools have.
  strict: false,
})
