import { readFileSync, writeFileSync } from 'node:fs'
import { OperatorError } from '../../src/base/errors.ts'

const README = new URL('../../README.md', import.meta.url)
const BEGIN = '<!-- figures of npm run eval: begin -->'
const END = '<!-- figures of npm run eval: end -->'

/** What stands between the marks. @throws OperatorError BUG when README has lost them. */
export function figuresInReadme(): string {
  return parts().inside.trim()
}

/** Puts the table between the marks. */
export function writeFigures(table: string): void {
  const { before, after } = parts()
  writeFileSync(README, `${before}${BEGIN}\n${table}\n${END}${after}`)
}

function parts() {
  const text = readFileSync(README, 'utf8')
  const [before, rest = ''] = text.split(BEGIN)
  const [inside, after] = rest.split(END)
  if (before === undefined || inside === undefined || after === undefined) {
    throw new OperatorError('BUG', `README.md has lost the marks "${BEGIN}" and "${END}".`)
  }
  return { before, inside, after }
}
