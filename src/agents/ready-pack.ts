import type { Gate } from '../gates/gate.ts'
import type { Tool } from '../tools/tool.ts'
import type { Pack } from './pack.ts'

/** A pack made ready to work: its checks loaded as gates and its tools loaded, in the pack's order. */
export interface ReadyPack {
  readonly pack: Pack
  readonly gates: readonly Gate[]
  readonly tools: readonly Tool[]
}
