import * as z from 'zod'
import { OperatorError } from '../base/errors.ts'
import type { Quota } from '../store/outside-answers.ts'
import { fetchAnswer, type JsonAnswer, type JsonRequest, type JsonSource } from './fetch-json.ts'
import type { ToolContext } from './tool.ts'

const TIMEOUT_MS = 10_000

/** A source that wants a key and counts requests. `id` names it where it is kept and counted, `name` for people. */
export interface LiveSource {
  readonly id: string
  readonly name: string
  /** What to do when it fails. */
  readonly next: string
  readonly quota: Quota
  /** Such as "a day", said after the number of the quota. */
  readonly per: string
  readonly base: URL
}

/** One question to a source. `path` is relative to its base and may hold the key; `about` names the question without it. */
export interface LiveAsk<Shape extends z.ZodType> {
  readonly about: string
  readonly path: string
  readonly request?: JsonRequest
  /** How many of the quota's requests it costs; 1 when absent, 0 for one that is not counted. */
  readonly cost?: number
  readonly keepUntilMs: number
  /** What is kept. */
  readonly shape: Shape
  /** Answer → what is kept. @throws OperatorError for refusals and unknown things; its text quotes nothing of the answer. */
  read(answer: JsonAnswer): z.output<Shape>
}

/** What a source said, and where that came from. `left` is what remains of its quota. */
export interface LiveAnswer<T> {
  readonly value: T
  readonly fetchedMs: number
  readonly cached: boolean
  readonly left: number
}

/**
 * A kept answer if there is one, else a fresh one that is then kept, within the quota.
 *
 * @throws OperatorError RATE_LIMITED when the quota is used up; what `fetchAnswer` and `read` throw.
 */
export async function askLive<Shape extends z.ZodType>(
  source: LiveSource,
  ask: LiveAsk<Shape>,
  context: ToolContext,
): Promise<LiveAnswer<z.output<Shape>>> {
  const { outside, now } = context
  const key = `${source.id} ${ask.about}`
  const kept = await outside.recall(key)
  const known = ask.shape.safeParse(kept?.answer)
  if (kept && known.success) {
    const left = await outside.left(source.id, source.quota)
    return { value: known.data, fetchedMs: kept.fetchedMs, cached: true, left }
  }
  const { answer, left } = await fetchWithin(source, ask, context)
  const value = ask.read(answer)
  await outside.keep(key, value, ask.keepUntilMs)
  return { value, fetchedMs: now(), cached: false, left }
}

async function fetchWithin(
  source: LiveSource,
  ask: Pick<LiveAsk<z.ZodType>, 'path' | 'request' | 'cost'>,
  { outside, fetch, signal, timeZone }: ToolContext,
): Promise<{ answer: JsonAnswer; left: number }> {
  const allowance = await outside.take(source.id, source.quota, ask.cost ?? 1)
  if (!allowance.granted) throw usedUp(source, allowance.freeAtMs, timeZone)
  try {
    const from: JsonSource = { name: source.name, next: source.next, fetch, signal, timeoutMs: TIMEOUT_MS }
    const answer = await fetchAnswer(new URL(ask.path, source.base), from, ask.request ?? {})
    return { answer, left: allowance.left }
  } catch (thrown) {
    if (thrown instanceof OperatorError && thrown.data?.reached === false) await outside.giveBack(allowance.ticket)
    throw thrown
  }
}

/**
 * The base of a source's addresses; `name` is the variable that replaces it.
 *
 * @throws OperatorError ARGS_INVALID for what is no web address; the value, which may hold a password, is not said.
 */
export function baseOf(name: string, usual: string, { key }: Pick<ToolContext, 'key'>): URL {
  const address = key(name) ?? usual
  if (!URL.canParse(address) || !/^https?:/.test(address))
    throw new OperatorError('ARGS_INVALID', `${name} is no web address.`, {
      hint: `Set it to an address such as ${usual}, or unset it.`,
    })
  return new URL(address.endsWith('/') ? address : `${address}/`)
}

/**
 * A quota whose limit a variable can raise, for those who pay for more.
 *
 * @throws OperatorError ARGS_INVALID when the variable is no whole number from 1 on.
 */
export function quotaOf(name: string, usual: Quota, { key }: Pick<ToolContext, 'key'>): Quota {
  const limit = z.coerce
    .number()
    .int()
    .min(1)
    .safeParse(key(name) ?? usual.limit)
  if (limit.success) return { ...usual, limit: limit.data }
  throw new OperatorError('ARGS_INVALID', `${name} is no number of requests.`, { hint: `For example ${usual.limit}.` })
}

/** Reads a body by its shape. @throws OperatorError PROVIDER_FAILED when it has another. */
export function readShape<Shape extends z.ZodType>(shape: Shape, body: unknown, source: LiveSource): z.output<Shape> {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  // The issue tells what was expected and where; it is no cause, for it could quote the body.
  throw liveFailure(source, 'PROVIDER_FAILED', 'answered in a form that I cannot read')
}

/** A failure of a source in one sentence: its name, what it did, and what to do next. */
export const liveFailure = (
  source: Pick<LiveSource, 'name' | 'next'>,
  code: 'PROVIDER_FAILED' | 'RATE_LIMITED' | 'UNAUTHENTICATED' | 'NOT_FOUND',
  what: string,
  next = source.next,
): OperatorError => new OperatorError(code, `${source.name} ${what}.`, { hint: next })

function usedUp({ name, quota, per, id }: LiveSource, freeAtMs: number, timeZone: string): OperatorError {
  return new OperatorError('RATE_LIMITED', `The ${quota.limit} requests ${per} of ${name} are used up.`, {
    hint: `The next one is free on ${localTime(freeAtMs, timeZone)}.`,
    data: { source: id, freeAtMs },
  })
}

/** A moment in a time zone: "2026-11-20 13:05 (Europe/Berlin)". */
export function localTime(unixMs: number, timeZone: string): string {
  const parts = { dateStyle: 'short', timeStyle: 'short', timeZone } as const
  return `${new Intl.DateTimeFormat('sv-SE', parts).format(unixMs)} (${timeZone})`
}
