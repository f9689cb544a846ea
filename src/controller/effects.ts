import type { CallModel, ModelTurn } from '../agents/converse.ts'
import { digestOnce, sha256 } from '../base/digest.ts'
import { OperatorError } from '../base/errors.ts'
import { inertText } from '../base/inert-text.ts'
import type { Principal } from '../base/roles.ts'
import type { StepSpec } from '../base/run-step.ts'
import { payerOf, type Run } from '../engine/runs.ts'
import type { RecordStep } from '../engine/steps.ts'
import { costMicro, worstCaseMicro } from '../models/price.ts'
import type { Completion } from '../models/provider.ts'
import type { Route } from '../models/router.ts'
import { judge, type Proposal } from '../policy/rule.ts'
import { reserve, type Spend, spentSince } from '../store/ledger.ts'
import type { Tx } from '../store/schema.ts'
import type { House } from './house.ts'
import { readKill } from './kill-switch.ts'
import { midnightMs } from './local-day.ts'

/** What a run may do to the outside, each act permitted, paid for and recorded. */
export interface Effects {
  readonly permit: (action: Proposal['action'], effect: StepSpec['effect']) => Promise<void>
  readonly callModel: CallModel
}

interface Means {
  readonly house: House
  readonly run: Run
  readonly runStep: RecordStep
  readonly signal: AbortSignal
  readonly onText: (piece: string) => void
  /** Grows with every model call. */
  readonly spends: Spend[]
}

/** The effects of one run. Each is refused once the kill switch is on. */
export function effectsOf(means: Means): Effects {
  return {
    permit: (action, effect) => permit(means, action, effect, 0),
    callModel: (route, turn) => callModel(means, route, turn),
  }
}

async function permit(
  { house, run }: Means,
  action: Proposal['action'],
  effect: StepSpec['effect'],
  worstMicro: number,
) {
  const { db } = await house.store()
  if ((await readKill(db)).on) {
    throw new OperatorError('KILLED', 'The kill switch is on: nothing may act.', { hint: 'kill off' })
  }
  const sinceMs = midnightMs(house.clock.now())
  const verdict = judge(await house.rules(), {
    action,
    effect,
    principal: principalOf(run),
    worstMicro,
    usedMicro: worstMicro === 0 ? 0 : await spentSince(db, sinceMs),
    limitMicro: house.config.dailyBudgetMicro,
  })
  if (verdict.allow) return
  const code = verdict.by === 'daily-budget' ? 'BUDGET_EXCEEDED' : 'POLICY_DENIED'
  throw new OperatorError(code, verdict.reason, { data: { rule: verdict.by } })
}

/** The principal as its id tells it; a task keeps the id, and the role it had is checked at submission. */
function principalOf({ task }: Run): Pick<Principal, 'id' | 'kind' | 'role'> {
  const kind = task.principal.startsWith('person:')
    ? 'person'
    : task.principal.startsWith('system')
      ? 'system'
      : 'agent'
  return { id: task.principal, kind, role: 'operator' }
}

async function callModel(means: Means, route: Route, turn: ModelTurn): Promise<Completion> {
  const { house, run, runStep, signal } = means
  const startedMs = house.clock.now()
  const request = { ...turn, model: route.model }
  const worstMicro = worstCaseMicro(route.name, request, startedMs)
  await permit(means, `model:${route.name}`, 'spend', worstMicro)
  const sinceMs = midnightMs(startedMs)
  const limitMicro = house.config.dailyBudgetMicro
  const hold = (tx: Tx) => reserve(tx, payerOf(run), { route: route.name, worstMicro, limitMicro, sinceMs }, startedMs)
  const spend = (completion: Completion | null) => means.spends.push(spendOf(route, completion, worstMicro, startedMs))
  // Spent inside the step: one that an earlier attempt already made costs nothing again.
  const input = {
    route: route.name,
    request: { ...request, system: sha256(request.system), tools: digestOnce(request.tools) },
  }
  const spec = { name: 'model', kind: 'model', effect: 'spend', input } as const
  const call = async (): Promise<Completion> => {
    let streamed = false
    try {
      const completion = await route.provider.complete(request, signal, (piece) => {
        streamed = true
        means.onText(inertText(piece))
      })
      spend(completion)
      return completion
    } catch (thrown) {
      // A call that broke off after its first words is billed, and nobody said how much.
      if (streamed) spend(null)
      throw thrown
    }
  }
  return runStep(spec, call, hold)
}

/** A provider that does not say what it used is charged the worst case: a cost is never understated. */
function spendOf(route: Route, completion: Completion | null, worstMicro: number, atMs: number): Spend {
  const usage = completion?.usage ?? { inTokens: null, outTokens: null, cachedTokens: 0 }
  const known = usage.inTokens !== null && usage.outTokens !== null
  return {
    route: route.name,
    costMicro: known ? costMicro(route.name, usage, atMs) : worstMicro,
    inTokens: usage.inTokens ?? 0,
    outTokens: usage.outTokens ?? 0,
  }
}
