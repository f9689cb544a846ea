import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlannedTask, scheduleTasks } from '../../src/tools/task-network.ts'

/** Tasks t0…tn that wait only for earlier ones, shuffled: always workable. */
const plans: fc.Arbitrary<readonly PlannedTask[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.array(fc.nat(1_000), { maxLength: 4 })), {
    minLength: 1,
    maxLength: 25,
  })
  .chain((rows) => {
    const tasks = rows.map(([duration, before], place) => ({
      name: `t${place}`,
      duration,
      after: place === 0 ? [] : [...new Set(before.map((other) => `t${other % place}`))],
    }))
    return fc.shuffledSubarray(tasks, { minLength: tasks.length })
  })

function longestPath(tasks: readonly PlannedTask[]): number {
  const known = new Map<string, number>()
  const endOf = (name: string): number => {
    const task = tasks.find((one) => one.name === name)
    if (!task) return 0
    const end = known.get(name) ?? Math.max(0, ...task.after.map(endOf)) + task.duration
    known.set(name, end)
    return end
  }
  return Math.max(...tasks.map((task) => endOf(task.name)))
}

describe('scheduleTasks', () => {
  it('the total is the length of the longest path, and the critical path is that long', () => {
    fc.assert(
      fc.property(plans, (tasks) => {
        const { total, criticalPath, tasks: scheduled } = scheduleTasks(tasks)
        expect(total).toBe(longestPath(tasks))
        const along = criticalPath.map((name) => scheduled.find((task) => task.name === name)?.duration ?? Number.NaN)
        expect(along.reduce((sum, duration) => sum + duration, 0)).toBe(total)
      }),
    )
  })

  it('no slack is negative, every task starts after what it waits for, and its slack delays nobody beyond the end', () => {
    fc.assert(
      fc.property(plans, (tasks) => {
        const { total, tasks: scheduled } = scheduleTasks(tasks)
        for (const task of scheduled) {
          expect(task.slack).toBeGreaterThanOrEqual(0)
          expect(task.latestFinish).toBeLessThanOrEqual(total)
          for (const name of task.after) {
            const before = scheduled.find((one) => one.name === name)
            expect(before?.earliestFinish).toBeLessThanOrEqual(task.earliestStart)
            expect(before?.latestFinish).toBeLessThanOrEqual(task.latestStart)
          }
        }
      }),
    )
  })

  it('a task may slip by its slack and not by more', () => {
    fc.assert(
      fc.property(plans, fc.nat(100), (tasks, choice) => {
        const { total, tasks: scheduled } = scheduleTasks(tasks)
        const slow = scheduled[choice % scheduled.length]
        const slipped = (by: number) =>
          scheduleTasks(
            tasks.map((task) => (task.name === slow?.name ? { ...task, duration: task.duration + by } : task)),
          ).total
        expect(slipped(slow?.slack ?? 0)).toBe(total)
        expect(slipped((slow?.slack ?? 0) + 1)).toBe(total + 1)
      }),
    )
  })

  it('free slack delays no other task, is never more than the slack, and one more does delay', () => {
    fc.assert(
      fc.property(plans, fc.nat(100), (tasks, choice) => {
        const { tasks: scheduled, total } = scheduleTasks(tasks)
        const slow = scheduled[choice % scheduled.length]
        const free = slow?.freeSlack ?? 0
        expect(free).toBeLessThanOrEqual(slow?.slack ?? 0)
        const slipped = (by: number) =>
          scheduleTasks(
            tasks.map((task) => (task.name === slow?.name ? { ...task, duration: task.duration + by } : task)),
          )
        const starts = ({ tasks: all }: ReturnType<typeof scheduleTasks>) =>
          Object.fromEntries(all.map((task) => [task.name, task.earliestStart]))
        expect(starts(slipped(free))).toEqual(starts({ tasks: scheduled, total, criticalPath: [] }))
        const later = slipped(free + 1)
        expect(later.total > total || JSON.stringify(starts(later)) !== JSON.stringify(starts(slipped(0)))).toBe(true)
      }),
    )
  })

  it('a circle is named in the order of the work', () => {
    const tasks = [
      { name: 'lead in', duration: 1, after: [] },
      { name: 'a', duration: 1, after: ['lead in', 'c'] },
      { name: 'b', duration: 1, after: ['a'] },
      { name: 'c', duration: 1, after: ['b'] },
      { name: 'tail', duration: 1, after: ['c'] },
    ]
    expect(() => scheduleTasks(tasks)).toThrow(/circle: a → b → c → a\./)
  })

  it('a task that waits for itself, an unknown name and a name given twice are refused by name', () => {
    expect(() => scheduleTasks([{ name: 'a', duration: 1, after: ['a'] }])).toThrow('a → a')
    expect(() => scheduleTasks([{ name: 'a', duration: 1, after: ['docz'] }])).toThrow('"a" waits for "docz"')
    const twice = { name: 'a', duration: 1, after: [] }
    expect(() => scheduleTasks([twice, twice])).toThrow('"a" stands twice')
  })

  it('sums of tenths leave no dust of slack', () => {
    const { tasks } = scheduleTasks([
      { name: 'a', duration: 0.1, after: [] },
      { name: 'b', duration: 0.2, after: ['a'] },
      { name: 'c', duration: 0.3, after: ['b'] },
    ])
    expect(tasks.map((task) => task.slack)).toEqual([0, 0, 0])
  })
})
