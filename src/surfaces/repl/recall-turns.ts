import { inertLine } from '../../base/inert-text.ts'
import type { Caller } from '../../command/context.ts'
import type { Controller } from '../../controller/controller.ts'
import type { Turn } from '../../controller/records.ts'
import type { Page } from '../../render/format.ts'
import { fitTo } from '../../render/wrap.ts'

const SHOWN_TURNS = 2
// A question and its answer are two messages.
const SHOWN_MESSAGES = SHOWN_TURNS * 2
const SESSIONS = 1_000

/** The end of the conversation so far, for the scrollback; empty when it has not begun. Never all of it. */
export async function recallTurns({ records }: Controller, caller: Caller, page: Page): Promise<string> {
  const turns = await records.turns(caller.session, SHOWN_MESSAGES)
  if (turns.length === 0) return ''
  const session = (await records.sessions(caller, SESSIONS)).find((one) => one.session === caller.session)
  const asked = turns.filter(({ role }) => role === 'user').length
  return recalledText(turns, Math.max(0, (session?.turns ?? asked) - asked), page)
}

/** Turns → one dim line each, after how many there were before them. */
export function recalledText(turns: readonly Turn[], earlier: number, { width, paint }: Page): string {
  const before = earlier === 0 ? [] : [`… ${earlier} earlier ${earlier === 1 ? 'turn' : 'turns'}`]
  const lines = turns.map(({ role, text }) => `${role === 'user' ? '>' : ' '} ${inertLine(plainWords(text), 500)}`)
  return `${[...before, ...lines].map((line) => paint('dim', fitTo(line, width))).join('\n')}\n\n`
}

const plainWords = (markdown: string): string => markdown.replace(/\*\*|`|^#+ /gm, '')
