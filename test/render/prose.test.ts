import { expect, test } from 'vitest'
import { type Paint, plain } from '../../src/render/format.ts'
import { renderProse } from '../../src/render/prose.ts'

const marked: Paint = (ink, text) => `<${ink}>${text}</${ink}>`

test.each([
  ['# A heading', ['<bold>A heading</bold>']],
  ['- one\n- two', ['• one', '• two']],
  ['  1. first\n  2) second', ['  1. first', '  2) second']],
  ['**bold**, and more', ['<bold>bold,</bold> and more']],
  ['ask (`help`) now', ['ask <accent>(help)</accent> now']],
  ['a `code` word', ['a <accent>code</accent> word']],
  ['_so_ it *is*', ['<dim>so</dim> it <dim>is</dim>']],
  ['snake_case_name and 2*3*4', ['snake_case_name and 2*3*4']],
  ['a **bold phrase** here', ['a <bold>bold phrase</bold> here']],
  ['one\n\ntwo', ['one', '', 'two']],
  ['**not closed', ['**not closed']],
  ['| a | table |', ['| a | table |']],
])('%j', (markdown, lines) => {
  expect(renderProse(markdown, { width: 60, paint: marked })).toEqual(lines)
})

test('a list item is wrapped under its own words', () => {
  const lines = renderProse('- one two three four\n10. one two three four', { width: 16, paint: plain })
  expect(lines).toEqual(['• one two three', '  four', '10. one two', '    three four'])
})
