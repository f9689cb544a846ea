import { describe, expect, it } from 'vitest'
import { assetNames, assetsShown, readAssetTable } from '../../src/tools/asset-table.ts'
import { isoDay } from '../../src/tools/price-dates.ts'

const WIDE = 'Date,AAPL,MSFT Close,Volume\n2026-01-06,11,21,9\n2026-01-05,10,20,9\n2026-01-07,12,,9'
const LONG = 'symbol,date,close\nA,05/02/2026,1\nA,06/02/2026,2\nA,13/02/2026,3\nB,05/02/2026,4\nB,06/02/2026,5'

describe('reading a table of assets', () => {
  it('takes one column an asset, orders the days and leaves out a day without every close', async () => {
    const { days, ...sheet } = await readAssetTable(WIDE)
    expect(days.map(isoDay)).toEqual(['2026-01-05', '2026-01-06'])
    expect(sheet).toMatchObject({
      layout: 'columns',
      dateColumn: 'Date',
      passedOver: ['Volume'],
      incompleteDays: 1,
      assets: [
        { name: 'AAPL', closes: [10, 11] },
        { name: 'MSFT Close', closes: [20, 21] },
      ],
    })
  })

  it('takes rows of date, symbol and close, and one reading of all dates', async () => {
    const { days, ...sheet } = await readAssetTable(LONG)
    expect(days.map(isoDay)).toEqual(['2026-02-05', '2026-02-06'])
    expect(sheet).toMatchObject({
      layout: 'rows',
      symbolColumn: 'symbol',
      closeColumn: 'close',
      incompleteDays: 1,
      assets: [
        { name: 'A', closes: [1, 2] },
        { name: 'B', closes: [4, 5] },
      ],
    })
  })

  it('takes the best close of a history of one asset', async () =>
    expect(await readAssetTable('Date,Open,Close,Adj Close\n2026-01-05,1,2,3\n2026-01-06,1,2,4')).toMatchObject({
      assets: [{ name: 'Adj Close', closes: [3, 4] }],
      passedOver: ['Open', 'Close'],
    }))

  it('passes a column of words over', async () =>
    expect(await readAssetTable('date,A,note\n2026-01-05,1,up\n2026-01-06,2,down')).toMatchObject({
      assets: [{ name: 'A' }],
      passedOver: ['note'],
    }))

  it.each([
    ['no dates', 'a,b\n1,2', 'Line 1 of the CSV names no date column; it has "a", "b".'],
    ['no closes', 'date,note\n2026-01-05,up', 'Line 1 of the CSV names no close column; it has "date", "note".'],
    [
      'a bad price',
      'date,A\n2026-01-05,1\n2026-01-06,2\n2026-01-07,x',
      'Line 4, column "A": "x" is no price (a number above 0).',
    ],
    [
      'a day twice',
      'date,symbol,close\n2026-01-05,A,1\n2026-01-05,A,2',
      'Line 3: "A" has a second close on one day; one a day is needed.',
    ],
    [
      'no common days',
      'date,A,B\n2026-01-05,1,\n2026-01-06,,2',
      'Only 0 days have a close of every asset; at least two are needed.',
    ],
    [
      'too many assets',
      `date,${Array.from({ length: 31 }, (_, n) => `A${n}`)}\n2026-01-05,${Array(31).fill(1)}`,
      'The CSV has 31 assets; at most 30 are compared at once.',
    ],
  ])('%s is refused', async (_, csv, message) =>
    expect(readAssetTable(csv)).rejects.toMatchObject({ code: 'ARGS_INVALID', message }),
  )

  it.each([
    [WIDE, 'sure'],
    [LONG, 'sure'],
    ['date,World Fund,Bond Fund\n2026-01-05,1,2', 'likely'],
    ['date,rent,food\n2026-01-05,800,200', 'likely'],
    ['date,close\n2026-01-05,1', 'none'],
    ['Date,Open,High,Low,Close,Adj Close,Volume\n2026-01-05,1,1,1,1,1,1', 'none'],
    ['date,home,away,home_goals,away_goals\n2026-01-05,Arsenal,Chelsea,2,1', 'none'],
    ['name,amount\nhouse,3', 'none'],
    ['Dear Sir, how are you', 'none'],
    ['', 'none'],
  ])('%j shows %s', (text, shown) => expect(assetsShown(text)).toBe(shown))

  it('names the assets by the first lines', () => {
    expect(assetNames(WIDE)).toEqual(['AAPL', 'MSFT Close'])
    expect(assetNames(LONG)).toEqual(['A', 'B'])
  })
})
