import { describe, expect, it } from 'vitest'
import { nameColumns } from '../../src/tools/column-synonyms.ts'
import { startOf } from '../../src/tools/table-start.ts'

const named = (text: string, csv: string) => nameColumns(text, startOf(csv))

describe('words for columns', () => {
  it.each([
    ['total sales by area', 'region,amount\nwest,3\n', 'total amount by region'],
    ['what did i spend on each type', 'category,cost\nfood,3\n', 'what did i cost on each category'],
    ['who is my best customer', 'client,order_total\nann,3\n', 'who is my best client'],
    ['how many units of each item', 'product,qty\ntea,3\n', 'how many qty of each product'],
  ])('"%s" over %j becomes "%s"', (text, csv, meant) => expect(named(text, csv).text).toBe(meant))

  it.each([
    ['total revenue', 'item,cost\nrent,9\n'],
    ['total sales', 'item,price\nrent,9\n'],
    ['total sales', 'item,gross_amount,net_amount\nrent,9,8\n'],
    ['total amount for each sales person', 'region,amount\nwest,3\n'],
    ['revenue of sales', 'department,revenue\nsales,3\n'],
    ['total sales', 'item,amount\nrent,high\n'],
    ['total sales', 'item,amount\nrent,00123\n'],
  ])('"%s" over %j stays', (text, csv) => expect(named(text, csv)).toEqual({ text, taken: [] }))
})
