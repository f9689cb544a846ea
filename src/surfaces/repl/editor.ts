import {
  continueLine,
  eraseAfter,
  eraseBefore,
  insert,
  killToLineEnd,
  killToLineStart,
  killWordAfter,
  killWordBefore,
  killWordToSpace,
  moveLine,
  transpose,
  typeText,
  wordLeft,
  wordRight,
  yank,
  yankOlder,
} from './edit-actions.ts'
import { boundaryAfter, boundaryBefore, lineEnd, lineStart } from './edit-text.ts'
import { type Editor, moveTo, redo, undo } from './editor-state.ts'
import { chordName, type Key } from './key.ts'

/**
 * The prompt after a key. The very same editor comes back when the key changes nothing: Enter that submits, Up on the
 * first line, Tab, Esc, Ctrl+D on an empty line, Ctrl+R. Those are for the surface to act on.
 */
export function edit(editor: Editor, key: Key): Editor {
  if (key.kind === 'text') return typeText(editor, key.text)
  if (key.kind === 'paste') return insert(editor, key.text)
  const action = ACTIONS.get(chordName(key) ?? '')
  return action ? action(editor) : editor
}

/** One line of the key help: names as `chordName` gives them, and what they do. */
export interface EditingKey {
  readonly chords: readonly string[]
  readonly does: string
  readonly act: (editor: Editor) => Editor
}

/** Every editing key; `help keys` is printed from it. */
export const EDITING_KEYS: readonly EditingKey[] = [
  key('left ctrl+b', 'one character left', (it) => moveTo(it, boundaryBefore(it.text, it.cursor))),
  key('right ctrl+f', 'one character right', (it) => moveTo(it, boundaryAfter(it.text, it.cursor))),
  key('alt+b ctrl+left alt+left', 'one word left', wordLeft),
  key('alt+f ctrl+right alt+right', 'one word right', wordRight),
  key('home ctrl+a', 'to the beginning of the line', (it) => moveTo(it, lineStart(it.text, it.cursor))),
  key('end ctrl+e', 'to the end of the line', (it) => moveTo(it, lineEnd(it.text, it.cursor))),
  key('ctrl+home alt+shift+< alt+<', 'to the beginning of the text', (it) => moveTo(it, 0)),
  key('ctrl+end alt+shift+> alt+>', 'to the end of the text', (it) => moveTo(it, it.text.length)),
  key('up', 'one line up, then older lines of the history', (it) => moveLine(it, 'up')),
  key('down', 'one line down, then newer lines of the history', (it) => moveLine(it, 'down')),
  key('backspace shift+backspace ctrl+h', 'erase the character before the cursor', eraseBefore),
  key('delete ctrl+d', 'erase the character after the cursor', eraseAfter),
  key('ctrl+k', 'cut to the end of the line', killToLineEnd),
  key('ctrl+u', 'cut to the beginning of the line', killToLineStart),
  key('ctrl+w', 'cut back to the last space', killWordToSpace),
  key('alt+backspace ctrl+backspace ctrl+alt+h', 'cut the word before the cursor', killWordBefore),
  key('alt+d ctrl+delete alt+delete', 'cut the word after the cursor', killWordAfter),
  key('ctrl+y', 'put back what was cut last', yank),
  key('alt+y', 'after Ctrl+Y: what was cut before that', yankOlder),
  key('ctrl+t', 'swap two characters', transpose),
  key('ctrl+_ ctrl+/ ctrl+shift+_ ctrl+shift+- alt+z', 'undo', undo),
  key('alt+shift+z ctrl+shift+z', 'redo', redo),
  key('ctrl+j alt+enter shift+enter ctrl+enter', 'a new line', (it) => insert(it, '\n')),
  key('enter', 'submit; after a \\ a new line', continueLine),
]

const ACTIONS: ReadonlyMap<string, EditingKey['act']> = new Map(
  EDITING_KEYS.flatMap(({ chords, act }) => chords.map((name) => [name, act] as const)),
)

function key(chords: string, does: string, act: EditingKey['act']): EditingKey {
  return { chords: chords.split(' '), does, act }
}
