import * as z from 'zod'
import { type Block, note, prose, table } from '../../report/report.ts'
import { asksToCompute } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { quadrantFrame } from '../quadrant-frame.ts'
import { resolveDate } from '../resolve-date.ts'
import { sortTasks } from '../sort-tasks.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

/** A deadline up to this many days away counts as urgent. */
const URGENT_DAYS = 2

const Known = z.boolean().nullable().default(null)
const Task = z.object({
  name: z.string().min(1, 'each task needs a name').max(200, 'the name of a task has at most 200 characters'),
  urgent: Known.describe('null when it was not said'),
  important: Known.describe('null when it was not said'),
  due: z.string().max(60).nullable().default(null).describe('A day such as 2027-01-31, friday or tomorrow'),
})
const Names = z.array(z.string())
const Output = z.object({
  do_first: Names,
  schedule: Names,
  delegate: Names,
  drop: Names,
  /** What the words did not tell. `days_left` is null without a deadline. */
  open: z.array(z.object({ name: z.string(), ask: z.enum(['urgent', 'important', 'both']) })),
  deadlines: z.array(z.object({ name: z.string(), date: z.string(), days_left: z.number() })),
})

/** Tasks by urgency and importance. Source: the matrix named after D. Eisenhower (address to the World Council of Churches, 1954). */
export default defineTool({
  name: 'eisenhower',
  summary: 'Sorts your tasks into the four fields of urgent and important, and asks where the words do not tell.',
  example:
    'eisenhower matrix: urgent and important: fix outage; not urgent but important: plan hiring; neither: sort old mail',
  effect: 'read',
  input: z.object({ tasks: z.array(Task).min(1, 'there is no task to sort').max(200, 'at most 200 tasks') }),
  output: Output,
  hear: hearTasks,
  async run({ tasks }, { now, timeZone }) {
    const { DateTime } = await import('luxon')
    const today = DateTime.fromMillis(now(), { zone: timeZone }).startOf('day').setZone('utc', { keepLocalTime: true })
    const dated = tasks.map((task) => {
      if (task.due === null) return { ...task, date: null, daysLeft: null }
      const date = resolveDate(task.due, today, 'next')
      return { ...task, date: date.toISODate(), daysLeft: Math.round(date.diff(today, 'days').days) }
    })
    return sorted(
      dated.map((task) => ({
        ...task,
        urgent: task.urgent ?? (task.daysLeft === null ? null : task.daysLeft <= URGENT_DAYS),
      })),
    )
  },
  show: (output) => [
    ...quadrantFrame(
      [
        { title: 'DO FIRST urgent, important', points: output.do_first },
        { title: 'SCHEDULE important, later', points: output.schedule },
      ],
      [
        { title: 'DELEGATE urgent, minor', points: output.delegate },
        { title: 'DROP neither', points: output.drop },
      ],
    ),
    ...showOpen(output),
    note(
      'plain',
      `Urgent: harm comes if it waits. Important: it serves what you want to reach. A deadline at most ${URGENT_DAYS} days away or past counts as urgent, a later one as not, unless you said so yourself.`,
    ),
  ],
})

type Shown = z.output<typeof Output>

interface Dated {
  readonly name: string
  readonly urgent: boolean | null
  readonly important: boolean | null
  readonly date: string | null
  readonly daysLeft: number | null
}

function sorted(tasks: readonly Dated[]): Shown {
  const names = (urgent: boolean, important: boolean) =>
    tasks.filter((task) => task.urgent === urgent && task.important === important).map(({ name }) => name)
  return {
    do_first: names(true, true),
    schedule: names(false, true),
    delegate: names(true, false),
    drop: names(false, false),
    open: tasks
      .filter(({ urgent, important }) => urgent === null || important === null)
      .map(({ name, urgent, important }) => ({
        name,
        ask: urgent !== null ? 'important' : important !== null ? 'urgent' : 'both',
      })),
    deadlines: tasks.flatMap(({ name, date, daysLeft }) =>
      date === null || daysLeft === null ? [] : [{ name, date, days_left: daysLeft }],
    ),
  }
}

const QUESTION = {
  urgent: 'Does harm come if it waits a week?',
  important: 'Does it serve a goal of yours?',
  both: 'Is it urgent, and is it important?',
} as const

function showOpen({ open, deadlines }: Shown): readonly Block[] {
  const questions = open.map(({ name, ask }) => `- ${name}: ${QUESTION[ask]}`).join('\n')
  return [
    ...(deadlines.length > 0
      ? [
          table(
            ['Deadline', 'Date', 'Days'],
            deadlines.map((one) => [one.name, one.date, String(one.days_left)]),
          ),
        ]
      : []),
    ...(open.length > 0 ? [prose(`**Not placed: your words do not tell**\n${questions}`)] : []),
  ]
}

const TOPIC =
  /\b(?:eisenhower|eisenhauer|eisenhowr|isenhower)\b|\b(?:4|four) quadrants?\b|\bdo,? decide,? delegate,? delete\b|^(?:please |help me )?prioriti[sz]e ?:|\b(?:urgent|urgency)\b.{0,20}\b(?:important|importance)\b.{0,20}\b(?:matrix|grid|quadrants?|box|chart|table|sort)\b|\b(?:priority|prioriti[sz]ation|time management|4 quadrant|four quadrant) (?:matrix|grid)\b|\bcovey\b/
const SORT =
  /\b(?:sort|prioriti[sz]e|organi[sz]e|rank|arrange|order)\b.{0,40}\b(?:to-?dos?|tasks?|list|things|work|day|week|these|this)\b/
const MARKED = /\burgent\b.{0,200}\bimportant\b|\bimportant\b.{0,200}\burgent\b/
const NAME = /\b(?:eisenhower|eisenhauer|eisenhowr|isenhower)(?: matrix| box| grid| chart| quadrants?)?\b/i
const LEAD =
  /^[\s\S]{0,120}?\b(?:eisenhower|eisenhauer|eisenhowr|isenhower|matrix|grid|quadrants?|delete|prioriti[sz]e|sort|organi[sz]e|tasks|to-?dos?|list)\b[^:\n]{0,60}[:\n]/i

function hearTasks(said: Utterance): Heard {
  const text = heardText(said)
  const isNamed = TOPIC.test(text)
  const isSort = SORT.test(text) && (MARKED.test(text) || /\burgent\b/.test(text))
  const heads = /(?:^|[;\n.] ?)(?:not )?(?:urgent|important)[^:;]{0,30}:/.test(text) && MARKED.test(text)
  if (!isNamed && !isSort && !heads) return null
  const tasks = sortTasks(listIn(said, isNamed || isSort))
  if (tasks.some(({ urgent, important, due }) => urgent !== null || important !== null || due !== null)) {
    return { use: { tasks } }
  }
  if (tasks.length > 1)
    return { missing: tasks.slice(0, 12).map(({ name }) => `for “${name}”: urgent or not, important or not`) }
  return asksToCompute(text, /eisenhower|matrix|priorit|tasks/) || isSort
    ? { missing: ['the tasks, each with urgent or not, important or not, or its deadline'] }
    : null
}

/** The part of the sentence, or of what came with it, that lists tasks. */
function listIn({ text, attachment }: Utterance, hasLead: boolean): string {
  const source = (attachment ?? text).slice(0, 8_000).replace(/[‘’]/g, "'").replace(/\r/g, '')
  if (attachment !== null || !hasLead) return source
  const named = NAME.exec(source)
  const before = named ? source.slice(0, named.index).replace(/[\s–—-]+$/, '') : ''
  if (before.includes(':')) return before
  const lead = LEAD.exec(source)
  if (!lead) return named && /[,;]/.test(source) ? source.slice(named.index + named[0].length) : ''
  // The colon may belong to the first heading: "eisenhower - urgent and important: …", but not in "sort by urgent and important: …".
  const heading = /\b(?:not |non-?)?(?:urgent|important)\b[^:\n]{0,40}[:\n]$/i.exec(lead[0])
  const isHeading =
    heading && !/\b(?:by|into|in|on|as|with)\s+(?:what(?:'s| is) )?$/i.test(source.slice(0, heading.index))
  return isHeading ? source.slice(heading.index) : source.slice(lead[0].length)
}
