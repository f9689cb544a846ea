/**
 * Every sentence that a phrase stands for: `(show|list) [me] {pool}` → "show <pool>", "show me <pool>", "list <pool>" …
 * `fill` gives the words for a slot. What stands after `=>` is not spoken.
 */
export function expandPhrase(phrase: string, fill: (slot: string) => string): string[] {
  const [spoken = ''] = phrase.split('=>')
  return [...new Set(choices(spoken).map((words) => words.replace(/\s+/g, ' ').trim()))].map((sentence) =>
    sentence.replace(/\{(\w+)(?:\.\.\.|:again)?\}/g, (_, slot: string) => fill(slot)),
  )
}

const CLOSE: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

/** All readings of a text with groups, the groups' own readings in the place of each group. */
function choices(text: string): string[] {
  const start = text.search(/[([]/)
  if (start < 0) return [text]
  const open = text[start] ?? ''
  const end = closing(text, start)
  const inner = alternatives(text.slice(start + 1, end)).flatMap(choices)
  const middle = open === '[' ? ['', ...inner] : inner
  const rest = choices(text.slice(end + 1))
  return middle.flatMap((words) => rest.map((tail) => text.slice(0, start) + words + tail))
}

function closing(text: string, start: number): number {
  let depth = 0
  for (let i = start; i < text.length; i += 1) {
    if (text[i] === text[start]) depth += 1
    if (text[i] === CLOSE[text[start] ?? '']) depth -= 1
    if (depth === 0) return i
  }
  throw new Error(`a group of "${text}" is not closed`)
}

function alternatives(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const letter of text) {
    if (/[([]/.test(letter)) depth += 1
    if (/[)\]]/.test(letter)) depth -= 1
    if (letter === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}
