import { existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const FILE = 'acknowledged.txt'

/** What the journal outside the database holds of the payments of one fleet. A key is `<worker>/<number>`. */
export interface Acknowledgements {
  /** Keys that were asked for, whether the answer came or not. */
  readonly asked: ReadonlySet<string>
  /** The task of each key that was acknowledged. */
  readonly tasks: ReadonlyMap<number, string>
  /** How each key's task stands, as its asker was told. */
  readonly told: ReadonlyMap<string, string>
  /** Workers that died between asking and being answered. */
  readonly cutOff: ReadonlySet<string>
}

/** The file beside the database to which the processes of a fleet write what they were promised, a line at a time. */
export function openAckJournal(home: string): (line: string) => void {
  const file = openSync(join(home, FILE), 'a')
  return (line) => void writeSync(file, `${line}\n`)
}

/** What the processes of a fleet have written so far; nothing where none has. */
export function readAckJournal(home: string): Acknowledgements {
  const file = join(home, FILE)
  const asked = new Set<string>()
  const tasks = new Map<number, string>()
  const told = new Map<string, string>()
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  for (const [word, key = '', value = ''] of lines.map((line) => line.split(' '))) {
    if (word === 'asking') asked.add(key)
    if (word === 'acknowledged') tasks.set(Number(value), key)
    if (word === 'told') told.set(key, value)
  }
  const answered = new Set(tasks.values())
  const open = [...asked].filter((key) => !answered.has(key))
  return { asked, tasks, told, cutOff: new Set(open.map((key) => key.split('/')[0] ?? '')) }
}
