import { inertLine } from '../../base/inert-text.ts'
import { renderText } from '../../render/formats/text.ts'
import { choosePaint } from '../../render/paint.ts'
import type { App } from '../open-app.ts'
import { beginWork, recallSession, refreshFleet } from './begin-session.ts'
import { type Conversation, type ConversationMeans, createConversation } from './conversation.ts'
import { createEarlyScreen } from './early-screen.ts'
import { keepLine, readHistory } from './history-store.ts'
import { keepTelling } from './keep-telling.ts'
import { createKeyReader } from './keys.ts'
import { keysReport } from './keys-report.ts'
import { createPlainScreen } from './plain-screen.ts'
import { createRepl, type Question } from './repl-state.ts'
import { knownSize, type ReplTerminal, takeTerminal } from './repl-terminal.ts'
import { bannerOf, openRoom, type Room } from './room.ts'
import { runLine } from './run-line.ts'
import { scheduleTimeout } from './schedule.ts'
import { createSpinner } from './spin.ts'
import { createAlertTeller } from './tell-alerts.ts'

// A lone Esc waits this long for the rest of a key: over SSH an arrow comes in two packets.
const ESCAPE_MS = 40

/**
 * The conversation at a terminal, until the person leaves; the exit code. The prompt is there before anything heavy is
 * loaded, and keys typed meanwhile count. The terminal is given back in every case, and the app is closed.
 */
export async function runRepl(app: App, terminal: ReplTerminal): Promise<number> {
  const room = openRoom(app, knownSize(terminal.stdout), await choosePaint(terminal.color))
  const left = later<number>()
  const ready = later<void>()
  const reader = createKeyReader({ onKey: (key) => talk.key(key), escapeMs: ESCAPE_MS, schedule: scheduleTimeout })
  const giveBack = takeTerminal(terminal, { onBytes: (bytes) => reader.push(bytes), onLeave: left.resolve })
  room.stdout.write(bannerOf(room))
  const tellNews = newsTeller(room)
  const talk = openTalk(room, terminal, { ready: ready.promise, quit: () => left.resolve(0), tellNews })
  let endTelling: (() => void) | undefined
  let over = false
  try {
    const working = open(room, terminal, talk)
      .then(ready.resolve)
      .then(() => beginWork(app, talk, room.page()))
      .then(() => {
        // Whoever leaves at once is gone before the work has begun.
        if (!over) endTelling = keepTelling(() => tellWhileIdle(talk, tellNews), scheduleTimeout)
      })
    return await Promise.race([left.promise, working.then(() => left.promise)])
  } finally {
    const { queue } = talk.state()
    over = true
    endTelling?.()
    talk.close()
    reader.close()
    giveBack()
    if (queue.length > 0) room.stdout.write(`Not run: ${queue.map(({ shown }) => inertLine(shown)).join(' · ')}\n`)
    await app.close()
  }
}

/** A promise and what keeps it. */
function later<T>() {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((keep) => {
    resolve = keep
  })
  return { promise, resolve }
}

type NewsTeller = (talk: Pick<Conversation, 'print'>) => Promise<void>

/** Prints the alerts that are new. A store that cannot be read is told by the lines themselves. */
function newsTeller(room: Room): NewsTeller {
  const tellAlerts = createAlertTeller(room.app.controller)
  return async (talk) => {
    const news = await tellAlerts(room.page()).catch(() => '')
    if (news !== '') talk.print(news)
  }
}

/** A line that runs tells the news at its end, not amid its output. */
const tellWhileIdle = async (talk: Conversation, tellNews: NewsTeller): Promise<void> => {
  if (talk.state().turn === null) await tellNews(talk)
}

function openTalk(
  room: Room,
  { historyPath, screenReader }: ReplTerminal,
  { ready, quit, tellNews }: { ready: Promise<void>; quit: () => void; tellNews: NewsTeller },
): Conversation {
  const screen = screenReader ? createPlainScreen(room.stdout) : createEarlyScreen(room.stdout, room.look)
  let kept = true
  const means: ConversationMeans = {
    async run(line, signal) {
      await ready
      await runLine(line, room.app, lineStage(talk, room, signal))
      await tellNews(talk)
      void refreshFleet(room.app, talk)
    },
    remember(text) {
      if (!kept) return
      kept = keepLine(historyPath, text)
      if (!kept) talk.print(`History cannot be written to ${historyPath}; it lasts as long as this session.\n\n`)
    },
    showKeys: () => talk.print(`${renderText(keysReport(), room.page())}\n`),
    watch: screenReader ? () => undefined : createSpinner(() => talk.hear({ kind: 'tick' }), scheduleTimeout),
    quit,
  }
  const talk = createConversation(createRepl(readHistory(historyPath)), screen, means)
  return talk
}

const lineStage = (talk: Conversation, room: Room, signal: AbortSignal) => ({
  signal,
  page: room.page,
  print: (text: string) => talk.print(text),
  tell: (told: Parameters<Parameters<typeof runLine>[2]['tell']>[0]) => talk.hear(told),
  ask: (question: Question) => talk.ask(question),
})

/** Ink takes over from the early screen as soon as it is loaded; then the end of the last session is shown. */
async function open(room: Room, { screenReader, reflows }: ReplTerminal, talk: Conversation): Promise<void> {
  if (!screenReader) {
    const { createInkScreen } = await import('./ink-screen.tsx')
    talk.show((first) => createInkScreen(room.stdout, { look: room.look, reflows, first }))
  }
  await recallSession(room.app, talk, room.page())
}
