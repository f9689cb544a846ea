import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { defineCommand } from '../../../src/command/define.ts'
import { plain } from '../../../src/render/format.ts'
import { note, report } from '../../../src/report/report.ts'
import { runLine } from '../../../src/surfaces/repl/run-line.ts'
import { rig } from '../../helpers/rig.ts'

const spoken = {
  group: 'Learn',
  phrases: [],
  examples: [],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({}),
  returns: z.object({ n: z.number() }),
} as const

const commands = {
  stream: defineCommand({
    ...{ ...spoken, name: 'stream', summary: 'Streams until it is cancelled.', usage: ['stream'] },
    run: (_args, { tell, signal }) => {
      tell({ kind: 'piece', text: 'half an **answ' })
      tell({ kind: 'piece', text: 'er**\x1b[2J' })
      signal.throwIfAborted()
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    },
    show: () => report('Never'),
  }),
  material: defineCommand({
    ...{ ...spoken, name: 'material', summary: 'Counts its material.', usage: ['material'], material: true },
    run: async (_args, { attachment, tell }) => {
      tell({ kind: 'part', report: report('Part', note('plain', 'first')), data: null })
      return { n: attachment?.split('\n').length ?? 0 }
    },
    show: ({ n }) => report('Material', note('good', `${n} lines`)),
  }),
  wipe: defineCommand({
    ...{ ...spoken, name: 'wipe', summary: 'Destroys.', usage: ['wipe'], effect: 'destroys' },
    run: async () => ({ n: 1 }),
    show: () => report('Wiped'),
  }),
}

async function run(text: string, over: { split?: { words: string; material: string }; yes?: boolean } = {}) {
  const source = { names: Object.keys(commands), load: async (name: string) => commands[name as keyof typeof commands] }
  const { app, close } = rig({ folders: { commands: source } })
  const abort = new AbortController()
  const printed: string[] = []
  const told: string[] = []
  await runLine({ text, shown: text, split: over.split ?? null }, app, {
    signal: abort.signal,
    page: () => ({ width: 60, paint: plain }),
    print: (it) => printed.push(it),
    tell: (it) => {
      told.push(it.kind)
      if (told.length === 2) abort.abort()
    },
    ask: async () => over.yes ?? false,
  })
  await close()
  return { printed: printed.join(''), told }
}

describe('a line', () => {
  test('that is cancelled keeps what it has said, made inert', async () => {
    const { printed, told } = await run('stream')
    expect(printed).toBe('> stream\nhalf an answer\n✖ cancelled\n\n')
    expect(told).toEqual(['piece', 'piece'])
  })

  test('prints its parts as they come, and then its report', async () => {
    const { printed, told } = await run('material')
    expect(printed).toBe('> material\nPART\n════\n· first\n\nMATERIAL\n════════\n✔ 0 lines\n\n')
    expect(told).toEqual(['spoke'])
  })

  test('gets a big paste beside its words as material', async () => {
    const { printed } = await run('material a\nb', { split: { words: 'material', material: 'a\nb' } })
    expect(printed).toContain('✔ 2 lines')
  })

  test('that destroys is asked for first', async () => {
    expect((await run('wipe')).printed).toBe('> wipe\nNothing was changed.\n\n')
    expect((await run('wipe', { yes: true })).printed).toContain('WIPED')
  })

  test('that is wrong says so', async () => {
    expect((await run('wype')).printed).toContain('did you mean "wipe"?')
  })
})
