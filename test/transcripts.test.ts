import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Rig, rig } from './helpers/rig.ts'

const folder = new URL('./transcripts/', import.meta.url)

/**
 * What a person types (`> `) and sees. `{{…}}` stands for a part that differs from run to run, such as a duration.
 * `TRANSCRIPTS=write npx vitest run test/transcripts.test.ts` writes down what is seen now; read the difference before it is kept.
 */
test.each(readdirSync(folder).filter((file) => file.endsWith('.txt')))('%s', async (file) => {
  const path = new URL(file, folder)
  const script = readFileSync(path, 'utf8')
  const one = rig()
  try {
    const seen = await play(script, one)
    if (process.env.TRANSCRIPTS === 'write') writeFileSync(path, seen)
    else expect(alignLines(seen, script)).toBe(script)
  } finally {
    await one.close()
  }
})

async function play(script: string, one: Rig): Promise<string> {
  const parts: string[] = []
  for (const line of script.split('\n').filter((text) => text.startsWith('> ') || text.startsWith('#'))) {
    parts.push(line.startsWith('#') ? `${line}\n` : `${line}\n${await answer(line.slice(2), one)}\n`)
  }
  return parts.join('')
}

async function answer(line: string, one: Rig): Promise<string> {
  const { echo, text } = await one.say(line)
  const shown = echo !== null && echo !== line && echo !== 'task' ? `→ ${echo}\n` : ''
  return `${shown}${blur(text)}`
}

/** Durations, times, sizes and hashes are not the same twice. */
const blur = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, '{{time}}')
    .replace(/\b[\d.,]+ ?(?:ms|MB|KiB|MiB|GiB)\b/g, '{{size}}')
    .replace(/\b[0-9a-f]{64}\b|\b[0-9a-f]{16}…/g, '{{hash}}')
    .replace(/w-[a-z0-9]+-[a-z0-9]+-[a-z0-9]+/g, '{{worker}}')
    .replace(/(HEALTH\n═+\n)[\s\S]*?\nFailed in 24 hours .*\n(?:\n[!✖✔] .*\n)*/g, '$1{{vitals of this machine}}\n')
    .replace(/\/[^\s]*operatoros[^\s]*/g, '{{path}}')

/** The seen lines, each replaced by the scripted one where that one's placeholders allow it: what differs then stands out. */
function alignLines(seen: string, script: string): string {
  const wanted = script.split('\n')
  return seen
    .split('\n')
    .map((line, i) => (lineFits(line, wanted[i] ?? '') ? (wanted[i] ?? '') : line))
    .join('\n')
}

function lineFits(line: string, wanted: string): boolean {
  const parts = wanted.split(/\{\{[^}]*\}\}/)
  if (parts.length === 1) return line === wanted
  let from = 0
  for (const part of parts) {
    const at = line.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return line.startsWith(parts[0] ?? '') && line.endsWith(parts.at(-1) ?? '')
}
