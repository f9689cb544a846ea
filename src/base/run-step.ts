/** What a step of a task is: `name` such as `tool:break-even`, and whether it changes anything outside. */
export interface StepSpec {
  readonly name: string
  readonly kind: 'gate' | 'policy' | 'tool' | 'model' | 'retrieval'
  readonly effect: 'read' | 'write' | 'spend'
  readonly input: unknown
}

/**
 * Runs a step of a task once: a resumed run gets the stored output. Before a `write` or `spend` the intent is on disk;
 * the outcome follows. `work` gets the idempotency key to hand to the outside. Outputs are JSON.
 */
export type RunStep = <T>(spec: StepSpec, work: (idempotencyKey: string) => Promise<T>) => Promise<T>
