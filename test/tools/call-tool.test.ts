import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/base/digest.ts'
import { callTool, type ToolAccess } from '../../src/tools/call-tool.ts'
import unitConversion from '../../src/tools/kit/unit-conversion.ts'
import type { Tool } from '../../src/tools/tool.ts'
import { toolContext } from '../helpers/tool-context.ts'

/** Records a step as the engine does, which needs its input as canonical JSON. */
function recording() {
  const steps: string[] = []
  const access: ToolAccess = {
    context: toolContext,
    permit: async (action) => {
      steps.push(action)
    },
    runStep: async (spec, act) => {
      steps.push(canonicalJson(spec.input))
      return act('key')
    },
  }
  return { access, steps }
}

const heard = (tool: Tool, text: string): unknown => {
  const said = tool.hear({ text, attachment: null })
  if (!said || !('use' in said)) throw new Error(`"${text}" was not heard`)
  return said.use
}

describe('calling a tool', () => {
  it('asks for permission, records the input and gives the result', async () => {
    const { access, steps } = recording()
    const { output } = await callTool(unitConversion, heard(unitConversion, 'convert 5 km to miles'), access)
    expect(output).toMatchObject({ value: 5, from: 'km' })
    expect(steps[0]).toBe('tool:unit-conversion')
    expect(JSON.parse(steps[1] ?? '')).toMatchObject({ value: 5 })
  })

  it('refuses a figure beyond the range of numbers before anything is recorded', async () => {
    const { access, steps } = recording()
    const input = heard(unitConversion, 'convert 1e400 km to miles')
    await expect(callTool(unitConversion, input, access)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: 'A figure in this is too large to compute with.',
    })
    expect(steps).toEqual([])
  })

  it('refuses it however deep it stands', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(Number.NaN, Infinity, -Infinity), fc.array(fc.boolean()), async (n, path) => {
        const input = path.reduce<unknown>((inner, list) => (list ? [1, inner, null] : { a: 'x', b: inner }), n)
        await expect(callTool(unitConversion, input, recording().access)).rejects.toMatchObject({
          message: 'A figure in this is too large to compute with.',
        })
      }),
    ))
})
