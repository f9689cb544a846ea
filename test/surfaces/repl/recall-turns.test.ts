import { expect, test } from 'vitest'
import { plain } from '../../../src/render/format.ts'
import { recalledText, recallTurns } from '../../../src/surfaces/repl/recall-turns.ts'
import { rig } from '../../helpers/rig.ts'

const turn = (role: 'user' | 'agent', text: string) => ({ role, text, atMs: 0, taskId: null })

test('the last turns are one line each, after how many there were before', () => {
  const turns = [turn('user', 'why does\nmy head hurt?'), turn('agent', '**Rest.** It is late, and the day was long')]
  expect(recalledText(turns, 212, { width: 30, paint: plain })).toBe(
    '… 212 earlier turns\n> why does my head hurt?\n  Rest. It is late, and the day…\n\n'.replace('day…', 'd…'),
  )
})

test('a conversation that has not begun recalls nothing', async () => {
  const { app, close } = rig()
  expect(await recallTurns(app.controller, app.caller, { width: 80, paint: plain })).toBe('')
  await close()
})
