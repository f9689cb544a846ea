import * as z from 'zod'
import { OperatorError, toOperatorError } from '../base/errors.ts'
import { usdOf } from '../base/units.ts'
import type { Answered } from '../controller/asks.ts'
import { type Block, note, prose, type Report, report } from '../report/report.ts'
import type { Context } from './context.ts'
import { flag, restSlot } from './slots.ts'

/** The arguments that every way of asking takes. */
export const askArgs = {
  ask: restSlot('the question or task, in words'),
  priority: z.coerce
    .number()
    .int()
    .min(0, 'priorities are 0 (most urgent) to 9')
    .max(9, 'priorities are 0 (most urgent) to 9')
    .optional()
    .describe('0 most urgent, 5 the default, 9 the least'),
  detach: flag('print the task number and do not wait'),
  timeout: z.coerce
    .number()
    .min(0.001, 'a timeout is more than 0 seconds')
    .max(86_400, 'a timeout is at most a day')
    .optional()
    .describe('seconds to wait for the answer'),
  idempotencyKey: z.string().min(1).max(200).optional().describe('the same key and request give the same task'),
}

/** What every way of asking returns. */
export const askData = z.object({
  task: z.int(),
  state: z.string(),
  pool: z.string(),
  routedBy: z.enum(['asked', 'routed', 'default']),
  outcome: z.enum(['answered', 'unclear', 'nothing']).nullable().describe('null while the task goes on'),
  emergency: z.string().nullable().describe('what to do now, when this may be an emergency'),
  answer: z.string().nullable().describe('Markdown'),
  computed: z.array(z.object({ tool: z.string(), input: z.unknown(), output: z.unknown() })),
  sources: z.array(z.string()),
  notice: z.string().nullable(),
  by: z.string().nullable().describe('handbook, or provider/model'),
  pages: z.array(z.string()).describe('handbook pages that were used'),
  remarks: z.array(z.string()),
  fit: z.number().nullable().describe('0..1, how well the handbook fits; null when a model or a tool answered'),
  costUsd: z.number(),
  blocks: z.array(z.custom<Block>()),
})

export type AskData = z.output<typeof askData>
type AskArgs = z.output<z.ZodObject<typeof askArgs>>

/** Submits an ask to a pool (undefined: the best one), waits for the answer unless detached, and gives its data. */
export async function runAsk(args: AskArgs, pool: string | undefined, context: Context): Promise<AskData> {
  try {
    return await ask(args, pool, context)
  } catch (thrown) {
    const first = await context.controller.asks.firstAid(args.ask)
    throw first === null ? thrown : helpFirst(first, thrown)
  }
}

/** A failure (a full disk, the kill switch) never stands between an emergency and what to do now. */
function helpFirst(first: string, thrown: unknown): OperatorError {
  const { code, message, hint, data } = toOperatorError(thrown)
  const text = `${first.replaceAll('**', '')}\n${message}`
  return new OperatorError(code, text, { hint, cause: thrown, data: { ...data, emergency: first } })
}

async function ask(args: AskArgs, pool: string | undefined, context: Context): Promise<AskData> {
  const { controller, caller, signal, attachment, tell } = context
  const { ask: text, priority, idempotencyKey, timeout } = args
  const timeoutMs = timeout === undefined ? undefined : timeout * 1_000
  const task = await controller.asks.submit({
    ...{ text, pool, attachment, priority, idempotencyKey },
    session: caller.session,
    principal: caller,
  })
  if (args.detach) return detached(task)
  return answerData(await controller.asks.answer(task.id, { signal, timeoutMs, tell, canceller: caller }))
}

/** A finished ask as data. */
export function answerData({ task, answer }: Answered): AskData {
  const { by, outcome, emergency, notice, fit } = answer
  return {
    ...headOf(task),
    ...{ outcome, emergency, answer: answer.text, notice, fit },
    computed: [...answer.computed],
    sources: [...answer.sources],
    remarks: [...answer.remarks],
    by: by.kind === 'model' ? by.route : 'handbook',
    pages: [...by.pages],
    blocks: [...answer.blocks],
  }
}

interface TaskHead {
  readonly id: number
  readonly state: string
  readonly pool: string
  readonly routing: string
  readonly cost_micro: number
}

const headOf = ({ id, state, pool, routing, cost_micro }: TaskHead) => ({
  task: id,
  state,
  pool,
  routedBy: (JSON.parse(routing) as { by: AskData['routedBy'] }).by,
  costUsd: usdOf(cost_micro),
})

const detached = (task: TaskHead): AskData => ({
  ...headOf(task),
  ...{ outcome: null, emergency: null, answer: null, notice: null, by: null, fit: null },
  ...{ computed: [], sources: [], pages: [], remarks: [], blocks: [] },
})

/** An answer for people: what to do now, the answer, its sources, who made it, and the notice. */
export function showAsk(data: AskData): Report {
  const title = `${data.pool} · task ${data.task}`
  if (data.answer === null) {
    return report(title, note('plain', `Task ${data.task} is in the queue. Follow it with: wait ${data.task}`))
  }
  const blocks = data.emergency === null ? data.blocks : data.blocks.slice(1)
  return report(
    title,
    ...(data.emergency === null ? [] : [note('bad', data.emergency)]),
    ...blocks,
    ...(data.sources.length > 0 ? [prose(`**Sources:** ${data.sources.join(' · ')}`)] : []),
    ...(data.notice === null ? [] : [note('warn', data.notice)]),
    ...data.remarks.map((remark) => note('plain', remark)),
    ...(data.by === null || data.by === 'handbook' ? [] : [note('plain', `Answered by ${data.by}, an AI model.`)]),
  )
}
