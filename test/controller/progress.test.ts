import { expect, test } from 'vitest'
import { createProgressBoard, type Progress } from '../../src/controller/progress.ts'

const stage = (text: string): Progress => ({ kind: 'stage', text })

test('who listens late hears of the last stage first, and of no piece that was told before', () => {
  const board = createProgressBoard()
  const heard: Progress[] = []
  board.tell(1, stage('first'))
  board.tell(1, stage('last'))
  board.tell(1, { kind: 'piece', text: 'gone' })
  board.tell(2, stage('of another task'))
  board.listen(1, (progress) => heard.push(progress))
  board.tell(1, { kind: 'piece', text: 'now' })
  expect(heard).toEqual([stage('last'), { kind: 'piece', text: 'now' }])
})

test('a task that is forgotten tells no stage of its last run', () => {
  const board = createProgressBoard()
  const heard: Progress[] = []
  board.tell(1, stage('over'))
  board.forget(1)
  board.listen(1, (progress) => heard.push(progress))
  expect(heard).toEqual([])
})

test('who has stopped listening hears nothing more', () => {
  const board = createProgressBoard()
  const heard: Progress[] = []
  const stop = board.listen(1, (progress) => heard.push(progress))
  stop()
  board.tell(1, stage('late'))
  expect(heard).toEqual([])
})
