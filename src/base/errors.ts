/** What a surface must know about a failure: its exit code, its HTTP status, whether trying again can help. */
interface ErrorFacts {
  readonly exit: number
  readonly http: number
  readonly retry: boolean
  /** One sentence for `help errors`. */
  readonly means: string
}

/** Every way a run can end badly. The exit codes are the promise of `help errors`. */
export const ERROR_CATALOGUE = {
  TASK_FAILED: { exit: 1, http: 500, retry: true, means: 'The task ran and failed.' },
  ARGS_INVALID: { exit: 2, http: 400, retry: false, means: 'An argument is missing or wrong.' },
  COMMAND_UNKNOWN: { exit: 2, http: 404, retry: false, means: 'There is no such command.' },
  CONFIRMATION_NEEDED: { exit: 2, http: 409, retry: false, means: 'A change asked for in words needs a yes.' },
  NOT_FOUND: { exit: 3, http: 404, retry: false, means: 'The thing named does not exist, or is not yours.' },
  UNAUTHENTICATED: { exit: 4, http: 401, retry: false, means: 'The caller is not signed in.' },
  ROLE_TOO_LOW: { exit: 4, http: 403, retry: false, means: 'The caller may not do this.' },
  CONFLICT: { exit: 5, http: 409, retry: false, means: 'It does not fit the present state.' },
  APPROVAL_NEEDED: { exit: 6, http: 202, retry: false, means: 'Parked until a person approves.' },
  BUDGET_EXCEEDED: { exit: 7, http: 402, retry: false, means: 'The budget does not allow it.' },
  RATE_LIMITED: { exit: 7, http: 429, retry: true, means: 'Too many requests for now.' },
  QUEUE_FULL: { exit: 7, http: 429, retry: true, means: 'Too many tasks wait already.' },
  LIMIT_REACHED: { exit: 7, http: 429, retry: false, means: 'A task made too many steps or tasks.' },
  KILLED: { exit: 8, http: 503, retry: false, means: 'The kill switch is on.' },
  PAUSED: { exit: 8, http: 503, retry: true, means: 'The pool is paused.' },
  PROVIDER_FAILED: { exit: 9, http: 502, retry: true, means: 'No model provider could answer.' },
  POLICY_DENIED: { exit: 10, http: 403, retry: false, means: 'A policy rule refused it.' },
  GATE_REFUSED: { exit: 10, http: 422, retry: false, means: 'A gate refused the text.' },
  STORE_UNAVAILABLE: { exit: 11, http: 503, retry: true, means: 'The database cannot be used.' },
  BUG: { exit: 70, http: 500, retry: false, means: 'A bug in OperatorOS.' },
  WAIT_TIMEOUT: { exit: 124, http: 504, retry: true, means: 'Waiting ended; the task goes on.' },
  CANCELLED: { exit: 130, http: 499, retry: false, means: 'It was cancelled.' },
} as const satisfies Record<string, ErrorFacts>

export type ErrorCode = keyof typeof ERROR_CATALOGUE

/** A failure may know which command or task it is about; surfaces print the id. */
export interface ErrorMore {
  readonly hint?: string | undefined
  readonly cause?: unknown
  readonly data?: Readonly<Record<string, unknown>> | undefined
}

const BRAND = Symbol.for('operatoros.error')

/**
 * The only error class OperatorOS throws on purpose.
 *
 * `code` is a promise to callers; `message` is one sentence a person can act on; `hint` is the next thing to type;
 * `data` holds facts for machines (such as `{ task: 12 }`); `cause` keeps the original error for `--debug`.
 */
export class OperatorError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly data: Readonly<Record<string, unknown>> | undefined
  readonly [BRAND] = true

  constructor(code: ErrorCode, message: string, more: ErrorMore = {}) {
    super(message, { cause: more.cause })
    this.name = 'OperatorError'
    this.code = code
    this.hint = more.hint
    this.data = more.data
  }

  get facts(): ErrorFacts {
    return ERROR_CATALOGUE[this.code]
  }
}

/** True for our errors, also for one that was made by another bundle of the same program. */
export const isOperatorError = (thrown: unknown): thrown is OperatorError =>
  typeof thrown === 'object' && thrown !== null && BRAND in thrown

/** Anything caught → an OperatorError. An abort becomes `CANCELLED`; unknown things become `BUG`, never a success. */
export function toOperatorError(thrown: unknown): OperatorError {
  if (isOperatorError(thrown)) return thrown
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return isOperatorError(thrown.cause)
      ? thrown.cause
      : new OperatorError('CANCELLED', 'It was cancelled.', { cause: thrown })
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new OperatorError('BUG', `Something unexpected happened: ${message}`, {
    hint: 'operatoros doctor',
    cause: thrown,
  })
}
