import { sse, type Wire } from './wire-server.ts'

type Json = Record<string, unknown>

const response = (status: string, output: readonly Json[], more: Json = {}): Json => ({
  id: 'resp_1',
  object: 'response',
  created_at: 1_795_000_000,
  status,
  model: 'gpt-test',
  output,
  error: null,
  incomplete_details: null,
  usage: {
    input_tokens: 100,
    input_tokens_details: { cached_tokens: 60, cache_write_tokens: 0 },
    output_tokens: 7,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 107,
  },
  ...more,
})

const message = (content: readonly Json[]): Json => ({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  status: 'completed',
  content,
})

const said = (text: string): Json => ({ type: 'output_text', text, annotations: [], logprobs: [] })

const begin = sse('response.created', { sequence_number: 0, response: response('in_progress', [], { usage: null }) })

const delta = (piece: string): string =>
  sse('response.output_text.delta', { item_id: 'msg_1', output_index: 0, content_index: 0, delta: piece, logprobs: [] })

const completed = (output: readonly Json[], more: Json = {}): string =>
  sse('response.completed', { response: response('completed', output, more) })

const incomplete = (text: string, reason: string): readonly string[] => [
  begin,
  delta(text),
  sse('response.incomplete', {
    response: response('incomplete', [message([said(text)])], { incomplete_details: { reason } }),
  }),
]

const THOUGHT = { id: 'rs_1', type: 'reasoning', summary: [], encrypted_content: 'gAAAA-secret-thought' }

/** The Responses API of OpenAI as it streams, version of openai 6.49. */
export const wire: Wire = {
  path: '/v1/responses',
  baseUrl: (origin) => `${origin}/v1`,
  answer: (pieces) => [begin, ...pieces.map(delta), completed([message([said(pieces.join(''))])])],
  unmetered: (text) => [begin, delta(text), completed([message([said(text)])], { usage: null })],
  calls: (name, inputs) => {
    const calls = inputs.map((written, at) => ({
      id: `fc_${at + 1}`,
      type: 'function_call',
      status: 'completed',
      call_id: `call-${at + 1}`,
      name,
      arguments: written,
    }))
    const empty = { id: 'rs_2', type: 'reasoning', summary: [] }
    return [
      begin,
      sse('response.output_item.added', { output_index: 0, item: THOUGHT }),
      sse('response.function_call_arguments.delta', { item_id: 'fc_1', output_index: 1, delta: inputs[0] }),
      completed([THOUGHT, empty, ...calls]),
    ]
  },
  thought: THOUGHT,
  refusal: (text) => [
    begin,
    sse('response.refusal.delta', { item_id: 'msg_1', output_index: 0, content_index: 0, delta: text }),
    completed([message([{ type: 'refusal', refusal: text }])]),
  ],
  cut: (text) => incomplete(text, 'max_output_tokens'),
  filtered: (text) => incomplete(text, 'content_filter'),
  nothing: () => [begin, completed([])],
  failing: (kind) =>
    kind === 'limited'
      ? [
          begin,
          sse('response.failed', {
            response: response('failed', [], { error: { code: 'rate_limit_exceeded', message: 'slow down' } }),
          }),
        ]
      : [begin, delta('half a'), sse('error', { code: 'server_error', message: 'overloaded just now', param: null })],
  errorBody: (text) => ({ error: { message: text, type: 'some_error', param: null, code: null } }),
  read: ({ model, instructions, max_output_tokens, tools, input }) => {
    const items = input as Json[]
    return {
      model,
      system: instructions,
      maxTokens: max_output_tokens,
      tools: (tools as Json[]).map((tool) => ({ name: tool.name, summary: tool.description, input: tool.parameters })),
      results: items
        .filter((item) => item.type === 'function_call_output')
        .map((item) => ({ id: item.call_id, text: item.output })),
      calls: items
        .filter((item) => item.type === 'function_call')
        .map((item) => ({ id: item.call_id, name: item.name, input: JSON.parse(String(item.arguments)) })),
      items,
    }
  },
}
