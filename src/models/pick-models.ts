import { OperatorError } from '../base/errors.ts'
import { CATALOGUE, cardOf } from './catalogue.ts'
import { MODEL_ROLES, type ModelRole, type ProviderPlug } from './provider.ts'

/** The value of an environment name, as `Config.key` gives it. */
export type Key = (name: string) => string | undefined

/** A provider that may be used, and its model for each role; null where it has none. */
export interface PickedProvider {
  readonly plug: ProviderPlug
  readonly models: Readonly<Record<ModelRole, string | null>>
}

/**
 * The providers that may be used, in the order in which they are asked: those that OPERATOROS_PROVIDERS names
 * (`anthropic,openai`) and no others, else all in the catalogue's order. OPERATOROS_MODEL_FLAGSHIP, _BALANCED and
 * _ECONOMY replace the model of a role at the providers they name (`openai/gpt-x,anthropic/claude-y`).
 *
 * @throws OperatorError ARGS_INVALID naming the variable that cannot be used.
 */
export function pickModels(plugs: readonly ProviderPlug[], key: Key): readonly PickedProvider[] {
  const replaced = new Map(MODEL_ROLES.map((role) => [role, replacements(role, plugs, key)]))
  return inOrder(plugs, key).map((plug) => {
    const models = cardOf(plug.name)?.models
    const modelOf = (role: ModelRole) => replaced.get(role)?.get(plug.name) ?? models?.[role] ?? null
    return {
      plug,
      models: { flagship: modelOf('flagship'), balanced: modelOf('balanced'), economy: modelOf('economy') },
    }
  })
}

const PROVIDERS = 'OPERATOROS_PROVIDERS'

function inOrder(plugs: readonly ProviderPlug[], key: Key): readonly ProviderPlug[] {
  const named = listOf(key(PROVIDERS))
  if (named.length > 0) return [...new Set(named)].map((name) => plugNamed(name, plugs, PROVIDERS))
  const rank = ({ name }: ProviderPlug) => CATALOGUE.findIndex((card) => card.name === name)
  const known = plugs.filter((plug) => rank(plug) >= 0).sort((a, b) => rank(a) - rank(b))
  return [...known, ...plugs.filter((plug) => rank(plug) < 0)]
}

/** Provider → model, as the role's variable says. */
function replacements(role: ModelRole, plugs: readonly ProviderPlug[], key: Key): ReadonlyMap<string, string> {
  const variable = `OPERATOROS_MODEL_${role.toUpperCase()}`
  return new Map(
    listOf(key(variable)).map((route) => {
      const [, provider = '', model = ''] = /^([^/\s]+)\/(\S+)$/.exec(route) ?? []
      if (model === '') {
        throw new OperatorError('ARGS_INVALID', `${variable} has "${route}", which is not provider/model.`, {
          hint: `${variable}=openai/${cardOf('openai')?.models[role]}`,
        })
      }
      return [plugNamed(provider, plugs, variable).name, model]
    }),
  )
}

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

function plugNamed(name: string, plugs: readonly ProviderPlug[], variable: string): ProviderPlug {
  const plug = plugs.find((one) => one.name === name)
  if (plug) return plug
  throw new OperatorError('ARGS_INVALID', `${variable} names "${name}", which is no provider.`, {
    hint: `the providers are ${plugs.map((one) => one.name).join(', ')}`,
  })
}
