/** A number found in a sentence, with its place: `text.slice(from, to)` is what the person wrote. */
export interface Figure {
  readonly value: number
  readonly from: number
  readonly to: number
}

/** The text with the figures blanked out; every other character keeps its place. */
export const withoutFigures = (text: string, figures: readonly Figure[]): string =>
  figures.reduce((rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to), text)

/** What stands before a figure, at most 40 characters, for words that say its role: "an extra " of "an extra 200". */
export const wordsBefore = (text: string, { from }: Figure): string => text.slice(Math.max(0, from - 40), from)

/** What stands after a figure, at most 40 characters. */
export const wordsAfter = (text: string, { to }: Figure): string => text.slice(to, to + 40)
