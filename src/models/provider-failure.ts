import { inspect } from 'node:util'
import { isOperatorError, OperatorError } from '../base/errors.ts'
import { inertLine } from '../base/inert-text.ts'
import { SECOND_MS } from '../base/units.ts'
import type { ProviderPlug, ProviderSettings } from './provider.ts'

/** Who called: what a failure is told with. */
export interface Caller {
  readonly plug: Pick<ProviderPlug, 'title' | 'keyName' | 'baseUrlName'>
  readonly settings: ProviderSettings
}

/**
 * Anything that an SDK or a stream throws → our error, without the key in it. `data` is
 * `{ status: 429, retryAfterMs: 20000 }`, as far as the provider said.
 */
export function providerFailure(thrown: unknown, caller: Caller): OperatorError {
  const chain = [...causesOf(thrown)]
  const ours = chain.find(isOperatorError)
  if (ours) return ours
  const fault = faultOf(thrown)
  const more = {
    data: { status: fault.status, retryAfterMs: fault.retryAfterMs },
    cause: withoutKey(thrown, caller.settings.apiKey),
  }
  const { title, keyName } = caller.plug
  // The provider's own words on a refused key repeat parts of the key.
  if (fault.status === 401 || fault.status === 403) {
    const message = `${title} refused the key in ${keyName} (${fault.status}).`
    return new OperatorError('PROVIDER_FAILED', message, { ...more, hint: `check ${keyName}` })
  }
  const words = inertLine(scrub(fault.words, caller.settings.apiKey))
  if (fault.status === 429 || fault.limited) {
    const hint =
      fault.retryAfterMs === undefined ? undefined : `again in ${Math.ceil(fault.retryAfterMs / SECOND_MS)} s`
    return new OperatorError('RATE_LIMITED', `${title} allows no more requests for now: ${words}`, { ...more, hint })
  }
  if (fault.status !== undefined) {
    return new OperatorError('PROVIDER_FAILED', `${title} answered ${fault.status}: ${words}`, more)
  }
  const socket = chain
    .map((one) => fieldOf(one, 'code'))
    .find((code) => typeof code === 'string' && /^[A-Z]/.test(code))
  return new OperatorError('PROVIDER_FAILED', `${title} failed: ${socket ? `${socket}, ` : ''}${words}`, more)
}

interface Fault {
  readonly status: number | undefined
  readonly limited: boolean
  readonly retryAfterMs: number | undefined
  readonly words: string
}

/** What both SDKs' errors tell: `status`, `headers`, and the provider's body in `error`, one level deeper at Anthropic. */
function faultOf(thrown: unknown): Fault {
  const status = fieldOf(thrown, 'status')
  const body = fieldOf(thrown, 'error')
  const inner = fieldOf(body, 'error') ?? body
  const kinds = [fieldOf(inner, 'type'), fieldOf(inner, 'code'), fieldOf(thrown, 'code')]
  const words = fieldOf(inner, 'message') ?? fieldOf(thrown, 'message')
  return {
    status: typeof status === 'number' ? status : undefined,
    limited: kinds.some((kind) => kind === 'rate_limit_error' || kind === 'rate_limit_exceeded'),
    retryAfterMs: retryAfterOf(fieldOf(thrown, 'headers')),
    words: typeof words === 'string' && !/^(?:\d+ )?\s*</.test(words) ? words : 'it sent a page instead of a reason',
  }
}

function retryAfterOf(headers: unknown): number | undefined {
  if (!(headers instanceof Headers)) return undefined
  const ms = Number.parseFloat(headers.get('retry-after-ms') ?? '')
  const seconds = Number.parseFloat(headers.get('retry-after') ?? '')
  return [ms, seconds * SECOND_MS].find((wait) => Number.isFinite(wait) && wait >= 0)
}

function* causesOf(thrown: unknown): Generator<unknown> {
  for (let one = thrown, deep = 0; one !== undefined && deep < 5; one = fieldOf(one, 'cause'), deep += 1) yield one
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined

/** The cause as it is, unless the key stands anywhere in it. */
const withoutKey = (thrown: unknown, key: string): unknown =>
  key !== '' && inspect(thrown, { depth: 6, maxStringLength: null }).includes(key)
    ? new Error(scrub(String(fieldOf(thrown, 'message')), key))
    : thrown

const scrub = (text: string, key: string): string => (key === '' ? text : text.replaceAll(key, '…'))
