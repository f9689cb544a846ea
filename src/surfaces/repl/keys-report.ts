import { type Report, report, table } from '../../report/report.ts'
import { EDITING_KEYS } from './editor.ts'
import { REPL_KEYS } from './repl-keys.ts'

/** Every key that means something, from the tables that give them their meaning. */
export const keysReport = (): Report =>
  report('Keys', keysTable('Conversation', REPL_KEYS), keysTable('Editing', EDITING_KEYS))

const keysTable = (title: string, keys: ReadonlyArray<{ readonly chords: readonly string[]; readonly does: string }>) =>
  table(
    ['Key', 'Does'],
    keys.map(({ chords, does }) => [chords.slice(0, 2).map(readableChord).join(', '), does]),
    title,
  )

/** `ctrl+shift+z` → `Ctrl+Shift+Z`. */
const readableChord = (chord: string): string =>
  chord.replace(/(^|\+)(\w)/g, (_, plus: string, letter: string) => plus + letter.toUpperCase())
