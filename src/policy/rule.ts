import type { Principal } from '../base/roles.ts'

/** What is about to happen. Money is micro-dollars, since local midnight. */
export interface Proposal {
  readonly action: `task:${string}` | `model:${string}` | `tool:${string}`
  readonly principal: Pick<Principal, 'id' | 'kind' | 'role'>
  /** `read` changes nothing outside; `write` does; `spend` costs money. */
  readonly effect: 'read' | 'write' | 'spend'
  readonly worstMicro: number
  readonly usedMicro: number
  readonly limitMicro: number
}

export type Verdict = { readonly allow: true } | { readonly allow: false; readonly reason: string }

/** A rule is a pure question about a proposal. It reads no clock, no store, no network. */
export interface Rule {
  readonly name: string
  judge(proposal: Proposal): Verdict
}

export type Judgement =
  | { readonly allow: true }
  | { readonly allow: false; readonly reason: string; readonly by: string }

/** First refusal wins; the order of `rules` (file order) is the order of authority. */
export function judge(rules: readonly Rule[], proposal: Proposal): Judgement {
  for (const rule of rules) {
    const verdict = rule.judge(proposal)
    if (!verdict.allow) return { ...verdict, by: rule.name }
  }
  return { allow: true }
}
