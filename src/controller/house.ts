import type { Pack } from '../agents/pack.ts'
import type { ReadyPack } from '../agents/ready-pack.ts'
import type { Clock } from '../base/clock.ts'
import type { Config } from '../base/config.ts'
import type { Handbook } from '../knowledge/page.ts'
import type { Language } from '../language/language.ts'
import type { ModelRole, ProviderFacts } from '../models/provider.ts'
import type { Route } from '../models/router.ts'
import type { Rule } from '../policy/rule.ts'
import type { Store } from '../store/open.ts'

/**
 * What the controller works with. Everything that costs time to open is a function that opens it once, at first use,
 * so that `status` opens a database and nothing else.
 */
export interface House {
  readonly config: Config
  readonly clock: Clock
  readonly store: () => Promise<Store>
  /** Closes the store; the next use opens it again. */
  readonly closeStore: () => Promise<void>
  /** Closes everything that is open. */
  readonly close: () => Promise<void>
  /** The compiled SQLite addon's path, where the bundle knows it. */
  readonly nativeBinding: string | undefined
  readonly packs: () => Promise<readonly Pack[]>
  /** @throws OperatorError NOT_FOUND for a pool that has no pack. */
  readonly readyPack: (pool: string) => Promise<ReadyPack>
  readonly rules: () => Promise<readonly Rule[]>
  readonly handbook: () => Promise<Handbook>
  readonly language: () => Promise<Language>
  /** Routes to the models of a role that are configured, best first; empty without keys. */
  readonly routes: (role: ModelRole) => Promise<readonly Route[]>
  /** Every provider there is, configured or not. */
  readonly providers: () => Promise<readonly ProviderFacts[]>
  readonly fetch: typeof fetch
}
