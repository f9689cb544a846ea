import type { ProviderPlug } from '../provider.ts'
import { guardStream } from '../stream-guard.ts'
import { readAnthropicStream } from '../wire/anthropic-answer.ts'
import { anthropicRequest } from '../wire/anthropic-request.ts'

const plug: ProviderPlug = {
  name: 'anthropic',
  title: 'Anthropic',
  keyName: 'ANTHROPIC_API_KEY',
  baseUrlName: 'ANTHROPIC_BASE_URL',
  open: (settings) => ({
    name: 'anthropic',
    complete: (request, signal, onText) =>
      guardStream({ plug, settings }, signal, async (line) => {
        const { default: Anthropic } = await import('@anthropic-ai/sdk')
        const client = new Anthropic({
          apiKey: settings.apiKey,
          // Null, not undefined: the SDK would read the environment by itself.
          baseURL: settings.baseUrl ?? null,
          maxRetries: 0,
          timeout: settings.totalMs,
          fetch: line.fetch,
          logLevel: 'off',
        })
        const events = await client.messages.create(anthropicRequest(request), { signal: line.signal })
        return readAnthropicStream(events, request.model, onText)
      }),
  }),
}

export default plug
