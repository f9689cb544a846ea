import type { Page, Paint } from '../../render/format.ts'
import { fitTo, wrapText } from '../../render/wrap.ts'
import type { App } from '../open-app.ts'
import type { Size } from './frame.ts'
import type { Look } from './live-view.ts'
import type { TerminalOutput } from './repl-terminal.ts'

/** What all of a conversation shares: the program, the terminal to write to, and how things look there now. */
export interface Room {
  readonly app: App
  readonly stdout: TerminalOutput
  /** For finished text, at the present width. */
  readonly page: () => Page
  /** For the live part; `size` is the terminal's unless a screen knows better. */
  readonly look: (size?: Size) => Look
}

// Longer lines are hard to read, however wide the window is.
const MOST_COLUMNS = 120

export function openRoom(app: App, stdout: TerminalOutput, paint: Paint): Room {
  return {
    app,
    stdout,
    page: () => ({ width: Math.min(stdout.columns, MOST_COLUMNS), paint }),
    look: ({ columns, rows } = stdout) => ({ columns, rows, paint, session: app.caller.session }),
  }
}

/** The first lines of a conversation. */
export function bannerOf({ app, page }: Room): string {
  const { width, paint } = page()
  const title = paint('title', fitTo(`OperatorOS ${app.controller.house.config.version}`, width))
  const hint = 'Ask in plain words, or type a command such as status, demo or help. ? shows the keys, exit quits.'
  return `${[title, ...wrapText(hint, width).map((line) => paint('dim', line))].join('\n')}\n\n`
}
