import { PassThrough } from 'node:stream'
import { render, useStdout } from 'ink'
import { LivePart } from './live-part.tsx'
import { type LiveView, type Look, viewOf } from './live-view.ts'
import type { ReplScreen } from './repl-screen.ts'
import type { ReplState } from './repl-state.ts'
import type { TerminalOutput } from './repl-terminal.ts'
import { scheduleTimeout } from './schedule.ts'
import { ScreenWriter } from './screen-writer.ts'

const SETTLE_MS = 30
const ERASE_FRAME = '\x1b[2K\x1b[G'

/** The screen that Ink draws, through a writer that sends only what changed and keeps the scrollback whole. */
export function createInkScreen(
  stdout: TerminalOutput,
  {
    look,
    reflows,
    first,
  }: { look: (size: { columns: number; rows: number }) => Look; reflows: boolean; first: ReplState },
): ReplScreen {
  const writer = new ScreenWriter({ screen: stdout, schedule: scheduleTimeout, settleMs: SETTLE_MS, reflows })
  let state = first
  let printAbove: (text: string) => void = (text) => stdout.write(text)
  const view = (): LiveView => viewOf(state, look({ columns: writer.columns, rows: writer.screenRows }))
  const tree = () => <Conversation view={view()} onPrinter={(printer) => (printAbove = printer)} />
  // Before Ink's own listener, so that Ink never draws rows of the old width on the new screen.
  writer.on('resize', () => instance.rerender(tree()))
  const instance = render(tree(), {
    stdout: writer as unknown as NodeJS.WriteStream,
    // Keys are read by the conversation; Ink gets a silent input, so that it never touches the real one.
    stdin: new PassThrough() as unknown as NodeJS.ReadStream,
    ...{ patchConsole: false, exitOnCtrlC: false, maxFps: 60 },
  })
  return {
    draw(next) {
      state = next
      instance.rerender(tree())
    },
    print: (text) => printAbove(text),
    clear() {
      writer.write(ERASE_FRAME)
      stdout.write(`${'\n'.repeat(stdout.rows)}\x1b[H`)
      printAbove('')
    },
    close() {
      // Ink's smallest frame is an empty row; the cursor goes back onto it.
      instance.rerender(null)
      instance.unmount()
      writer.close()
      stdout.write('\x1b[A')
    },
  }
}

interface ConversationProps {
  readonly view: LiveView
  /** Hears how to print above the live part. */
  readonly onPrinter: (print: (text: string) => void) => void
}

function Conversation({ view, onPrinter }: ConversationProps) {
  onPrinter(useStdout().write)
  return <LivePart view={view} />
}
