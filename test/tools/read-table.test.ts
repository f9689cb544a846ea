import { describe, expect, it } from 'vitest'
import { firstRows, readTable } from '../../src/tools/read-table.ts'

describe('reading a table', () => {
  it('knows its columns as written and plain, its delimiter and the line of each row', async () =>
    expect(await readTable('\uFEFFHome Goals;b-c\r\n\r\n1; 2 \r\n"3;4";5\r\n')).toEqual({
      head: ['home_goals', 'b_c'],
      names: ['Home Goals', 'b-c'],
      delimiter: ';',
      rows: [
        { line: 3, cells: ['1', '2'] },
        { line: 4, cells: ['3;4', '5'] },
      ],
    }))

  it.each(['\n', '\r\n', '\r'])('lines may end in %j', async (end) => {
    const csv = ['Region;Amount', 'west, far, off, out, up, down;3', '', '"a;b";4', ''].join(end)
    const { head, delimiter, rows } = await readTable(csv)
    expect(head).toEqual(['region', 'amount'])
    expect(delimiter).toBe(';')
    expect(rows).toEqual([
      { line: 2, cells: ['west, far, off, out, up, down', '3'] },
      { line: 4, cells: ['a;b', '4'] },
    ])
    expect(firstRows(csv, 2)).toEqual([
      ['Region', 'Amount'],
      ['west, far, off, out, up, down', '3'],
    ])
  })

  it('makes cells inert and cuts long ones', async () => {
    const { names, rows } = await readTable(`a\u001b[31m,b\n${'x'.repeat(300)},\u001b]0;t\u0007c`)
    expect(names).toEqual(['a', 'b'])
    expect(rows[0]?.cells.map((cell) => cell.length)).toEqual([200, 1])
  })

  it.each([
    ['', 'The table is empty: a header line and at least one row are needed.'],
    [' \n\n', 'The table is empty: a header line and at least one row are needed.'],
    ['a,b\n', 'The table has a header but no rows.'],
    ['a,b\n,\n', 'The table has a header but no rows.'],
    ['a,b\n1', 'Line 2 has 1 cell, not as many as the header.'],
    [
      'a\n"x',
      'The table is not readable as CSV: line 2 has a quotation mark that is not closed or stands in the wrong place.',
    ],
    [`a\n${'1\n'.repeat(500_001)}`, 'The table has more than 500,000 rows.'],
    ['a'.repeat(30_000_001), 'The table is larger than 30 MB; send a part of it.'],
  ])('%.20j is refused', async (csv, message) =>
    expect(readTable(csv)).rejects.toMatchObject({ code: 'ARGS_INVALID', message }),
  )

  it('shows the first rows without reading the whole', () => {
    expect(firstRows('"a" ;b\n1;2\n3;4', 2)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(firstRows('', 5)).toEqual([['']])
  })
})
