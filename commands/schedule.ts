import * as z from 'zod'
import { OperatorError } from '../src/base/errors.ts'
import { inertLine } from '../src/base/inert-text.ts'
import type { Context } from '../src/command/context.ts'
import { defineCommand } from '../src/command/define.ts'
import { flag, poolSlot, restSlot, whenSlot } from '../src/command/slots.ts'
import { isDeed } from '../src/intent/deeds.ts'
import { type Block, count, facts, known, note, report, table, time } from '../src/report/report.ts'
import type { Schedule } from '../src/store/tables/schedules.ts'

const schedule = z.object({
  id: z.int().nullable().describe('null for a dry run'),
  kind: z.enum(['task', 'reminder']),
  state: z.enum(['active', 'paused', 'ended', 'cancelled']),
  when: z.string(),
  ask: z.string(),
  pool: z.string().nullable().describe('who is asked; null for a reminder, which is told to you'),
  timeZone: z.string(),
  catchUp: z.enum(['skip', 'once', 'all']),
  nextMs: z.number().nullable(),
  upcomingMs: z.array(z.number()).describe('its next times, where it was added'),
  runs: z.int(),
  missed: z.int().describe('due times that were left out'),
  lastTask: z.int().nullable(),
})
type Shown = z.output<typeof schedule>

const ACTIONS = ['add', 'list', 'cancel', 'pause', 'resume'] as const
const CHANGING: readonly unknown[] = ['cancel', 'pause', 'resume']
const SAYS = '[agents|agent pool|pool|team|people]'

export default defineCommand({
  name: 'schedule',
  summary: 'Ask something later or again and again; list, pause or cancel it.',
  group: 'Tasks',
  usage: ['schedule {when} {what}', 'schedule {when}', 'schedule', 'schedule {action}', 'schedule {action} {id}'],
  phrases: [
    'schedule {what} {when}',
    'schedule [a|the] (task|reminder|question) {when} {what}',
    'remind me {when} (to|about) {what} => kind=reminder',
    'remind me (to|about) {what} {when} => kind=reminder',
    '{when} remind me (to|about) {what} => kind=reminder',
    `(ask|tell|have) [the] {pool} ${SAYS} {when} (to|for|about) {what}`,
    `{when} (ask|tell|have) [the] {pool} ${SAYS} (to|for|about) {what}`,
    `{when} ask [the] {pool} ${SAYS} {what}`,
    '{when} ask {what}',
    '{when:again} (tell|show|give|send) (me|us) {what}',
    `ask [the] {pool} ${SAYS} {when} {what}`,
    'ask {when} {what}',
    '{when} remind [me|us] {what} => kind=reminder',
    'remind [me|us] {when} {what} => kind=reminder',
    '(show|list|display|give) [me] [all|the|my] (schedules|scheduled tasks|reminders) => action=list',
    '[my|the] (schedules|reminders|scheduled tasks) => action=list',
    '(what|what is|which tasks are|anything) scheduled => action=list',
    '(cancel|delete|remove|stop) [the] (schedule|reminder|scheduled task) [number] {id} => action=cancel',
    'schedule list (all|everything) => action=list all=true',
    'pause [the] (schedule|reminder|scheduled task) [number] {id} => action=pause',
    '(resume|unpause|continue) [the] (schedule|reminder|scheduled task) [number] {id} => action=resume',
  ],
  examples: [
    'schedule every day at 9 what do the markets do today',
    'schedule in 2h plan my week --pool business',
    'schedule 0 9 * * 1-5 how is my budget',
    'schedule list',
    'schedule cancel 3',
    'remind me every monday at 8 to send the invoices',
    'ask the money team every morning for a saving tip',
  ],
  role: 'operator',
  effect: 'changes',
  effectOf: ({ action, when }) =>
    when !== undefined || action === 'add' || CHANGING.includes(action) ? 'changes' : 'reads',
  material: true,
  args: z.strictObject({
    action: z.enum(ACTIONS).optional(),
    when: whenSlot.optional(),
    what: restSlot('what is to be asked').optional(),
    id: z.coerce.number('it is not a schedule number').int().min(1).optional().describe('number of a schedule'),
    pool: poolSlot.optional().describe('who is asked; without it the best pool'),
    kind: z
      .enum(['task', 'reminder'])
      .default('task')
      .describe('a task is asked of a pool; a reminder is told to you, as an alert'),
    catchUp: z
      .enum(['skip', 'once', 'all'])
      .default('once')
      .describe('what came due while nobody was there: skip it, run it once, or run all of it'),
    timezone: z.string().trim().min(1).optional().describe('a time zone or a city; without it yours'),
    all: flag('list: also those that have ended'),
    limit: z.coerce.number().int().min(1).max(1_000).default(50).describe('list: how many at most'),
    dryRun: flag('show when it would run, change nothing'),
  }),
  returns: z.object({
    did: z.enum(ACTIONS),
    schedules: z.array(schedule),
    total: z.int(),
    attended: z.boolean().describe('somebody is there who runs what is due'),
    emergency: z.string().nullable().describe('what to do now, when the ask may be an emergency'),
    dryRun: z.boolean(),
  }),

  async check(args, { controller, caller }) {
    if (actionOf(args) === 'add') await controller.schedules.add(await requestOf(args, caller, null), true)
  },

  async run(args, context) {
    const { controller, caller } = context
    const { schedules } = controller
    const common = { attended: await schedules.isAttended(), emergency: null, dryRun: args.dryRun }
    const action = actionOf(args)
    if (action === 'add') return { ...common, ...(await add(args, context)) }
    if (action === 'list') {
      const { schedules: rows, total } = await schedules.list(caller, args)
      return { ...common, did: action, schedules: rows.map(shownRow), total }
    }
    if (args.id === undefined) {
      throw new OperatorError('ARGS_INVALID', `"schedule ${action}" needs the number of a schedule.`, {
        hint: 'operatoros schedule list',
      })
    }
    return { ...common, did: action, schedules: [shownRow(await schedules.change(args.id, action, caller))], total: 1 }
  },

  show({ did, schedules, total, attended, emergency, dryRun }) {
    const first = emergency === null ? [] : [note('bad', emergency)]
    const [one] = schedules
    if (did !== 'list' && one) return report(titleOf(one), ...first, ...changeBlocks(did, one, { attended, dryRun }))
    if (schedules.length === 0) return report('Schedules', note('plain', 'Nothing is scheduled.'))
    const more = total - schedules.length
    return report(
      'Schedules',
      listed(schedules),
      ...(more > 0 ? [note('plain', `${more} more: schedule list --limit ${Math.min(total, 1_000)}`)] : []),
      ...attendance(attended),
    )
  },
})

interface AddArgs {
  readonly action?: (typeof ACTIONS)[number] | undefined
  readonly when?: string | undefined
  readonly what?: string | undefined
  readonly pool?: string | undefined
  readonly kind: 'task' | 'reminder'
  readonly catchUp: 'skip' | 'once' | 'all'
  readonly timezone?: string | undefined
  readonly dryRun: boolean
}

const actionOf = ({ action, when, what }: AddArgs) =>
  action ?? (when === undefined && what === undefined ? 'list' : 'add')

async function requestOf(args: AddArgs, caller: Context['caller'], attachment: string | null) {
  const { when, ask } = await asked(args)
  checkReminder(args, attachment)
  const { kind, pool, catchUp, timezone: timeZone } = args
  return { kind, when, ask, attachment, pool, timeZone, catchUp, session: caller.session, principal: caller }
}

async function add(args: AddArgs, { controller, caller, attachment, language }: Context) {
  const request = await requestOf(args, caller, attachment)
  if (args.kind === 'task') await refuseCommand(request.ask, language)
  const added = await controller.schedules.add(request, args.dryRun)
  const row = { ...added.schedule, id: added.id, next_ms: added.upcoming[0] ?? null }
  const shown = { ...shownRow({ ...row, state: 'active', runs: 0, missed: 0, last_task_id: null }) }
  return {
    did: 'add' as const,
    schedules: [{ ...shown, upcomingMs: [...added.upcoming] }],
    total: 1,
    emergency: await controller.asks.firstAid(request.ask),
  }
}

/** @throws OperatorError ARGS_INVALID for a reminder that is to ask a pool or comes with material: it does neither. */
function checkReminder({ kind, pool }: AddArgs, attachment: string | null): void {
  if (kind !== 'reminder' || (pool === undefined && attachment === null)) return
  const what = pool === undefined ? 'reads no file' : 'asks no pool'
  throw new OperatorError('ARGS_INVALID', `A reminder ${what}: its words are told to you.`, {
    hint: 'without "remind me" it is asked: schedule in 2h plan my week --pool business',
  })
}

/** @throws OperatorError ARGS_INVALID when there is no time or only half of it was read, or nothing to ask ("schedule every day at 9"). */
async function asked({ when, what }: AddArgs): Promise<{ when: string; ask: string }> {
  if (when === undefined) throw missing('"schedule" needs a time.')
  const { strayWords } = await import('../src/engine/read-stray-words.ts')
  const stray = strayWords((what ?? '').trim())
  if (stray !== null) throw notOfTheTime(when, stray)
  const words = (what ?? '').replace(/^(?:to|for|that|:|,)\s+/i, '').trim()
  if (words === '') throw missing('There is nothing to ask at that time.')
  if (AN_END.test(words)) throw unbounded(words)
  return { when, ask: words }
}

const notOfTheTime = (when: string, { kind, words }: { kind: 'zone' | 'time'; words: string }): OperatorError => {
  const [said, left] = [inertLine(when, 40), inertLine(words, 40)]
  return new OperatorError(
    'ARGS_INVALID',
    `"schedule" reads "${said}" as the time, and cannot read "${left}" behind it.`,
    {
      hint:
        kind === 'zone'
          ? `a time zone is an option: schedule ${said} <ask> --timezone Europe/Berlin; if it is asked, begin with another word`
          : 'such as: every day at 9:15 · every day at 9 and 17 · "*/15 9-17 * * *"; if it is asked, begin with another word',
    },
  )
}

/** @throws OperatorError ARGS_INVALID for an ask that is a command ("kill on"): an agent would be asked, and nothing done. */
async function refuseCommand(ask: string, { cards, inspect }: Context['language']): Promise<void> {
  const first = /^\/?([a-z]+)(?=\s|$)/i.exec(ask)?.[1]?.toLowerCase()
  if (!(await cards()).some(({ name, effect }) => name === first && effect !== 'reads')) return
  const { command, args } = await inspect(ask)
  if (command !== first || !(command === 'schedule' || isDeed(command, args))) return
  throw new OperatorError(
    'ARGS_INVALID',
    `A schedule only asks; "${inertLine(ask, 60)}" is a command and happens at once.`,
    {
      hint: `now: ${inertLine(ask, 60)}  or be reminded of it: remind me tomorrow at 9 to ${inertLine(ask, 60)}`,
    },
  )
}

/** "schedule every day at 9 until friday …": it would be asked, and go on for ever. */
const AN_END = /^(?:until|till|except|excluding|but not|starting|beginning)\s/i

const unbounded = (words: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `A schedule has no beginning, end or exception: "${inertLine(words, 40)}".`, {
    hint: 'add it without, and when it is to end: schedule cancel <id>',
  })

const missing = (message: string): OperatorError =>
  new OperatorError('ARGS_INVALID', message, { hint: 'schedule every day at 9 what do the markets do today' })

type Row = Pick<
  Schedule,
  'kind' | 'state' | 'said' | 'ask' | 'pool' | 'zone' | 'catch_up' | 'next_ms' | 'runs' | 'missed'
> & {
  readonly id: number | null
  readonly last_task_id: number | null
}

const shownRow = ({ said, zone, catch_up, next_ms, last_task_id, ...row }: Row): Shown => ({
  ...{ id: row.id, kind: row.kind, state: row.state, when: said, ask: row.ask },
  pool: row.kind === 'reminder' ? null : row.pool,
  ...{ timeZone: zone, catchUp: catch_up, nextMs: row.state === 'active' ? next_ms : null, upcomingMs: [] },
  ...{ runs: row.runs, missed: row.missed, lastTask: last_task_id },
})

const titleOf = ({ id }: Shown): string => (id === null ? 'Schedule' : `Schedule ${id}`)

const listed = (schedules: readonly Shown[]): Block =>
  table(
    ['Id', 'Next', 'When', 'Pool', 'What', 'Runs'],
    schedules.map((one) => [
      known(one.id, count),
      one.nextMs === null ? one.state : time(one.nextMs),
      inertLine(one.when, Number.POSITIVE_INFINITY),
      one.pool ?? 'reminds you',
      inertLine(one.ask, Number.POSITIVE_INFINITY),
      count(one.runs),
    ]),
  )

const DONE = {
  cancel: 'It is cancelled.',
  pause: 'It is paused; nothing comes due until it is resumed.',
  resume: 'It goes on.',
}

function changeBlocks(
  did: Exclude<(typeof ACTIONS)[number], 'list'>,
  one: Shown,
  { attended, dryRun }: { readonly attended: boolean; readonly dryRun: boolean },
): Block[] {
  const [next, ...then] = one.upcomingMs.length > 0 ? one.upcomingMs : one.nextMs === null ? [] : [one.nextMs]
  const rows = facts(undefined, {
    ...(one.pool === null
      ? { 'Reminds you': inertLine(one.ask, 200) }
      : { Asks: inertLine(one.ask, 200), Pool: one.pool }),
    When: `${inertLine(one.when, 80)} (${one.timeZone})`,
    ...(next === undefined ? {} : { Next: time(next) }),
    ...Object.fromEntries(then.map((ms, i) => [i === 0 ? 'Then' : 'And then', time(ms)])),
  })
  if (did === 'add' && dryRun) return [rows, note('plain', 'Nothing was changed (dry run).')]
  if (did === 'add') return [rows, ...attendance(attended)]
  return [note('good', DONE[did]), rows, ...(did === 'resume' ? attendance(attended) : [])]
}

const attendance = (attended: boolean): Block[] =>
  attended
    ? []
    : [
        note(
          'warn',
          'Nobody is there to run it: it runs when a worker or the conversation is open (operatoros worker).',
        ),
      ]
