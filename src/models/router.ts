import type { Provider } from './provider.ts'

/** A way to a model. `name` is `provider/model`. */
export interface Route {
  readonly name: string
  readonly model: string
  readonly provider: Provider
}
