import { describe, expect, it } from 'vitest'
import { isoDay } from '../../src/tools/price-dates.ts'
import { readPriceTable } from '../../src/tools/price-table.ts'

async function closesOf(...lines: string[]) {
  const { days, closes } = await readPriceTable(lines.join('\n'))
  return days.map((day, index) => [isoDay(day), closes[index]])
}

describe('reading a price table', () => {
  it('finds the columns by their names and puts the rows in order', async () =>
    expect(await closesOf('Open,Close,Date', '1,110,2026-01-06', '1,100,2026-01-05')).toEqual([
      ['2026-01-05', 100],
      ['2026-01-06', 110],
    ]))

  it('prefers adjusted closes and skips rows without one', async () => {
    const table = await readPriceTable('Date,Close,Adj Close\n2026-01-05,9,1\n2026-01-06,9,null\n2026-01-07,9,2')
    expect(table).toMatchObject({ closes: [1, 2], skipped: 1, closeColumn: 'Adj Close', dateColumn: 'Date' })
  })

  it('reads semicolons, decimal commas and points between thousands', async () =>
    expect(await closesOf('Datum;Schluss', '05.01.2026;1.234,56', '06.01.2026;1.300')).toMatchObject([
      ['2026-01-05', 1234.56],
      ['2026-01-06', 1.3],
    ]))

  it('reads currency signs, quoted thousands, a byte order mark and Windows line ends', async () => {
    const { closes } = await readPriceTable('\uFEFFDate,Close/Last\r\n01/16/2026,"$1,150.50"\r\n01/15/2026,$149\r\n')
    expect(closes).toEqual([149, 1150.5])
  })

  it.each([
    ['an empty one', '\n\n', 'The table is empty: a header line and at least one row are needed.'],
    ['a lone header', 'date,close\n', 'The table has a header but no rows.'],
    ['no close at all', 'date,close\n2026-01-05,-', 'The CSV has no rows with a close; at least two are needed.'],
    ['one row', 'date,close\n2026-01-05,1', 'The CSV has one row with a close; at least two are needed.'],
    ['no date column', 'when,close\n1,2', 'Line 1 of the CSV names no date column; it has "when", "close".'],
    ['no close column', 'date,foo\n1,2', 'Line 1 of the CSV names no close column; it has "date", "foo".'],
    ['a short row', 'date,close\n2026-01-05,1\n2026-01-06', 'Line 3 has 1 cell, not as many as the header.'],
    ['a long row', 'date,close\n2026-01-05,1,2', 'Line 2 has 3 cells, not as many as the header.'],
    [
      'a word',
      'date,close\n\n2026-01-05,1\n2026-01-06,abc',
      'Line 4, column "close": "abc" is no price (a number above 0).',
    ],
    [
      'a negative price',
      'date,close\n2026-01-05,1\n2026-01-06,-3',
      'Line 3, column "close": "-3" is no price (a number above 0).',
    ],
    [
      '1e300',
      'date,close\n2026-01-05,1\n2026-01-06,1e300',
      'Line 3, column "close": "1e300" is no price (a number above 0).',
    ],
    ['a wrong day', 'date,close\n2026-01-05,1\n2026-02-30,2', 'Line 3, column "date": "2026-02-30" is no date.'],
    [
      'a day twice',
      'date,close\n2026-01-05,1\n2026-01-05,2',
      'Line 3: the day 2026-01-05 occurs twice; one close a day is needed.',
    ],
    [
      'an open quote',
      'date,close\n"2026-01-05,1',
      'The table is not readable as CSV: line 2 has a quotation mark that is not closed or stands in the wrong place.',
    ],
    ['a web page', '<!doctype html>\n<p>', 'Line 1 of the CSV names no date column; it has "<!doctype html>".'],
  ])('%s is refused with its place', async (_, csv, message) =>
    expect(readPriceTable(csv)).rejects.toMatchObject({ code: 'ARGS_INVALID', message }),
  )

  it.each([
    ['that run in order', '01/02/2026,1\n02/03/2026,2'],
    ['that run in no order', '05/02/2026,1\n02/03/2026,2\n03/01/2026,2'],
  ])('dates %s and can be read in two ways are not guessed', async (_, rows) =>
    expect(readPriceTable(`date,close\n${rows}`)).rejects.toMatchObject({
      message: expect.stringContaining('day/month and as month/day'),
    }),
  )
})
