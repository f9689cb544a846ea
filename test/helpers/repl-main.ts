import { join } from 'node:path'
import { runRepl } from '../../src/surfaces/repl/run-repl.tsx'
import { rig } from './rig.ts'

// The conversation as a program of its own, from source: what a test of the terminal starts. The home is the argument.

const [home, ...flags] = process.argv.slice(2)
if (home === undefined) throw new Error('usage: repl-main.ts <home> [--no-color] [--screen-reader]')

process.exitCode = await runRepl(rig({ home }).app, {
  stdin: process.stdin,
  stdout: process.stdout,
  signals: process,
  color: !flags.includes('--no-color'),
  historyPath: join(home, 'history.jsonl'),
  screenReader: flags.includes('--screen-reader'),
  reflows: true,
})
