/** Weakest first. A caller may run a command when its role stands at or after the command's role. */
export const ROLES = ['viewer', 'operator', 'approver', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** True when `held` includes the rights of `needed`. */
export const reaches = (held: Role, needed: Role): boolean => ROLES.indexOf(held) >= ROLES.indexOf(needed)

export const PRINCIPAL_KINDS = ['person', 'agent', 'token', 'system'] as const

/**
 * Who acts. `id` is stable and readable, such as `person:ada` or `agent:claude-code:ada`; `owner` is whose data it may see.
 *
 * An agent never approves, never releases the kill switch, never raises a budget, whatever its role (contract, Principals).
 */
export interface Principal {
  readonly id: string
  readonly kind: (typeof PRINCIPAL_KINDS)[number]
  readonly role: Role
  readonly owner: string
}
