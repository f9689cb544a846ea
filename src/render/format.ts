import type { Report } from '../report/report.ts'

/** How a report is written down. `width` is in terminal columns; `paint` colours or leaves text as it is. */
export interface Page {
  readonly width: number
  readonly paint: Paint
  /** True where no screen has to hold it, such as a pipe: tables are as wide as they are, and nothing is cut. */
  readonly whole?: boolean
}

/** What a piece of text is, for colour. Colour is never the only sign: every tone has a mark of its own. */
export type Ink = 'title' | 'label' | 'dim' | 'good' | 'warn' | 'bad' | 'bold' | 'accent'
export type Paint = (ink: Ink, text: string) => string

/** No colour: pipes, NO_COLOR, TERM=dumb, screen readers. */
export const plain: Paint = (_ink, text) => text

/** A way to write a Report down: `--format <name>`. Pure: the same Report and page give the same string. */
export interface Format {
  readonly name: string
  render(report: Report, page: Page): string
}
