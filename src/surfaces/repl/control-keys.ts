import { chord, type Key, type Modifiers, pressed } from './key.ts'

const LETTERS: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  E: 'begin',
  F: 'end',
  H: 'home',
  M: 'enter',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
}

const TILDE: Readonly<Record<number, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'page-up',
  6: 'page-down',
  7: 'home',
  8: 'end',
  ...numbered([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]),
}

// Kitty reports the keys of the number pad as code points of the private use area, from 57399 on.
const PAD_CHARACTERS = '0123456789./*-+'
const PAD_NAMES: Readonly<Record<number, string>> = {
  57414: 'enter',
  57417: 'left',
  57418: 'right',
  57419: 'up',
  57420: 'down',
  57421: 'page-up',
  57422: 'page-down',
  57423: 'home',
  57424: 'end',
  57425: 'insert',
  57426: 'delete',
  57427: 'begin',
}
const NAMED_CODES: Readonly<Record<number, string>> = {
  8: 'backspace',
  9: 'tab',
  13: 'enter',
  27: 'escape',
  127: 'backspace',
  ...PAD_NAMES,
}

/**
 * The key of a CSI sequence: parameters `1;5` and final `C` are Ctrl+Right; `13;2` and `u` (kitty) are Shift+Enter.
 * Null for everything that is no key press: replies, mouse and focus reports, key releases, unknown sequences.
 */
export function csiKey(parameters: string, final: string): Key | null {
  if (!/^[\d:;]*$/.test(parameters)) return null
  const [code = '', modifiers = '', third = ''] = parameters.split(';')
  const held = readModifiers(modifiers)
  if (held === null) return null
  // `CSI 27;2;13~` is xterm's own spelling (modifyOtherKeys) of kitty's `CSI 13;2u`.
  if (final === '~' && code === '27' && third !== '') return coded(third, held)
  if (final === 'u') return coded(code, held)
  if (final === 'Z') return pressed('tab', { ...held, shift: true })
  if (/[a-d]/.test(final)) return named(LETTERS[final.toUpperCase()], { ...held, shift: true })
  if (/[$^@~]/.test(final)) return named(TILDE[Number(code)], rxvtModifiers(final, held))
  // `CSI 1;2R` would also be a cursor position report, `CSI M` a mouse report, and neither is asked for as a key.
  return /[RM]/.test(final) ? null : named(LETTERS[final], held)
}

/** The key of an SS3 sequence (`ESC O A` is Up); the number pad's digits and signs come as text. */
export function ss3Key(parameters: string, final: string): Key | null {
  const held = readModifiers(parameters.split(';').at(-1) ?? '')
  if (held === null) return null
  // In application mode the pad sends its characters moved up by 0x40: `p` is 0, `k` is +.
  if (/[j-y]/.test(final)) return { kind: 'text', text: String.fromCharCode(final.charCodeAt(0) - 0x40) }
  if (/[a-d]/.test(final)) return named(LETTERS[final.toUpperCase()], { ...held, ctrl: true })
  return final === 'I' ? pressed('tab', held) : named(LETTERS[final], held)
}

function named(name: string | undefined, held: Modifiers): Key | null {
  return name === undefined ? null : pressed(name, held)
}

/** `5` is Ctrl (bits + 1); `5:3` is Ctrl at the release of the key, which is null as no press happened. */
function readModifiers(parameter: string): Modifiers | null {
  const [mask = '', event = ''] = parameter.split(':')
  const bits = mask === '' ? 0 : Number(mask) - 1
  // Bits from 8 on are Super, Hyper and Meta, which belong to the desktop; 64 and 128 are the lock lamps.
  if (event === '3' || bits < 0 || (bits & 0b111000) !== 0) return null
  return { shift: (bits & 1) !== 0, alt: (bits & 2) !== 0, ctrl: (bits & 4) !== 0 }
}

function rxvtModifiers(final: string, held: Modifiers): Modifiers {
  return { ...held, shift: held.shift || /[$@]/.test(final), ctrl: held.ctrl || /[\^@]/.test(final) }
}

/** A key by its Unicode code point, with kitty's alternates: `97:65` is `a`, which Shift makes `A`. */
function coded(parameter: string, held: Modifiers): Key | null {
  const [code = 0, shifted = 0] = parameter.split(':').map(Number)
  const name = NAMED_CODES[code]
  if (name !== undefined) return pressed(name, held)
  const character = PAD_CHARACTERS[code - 57399] ?? printable(code)
  if (character === null) return null
  if (held.ctrl || held.alt) return chord(character, held)
  return { kind: 'text', text: held.shift ? (printable(shifted) ?? character.toUpperCase()) : character }
}

/** Null for controls, surrogates, the private use area (kitty's names for keys without text) and what is no code point. */
function printable(code: number): string | null {
  if (code < 0x20 || code > 0x10ffff) return null
  const character = String.fromCodePoint(code)
  return /[\p{Cc}\p{Cs}\p{Co}]/u.test(character) ? null : character
}

function numbered(codes: readonly number[]): Record<number, string> {
  return Object.fromEntries(codes.map((code, index) => [code, `f${index + 1}`]))
}
