import type { ProviderPlug } from '../provider.ts'
import { guardStream } from '../stream-guard.ts'
import { readOpenaiStream } from '../wire/openai-answer.ts'
import { openaiRequest } from '../wire/openai-request.ts'

const plug: ProviderPlug = {
  name: 'openai',
  title: 'OpenAI',
  keyName: 'OPENAI_API_KEY',
  baseUrlName: 'OPENAI_BASE_URL',
  open: (settings) => ({
    name: 'openai',
    complete: (request, signal, onText) =>
      guardStream({ plug, settings }, signal, async (line) => {
        const { default: OpenAI } = await import('openai')
        const client = new OpenAI({
          apiKey: settings.apiKey,
          // Null, not undefined: the SDK would read the environment by itself.
          baseURL: settings.baseUrl ?? null,
          maxRetries: 0,
          timeout: settings.totalMs,
          fetch: line.fetch,
          logLevel: 'off',
        })
        const events = await client.responses.create(openaiRequest(request), { signal: line.signal })
        return readOpenaiStream(events, request.model, onText)
      }),
  }),
}

export default plug
