import { inertText } from '../../base/inert-text.ts'
import { widthOf } from '../../render/wrap.ts'
import { foundLine } from './history-search.ts'
import { foldsIn, foldText } from './paste-folds.ts'
import type { ReplScreen } from './repl-screen.ts'
import type { ReplState } from './repl-state.ts'
import type { TerminalOutput } from './repl-terminal.ts'

/**
 * The conversation for a screen reader: text is only ever appended. What is typed is echoed; Backspace takes back single
 * characters; any other change of the prompt is told as a new line.
 */
export function createPlainScreen(stdout: TerminalOutput): ReplScreen {
  return new PlainScreen(stdout)
}

class PlainScreen implements ReplScreen {
  readonly #stdout: TerminalOutput
  /** What stands in the line of the cursor. */
  #line = ''
  #told = ''

  constructor(stdout: TerminalOutput) {
    this.#stdout = stdout
  }

  draw(state: ReplState): void {
    this.#tell(newsOf(state))
    const line = lineOf(state)
    if (line === null || line === this.#line) return
    if (line.startsWith(this.#line)) this.#stdout.write(line.slice(this.#line.length))
    else if (this.#line.startsWith(line)) this.#stdout.write('\b \b'.repeat(widthOf(this.#line.slice(line.length))))
    else this.#stdout.write(`\n${line}`)
    this.#line = line
  }

  print(text: string): void {
    // The line that was typed stands there already; it only has to end.
    if (this.#line !== '' && text === `${this.#line}\n`) this.#stdout.write('\n')
    else this.#stdout.write(`${this.#line === '' ? '' : '\n'}${text}`)
    this.#line = ''
  }

  clear(): void {
    this.print('')
  }

  close(): void {
    if (this.#line !== '') this.#stdout.write('\n')
    this.#line = ''
  }

  /** Each piece of news once. */
  #tell(news: string): void {
    if (news === this.#told) return
    this.#told = news
    if (news !== '') this.print(`${news}\n`)
  }
}

/** What goes on beside the prompt, in words. */
function newsOf({ turn, menu, armed }: ReplState): string {
  if (armed) return 'Ctrl+C again quits.'
  if (menu) return `${menu.candidates.length} choices: ${menu.candidates.join(', ')}`
  if (turn?.cancelling) return 'Cancelling …'
  return turn?.stage ? `… ${inertText(turn.stage)}` : ''
}

/** The line of the prompt; null while a line runs and nothing is typed. */
function lineOf({ question, search, history, editor, pastes, turn }: ReplState): string | null {
  if (question !== null) return `Run "${question.command}"? y or n, Enter is ${question.grave ? 'no' : 'yes'} `
  if (search) return `search ${search.query}: ${foundLine(search, history.entries) ?? ''}`.replaceAll('\n', ' ')
  if (turn && editor.text === '') return null
  return `> ${foldText(editor.text, foldsIn(editor.text, pastes)).replaceAll('\n', '\n  ')}`
}
