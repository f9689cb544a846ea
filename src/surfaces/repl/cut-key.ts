import { csiKey, ss3Key } from './control-keys.ts'
import { chord, type Key, pressed, withAlt } from './key.ts'

/** What stands at the front of the input: how long it is and what it means. */
export interface Cut {
  /** In UTF-16 units, at least 1. */
  readonly length: number
  /** Null for what is dropped whole. */
  readonly key: Key | 'paste-start' | null
}

const ESC = '\x1b'
const CSI = /^(\x1b{1,2})\[(?:\[([A-E])|M.{3}|([2-8])(\$)|(?![[M])([0-?]*)([ -/]*)([@-~]))/su
const SS3 = /^(\x1b{1,2})O([\d;]*)([@-~])/
// OSC, DCS and APC: replies to questions about colour, clipboard or graphics.
const STRING = /^\x1b[\]P_][^\x00-\x1f\x9c]*(?:\x07|\x9c|\x1b\\)/
const UNFINISHED = /^(?:\x1b{1,2}(?:\[(?:\[|M.{0,2}|[0-?]*[ -/]*)|O[\d;]*)?|\x1b[\]P_][^\x00-\x1f\x9c]*\x1b?)$/su
const BROKEN = /^(?:\x1b{1,2}(?:\[[0-?]*[ -/]*|\[[[M]|O[\d;]*)|\x1b[\]P_][^\x00-\x1f\x9c]*)/

const CONTROLS: Readonly<Record<number, Key>> = {
  0: pressed('space', { ctrl: true }),
  9: pressed('tab'),
  13: pressed('enter'),
  27: pressed('escape'),
  28: pressed('\\', { ctrl: true }),
  29: pressed(']', { ctrl: true }),
  30: pressed('^', { ctrl: true }),
  31: pressed('_', { ctrl: true }),
  127: pressed('backspace'),
}

/**
 * The first key of `input`, or null when `input` may be the start of a longer sequence. The answer for a complete
 * key does not depend on what follows it, so it does not matter how the terminal's bytes were cut into reads.
 */
export function cutKey(input: string): Cut | null {
  if (!input.startsWith(ESC)) return cutCharacter(input)
  const control = cutControl(input)
  if (control) return control
  if (UNFINISHED.test(input)) return null
  const broken = BROKEN.exec(input)
  // A control byte inside a sequence ends it: Enter and Ctrl+C get through whatever was broken off before them.
  if (broken) return { length: broken[0].length, key: null }
  if (input.startsWith(ESC + ESC)) return { length: 1, key: pressed('escape') }
  const { length, key } = cutCharacter(input.slice(1))
  return { length: length + 1, key: key === null || key === 'paste-start' ? key : withAlt(key) }
}

function cutControl(input: string): Cut | null {
  const csi = CSI.exec(input)
  if (csi) return { length: csi[0].length, key: altIf(csi[1], readCsi(csi)) }
  const ss3 = SS3.exec(input)
  if (ss3) return { length: ss3[0].length, key: altIf(ss3[1], ss3Key(ss3[2] ?? '', ss3[3] ?? '')) }
  const reply = STRING.exec(input)
  return reply && { length: reply[0].length, key: null }
}

function readCsi(match: RegExpExecArray): Cut['key'] {
  const [, , linux, rxvt, dollar, parameters, between, final] = match
  // The Linux console sends `ESC [ [ A` for F1.
  if (linux !== undefined) return pressed(`f${linux.charCodeAt(0) - 64}`)
  if (rxvt !== undefined && dollar !== undefined) return csiKey(rxvt, dollar)
  if (parameters === undefined || final === undefined || between !== '') return null
  return parameters === '200' && final === '~' ? 'paste-start' : csiKey(parameters, final)
}

/** Alt+Up is `ESC ESC [ A` in some terminals; taking the first byte for Escape would cancel a running task. */
function altIf(escapes: string | undefined, key: Cut['key']): Cut['key'] {
  return escapes?.length === 2 && key !== null && key !== 'paste-start' ? withAlt(key) : key
}

function cutCharacter(input: string): Cut {
  const code = input.codePointAt(0) ?? 0
  const text = String.fromCodePoint(code)
  const length = text.length
  const control = CONTROLS[code]
  if (control) return { length, key: control }
  if (code < 27) return { length, key: chord(String.fromCharCode(code + 96), { ctrl: true }) }
  return { length, key: code >= 0x80 && code < 0xa0 ? null : { kind: 'text', text } }
}
