import { Box, Text, useCursor } from 'ink'
import type { LiveView } from './live-view.ts'

/** The live part of the conversation. Its rows fit already; Ink places them and the cursor. */
export function LivePart({ view }: { readonly view: LiveView }) {
  useCursor().setCursorPosition({ x: view.caret.column, y: view.caret.row })
  return (
    <Box flexDirection="column">
      <Rows of="tail" rows={view.tail} />
      <Rows of="status" rows={view.status} />
      <Rows of="prompt" rows={view.prompt} />
      <Rows of="menu" rows={view.menu} />
    </Box>
  )
}

function Rows({ of, rows }: { readonly of: string; readonly rows: readonly string[] }) {
  return rows.map((row, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
    <Text key={`${of} ${i}`} wrap="truncate">
      {row === '' ? ' ' : row}
    </Text>
  ))
}
