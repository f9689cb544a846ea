import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note, number, table } from '../../report/report.ts'
import { asksToCompute } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { readTable } from '../read-table.ts'
import { countDurations, readTaskList, type TaskList } from '../read-task-list.ts'
import { scheduleTasks } from '../task-network.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

const UNITS = ['hours', 'days', 'weeks', 'months'] as const
const Duration = z
  .number('each task needs a duration as a number')
  .min(0, 'a duration cannot be negative')
  .max(1e6, 'a duration is too long')
const Task = z.object({
  name: z.string().min(1, 'each task needs a name').max(100),
  duration: Duration,
  after: z.array(z.string().max(100)).max(500).default([]),
})
const Scheduled = Task.extend({
  after: z.array(z.string()),
  earliest_start: z.number(),
  earliest_finish: z.number(),
  latest_start: z.number(),
  latest_finish: z.number(),
  slack: z.number(),
  free_slack: z.number(),
  critical: z.boolean(),
})
const Output = z.object({
  unit: z.enum(UNITS),
  /** Length of the project in `unit`. */
  total_duration: z.number(),
  critical_path: z.array(z.string()),
  tasks: z.array(Scheduled),
})

/** Critical path method (Kelley and Walker, 1959) with slack and a Gantt chart in text. */
export default defineTool({
  name: 'critical-path',
  summary: 'Finds the critical path, slack and length of a project from tasks, durations and what each waits for.',
  example: 'critical path: design 3d, build 5d after design, docs 2d after design, test 2d after build and docs',
  effect: 'read',
  input: z.object({
    tasks: z.array(Task).max(2_000, 'at most 2,000 tasks can be planned at once').optional(),
    unit: z.enum(UNITS).default('days').describe('Unit of the durations in `tasks`'),
    plan: z
      .string()
      .max(1_000_000, 'the plan is too long')
      .optional()
      .describe('Instead of `tasks`: lines such as "build 5d after design"'),
  }),
  output: Output,
  hear: hearPlan,
  async run({ tasks, unit, plan }) {
    const list = tasks ? { tasks, unit } : await readPlan(plan ?? '')
    const { total, tasks: scheduled, criticalPath } = scheduleTasks(checkDurations(list))
    return {
      unit: list.unit,
      total_duration: total,
      critical_path: [...criticalPath],
      tasks: scheduled.map(
        ({ earliestStart, earliestFinish, latestStart, latestFinish, freeSlack, after, ...task }) => ({
          ...task,
          after: [...after],
          earliest_start: earliestStart,
          earliest_finish: earliestFinish,
          latest_start: latestStart,
          latest_finish: latestFinish,
          free_slack: freeSlack,
        }),
      ),
    }
  },
  show: showSchedule,
})

const TOPIC =
  /\b(?:crit(?:i|ic)?cal path|gantt?(?: chart)?|project schedule|pert(?: chart| diagram)?|cpm|slack of (?:each|every|the|these|my) tasks?)\b/i
/** Words of a plan that count only when its tasks wait for each other. */
const PLAN_WORD =
  /\b(?:project(?: plan)?|time ?line|schedule(?: these| this| the| my)?(?: tasks?)?|(?:which|what) tasks? ha(?:ve|s) (?:the )?(?:most |free )?slack|tasks?(?! \w{1,3}\b)|how long(?: (?:will|does|do|would|in (?:all|total)|altogether)|(?=[\s?!.]*$))|how many (?:days|weeks|hours)|when (?:are|will|can|do) (?:we|it|i|they))\b/i
const PROJECT = /\b(?:critical path|gantt|project schedule)\b/

function hearPlan(said: Utterance): Heard {
  const sentence = said.text.slice(0, 2_000)
  const topic = TOPIC.exec(sentence) ?? (isChained(sentence) ? PLAN_WORD.exec(sentence) : null)
  if (!topic) return null
  const plan = planIn(sentence, topic)
  if (countDurations(plan) >= 2) return { use: { plan } }
  const attached = said.attachment
  if (attached !== null && countDurations(attached.slice(0, 2_000)) >= 2) return { use: { plan: attached } }
  if (attached !== null && isTaskTable(attached)) return { use: { plan: attached } }
  return asksToCompute(heardText(said), PROJECT)
    ? { missing: ['the tasks with their durations and what each waits for, such as "build 5d after design"'] }
    : null
}

/** True when a part with a duration waits for what another part begins with: "design 3d, build 5d after design". */
function isChained(sentence: string): boolean {
  const parts = sentence
    .toLowerCase()
    .split(/[,;\n.]|:\s|\s-\s|\band\b/)
    .map((part) => part.trim().replace(NUMBERED, ''))
  const firsts = new Set(parts.flatMap((part) => /^(?:the )?([\p{L}\p{N}]+)\b.*\d/u.exec(part)?.[1] ?? []))
  return parts.some((part) => {
    const before =
      /\d.*\b(?:after|depends on|waits for|needs)\s+(?:the )?(?:(?:task|step|job|activity)s? (?=\S))?([\p{L}\p{N}]+)/u.exec(
        part,
      )?.[1]
    return before !== undefined && firsts.has(before) && !part.startsWith(before)
  })
}

/** "task a", "step 2": the word says nothing, what stands behind it is the name. */
const NUMBERED = /^(?:the )?(?:task|step|job|activity) (?=[\p{L}\p{N}]{1,3}\b)/u

/** The part of the sentence that lists tasks: behind the topic, or before it ("design 3d, build 5d - what is the critical path?"). */
function planIn(sentence: string, topic: RegExpExecArray): string {
  const before = sentence.slice(0, topic.index)
  const behind = sentence.slice(topic.index + topic[0].length)
  if (countDurations(before) > countDurations(behind)) return withoutQuestion(before)
  const colon = behind.indexOf(':')
  const isLead = colon >= 0 && countDurations(behind.slice(0, colon)) === 0
  return (isLead ? behind.slice(colon + 1) : behind)
    .replace(/^\s*(?:of|for|with|if|from|in|when)\b/i, '')
    .replace(/[\s?.!]+$/, '')
}

/** Takes the last clause off when it has no duration: "…, test 2d after build - what is the" ends behind "build". */
function withoutQuestion(before: string): string {
  const last = [...before.matchAll(/[,;:.?!\n]|\s[-–—]\s/g)].at(-1)
  const list = last && countDurations(before.slice(last.index)) === 0 ? before.slice(0, last.index) : before
  // "project: a 3 days" has a lead, "design: 3 days" does not.
  return list.replace(/^[^:\d\n]{1,60}:\s+(?=\D[^,;\n]*\d)/, '')
}

const TASK = /^(?:task|tasks|name|activity|task_name|step)$/
const LENGTH = /^(?:duration|days?|hours?|weeks?|months?|length|estimate|duration_(?:days|hours|weeks|months))$/
const WAITS = /^(?:after|depends_on|dependencies|depends|predecessors?|waits_for|needs|requires)$/

function isTaskTable(text: string): boolean {
  const head = (text.slice(0, 500).split(/[\r\n]/, 1)[0] ?? '')
    .toLowerCase()
    .split(/[,;\t]/)
    .map(cellName)
  return head.some((cell) => TASK.test(cell)) && head.some((cell) => LENGTH.test(cell))
}

const cellName = (cell: string): string =>
  cell
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/[\s-]+/g, '_')
    .toLowerCase()

async function readPlan(plan: string): Promise<TaskList> {
  if (!isTaskTable(plan)) return readTaskList(plan)
  const { head, rows } = await readTable(plan)
  const [name, length, waits] = [TASK, LENGTH, WAITS].map((pattern) => head.findIndex((cell) => pattern.test(cell)))
  const unit = UNITS.find((one) => (head[length ?? -1] ?? '').includes(one.slice(0, -1))) ?? 'days'
  const text = rows.map(({ cells }) => {
    const size = cells[length ?? -1] ?? ''
    const after = (cells[waits ?? -1] ?? '').replace(/[;|/]/g, ',')
    return `${(cells[name ?? -1] ?? '').replace(/[,;]/g, ' ')}: ${/^-?[\d.]+$/.test(size) ? `${size} ${unit}` : size}${after ? ` after ${after}` : ''}`
  })
  return readTaskList(text.join('\n'))
}

/** The words of a plan become tasks only now, so their durations are checked here. */
function checkDurations({ tasks }: Pick<TaskList, 'tasks'>): TaskList['tasks'] {
  if (tasks.length === 0) throw new OperatorError('ARGS_INVALID', 'There is no task to plan.')
  for (const task of tasks) {
    const [issue] = Duration.safeParse(task.duration).error?.issues ?? []
    if (issue)
      throw new OperatorError('ARGS_INVALID', `The duration of "${task.name}" cannot be used: ${issue.message}.`)
  }
  return tasks
}

type Shown = z.output<typeof Output>
/** The name and the bar stand side by side in 60 columns. */
const BAR_WIDTH = 32
const NAME_WIDTH = 24
const MOST_ROWS = 60

function showSchedule({ unit, total_duration, critical_path, tasks }: Shown): readonly Block[] {
  const shown = tasks.slice(0, MOST_ROWS)
  return [
    facts('The plan', {
      Tasks: number(tasks.length),
      [`Earliest finish, ${unit}`]: number(total_duration),
      'Critical path': critical_path.join(' → '),
    }),
    table(
      ['Task', 'Length', 'Start', 'End', 'Slack', 'Free', 'Waits for'],
      shown.map((task) => [
        task.critical ? `* ${task.name}` : task.name,
        number(task.duration),
        number(task.earliest_start),
        number(task.earliest_finish),
        number(task.slack),
        number(task.free_slack),
        task.after.join(', ') || '-',
      ]),
      `Tasks in working order, in ${unit} (* critical)`,
    ),
    table(
      ['Task', scaleOf(total_duration, unit)],
      shown.map((task) => [shortName(task.name), bar(task, total_duration)]),
      '█ critical, ▓ other work, ░ slack, ◆ milestone',
    ),
    ...(tasks.length > MOST_ROWS ? [note('plain', `The first ${MOST_ROWS} of ${tasks.length} tasks are shown.`)] : []),
    note(
      'plain',
      'Critical path method: earliest start = latest of the finishes it waits for; slack = latest start − earliest start (how long a task may slip without moving the end; 0 is critical); free slack = how long it may slip without moving any other task. Numbers without a unit are read as days; mixed units count 8 hours a day, 5 days a week, 20 days a month.',
    ),
  ]
}

const shortName = (name: string): string => (name.length <= NAME_WIDTH ? name : `${name.slice(0, NAME_WIDTH - 1)}…`)

/** The axis over the bars, as wide as they are: "0                        10 days". */
function scaleOf(total: number, unit: string): string {
  const end = `${total.toLocaleString('en-US', { maximumFractionDigits: 2 })} ${unit}`
  return `0${end.padStart(BAR_WIDTH - 1)}`
}

function bar(task: z.output<typeof Scheduled>, total: number): string {
  const at = (when: number) => (total === 0 ? 0 : Math.round((when / total) * BAR_WIDTH))
  const [start, finish, latest] = [at(task.earliest_start), at(task.earliest_finish), at(task.latest_finish)]
  if (task.duration === 0) return `${'·'.repeat(Math.min(start, BAR_WIDTH - 1))}◆`.padEnd(BAR_WIDTH, '·')
  const work = Math.max(1, finish - start)
  const slack = Math.max(0, latest - start - work)
  return `${'·'.repeat(start)}${(task.critical ? '█' : '▓').repeat(work)}${'░'.repeat(slack)}${'·'.repeat(Math.max(0, BAR_WIDTH - start - work - slack))}`
}
