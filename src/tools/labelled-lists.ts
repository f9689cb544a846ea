/** A list under a label, in the order of the text. `at` is where the label begins. */
interface Section<Name extends string> {
  readonly name: Name
  readonly at: number
  readonly end: number
}

/**
 * The points under each label of a text, as written: `{ strengths: /strengths?/, weaknesses: /weakness(?:es)?/ }` on
 * "strengths: fast, cheap; weaknesses: few people" → `{ strengths: ['fast', 'cheap'], weaknesses: ['few people'] }`.
 * A label counts at the beginning of a line or clause, with ":", "=", "-" or "are"/"is"/"include" behind it, or alone on
 * its line. Longer labels win where two match. A label without points is absent; a label that comes twice goes on.
 */
export function readLists<Name extends string>(
  text: string,
  labels: Readonly<Record<Name, RegExp>>,
): Partial<Record<Name, readonly string[]>> {
  const sections = sectionsOf(text, labels)
  const found: Partial<Record<Name, readonly string[]>> = {}
  sections.forEach(({ name, end }, place) => {
    const points = pointsIn(text.slice(end, sections[place + 1]?.at ?? text.length))
    if (points.length > 0) found[name] = [...(found[name] ?? []), ...points]
  })
  return found
}

function sectionsOf<Name extends string>(text: string, labels: Readonly<Record<Name, RegExp>>): Section<Name>[] {
  const found: Section<Name>[] = []
  for (const name of Object.keys(labels) as Name[]) {
    const label = `(?:(?:our|my|the|its|their|we have|i have)\\s){0,2}(?:${labels[name].source})[*_]{0,2}`
    const head = new RegExp(
      `(?:^|[\\n;,.:!?|)]|\\b(?:and|with)\\b|\\s-)[\\s*#>_•-]{0,8}${label}[ \\t]{0,3}(?:[:=→]|[ \\t]-+[ \\t]|[-–—](?=\\s)|\\b(?:are|is|include|includes)\\b:?)[*_]{0,2}|(?<=^|\\n)[\\s*#>_•-]{0,8}${label}[ \\t]{0,3}(?=\\n)`,
      'gi',
    )
    for (const match of text.matchAll(head)) found.push({ name, at: match.index, end: match.index + match[0].length })
  }
  const longestFirst = found.sort((a, b) => b.end - b.at - (a.end - a.at))
  const kept: Section<Name>[] = []
  for (const one of longestFirst) {
    if (!kept.some((other) => one.at < other.end && other.at < one.end)) kept.push(one)
  }
  return kept.sort((a, b) => a.at - b.at)
}

/**
 * The points of a list: lines where there are several, else what semicolons, commas or a closing "and" set apart.
 * Example: "- fast\n- cheap, mostly" → ['fast', 'cheap, mostly']; "fast, cheap and near." → ['fast', 'cheap', 'near'].
 */
export function pointsIn(text: string): string[] {
  const lines = text.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line))
  if (lines.length > 1)
    return lines
      .flatMap((line) => line.split(';'))
      .map(plainPoint)
      .filter(Boolean)
  const apart = text.split(/;|\.(?=\s|$)/).filter((part) => /[\p{L}\p{N}]/u.test(part))
  const parts = apart.length > 1 ? apart : text.split(/,(?!\d{3})/)
  const withLast = parts.flatMap((part, place) =>
    parts.length > 1 && apart.length < 2 && place === parts.length - 1 ? part.split(/\s+and\s+/) : [part],
  )
  return withLast.map(plainPoint).filter(Boolean)
}

/** A point without bullet, number, quotes and closing marks. */
const plainPoint = (part: string): string =>
  part
    .slice(0, 400)
    .replace(/^[\s>*•·–—-]+|^\s*\d{1,3}[.)]\s+/g, '')
    .replace(/^(?:and|but|also|then)\s+/i, '')
    .replace(/[\s;,.!?*_-]+$/, '')
    .replace(/^["'“]|["'”]$/g, '')
    .trim()
    .slice(0, 200)
