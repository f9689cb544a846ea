import * as z from 'zod'
import { inertLine } from '../src/base/inert-text.ts'
import { microUsd, usdOf } from '../src/base/units.ts'
import { answerData, askData, showAsk } from '../src/command/ask-command.ts'
import type { Context } from '../src/command/context.ts'
import { defineCommand } from '../src/command/define.ts'
import { taskSlot } from '../src/command/slots.ts'
import { answerOf } from '../src/controller/asks.ts'
import { type Block, count, facts, known, ms, note, report, table, time, usd } from '../src/report/report.ts'

const STATES = ['queued', 'running', 'done', 'failed', 'parked', 'refused', 'cancelled', 'unknown'] as const
/** States of tasks that have not ended. */
const OPEN = ['queued', 'running', 'parked'] as const

const task = z.object({
  task: z.int(),
  state: z.enum(STATES),
  pool: z.string(),
  ask: z.string(),
  priority: z.int(),
  attempts: z.int(),
  principal: z.string(),
  session: z.string(),
  by: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string().nullable() }).nullable(),
  costUsd: z.number(),
  createdMs: z.number(),
  startedMs: z.number().nullable(),
  finishedMs: z.number().nullable(),
})

export default defineCommand({
  name: 'tasks',
  summary: 'List the tasks, or tell the story of one.',
  group: 'Tasks',
  usage: ['tasks', 'tasks {id}', 'tasks {state}'],
  phrases: [
    '(what|which) tasks are [currently] {state}',
    '(show|list|display|give) [me] [all|the] [the] {state} tasks',
    '(show|list|display|give) [me] [all|the] [the] [current|recent|latest] (tasks|task list)',
    '(show|list|display) [me] [the] [current] (task queue|queue) => state=queued',
    "(what is|what's|whats) (running|being processed) => state=running",
    "(what is|what's|whats) [in] [the] (queued|queue|waiting) => state=queued",
    '(show|describe|tell me about|details of) task {id}',
    'task queue => state=queued',
    'tasks (completed|complete|finished|successful|succeeded|ready) => state=done',
    'tasks (waiting|pending|outstanding|in the queue) => state=queued',
    'tasks (active|in progress|ongoing|processing) => state=running',
    'tasks (on hold|waiting for approval|waiting for me) => state=parked',
    'tasks (broken|failing|in error|with errors) => state=failed',
    'tasks (rejected|declined|denied) => state=refused',
    'tasks (canceled|aborted|stopped) => state=cancelled',
    'tasks (unfinished|not done|not finished) => state=open',
  ],
  examples: ['tasks', 'tasks failed', 'tasks 12', 'what tasks are currently running?'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({
    id: taskSlot.optional(),
    state: z
      .enum([...STATES, 'open'])
      .optional()
      .describe('only tasks in this state; open: queued, running or parked'),
    limit: z.coerce.number().int().min(1).max(1_000).default(20).describe('how many at most'),
  }),
  returns: z.object({
    tasks: z.array(task),
    answer: z.string().nullable().describe('of the one task asked for'),
    told: askData.nullable(),
    single: z.boolean(),
    state: z.enum([...STATES, 'open']).nullable(),
  }),
  onlyShown: ['single', 'told', 'state'],

  async run({ id, state, limit }, { controller, caller }) {
    const found =
      id === undefined
        ? await findTasks(controller, caller, { state, limit })
        : [await controller.tasks.find(id, caller)]
    const [one] = id === undefined ? [] : found
    const told = one?.state === 'done' ? answerData(answerOf(one)) : null
    return {
      tasks: found.map((row) => ({
        task: row.id,
        state: row.state,
        pool: row.pool,
        ask: row.ask,
        priority: row.priority,
        attempts: row.attempts,
        principal: row.principal,
        session: row.session,
        by: row.answered_by,
        error: row.error_code === null ? null : { code: row.error_code, message: row.error_message },
        costUsd: usdOf(row.cost_micro),
        createdMs: row.created_ms,
        startedMs: row.started_ms,
        finishedMs: row.finished_ms,
      })),
      answer: told?.answer ?? null,
      told,
      single: id !== undefined,
      state: state ?? null,
    }
  },

  show({ tasks, told, single, state }) {
    const [only] = tasks
    if (!only) return report('Tasks', note('plain', state === null ? NOTHING_YET : `No task is ${state}.`))
    if (!single) return report('Tasks', list(tasks))
    return report(`Task ${only.task}`, ...story(only), ...(told === null ? [] : showAsk(told).blocks))
  },
})

const NOTHING_YET = 'Nobody has asked anything yet. Ask in plain words, or: demo'

type Task = z.output<typeof task>

interface Filter {
  readonly state: (typeof STATES)[number] | 'open' | undefined
  readonly limit: number
}

/** Newest first. */
async function findTasks({ tasks }: Context['controller'], caller: Context['caller'], { state, limit }: Filter) {
  if (state !== 'open') return tasks.list(caller, { state, limit })
  const found = await Promise.all(OPEN.map((one) => tasks.list(caller, { state: one, limit })))
  return found
    .flat()
    .sort((a, b) => b.id - a.id)
    .slice(0, limit)
}

const list = (tasks: readonly Task[]): Block =>
  table(
    ['Task', 'State', 'Pool', 'Asked', 'Took', 'Ask'],
    tasks.map((one) => [
      count(one.task),
      one.state,
      one.pool,
      time(one.createdMs),
      known(tookMs(one), ms),
      inertLine(one.ask, Number.POSITIVE_INFINITY),
    ]),
  )

const tookMs = (one: Task): number | null => (one.finishedMs === null ? null : one.finishedMs - one.createdMs)

const story = (one: Task): Block[] => [
  facts(undefined, {
    Ask: inertLine(one.ask),
    State: one.state,
    Pool: one.pool,
    Asked: time(one.createdMs),
    Started: known(one.startedMs, time),
    Finished: known(one.finishedMs, time),
    Took: known(tookMs(one), ms),
    Attempts: count(one.attempts),
    'Answered by': one.by,
    Cost: usd(microUsd(one.costUsd)),
    'Asked by': one.principal,
  }),
  ...(one.error ? [note('bad', `${one.error.code}: ${one.error.message ?? ''}`)] : []),
]
