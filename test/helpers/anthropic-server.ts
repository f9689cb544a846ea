import { sse, type Wire } from './wire-server.ts'

type Json = Record<string, unknown>

const USAGE = { input_tokens: 40, cache_creation_input_tokens: 0, cache_read_input_tokens: 60, output_tokens: 1 }

const begin = (usage: Json | undefined = USAGE): string =>
  sse('message_start', {
    message: {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'claude-test',
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage,
    },
  })

const block = (index: number, content: Json, deltas: readonly Json[]): readonly string[] => [
  sse('content_block_start', { index, content_block: content }),
  ...deltas.map((delta) => sse('content_block_delta', { index, delta })),
  sse('content_block_stop', { index }),
]

const text = (pieces: readonly string[], index = 0): readonly string[] =>
  block(
    index,
    { type: 'text', text: '' },
    pieces.map((piece) => ({ type: 'text_delta', text: piece })),
  )

const end = (reason: string, usage: Json | undefined = { output_tokens: 7 }): readonly string[] => [
  sse('message_delta', { delta: { stop_reason: reason, stop_sequence: null }, usage }),
  sse('message_stop', {}),
]

const PING = sse('ping', {})
const THOUGHT = { type: 'thinking', thinking: 'First the odds.', signature: 'EqQB-signed' }

/** The Messages API of Anthropic as it streams, version 2026-10-21. */
export const wire: Wire = {
  path: '/v1/messages',
  baseUrl: (origin) => origin,
  answer: (pieces) => [begin(), PING, ...text(pieces), ...end('end_turn')],
  unmetered: (said) => [
    sse('message_start', { message: { id: 'msg_1', type: 'message', role: 'assistant', content: [] } }),
    ...text([said]),
    sse('message_delta', { delta: { stop_reason: 'end_turn' } }),
    sse('message_stop', {}),
  ],
  calls: (name, inputs) => [
    begin(),
    ...block(0, { type: 'thinking', thinking: '', signature: '' }, [
      { type: 'thinking_delta', thinking: 'First ' },
      { type: 'thinking_delta', thinking: 'the odds.' },
      { type: 'signature_delta', signature: 'EqQB-signed' },
    ]),
    ...inputs.flatMap((written, at) =>
      block(at + 1, { type: 'tool_use', id: `call-${at + 1}`, name, input: {} }, [
        { type: 'input_json_delta', partial_json: '' },
        { type: 'input_json_delta', partial_json: written.slice(0, 3) },
        { type: 'input_json_delta', partial_json: written.slice(3) },
      ]),
    ),
    ...end('tool_use'),
  ],
  thought: THOUGHT,
  refusal: (said) => [begin(), ...text([said]), ...end('refusal')],
  cut: (said) => [begin(), ...text([said]), ...end('max_tokens')],
  filtered: () => null,
  nothing: () => [begin(), ...end('end_turn')],
  failing: (kind) => [
    begin(),
    ...text(['half a']),
    sse('error', {
      error:
        kind === 'limited'
          ? { type: 'rate_limit_error', message: 'slow down' }
          : { type: 'overloaded_error', message: 'overloaded just now' },
    }),
  ],
  errorBody: (message) => ({ type: 'error', error: { type: 'some_error', message } }),
  read: ({ model, system, max_tokens, tools, messages }) => {
    const items = (messages as Json[]).flatMap((message) => message.content as Json[])
    return {
      model,
      system,
      maxTokens: max_tokens,
      tools: ((tools ?? []) as Json[]).map((tool) => ({
        name: tool.name,
        summary: tool.description,
        input: tool.input_schema,
      })),
      results: items
        .filter((item) => item.type === 'tool_result')
        .map((item) => ({ id: item.tool_use_id, text: item.content })),
      calls: items
        .filter((item) => item.type === 'tool_use')
        .map((item) => ({ id: item.id, name: item.name, input: item.input })),
      items,
    }
  },
}
