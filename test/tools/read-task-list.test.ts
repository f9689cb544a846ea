import { describe, expect, it } from 'vitest'
import { readTaskList } from '../../src/tools/read-task-list.ts'

const told = (text: string) => {
  const { unit, tasks } = readTaskList(text)
  return [unit, ...tasks.map((task) => `${task.name} ${task.duration} < ${task.after.join('+') || '-'}`)]
}

describe('readTaskList', () => {
  it.each([
    ['design 3d, build 5d after design', ['days', 'design 3 < -', 'build 5 < design']],
    ['test 2d after build, docs; build 1d; docs 1d', ['days', 'test 2 < build+docs', 'build 1 < -', 'docs 1 < -']],
    ['build after design 5 days, design: 3 days', ['days', 'build 5 < design', 'design 3 < -']],
    ['design takes 3 weeks, then build 2 weeks', ['weeks', 'design 3 < -', 'build 2 < design']],
    ['A 3, B 5 after A', ['days', 'A 3 < -', 'B 5 < A']],
    ['plan 4h, build 1d after plan', ['hours', 'plan 4 < -', 'build 8 < plan']],
    ['R and D 2d, sell 1d after r AND d', ['days', 'R and D 2 < -', 'sell 1 < R and D']],
    ['1. task 1: 2d\n2. task 2: 3d (depends on task 1)', ['days', 'task 1 2 < -', 'task 2 3 < task 1']],
    [
      'task A 3d, task B 2d after A, C 1d after tasks A and B',
      ['days', 'task A 3 < -', 'task B 2 < task A', 'C 1 < task A+task B'],
    ],
    ['step 1 2 days, step 2 4 days after step 1', ['days', 'step 1 2 < -', 'step 2 4 < step 1']],
    ['design (3 days, after nothing)\nbuild [5 days]', ['days', 'design 3 < -', 'build 5 < -']],
  ])('%j', (text, expected) => expect(told(text)).toEqual(expected))

  it.each([
    ['no task', ''],
    ['"design" has no duration', 'design, build 3d'],
    ['no name', '3d, build 3d'],
    ['too long', `a${' '.repeat(1_000_000)}b 3d`],
    ['more than 2000', 'x 1d,'.repeat(200_000)],
  ])('a bad list is refused at once with: %s', (reason, text) => {
    const began = performance.now()
    expect(() => readTaskList(text)).toThrow(reason)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
