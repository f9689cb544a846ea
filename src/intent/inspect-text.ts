import { toOperatorError } from '../base/errors.ts'
import type { Inspection } from '../command/context.ts'
import { choosePool } from '../controller/choose-pool.ts'
import type { House } from '../controller/house.ts'
import type { Intent, Resolver } from './resolve.ts'

interface Means {
  readonly resolver: () => Promise<Resolver>
  readonly house: House
}

/**
 * What OperatorOS would make of a text, without running anything. A command that was typed wrong is inspected as the
 * question it could also be. `redacted`, `pii` and `injection` are null until their gates exist.
 */
export async function inspectText(text: string, { resolver, house }: Means): Promise<Inspection> {
  const language = await house.language()
  const intent = resolveOrAsk(text, await resolver())
  const packs = await house.packs()
  const addressed = packs.find((pack) => pack.name === intent.command)
  const asked = intent.command === null || intent.command === 'task' ? await choosePool(house, text, null) : null
  const said = typeof intent.args.ask === 'string' ? intent.args.ask : text
  return {
    text,
    command: intent.command,
    args: intent.args,
    pool: asked?.pool ?? addressed?.name ?? null,
    scores: asked?.scores ?? {},
    confidence: asked?.confidence ?? intent.confidence,
    emergency: language.emergency(said)?.kind ?? null,
    redacted: null,
    pii: null,
    injection: null,
  }
}

function resolveOrAsk(
  text: string,
  resolver: Resolver,
): { command: string | null; args: Readonly<Record<string, unknown>>; confidence: number } {
  const intent = tryResolve(text, resolver)
  if (intent === null || intent.command === null) return { command: null, args: {}, confidence: 0 }
  return { command: intent.command, args: intent.args, confidence: intent.confidence }
}

function tryResolve(text: string, resolver: Resolver): Intent | null {
  try {
    return resolver.resolve(text)
  } catch (thrown) {
    const { code } = toOperatorError(thrown)
    if (code === 'ARGS_INVALID' || code === 'COMMAND_UNKNOWN') return null
    throw thrown
  }
}
