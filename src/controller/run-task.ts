import { afterFirstAid } from '../agents/after-first-aid.ts'
import type { Answer } from '../agents/answer.ts'
import { converse } from '../agents/converse.ts'
import { noticeOf } from '../agents/notice-of.ts'
import type { ReadyPack } from '../agents/ready-pack.ts'
import { digestOf } from '../base/digest.ts'
import { OperatorError } from '../base/errors.ts'
import type { RunStep } from '../base/run-step.ts'
import type { Ending, Run } from '../engine/runs.ts'
import { recordSteps } from '../engine/steps.ts'
import { type Gate, type Passage, passGates } from '../gates/gate.ts'
import { FIRST_AID } from '../language/emergency.ts'
import type { Block } from '../report/report.ts'
import type { Spend } from '../store/ledger.ts'
import { outsideAnswers } from '../store/outside-answers.ts'
import type { ToolContext } from '../tools/tool.ts'
import { type Effects, effectsOf } from './effects.ts'
import type { House } from './house.ts'
import type { Progress } from './progress.ts'
import { recallSession } from './session-turns.ts'

/** How a run is watched and stopped. */
export interface RunWatch {
  readonly signal: AbortSignal
  readonly tell: (progress: Progress) => void
  /** Grows with every model call, so that the cost is known however the run ends. */
  readonly spends: Spend[]
}

/**
 * One task, straight through: policy → gates → agents → gates. It reads like the architecture drawing, and stores
 * nothing but its steps: the worker writes the ending in one transaction.
 *
 * @throws OperatorError PROVIDER_FAILED, TASK_FAILED and the like: the worker decides whether to try again.
 */
export async function runTask(house: House, run: Run, watch: RunWatch): Promise<Ending> {
  const ready = await house.readyPack(run.task.pool)
  const store = await house.store()
  const runStep = recordSteps(store, run, house.clock)
  const effects = effectsOf({
    house,
    run,
    runStep,
    signal: watch.signal,
    spends: watch.spends,
    onText: (text) => watch.tell({ kind: 'piece', text }),
  })
  await effects.permit(`task:${run.task.pool}`, 'read')

  const approved = await approvedGates(house, run)
  const asked = passGates(ready.gates, 'request', run.task.ask, approved)
  if (asked.ended !== 'through') return stopped(asked, run, watch)

  const answer = await answerAsk(house, { run, runStep, ready, effects, watch, ask: asked.text })
  const told = passGates(ready.gates, 'answer', answer.text, approved)
  if (told.ended !== 'through') return stopped(told, run, watch)
  const blocks = answer.blocks.map((block) => gated(block, ready.gates, approved))
  const settled: Answer = { ...answer, text: told.text, blocks }
  const answeredBy = answer.by.kind === 'model' ? answer.by.route : 'handbook'
  return { state: 'done', answer: JSON.stringify(settled), answeredBy, spends: watch.spends }
}

/** The blocks say the text again, for people: what the gates take out of the one must not stand in the other. */
function gated(block: Block, gates: readonly Gate[], approved: readonly string[]): Block {
  if (block.kind === 'section') return { ...block, blocks: block.blocks.map((inner) => gated(inner, gates, approved)) }
  if (block.kind !== 'prose' && block.kind !== 'note') return block
  const passage = passGates(gates, 'answer', block.text, approved)
  return passage.ended === 'through' ? { ...block, text: passage.text } : block
}

interface Asking {
  readonly run: Run
  readonly runStep: RunStep
  readonly ready: ReadyPack
  readonly effects: Effects
  readonly watch: RunWatch
  readonly ask: string
}

async function answerAsk(house: House, { run, runStep, ready, effects, watch, ask }: Asking): Promise<Answer> {
  const { task } = run
  const { pack } = ready
  const emergency = (await house.language()).emergency(ask)
  const recalled = await recallSession(house, task)
  const handbook = await house.handbook()
  const said = { text: ask, attachment: task.attachment }
  watch.tell({ kind: 'stage', text: `${pack.title} are on it` })
  const draft = await converse(said, {
    ready,
    handbook,
    searchAsk: recalled.searchAsk(ask),
    history: recalled.messages,
    routes: await house.routes(pack.role),
    callModel: effects.callModel,
    signal: watch.signal,
    access: { permit: effects.permit, runStep, context: toolContext(house, watch.signal) },
  })
  return {
    ...(emergency === null ? draft : afterFirstAid(emergency, draft, handbook)),
    emergency: emergency && FIRST_AID[emergency.kind],
    notice: noticeOf(pack, `${ask}\n${draft.text}`),
  }
}

const toolContext = ({ clock, fetch, config, store }: House, signal: AbortSignal): ToolContext => ({
  signal,
  now: () => clock.now(),
  fetch,
  timeZone: config.timeZone(),
  key: config.key,
  outside: outsideAnswers(store, () => clock.now()),
})

function stopped(passage: Exclude<Passage, { ended: 'through' }>, run: Run, { spends }: RunWatch): Ending {
  const { ended, gate, why } = passage
  if (ended === 'park') return { state: 'parked', gate, digest: actionDigest(run, gate), question: why, spends }
  return { state: 'refused', error: new OperatorError('GATE_REFUSED', why, { data: { gate } }), spends }
}

/** What an approval is for: exactly this request at this gate. */
const actionDigest = ({ task }: Run, gate: string): string =>
  digestOf({ task: task.id, request: task.request_digest, gate })

async function approvedGates(house: House, run: Run): Promise<string[]> {
  // A person approves what an earlier run has parked.
  if (run.attempt === 1) return []
  const { db } = await house.store()
  const rows = await db
    .selectFrom('approvals')
    .select(['gate', 'digest'])
    .where('task_id', '=', run.task.id)
    .where('state', '=', 'approved')
    .execute()
  return rows.filter((row) => row.digest === actionDigest(run, row.gate)).map((row) => row.gate)
}
