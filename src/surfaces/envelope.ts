import type { OperatorError } from '../base/errors.ts'
import { OperatorError as Failure } from '../base/errors.ts'
import type { Caller } from '../command/context.ts'
import type { Understood } from './speak-line.ts'

const SCHEMA_VERSION = 1

interface Meta {
  readonly caller: Caller
  readonly ms: number
}

const metaOf = ({ caller, ms }: Meta, costUsd: number, echo: string | null) => ({
  session: caller.session,
  principal: caller.id,
  ms: Math.round(ms),
  costUsd,
  echo,
})

/** The one JSON document of a command that ended well; the order of keys is part of the contract. */
export const successEnvelope = ({ what, data, ...meta }: Meta & { what: Understood; data: unknown }) => ({
  schemaVersion: SCHEMA_VERSION,
  ok: true,
  command: what.command,
  data,
  meta: metaOf(meta, costOf(data), what.echo),
})

/** The one JSON document of a command that failed; `data` of the error (such as the task's number) stands in `error.data`. */
export const failureEnvelope = ({
  command,
  error,
  ...meta
}: Meta & { command: string | null; error: OperatorError }) => ({
  schemaVersion: SCHEMA_VERSION,
  ok: false,
  command,
  error: {
    code: error.code,
    message: error.message,
    hint: error.hint ?? null,
    retryable: error.facts.retry,
    ...(error.data ? { data: error.data } : {}),
  },
  meta: metaOf(meta, 0, null),
})

const costOf = (data: unknown): number =>
  typeof data === 'object' && data !== null && 'costUsd' in data && typeof data.costUsd === 'number' ? data.costUsd : 0

/**
 * Only the named fields of data: "pools.pool,killed" keeps `killed` and of each pool its `pool`.
 *
 * @throws OperatorError ARGS_INVALID for a field that the data does not have.
 */
export function pickFields(data: unknown, fields: readonly string[]): unknown {
  const picked: Record<string, unknown> = {}
  for (const field of fields) {
    const [head = '', ...rest] = field.split('.')
    const value = fieldOf(data, head)
    if (value === undefined) throw noField(field, data)
    const inner = rest.length === 0 ? value : pickInner(value, rest.join('.'))
    picked[head] = merge(picked[head], inner)
  }
  return picked
}

const fieldOf = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, name)
    ? (data as Record<string, unknown>)[name]
    : undefined

const pickInner = (value: unknown, field: string): unknown =>
  Array.isArray(value) ? value.map((item) => pickFields(item, [field])) : pickFields(value, [field])

/** Two picks of one head stand together: `a.b,a.c` → { a: { b, c } }. */
function merge(before: unknown, after: unknown): unknown {
  if (before === undefined) return after
  if (Array.isArray(before) && Array.isArray(after)) return before.map((item, i) => merge(item, after[i]))
  if (typeof before === 'object' && typeof after === 'object') return { ...before, ...after }
  return after
}

function noField(field: string, data: unknown): OperatorError {
  const known = typeof data === 'object' && data !== null ? Object.keys(data).join(', ') : 'none'
  return new Failure('ARGS_INVALID', `There is no field "${field.slice(0, 60)}" here.`, { hint: `fields: ${known}` })
}
