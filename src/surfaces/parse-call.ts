import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command as Program } from 'commander'
import { OperatorError } from '../base/errors.ts'
import { inertLine } from '../base/inert-text.ts'
import type { JsonSchema } from '../command/define.ts'
import type { App } from './open-app.ts'

/** A command line, taken apart. `words` are what is not an option. */
export interface Call {
  /** The command that the first word names, or null for a sentence. */
  readonly command: string | null
  readonly words: readonly string[]
  /** Arguments that were given as options, by name. */
  readonly options: Readonly<Record<string, unknown>>
  readonly json: boolean
  readonly fields: readonly string[] | null
  readonly yes: boolean
  readonly debug: boolean
  readonly help: boolean
  readonly streams: boolean
  /** `inspect --ndjson`: a stream of lines. */
  readonly ndjson: boolean
  /** `-`: the instruction itself comes from standard input. */
  readonly inputIsInstruction: boolean
  /** The text of `--file`. */
  readonly attachment: string | null
}

/** A line that has options in it. */
export const HAS_OPTION = /\s--[a-z]/

/** Words as a shell would see them: a quoted part is one word. */
export const splitWords = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '')

/** Options that every command takes; `--session` and `--no-color` are read before. */
const GLOBALS: ReadonlyArray<readonly [flags: string, text: string]> = [
  ['--json', 'print one JSON document'],
  ['--fields <list>', 'keep only these fields of the data'],
  ['-y, --yes', 'confirm changes that were asked for in words'],
  ['--debug', 'print the stack of a failure'],
  ['-h, --help', 'explain the command'],
  ['--session <name>', 'continue this conversation'],
  ['--file <path>', 'a text file that the instruction is about'],
  ['--no-color', 'no colour'],
  ['--color', 'colour, also through a pipe'],
  ['--ndjson', 'inspect: read lines from standard input'],
]

/** Options whose next word is their value and not the command: `--session work status`. */
const VALUED: ReadonlySet<string> = new Set(
  GLOBALS.filter(([flags]) => flags.includes('<')).map(([flags]) => flags.split(' ')[0] ?? ''),
)

/**
 * argv → Call. The options of a command are derived from its schema; nothing is declared twice.
 *
 * @throws OperatorError ARGS_INVALID for an unknown option, NOT_FOUND for a file that is not there.
 */
export async function parseCall(given: readonly string[], app: App): Promise<Call> {
  const argv = unquoted(given, app)
  const first =
    argv
      .find((word, i) => !word.startsWith('-') && !VALUED.has(argv[i - 1] ?? ''))
      ?.replace(/^\//, '')
      .replace(/:$/, '')
      .toLowerCase() ?? ''
  const command = app.registry.has(first) ? await app.registry.card(first) : null
  const { words, globals, options } = isPlain(argv) ? plainWords(argv) : await parseOptions(argv, command?.input ?? {})
  return {
    command: command?.name ?? null,
    words: words.filter((word) => word !== '-'),
    options,
    json: globals.json === true || app.controller.house.config.json,
    fields: typeof globals.fields === 'string' ? globals.fields.split(',').map((field) => field.trim()) : null,
    yes: globals.yes === true,
    debug: globals.debug === true,
    help: globals.help === true,
    streams: command?.streams ?? false,
    ndjson: command?.name === 'inspect' && globals.ndjson === true,
    inputIsInstruction: words.includes('-'),
    attachment:
      typeof globals.file === 'string' ? readText(resolve(app.controller.house.config.cwd, globals.file)) : null,
  }
}

/** `operatoros "scale sports 5 --dry-run"`: a whole command line that came as one word is taken apart. */
function unquoted(argv: readonly string[], app: App): readonly string[] {
  const [only, ...flags] = [...argv].sort((a, b) => Number(a.startsWith('-')) - Number(b.startsWith('-')))
  if (only === undefined || !HAS_OPTION.test(only) || flags.some((word) => !word.startsWith('-'))) return argv
  return app.registry.has(splitWords(only)[0] ?? '') ? [...splitWords(only), ...flags] : argv
}

interface Parsed {
  readonly words: readonly string[]
  readonly globals: Readonly<Record<string, unknown>>
  readonly options: Readonly<Record<string, unknown>>
}

/** Words and --json only: there is nothing to parse, and loading the parser would cost more than `status` does. */
const isPlain = (argv: readonly string[]): boolean => argv.every((word) => word === '--json' || !word.startsWith('-'))

const plainWords = (argv: readonly string[]): Parsed => ({
  words: argv.filter((word) => word !== '--json'),
  globals: { json: argv.includes('--json') },
  options: {},
})

async function parseOptions(argv: readonly string[], input: JsonSchema): Promise<Parsed> {
  const { Command } = await import('commander')
  const program = configure(new Command('operatoros'), input)
  const found = parse(program, argv)
  return { ...found, words: program.args.map(restoreMinus) }
}

// commander takes "-5" and "-" for options; they are numbers and words here.
const MINUS = '\uE000'
const escapeMinus = (word: string): string => (/^-(?:\d|$)/.test(word) ? `${MINUS}${word.slice(1)}` : word)
const restoreMinus = (word: string): string => word.replace(MINUS, '-')

function configure(program: Program, input: JsonSchema): Program {
  program
    .exitOverride()
    .helpOption(false)
    .argument('[words...]')
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
  for (const [flags, text] of GLOBALS) {
    if (flags.includes('<')) program.option(flags, text, onlyOnce(flags))
    else program.option(flags, text)
  }
  for (const [name, schema] of Object.entries(input.properties ?? {})) {
    const property = schema as JsonSchema & { slot?: string }
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    if (property.slot === 'flag') program.option(`--${kebab}`, property.description ?? '')
    else program.option(`--${kebab} <value>`, property.description ?? '', onlyOnce(`--${kebab}`))
  }
  return program
}

/** Of two values one would be left out in silence. */
const onlyOnce =
  (flags: string) =>
  (value: string, before: string | undefined): string => {
    if (before === undefined || before === value) return value
    const said = [before, value].map((one) => `"${inertLine(restoreMinus(one), 60)}"`).join(' and ')
    throw new OperatorError('ARGS_INVALID', `Option '${flags.split(' ')[0]}' is given twice: ${said}.`, {
      hint: 'help',
    })
  }

function parse(
  program: Program,
  argv: readonly string[],
): { globals: Record<string, unknown>; options: Record<string, unknown> } {
  try {
    program.parse(argv.map(escapeMinus), { from: 'user' })
  } catch (thrown) {
    if (!(thrown instanceof Error && String((thrown as { code?: unknown }).code).startsWith('commander.'))) throw thrown
    const sentence = thrown.message.replace(/^error: /, '').replace(MINUS, '-')
    throw new OperatorError(
      'ARGS_INVALID',
      `${sentence.charAt(0).toUpperCase()}${sentence.slice(1).replaceAll('\n', ' ')}.`,
      { hint: 'help', cause: thrown },
    )
  }
  const globalNames = new Set(GLOBALS.map(([flags]) => /--(?:no-)?([a-z]+)/.exec(flags)?.[1] ?? ''))
  const entries = Object.entries(program.opts<Record<string, unknown>>())
  const restored = (value: unknown) => (typeof value === 'string' ? restoreMinus(value) : value)
  return {
    globals: Object.fromEntries(entries.filter(([name]) => globalNames.has(name))),
    options: Object.fromEntries(
      entries.filter(([name]) => !globalNames.has(name)).map(([name, value]) => [name, restored(value)]),
    ),
  }
}

const MOST_BYTES = 16 * 1024 * 1024

function readText(path: string): string {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts?.isFile()) throw new OperatorError('NOT_FOUND', `There is no file ${path}.`, { hint: 'check the path' })
  if (facts.size > MOST_BYTES) {
    throw new OperatorError('ARGS_INVALID', `The file ${path} is larger than 16 MiB.`, {
      hint: 'give a smaller part of it',
    })
  }
  const content = readFileSync(path)
  if (content.includes(0))
    throw new OperatorError('ARGS_INVALID', `The file ${path} is not a text file.`, { hint: 'give a text or CSV file' })
  return content.toString('utf8')
}
