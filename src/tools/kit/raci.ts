import * as z from 'zod'
import { type Block, note, prose, table } from '../../report/report.ts'
import { heardText } from '../heard-text.ts'
import { ROLES, type RoleTask, readRoles } from '../read-roles.ts'
import { readTable } from '../read-table.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

const Name = z.string().min(1, 'a name cannot be empty').max(60, 'a name has at most 60 characters')
const Names = z.array(Name).max(50, 'at most 50 people hold one role in a task').readonly().default([])
const Task = z.object({
  name: z.string().min(1, 'each task needs a name').max(120, 'the name of a task has at most 120 characters'),
  responsible: Names,
  accountable: Names,
  consulted: Names,
  informed: Names,
  unplaced: Names.describe('People whose part was not said'),
})
type Task = z.output<typeof Task>

const Output = z.object({
  tasks: z.array(Task),
  /** In the order in which they were first named. */
  people: z.array(z.string()),
  /** `cells[task][person]` holds letters such as "R" or "R/A"; empty for no part. */
  cells: z.array(z.array(z.string())),
  findings: z.array(z.object({ task: z.string(), finding: z.string() })),
})

/** RACI matrix with its usual checks. Source: PMI, A Guide to the Project Management Body of Knowledge, responsibility assignment matrix. */
export default defineTool({
  name: 'raci',
  summary: 'Makes a RACI matrix from tasks and people in words, and finds tasks without an owner or with two.',
  example: 'RACI: design - Anna does, Ben approves, Carl consulted, Dana informed; build - Carl does, Ben approves',
  effect: 'read',
  input: z.object({
    tasks: z.array(Task).min(1, 'there is no task').max(100, 'at most 100 tasks').optional(),
    csv: z
      .string()
      .max(1_000_000, 'the table is too long')
      .optional()
      .describe(
        'Instead of `tasks`: task,responsible,accountable,consulted,informed or a column of letters for each person',
      ),
  }),
  output: Output,
  hear: hearTasks,
  async run({ tasks: given, csv }) {
    const tasks = z.array(Task).parse(given ?? (await tasksInTable(csv ?? '')))
    const people = peopleIn(tasks)
    return {
      tasks,
      people,
      cells: tasks.map((task) => people.map((person) => lettersOf(task, person))),
      findings: tasks.flatMap((task) => findingsOf(task).map((finding) => ({ task: task.name, finding }))),
    }
  },
  show: ({ tasks, people, cells, findings }) => [
    ...matrices(tasks, people, cells),
    note('plain', 'R does the work, A answers for it and decides, C is asked before, I is told after.'),
    findings.length === 0
      ? note('good', 'Each task has somebody who does it and exactly one who answers for it.')
      : prose(`**Findings**\n${findings.map(({ task, finding }) => `- ${task}: ${finding}`).join('\n')}`),
  ],
})

const keyOf = (name: string): string => name.toLowerCase()

function peopleIn(tasks: readonly Task[]): string[] {
  const people = new Map<string, string>()
  for (const task of tasks) {
    for (const role of ROLES) {
      for (const name of task[role]) if (!people.has(keyOf(name))) people.set(keyOf(name), name)
    }
  }
  return [...people.values()]
}

const lettersOf = (task: Task, person: string): string =>
  ROLES.filter((role) => task[role].some((name) => keyOf(name) === keyOf(person)))
    .map((role) => role.charAt(0).toUpperCase())
    .join('/')

function findingsOf({ responsible, accountable, consulted, informed, unplaced }: Task): string[] {
  const both = consulted.filter((name) => informed.some((other) => keyOf(other) === keyOf(name)))
  return [
    ...(accountable.length === 0 ? ['nobody is accountable. Who answers for it?'] : []),
    ...(accountable.length > 1
      ? [`${accountable.length} are accountable (${accountable.join(', ')}). Which one decides?`]
      : []),
    ...(responsible.length === 0 ? ['nobody is responsible. Who does the work?'] : []),
    ...(unplaced.length > 0
      ? [`the part of ${unplaced.join(', ')} was not said. Does, answers, advises or is told?`]
      : []),
    ...(both.length > 0 ? [`${both.join(', ')} is both consulted and informed; consulted is enough.`] : []),
  ]
}

/** So many people stand side by side at 60 columns with names of usual length. */
const MOST_COLUMNS = 5

function matrices(tasks: readonly Task[], people: readonly string[], cells: readonly (readonly string[])[]): Block[] {
  const starts = Array.from({ length: Math.ceil(people.length / MOST_COLUMNS) }, (_, i) => i * MOST_COLUMNS)
  return starts.map((from) => {
    const shown = people.slice(from, from + MOST_COLUMNS)
    const rows = tasks.map((task, row) => [task.name, ...shown.map((_, column) => cells[row]?.[from + column] || '·')])
    return table(['Task', ...shown], rows)
  })
}

const TOPIC =
  /\bras?ci\b|\bras?cy (?:matrix|chart|table)\b|\bwho(?:'s| is) responsible (?:matrix|chart|table)\b|\bresponsib(?:ility|ilities) (?:assignment )?(?:matrix|chart|table)\b|\bwho does what (?:matrix|chart|table)\b/
/** The header line of a table: a task column and at least one more. */
const HEAD = /^\uFEFF?\s*"?(?:tasks?|activity|activities|deliverable|step|work)"?\s*[,;\t]/i
const ASKS_WHAT = /^(?:hey |hi |so |and |please )?(?:how|what|why|when|is|are|does|should|explain)\b/

function hearTasks(said: Utterance): Heard {
  const text = heardText(said)
  const named = TOPIC.exec(text)
  if (!named) return null
  if (said.attachment !== null && HEAD.test(said.attachment.slice(0, 500))) return { use: { csv: said.attachment } }
  const source = said.attachment ?? behindName(said.text)
  const tasks = readRoles(source.slice(0, 8_000))
  const hasRole = tasks.some((task) => ROLES.some((role) => task[role].length > 0))
  if (hasRole) return { use: { tasks } }
  return ASKS_WHAT.test(text) || !/\b(?:make|create|draw|build|do|give|write|draft|fill|need|help)\b|:/.test(text)
    ? null
    : {
        missing: [
          'each task with its people, such as “design - Anna does, Ben approves, Carl consulted, Dana informed”',
        ],
      }
}

/** What stands behind "RACI for the launch:"; without a colon, behind the name itself. */
function behindName(text: string): string {
  const name = /\bras?c[iy]\b(?:[ -](?:matrix|chart|table))?|\b(?:matrix|chart|table)\b/i.exec(text)
  const behind = name ? text.slice(name.index + name[0].length) : text
  const before = name ? text.slice(0, name.index) : ''
  if (/[;\n]|\b(?:does|approves)\b/i.test(before) && behind.trim().length < 15)
    return before.replace(
      /[\s,.;–—-]+(?:please |can you )?(?:make|create|draw|build|give me|turn|put|as)\b[^,;\n]*$/i,
      '',
    )
  const opening = /^\s*(?:for|with|of)\b[^:\n]{0,60}:/i.exec(behind) ?? /^\s*[:-]/.exec(behind)
  return opening ? behind.slice(opening[0].length) : behind
}

/** A table with a column for each role (names inside) or for each person (letters inside). @throws ARGS_INVALID as `readTable`. */
async function tasksInTable(csv: string): Promise<RoleTask[]> {
  const { head, rows } = await readTable(csv)
  return rows.map(({ cells }) => {
    const [name = '', ...others] = cells
    const holders = ROLES.map((role) => others.flatMap((cell, i) => holdersIn(cell, head[i + 1] ?? '', role)))
    const [responsible = [], accountable = [], consulted = [], informed = []] = holders
    return { name: name || '(no name)', responsible, accountable, consulted, informed, unplaced: [] }
  })
}

function holdersIn(cell: string, column: string, role: (typeof ROLES)[number]): string[] {
  if (column === role || column === role.charAt(0)) return cell.split(/\s*[,;/&+]\s*/).filter(Boolean)
  const isLetters = /^[raci](?:[\s,/&+]*[raci])*$/i.test(cell)
  return isLetters && cell.toLowerCase().includes(role.charAt(0)) ? [column.replaceAll('_', ' ')] : []
}
