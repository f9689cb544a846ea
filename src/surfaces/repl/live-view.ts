import { inertLine, inertText } from '../../base/inert-text.ts'
import type { Paint } from '../../render/format.ts'
import { renderProse } from '../../render/prose.ts'
import { fitTo, padTo, widthOf, wrapText } from '../../render/wrap.ts'
import { suggestionOf } from './choose.ts'
import type { Size } from './frame.ts'
import { foundLine } from './history-search.ts'
import { foldsIn } from './paste-folds.ts'
import { layOutPrompt, type PromptRows, windowOf } from './prompt-rows.ts'
import type { Fleet, ReplState } from './repl-state.ts'

/** What is shown below the scrollback, as rows that fit; together at most one row less than the screen has. */
export interface LiveView {
  readonly tail: readonly string[]
  readonly status: readonly string[]
  readonly prompt: readonly string[]
  readonly menu: readonly string[]
  /** Row in all of it, from 0, and column. */
  readonly caret: { readonly row: number; readonly column: number }
}

/** How the live part is drawn. */
export interface Look extends Size {
  readonly paint: Paint
  /** Such as `s-1f3a`; it stands at the beginning of the status line. */
  readonly session: string
}

const SPINNER = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'
const MOST_MENU_ROWS = 6
// More of a long answer cannot be in a third of any screen, and rendering all of it at every piece would be slow.
const TAIL_LENGTH = 8_000

/** The state of the conversation → the live part of the screen. Pure. */
export function viewOf(state: ReplState, look: Look): LiveView {
  const budget = Math.max(1, look.rows - 1)
  const asked = promptOf(state, look)
  const status = statusRows(state, look).slice(0, Math.max(0, budget - 1))
  const window = windowOf(asked, Math.max(1, budget - status.length))
  const menu = menuRows(state, look).slice(0, Math.max(0, budget - status.length - window.rows.length))
  const left = budget - status.length - window.rows.length - menu.length
  const height = Math.min(left, Math.floor(look.rows / 3))
  const tail = height > 0 ? tailRows(state, look).slice(-height) : []
  const caret = { row: tail.length + status.length + window.caret.row, column: window.caret.column }
  return { tail, status, prompt: window.rows, menu, caret }
}

function promptOf(state: ReplState, { columns, paint }: Look): PromptRows {
  if (state.question !== null) {
    const { command, grave } = state.question
    return sentence(`Run "${command}"? ${grave ? '[y/N]' : '[Y/n]'} `, columns, paint)
  }
  if (state.search) {
    const { query, failed } = state.search
    const found = inertLine(foundLine(state.search, state.history.entries) ?? '', 500)
    const row = fitTo(`${failed ? 'not found' : 'search'}: ${query}`, columns - 1)
    const rest = fitTo(found === '' ? '' : ` → ${found}`, Math.max(1, columns - widthOf(row) - 1))
    return { rows: [row + paint('dim', rest)], caret: { row: 0, column: widthOf(row) } }
  }
  const { text, cursor } = state.editor
  const folds = state.unfolded ? [] : foldsIn(text, state.pastes)
  return layOutPrompt({ text, cursor, folds, ghost: suggestionOf(state) }, columns, paint)
}

function sentence(text: string, columns: number, paint: Paint): PromptRows {
  const lines = wrapText(text.trimEnd(), columns - 1)
  const last = lines.at(-1) ?? ''
  const column = Math.min(widthOf(last) + 1, columns - 1)
  return { rows: lines.map((line) => paint('warn', line)), caret: { row: lines.length - 1, column } }
}

function statusRows(state: ReplState, { columns, paint, session }: Look): string[] {
  const dim = (text: string) => paint('dim', fitTo(text, columns))
  const rows = []
  if (state.turn && state.question === null) rows.push(dim(turnText(state.turn)))
  if (state.queue.length > 0)
    rows.push(dim(`next: ${state.queue.map(({ shown }) => inertLine(shown, 60)).join(' · ')}`))
  if (state.fleet?.killed)
    rows.push(paint('bad', fitTo('✖ The kill switch is on: nothing starts. Release it with: kill off', columns)))
  rows.push(dim(state.armed ? 'Ctrl+C again quits' : state.fleet ? `${session} · ${fleetText(state.fleet)}` : session))
  return rows
}

function turnText({ stage, spoke, frame, cancelling }: NonNullable<ReplState['turn']>): string {
  if (cancelling) return '… cancelling'
  const mark = spoke ? '…' : (SPINNER[frame % SPINNER.length] ?? '…')
  return `${mark} ${stage ?? 'working'} · Esc cancels`
}

const fleetText = ({ pools, active, queued, by }: Fleet): string =>
  `${pools} pools · ${active} active · ${queued} queued · ${by}`

function tailRows({ turn }: ReplState, { columns, paint }: Look): string[] {
  if (!turn || turn.streamed === '') return []
  return renderProse(inertText(turn.streamed.slice(-TAIL_LENGTH)).trim(), { width: columns, paint })
}

/** The choices in columns, the rows around the chosen one. */
function menuRows({ menu }: ReplState, { columns, paint }: Look): string[] {
  if (!menu) return []
  const cell = Math.min(columns, Math.max(...menu.candidates.map(widthOf)) + 2)
  const across = Math.max(1, Math.floor(columns / cell))
  const rows = []
  for (let i = 0; i < menu.candidates.length; i += across) {
    const cells = menu.candidates.slice(i, i + across).map((text, n) => {
      const chosen = i + n === menu.index
      return paint(chosen ? 'accent' : 'dim', padTo(fitTo(`${chosen ? '›' : ' '}${text}`, cell), cell))
    })
    rows.push(cells.join(''))
  }
  const first = Math.max(0, Math.min(Math.floor((menu.index ?? 0) / across) - 2, rows.length - MOST_MENU_ROWS))
  return rows.slice(first, first + MOST_MENU_ROWS)
}
