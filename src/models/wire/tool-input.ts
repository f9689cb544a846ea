/**
 * The JSON a model wrote as a tool's input; nothing written is `{}`. Text that is not JSON stays a string, which the
 * tool's own check refuses in words that the model can act on.
 */
export function toolInput(written: string): unknown {
  if (written.trim() === '') return {}
  try {
    return JSON.parse(written)
  } catch {
    return written
  }
}
