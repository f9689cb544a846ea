import { inertLine, inertText } from '../../base/inert-text.ts'
import type { Told } from '../../command/context.ts'
import type { Page } from '../../render/format.ts'
import { renderText } from '../../render/formats/text.ts'
import { renderProse } from '../../render/prose.ts'
import type { Report } from '../../report/report.ts'
import type { App } from '../open-app.ts'
import { checkUnderstood, failureReport, runUnderstood, type Understood, understandLine } from '../speak-line.ts'
import type { Line, Question } from './repl-state.ts'

/** What a running line may do to the conversation. */
export interface LineStage {
  readonly signal: AbortSignal
  /** The size and colours of the moment. */
  readonly page: () => Page
  readonly print: (text: string) => void
  readonly tell: (told: Exclude<Told, { kind: 'part' }> | { readonly kind: 'spoke' }) => void
  /** Asks the person; false is no. */
  readonly ask: (question: Question) => Promise<boolean>
}

/** Runs a line to its end and prints all of it: the line, the command it became, its parts, the report or the failure. */
export async function runLine(line: Line, app: App, stage: LineStage): Promise<void> {
  const { paint } = stage.page()
  let streamed = ''
  const tell = (told: Told) => {
    if (told.kind === 'piece') streamed += told.text
    if (told.kind === 'part') printReport(told.report, stage)
    stage.tell(told.kind === 'part' ? { kind: 'spoke' } : told)
  }
  stage.print(`${paint('accent', '>')} ${inertText(line.shown).replaceAll('\n', '\n  ')}\n`)
  try {
    await runSpoken(line, app, { ...stage, tell })
  } catch (thrown) {
    if (stage.signal.aborted) printCancelled(streamed, stage)
    else printReport(failureReport(thrown), stage)
  }
}

async function runSpoken(line: Line, app: App, stage: Omit<LineStage, 'tell'> & { tell: (told: Told) => void }) {
  const { what, attachment } = await understand(line, app)
  const { paint } = stage.page()
  if (what.interpreted) stage.print(`${paint('dim', `→ ${inertLine(what.echo)}`)}\n`)
  if (what.confirm && what.args.dryRun !== true) {
    await checkUnderstood(what, app)
    if (!(await stage.ask({ command: what.echo, grave: what.grave }))) {
      stage.print(`${paint('dim', 'Nothing was changed.')}\n\n`)
      return
    }
  }
  const { report } = await runUnderstood(what, app, { signal: stage.signal, attachment, tell: stage.tell })
  printReport(report, stage)
}

/** A big paste beside words is material for the command that the words name, where that command takes material. */
async function understand({ text, split }: Line, app: App): Promise<{ what: Understood; attachment: string | null }> {
  if (split) {
    const what = await understandLine(split.words, app, true)
    if ((await app.registry.load(what.command)).material) return { what, attachment: split.material }
  }
  return { what: await understandLine(text, app), attachment: null }
}

const printReport = (report: Report, { page, print }: Pick<LineStage, 'page' | 'print'>): void =>
  print(`${renderText(report, page())}\n`)

function printCancelled(streamed: string, { page, print }: Pick<LineStage, 'page' | 'print'>): void {
  const { width, paint } = page()
  const lines = streamed.trim() === '' ? [] : renderProse(inertText(streamed).trim(), { width, paint })
  print(`${[...lines, paint('warn', '✖ cancelled')].join('\n')}\n\n`)
}
