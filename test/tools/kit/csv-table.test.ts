import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/csv-table.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const CSV = `Date,Region,Category,Product,Units,Revenue,Score
2026-01-03,West,Toys,Robot,4,$120.00,7
2026-01-04,East,Books,Atlas,2,$58.50,9
2026-01-05,West,Books,Novel,10,$90.00,8
2026-01-06,North,Toys,Puzzle,3,$45.00,
2026-01-07,East,Food,Honey,12,$84.00,6
2026-01-08,West,Food,Tea,7,"$1,030.00",9
2026-01-09,North,Books,Diary,1,$9.99,5
`
interface Found {
  rows: number
  matching: number
  columns: {
    name: string
    kind: string
    missing: number
    distinct: number
    min: number | null
    mean: number | null
    median: number | null
    max: number | null
  }[]
  groups: { name: string; value: number | null; rows: number }[]
  lines: string[][]
}
const hear = (text: string, attachment: string | null = CSV) => tool.hear({ text, attachment })
const call = async (use: object) => (await tool.call(use, toolContext)).output as Found

const answer = (text: string) => answerOf(text, CSV)

async function answerOf(text: string, csv: string) {
  const heard = hear(text, csv)
  if (!heard || !('use' in heard)) throw new Error(`"${text}" was not heard`)
  return call(heard.use)
}

describe('csv-table', () => {
  it.each([
    ['sum of revenue by category', { Food: 1114, Toys: 165, Books: 158.49 }],
    ['total revenue per region', { West: 1240, East: 142.5, North: 54.99 }],
    ['revenue per category', { Food: 1114, Toys: 165, Books: 158.49 }],
    ['average score per region', { West: 8, East: 7.5, North: 5 }],
    ['what is the mean of units for each category', { Food: 9.5, Books: 13 / 3, Toys: 3.5 }],
    ['which category has the most units', { Food: 19, Books: 13, Toys: 7 }],
    ['max revenue by region', { West: 1030, East: 84, North: 45 }],
    ['how many per region', { West: 3, East: 2, North: 2 }],
    ['count by category', { Books: 3, Food: 2, Toys: 2 }],
    ['top 2 categories by revenue', { Food: 1114, Toys: 165 }],
    ['median units', { all: 4 }],
    ['how many rows', { all: 7 }],
    ['how many regions are there', { all: 3 }],
    ['total units where region is west', { all: 21 }],
    ['how much revenue did west make', { all: 1240 }],
    ['sum of revenue where category is books and units at least 2', { all: 148.5 }],
  ])('"%s" is computed', async (text, groups) => {
    const found = Object.fromEntries((await answer(text)).groups.map(({ name, value }) => [name, value ?? Number.NaN]))
    expect(Object.keys(found)).toEqual(Object.keys(groups))
    for (const [name, value] of Object.entries(groups)) expect(found[name]).toBeCloseTo(value, 9)
  })

  it.each([
    ['sort by revenue', ['Diary', 'Puzzle', 'Atlas', 'Honey', 'Novel', 'Robot', 'Tea']],
    ['sort by units descending', ['Honey', 'Novel', 'Tea', 'Robot', 'Puzzle', 'Atlas', 'Diary']],
    ['top 3 by revenue', ['Tea', 'Robot', 'Novel']],
    ['bottom 2 by units', ['Diary', 'Atlas']],
    ['5 cheapest by revenue', ['Diary', 'Puzzle', 'Atlas', 'Honey', 'Novel']],
    ['show rows where revenue > 80', ['Robot', 'Novel', 'Honey', 'Tea']],
    ['filter region = east', ['Atlas', 'Honey']],
    ['rows with units over 5 sorted by revenue', ['Honey', 'Novel', 'Tea']],
    ['first 3 rows', ['Robot', 'Atlas', 'Novel']],
    ['sort by score', ['Diary', 'Honey', 'Robot', 'Novel', 'Atlas', 'Tea', 'Puzzle']],
  ])('"%s" shows the right rows in their order', async (text, products) =>
    expect((await answer(text)).lines.map((cells) => cells[3])).toEqual(products),
  )

  it.each(['describe this csv', 'analyse this data', 'summarise this table', 'what columns are in this file'])(
    '"%s" describes every column',
    async (text) => {
      const { rows, columns } = await answer(text)
      expect(rows).toBe(7)
      expect(columns.map(({ kind }) => kind)).toEqual(['date', 'text', 'text', 'text', 'number', 'number', 'number'])
      expect(columns[6]).toMatchObject({ name: 'score', missing: 1, distinct: 5, min: 5, median: 7.5, max: 9 })
    },
  )

  it('"what\'s the total" names the columns that can be meant', () =>
    expect(answer("what's the total")).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      hint: 'Name one of units, revenue, score.',
    }))

  it.each([
    ['sum of price by region', 'price'],
    ['total price per region', 'price'],
    ['what is the average price of west', 'price'],
    ['count the regions per month', 'month'],
    ['unique shop names by region', 'shop names'],
    ['sum of amount by month', 'month'],
    ['total amount for each sales person', 'sales person'],
    ['top 2 by price', 'price'],
    ['sort by price', 'price'],
    ['sort the rows by price, highest first', 'price'],
  ])('"%s" is refused, for there is no column %s', (text, column) =>
    expect(answerOf(text, 'region,amount\nwest,3\neast,4\nwest,5\n')).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: `There is no column "${column}"; the table has region, amount.`,
    }),
  )

  it.each([
    ['sum of the amounts by region', { west: 8, east: 4 }],
    ['give me the total, by region', { west: 8, east: 4 }],
    ['what is the total net amount by the region', { west: 8, east: 4 }],
    ['total by region please', { west: 8, east: 4 }],
    ['total of west', { west: 8 }],
    ['which region has the most', { west: 8, east: 4 }],
    ['average per region, highest first', { west: 4, east: 4 }],
  ])('"%s" takes the column that is there', async (text, values) => {
    const { groups } = await answerOf(text, 'region,amount\nwest,3\neast,4\nwest,5\n')
    expect(groups.map(({ value }) => value).toSorted()).toEqual(Object.values(values).toSorted())
  })

  it.each([
    ['total sales', { all: 400 }],
    ['how much revenue', { all: 400 }],
    ['sales by region', { south: 250, north: 150 }],
    ['turnover per area', { south: 250, north: 150 }],
    ['which area sold the most', { south: 250, north: 150 }],
    ['what did we spend in each territory', { south: 250, north: 150 }],
    ['biggest expense', { all: 250 }],
    ['who is my best client', { bob: 250, ann: 150 }],
    ['worst customer', { ann: 150, bob: 250 }],
    ['add it all up', { all: 400 }],
    ['average order value', { all: 400 / 3 }],
  ])('"%s" takes the one column that other words can mean', async (text, values) => {
    const csv = 'order_id,region,customer,amount\n1,north,ann,100\n2,south,bob,250\n3,north,ann,50\n'
    const { groups } = await answerOf(text, csv)
    expect(groups.map(({ name, value }) => [name, value])).toEqual(Object.entries(values))
  })

  it.each([
    ['total revenue', 'item,cost\nrent,9\nfood,3\n'],
    ['total sales', 'item,price\nrent,9\nfood,3\n'],
    ['total sales', 'item,gross_amount,net_amount\nrent,9,8\nfood,3,2\n'],
  ])('"%s" is refused where no column, or more than one, can mean it', (text, csv) =>
    expect(answerOf(text, csv)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )

  it('what was taken for a word of the question is told', async () => {
    const heard = hear('total sales', 'item,amount\nrent,9\nfood,3\n')
    const { blocks } = await tool.call(heard && 'use' in heard ? heard.use : {}, toolContext)
    expect(JSON.stringify(blocks)).toContain('No column is called “sales”; the column “amount” was taken for it.')
  })

  it('the largest number comes with its row', async () => {
    const { lines } = await answerOf('what is the highest amount', 'item,amount\nrent,9\nfood,3\ncar,9\n')
    expect(lines).toEqual([
      ['rent', '9'],
      ['car', '9'],
    ])
  })

  it.each(['sum of amount', 'total by region', 'sort by amount', 'rows where amount > 2'])(
    '"%s" is refused where the header names amount twice',
    (text) =>
      expect(answerOf(text, 'region,amount,Amount\nwest,3,30\neast,4,40\n')).rejects.toMatchObject({
        code: 'ARGS_INVALID',
        message: 'The header names "amount" more than once, so it is not clear which is meant.',
      }),
  )

  it('a name that the header has twice is said beside the columns', async () => {
    const notes = async (csv: string) =>
      JSON.stringify((await tool.call({ csv }, toolContext)).blocks).includes('names \\"amount\\" more than once')
    expect(await notes('region,amount,Amount\nwest,3,30\n')).toBe(true)
    expect(await notes('region,amount,price\nwest,3,30\n')).toBe(false)
  })

  it('a column that does not exist, or holds no numbers, is said', async () => {
    await expect(call({ csv: CSV, sort: 'price' })).rejects.toMatchObject({
      message: 'There is no column "price"; the table has date, region, category, product, units, revenue, score.',
    })
    await expect(call({ csv: CSV, measure: 'sum', column: 'region' })).rejects.toMatchObject({
      message: 'The column "region" holds no numbers.',
    })
  })

  it('a table without rows is said', () =>
    expect(call({ csv: 'a,b\n' })).rejects.toMatchObject({ message: 'The table has a header but no rows.' }))

  it.each(['how do I read a csv', 'what is a csv file', 'sort by price', 'how many days until christmas', 'hello'])(
    '"%s" without a table is left alone',
    (text) => expect(hear(text, null)).toBeNull(),
  )

  it('"analyse my csv" without a table asks for it', () =>
    expect(hear('analyse my csv', null)).toHaveProperty('missing'))

  it('a prose attachment is no table', () =>
    expect(hear('summarise this data', 'Well, we met.\nThen, we left.\n')).toBeNull())

  it.each(['date,close\n2026-01-05,1\n', 'date,home,away,home_goals,away_goals\n2026-01-05,a,b,1,0\n'])(
    'what is only to be analysed in %j is left to the tools for it',
    (csv) => {
      expect(hear('analyse this csv', csv)).toBeNull()
      expect(hear('make a league table from this results file', csv)).toBeNull()
      expect(hear('describe the columns', csv)).toEqual({ use: { csv } })
    },
  )

  it('a table whose lines end in a carriage return alone is heard and read', async () => {
    const { groups } = await answerOf('sum of revenue by category', CSV.replaceAll('\n', '\r'))
    expect(groups.map(({ name, value }) => [name, value])).toEqual([
      ['Food', 1114],
      ['Toys', 165],
      ['Books', 158.49],
    ])
  })

  it('numbers with a decimal comma are read so', async () => {
    const { groups } = await call({ csv: 'name;price\na;1.234,50\nb;0,50\n', measure: 'sum', column: 'price' })
    expect(groups[0]?.value).toBe(1235)
  })

  it('the sums of the groups are the sum of all', async () => {
    const row = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -1000, max: 1000 }))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 50 }), async (rows) => {
        const csv = `kind,n\n${rows.map((cells) => cells.join(',')).join('\n')}\n`
        const { groups } = await call({ csv, measure: 'sum', column: 'n', by: 'kind' })
        expect(groups.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(rows.reduce((sum, [, n]) => sum + n, 0))
        expect(groups.reduce((sum, group) => sum + group.rows, 0)).toBe(rows.length)
      }),
      { numRuns: 60 },
    )
  })
})
