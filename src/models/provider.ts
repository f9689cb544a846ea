/** What a model is asked for by, so that packs outlive model names: `models/catalogue.ts` maps roles to models. */
export const MODEL_ROLES = ['flagship', 'balanced', 'economy'] as const
export type ModelRole = (typeof MODEL_ROLES)[number]

/** A call that the model wants made; `input` is untrusted JSON. */
export interface ToolCall {
  readonly id: string
  readonly name: string
  readonly input: unknown
}

/**
 * One turn of the conversation with a model. `native` is what the provider itself wants back in the next request
 * (reasoning items, thinking blocks with signatures); only the provider that made it reads it.
 */
export type Message =
  | { readonly role: 'user'; readonly text: string }
  | { readonly role: 'agent'; readonly text: string; readonly calls: readonly ToolCall[]; readonly native?: unknown }
  | { readonly role: 'tool'; readonly callId: string; readonly name: string; readonly text: string }

/** A tool as a model sees it: name, one sentence, JSON Schema of its input. */
export interface ToolCard {
  readonly name: string
  readonly summary: string
  readonly input: unknown
}

export interface ModelRequest {
  readonly model: string
  readonly system: string
  readonly messages: readonly Message[]
  readonly tools: readonly ToolCard[]
  readonly maxTokens: number
}

/** Tokens as the provider counted them; null when it did not say. `inTokens` includes the cached ones. */
export interface Usage {
  readonly inTokens: number | null
  readonly outTokens: number | null
  readonly cachedTokens: number
}

/** `stop` ended by itself · `tools` wants calls · `length` ran out of tokens · `refusal` and `filter` said no. */
export interface Completion {
  readonly text: string
  readonly calls: readonly ToolCall[]
  readonly stop: 'stop' | 'tools' | 'length' | 'refusal' | 'filter'
  readonly usage: Usage
  readonly native?: unknown
}

/**
 * The whole contract of a model provider. Streams text to `onText` as it comes and returns the whole.
 * It throws OperatorError PROVIDER_FAILED (or RATE_LIMITED, or what `signal` carries) and nothing else; a stream
 * without its end event, an empty body, or a body that is not what was asked for is a failure, never a short answer.
 * It retries nothing and writes nothing.
 */
export interface Provider {
  readonly name: string
  complete(request: ModelRequest, signal: AbortSignal, onText: (piece: string) => void): Promise<Completion>
}

/** How to reach a provider. `baseUrl` undefined means the provider's own; times are milliseconds. */
export interface ProviderSettings {
  readonly apiKey: string
  readonly baseUrl: string | undefined
  /** The longest silence on an open answer, and the longest whole answer. */
  readonly idleMs: number
  readonly totalMs: number
}

/** What a file in `providers/` exports: how to open the provider, and the key it cannot do without. */
export interface ProviderPlug {
  readonly name: string
  readonly title: string
  /** The environment variable that holds its key, and the one that moves its address. */
  readonly keyName: string
  readonly baseUrlName: string
  open(settings: ProviderSettings): Provider
}

/** A provider as `providers` tells of it; a model is null when the provider serves none in that role. */
export interface ProviderFacts {
  readonly name: string
  readonly title: string
  readonly configured: boolean
  readonly keyName: string
  readonly models: {
    readonly flagship: string | null
    readonly balanced: string | null
    readonly economy: string | null
  }
}
