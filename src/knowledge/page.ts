/** A part of a page under one of the five fixed headings of the handbook. */
export interface Section {
  readonly heading: string
  /** Markdown. */
  readonly text: string
}

/** A handbook page. `id` is `<domain>/<slug>`, such as `healthcare/migraine`. */
export interface Page {
  readonly id: string
  readonly domain: string
  readonly slug: string
  readonly title: string
  /** The wordings that it answers. */
  readonly questions: readonly string[]
  /** Lay words, synonyms and technical terms. */
  readonly terms: readonly string[]
  /** Slugs in the same domain. */
  readonly related: readonly string[]
  /** `Organisation, topic`. */
  readonly sources: readonly string[]
  /** ISO date of the last review. */
  readonly reviewed: string
  readonly sections: readonly Section[]
}

/** The headings that the specialists read by name, in page order. */
export const HEADINGS = {
  short: 'In short',
  meaning: 'What it can mean',
  next: 'What to do next',
  urgent: 'Get help now if',
  bring: 'What to ask or bring',
} as const

/** The text under a heading, or undefined. */
export const sectionText = (page: Page, heading: string): string | undefined =>
  page.sections.find((section) => section.heading === heading)?.text

/** A page found for a question. `fit` is 0..1: how likely it is that this page is what was asked for. */
export interface Hit {
  readonly page: Page
  readonly fit: number
  /** How many of the question's words the page has, each counted once. */
  readonly met: number
  /** The share of the question that these words are, 0..1: a rare word is more of it than a common one. */
  readonly covers: number
}

/** The handbook as the specialists ask it. */
export interface Handbook {
  /** Best first. `domain` null searches every domain. */
  search(ask: string, domain: string | null, limit: number): readonly Hit[]
  find(id: string): Page | undefined
  /** Number of pages by domain. */
  sizes(): Readonly<Record<string, number>>
}
