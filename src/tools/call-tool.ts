import { OperatorError } from '../base/errors.ts'
import { loopTurn } from '../base/loop-turn.ts'
import type { RunStep, StepSpec } from '../base/run-step.ts'
import type { Tool, ToolContext, ToolResult } from './tool.ts'

/** How a task may call tools: every call is permitted first and recorded as a step. */
export interface ToolAccess {
  readonly context: ToolContext
  readonly runStep: RunStep
  /** @throws OperatorError POLICY_DENIED, KILLED or BUDGET_EXCEEDED when the effect is not allowed now. */
  permit(action: `tool:${string}`, effect: StepSpec['effect']): Promise<void>
}

/**
 * The only way to a tool. It is the executor that asks for permission, never the model.
 *
 * @throws OperatorError ARGS_INVALID when a figure of the input is none or left the range of numbers, and what `permit` and
 * the tool throw.
 */
export async function callTool(tool: Tool, rawInput: unknown, access: ToolAccess): Promise<ToolResult> {
  const name = `tool:${tool.name}` as const
  if (!hasOnlyFigures(rawInput)) throw tooLarge()
  await access.permit(name, tool.effect)
  return access.runStep({ name, kind: 'tool', effect: tool.effect, input: rawInput }, async () => {
    await loopTurn()
    return tool.call(rawInput, access.context)
  })
}

/** False where a number is NaN or endless, such as 1e400: the record of a step could not hold it, nor a tool compute with it. */
const hasOnlyFigures = (input: unknown): boolean => {
  if (typeof input === 'number') return Number.isFinite(input)
  return typeof input !== 'object' || input === null || Object.values(input).every(hasOnlyFigures)
}

const tooLarge = (): OperatorError =>
  new OperatorError('ARGS_INVALID', 'A figure in this is too large to compute with.', {
    hint: 'Write it smaller: figures go up to 1e308.',
  })
