/**
 * One thing a person did at the keyboard.
 *
 * `text` is one printable code point (`status` arrives as six keys), `paste` a whole bracketed paste with its control
 * bytes taken out, `key` everything else.
 */
export type Key =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | PressedKey

/**
 * `name` is `enter`, `escape`, `tab`, `space`, `backspace`, `delete`, `insert`, `up`, `down`, `left`, `right`, `home`,
 * `end`, `page-up`, `page-down`, `begin`, `f1` … `f20`, or for a chord the character itself: Ctrl+A is `a` with `ctrl`.
 * Letters are lower case; Alt+Shift+Z is `z` with `alt` and `shift`.
 */
export interface PressedKey extends Modifiers {
  readonly kind: 'key'
  readonly name: string
}

export interface Modifiers {
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
}

const PLAIN: Modifiers = { ctrl: false, alt: false, shift: false }

/** A pressed key; modifiers that are not named are up. */
export function pressed(name: string, modifiers: Partial<Modifiers> = {}): PressedKey {
  return { kind: 'key', name, ...PLAIN, ...modifiers }
}

/** The same key with Alt held. A printable character becomes a chord: `Z` is `z` with Alt and Shift. */
export function withAlt(key: Key): Key {
  if (key.kind === 'paste') return key
  return key.kind === 'key' ? { ...key, alt: true } : chord(key.text, { alt: true })
}

/** A printable character held with Ctrl or Alt, as a pressed key. */
export function chord(character: string, modifiers: Partial<Modifiers>): PressedKey {
  const lower = character.toLowerCase()
  const shift = modifiers.shift === true || lower !== character
  return pressed(lower === ' ' ? 'space' : lower, { ...modifiers, shift })
}

/** The name that binding tables use: `ctrl+alt+shift+left`, always in this order; null for text and pastes. */
export function chordName(key: Key): string | null {
  if (key.kind !== 'key') return null
  return `${key.ctrl ? 'ctrl+' : ''}${key.alt ? 'alt+' : ''}${key.shift ? 'shift+' : ''}${key.name}`
}
