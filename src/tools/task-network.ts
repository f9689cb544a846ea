import { OperatorError } from '../base/errors.ts'

/** A task of a plan. `after` names the tasks that must end before it starts. */
export interface PlannedTask {
  readonly name: string
  readonly duration: number
  readonly after: readonly string[]
}

/** When a task can and must run, in the unit of the durations, counted from the start of the project (0). */
export interface ScheduledTask extends PlannedTask {
  readonly earliestStart: number
  readonly earliestFinish: number
  readonly latestStart: number
  readonly latestFinish: number
  /** How long it may slip without moving the end; 0 for a critical task. */
  readonly slack: number
  /** How long it may slip without moving any other task; never more than `slack`. */
  readonly freeSlack: number
  readonly critical: boolean
}

/** `tasks` in an order that can be worked; `criticalPath` is one longest chain from start to end. */
export interface Schedule {
  readonly total: number
  readonly tasks: readonly ScheduledTask[]
  readonly criticalPath: readonly string[]
}

/**
 * Critical path method: forward pass (earliest), backward pass (latest), slack = latest start - earliest start,
 * free slack = earliest start of what waits for it - its earliest finish.
 * Source: Kelley and Walker, "Critical-Path Planning and Scheduling" (1959).
 *
 * @throws OperatorError ARGS_INVALID when a name is unknown or given twice, or when tasks wait for each other in a circle.
 */
export function scheduleTasks(tasks: readonly PlannedTask[]): Schedule {
  const byName = indexByName(tasks)
  const order = workOrder(tasks, byName)
  const start = new Map<string, number>()
  const endOf = (name: string) => (start.get(name) ?? 0) + (byName.get(name)?.duration ?? 0)
  for (const task of order) start.set(task.name, Math.max(0, ...task.after.map(endOf)))
  const total = Math.max(0, ...order.map((task) => endOf(task.name)))
  const finish = latestFinishes(order, byName, total)
  const nextStart = nextStarts(order, start)
  const scheduled = order.map((task): ScheduledTask => {
    const earliestStart = start.get(task.name) ?? 0
    const latestFinish = finish.get(task.name) ?? total
    const slack = noDust(latestFinish - task.duration - earliestStart, total)
    return {
      ...task,
      earliestStart,
      earliestFinish: earliestStart + task.duration,
      latestStart: earliestStart + slack,
      latestFinish: earliestStart + slack + task.duration,
      slack,
      freeSlack: noDust((nextStart.get(task.name) ?? total) - task.duration - earliestStart, total),
      critical: slack === 0,
    }
  })
  return { total, tasks: scheduled, criticalPath: longestChain(scheduled, total) }
}

/** When the first task that waits for each one starts at the earliest; absent where nothing waits. */
function nextStarts(order: readonly PlannedTask[], start: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const next = new Map<string, number>()
  for (const task of order) {
    for (const before of task.after)
      next.set(before, Math.min(next.get(before) ?? Number.POSITIVE_INFINITY, start.get(task.name) ?? 0))
  }
  return next
}

/** Binary fractions leave dust in sums such as 0.1 + 0.2; a billionth of the project is no slack. */
const noDust = (slack: number, total: number): number => (slack <= total * 1e-9 ? 0 : slack)

function indexByName(tasks: readonly PlannedTask[]): ReadonlyMap<string, PlannedTask> {
  const byName = new Map<string, PlannedTask>()
  for (const task of tasks) {
    if (byName.has(task.name))
      throw invalid(`The task "${task.name}" stands twice in the list; give each its own name.`)
    byName.set(task.name, task)
  }
  for (const task of tasks) {
    const unknown = task.after.find((name) => !byName.has(name))
    if (unknown !== undefined) {
      throw invalid(
        `"${task.name}" waits for "${unknown}", but no task has that name.`,
        `Known tasks: ${shortList(tasks)}.`,
      )
    }
  }
  return byName
}

const shortList = (tasks: readonly PlannedTask[]): string =>
  tasks.length <= 12
    ? tasks.map((task) => task.name).join(', ')
    : `${tasks
        .slice(0, 12)
        .map((task) => task.name)
        .join(', ')} and ${tasks.length - 12} more`

/** Kahn's topological order (1962); tasks that are ready together keep the order of the list. */
function workOrder(tasks: readonly PlannedTask[], byName: ReadonlyMap<string, PlannedTask>): readonly PlannedTask[] {
  const waiting = new Map(tasks.map((task) => [task.name, new Set(task.after).size]))
  const followers = followersOf(tasks)
  const ready = tasks.filter((task) => task.after.length === 0)
  for (let place = 0; place < ready.length; place += 1) {
    for (const name of followers.get(ready[place]?.name ?? '') ?? []) {
      const left = (waiting.get(name) ?? 0) - 1
      waiting.set(name, left)
      const task = byName.get(name)
      if (left === 0 && task) ready.push(task)
    }
  }
  if (ready.length < tasks.length) throw circle(tasks, byName, new Set(ready.map((task) => task.name)))
  return ready
}

function followersOf(tasks: readonly PlannedTask[]): ReadonlyMap<string, readonly string[]> {
  const followers = new Map<string, string[]>(tasks.map((task) => [task.name, []]))
  for (const task of tasks) {
    for (const before of new Set(task.after)) followers.get(before)?.push(task.name)
  }
  return followers
}

function circle(tasks: readonly PlannedTask[], byName: ReadonlyMap<string, PlannedTask>, done: ReadonlySet<string>) {
  const walked: string[] = []
  let name = tasks.find((task) => !done.has(task.name))?.name
  // Every task that is not done waits for another one that is not done, so the walk must come back to itself.
  while (name !== undefined && !walked.includes(name)) {
    walked.push(name)
    name = byName.get(name)?.after.find((before) => !done.has(before))
  }
  const ring = [...walked.slice(walked.indexOf(name ?? '')), name].reverse()
  return invalid(`These tasks wait for each other in a circle: ${ring.join(' → ')}. Take one of the "after" away.`)
}

function latestFinishes(order: readonly PlannedTask[], byName: ReadonlyMap<string, PlannedTask>, total: number) {
  const finish = new Map(order.map((task) => [task.name, total]))
  for (const task of order.toReversed()) {
    const mustStart = (finish.get(task.name) ?? total) - task.duration
    for (const before of task.after) {
      if (byName.has(before)) finish.set(before, Math.min(finish.get(before) ?? total, mustStart))
    }
  }
  return finish
}

function longestChain(tasks: readonly ScheduledTask[], total: number): readonly string[] {
  const byName = new Map(tasks.map((task) => [task.name, task]))
  const near = (a: number, b: number) => Math.abs(a - b) <= total * 1e-9
  const chain: string[] = []
  let task = tasks.findLast((one) => one.critical && near(one.earliestFinish, total))
  while (task) {
    chain.unshift(task.name)
    const begins: number = task.earliestStart
    task = task.after
      .map((name) => byName.get(name))
      .find((before) => before?.critical && near(before.earliestFinish, begins))
  }
  return chain
}

const invalid = (message: string, hint?: string) => new OperatorError('ARGS_INVALID', message, { hint })
