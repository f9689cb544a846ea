import { describe, expect, it } from 'vitest'
import type { Message, ModelRequest } from '../../../src/models/provider.ts'
import { anthropicRequest } from '../../../src/models/wire/anthropic-request.ts'

const request = (messages: readonly Message[]): ModelRequest => ({
  model: 'claude-x',
  system: 'Be brief.',
  messages,
  tools: [],
  maxTokens: 10,
})

const call = (id: string) => ({ id, name: 'add', input: {} })
const result = (callId: string): Message => ({ role: 'tool', callId, name: 'add', text: '3' })

describe('anthropicRequest', () => {
  it('puts the results of calls made together into one message, right after the calls', () => {
    const { messages } = anthropicRequest(
      request([
        { role: 'user', text: 'Add.' },
        { role: 'agent', text: ' ', calls: [call('a'), call('b')] },
        result('a'),
        result('b'),
      ]),
    )
    expect(messages.map((message) => [message.role, message.content.length])).toEqual([
      ['user', 1],
      ['assistant', 2],
      ['user', 2],
    ])
  })

  it('names the tools of earlier calls, and forbids them, when none is offered any more', () => {
    const sent = anthropicRequest(
      request([{ role: 'user', text: 'Add.' }, { role: 'agent', text: '', calls: [call('a')] }, result('a')]),
    )
    expect(sent).toMatchObject({ tools: [{ name: 'add' }], tool_choice: { type: 'none' } })
    expect(anthropicRequest(request([{ role: 'user', text: 'Hello.' }]))).not.toHaveProperty('tools')
  })

  it('begins with a user message and has no empty one', () => {
    const { messages } = anthropicRequest(
      request([
        { role: 'agent', text: 'Earlier.', calls: [] },
        { role: 'user', text: 'One.' },
        { role: 'agent', text: '', calls: [] },
        { role: 'user', text: 'Two.' },
      ]),
    )
    expect(messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'One.' },
          { type: 'text', text: 'Two.' },
        ],
      },
    ])
  })

  it('does not change the items that it replays', () => {
    const items = Object.freeze([{ type: 'text', text: 'kept' }])
    const native = { provider: 'anthropic', model: 'claude-x', items }
    const said: Message = { role: 'agent', text: 'kept', calls: [], native }
    const { messages } = anthropicRequest(request([{ role: 'user', text: 'A' }, said, { ...said, native: undefined }]))
    expect(messages[1]?.content).toHaveLength(2)
    expect(items).toHaveLength(1)
  })
})
