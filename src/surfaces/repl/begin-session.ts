import type { Page } from '../../render/format.ts'
import { renderText } from '../../render/formats/text.ts'
import type { App } from '../open-app.ts'
import { failureReport } from '../speak-line.ts'
import type { Conversation } from './conversation.ts'
import { readGrammar } from './grammar-of.ts'
import { readFleet } from './read-fleet.ts'
import { recallTurns } from './recall-turns.ts'

/** Shows the end of the conversation so far. A database that cannot be opened is told here, once. */
export async function recallSession(app: App, talk: Conversation, page: Page): Promise<void> {
  await telling(talk, page, async () => {
    const recalled = await recallTurns(app.controller, app.caller, page)
    if (recalled !== '') talk.print(recalled)
  })
}

/** Begins to work in the background: a resident worker, the words for Tab, the status line. */
export async function beginWork(app: App, talk: Conversation, page: Page): Promise<void> {
  await refreshFleet(app, talk)
  await telling(talk, page, async () => talk.hear({ kind: 'grammar', grammar: await readGrammar(app) }))
  const { worker } = app.controller
  worker.displaced.addEventListener('abort', () => tellFailure(talk, page, worker.displaced.reason), { once: true })
  await telling(talk, page, () => worker.start())
}

/** The status line as things are now; it tells no figures when they cannot be read. */
export async function refreshFleet(app: App, talk: Conversation): Promise<void> {
  const fleet = await readFleet(app.controller).catch(() => null)
  talk.hear({ kind: 'fleet', fleet })
}

async function telling(talk: Conversation, page: Page, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (thrown) {
    tellFailure(talk, page, thrown)
  }
}

const tellFailure = (talk: Conversation, page: Page, thrown: unknown): void =>
  talk.print(`${renderText(failureReport(thrown), page)}\n`)
