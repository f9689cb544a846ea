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
 * @throws OperatorError what `permit` and the tool throw.
 */
export async function callTool(tool: Tool, rawInput: unknown, access: ToolAccess): Promise<ToolResult> {
  const name = `tool:${tool.name}` as const
  await access.permit(name, tool.effect)
  return access.runStep({ name, kind: 'tool', effect: tool.effect, input: rawInput }, async () => {
    await loopTurn()
    return tool.call(rawInput, access.context)
  })
}
