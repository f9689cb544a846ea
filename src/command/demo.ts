/** A step of a demo: what is explained, and then what is said to the real commands (null: only explained). */
export interface DemoStep {
  readonly tell: string
  readonly say: string | null
  /** Text that is handed over with it, such as a CSV of sample data made from the seed; always told to be a sample. */
  readonly material?: (seed: number) => string
}

/** A demo is a script of things a person says; it runs the real commands, so it cannot show what the product cannot do. */
export interface Demo {
  readonly name: string
  readonly title: string
  readonly steps: readonly DemoStep[]
}
