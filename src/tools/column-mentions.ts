/** A column named in a text: `text.slice(from, to)` is how. */
export interface Mention {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** Where a text names columns; the longest name wins where two overlap, and a plural is the same. */
export function mentionsIn(text: string, names: readonly string[]): Mention[] {
  const mentions: Mention[] = []
  for (const name of names.filter(Boolean).toSorted((a, b) => b.length - a.length)) {
    const words = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/_/g, '[ _-]')
    const stem = words.replace(/(?<=..)(?:y|ies)$/, '(?:y|ies)').replace(/(?<=[^s]..)s$/, '')
    for (const { index, 0: whole } of text.matchAll(new RegExp(`(?<![a-z0-9])${stem}(?:e?s)?(?![a-z0-9])`, 'g')))
      if (!mentions.some(({ from, to }) => index < to && from < index + whole.length))
        mentions.push({ name, from: index, to: index + whole.length })
  }
  return mentions.toSorted((a, b) => a.from - b.from)
}
