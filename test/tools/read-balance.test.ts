import { expect, it } from 'vitest'
import { readBalance } from '../../src/tools/read-balance.ts'

const read = (text: string) =>
  readBalance(text)
    .items.map(({ name, amount, kind }) => `${kind === 'asset' ? '+' : '-'}${name} ${amount}`)
    .join(', ')

it.each([
  [
    'assets: house 300k, savings 20k; debts: mortgage 220k, card 3k',
    '+house 300000, +savings 20000, -mortgage 220000, -card 3000',
  ],
  [
    'liabilities: loan 10k, overdraft 500. assets: savings 12k, bike 1.5k',
    '-loan 10000, -overdraft 500, +savings 12000, +bike 1500',
  ],
  [
    'i own a house worth 300k and have 20k in savings, i owe 220k on the mortgage and 3k on cards',
    '+house 300000, +savings 20000, -mortgage 220000, -cards 3000',
  ],
  [
    'house 450000 car 15000 mortgage 310000 student loan 22000',
    '+house 450000, +car 15000, -mortgage 310000, -student loan 22000',
  ],
  [
    'my assets are a 300k house and 50k in stocks, my liabilities are a 200k mortgage and 10k car loan',
    '+house 300000, +stocks 50000, -mortgage 200000, -car loan 10000',
  ],
  ['10k cash, 5k bitcoin and owe my brother 2k', '+cash 10000, +bitcoin 5000, -brother 2000'],
  [
    '$1.2m home, $300k 401k, $650k mortgage, $18,500 visa',
    '+home 1200000, +401k 300000, -mortgage 650000, -visa 18500',
  ],
  ['we own 2 cars 30k and a condo 180k but owe 120k on the condo', '+cars 30000, +condo 180000, -condo 120000'],
  ['300000 house + 20000 savings - 220000 mortgage', '+house 300000, +savings 20000, -mortgage 220000'],
  ['fifty thousand in the bank', '+bank 50000'],
  ['assets: loan to my brother 2k, house 100k, mortgage 50k', '+loan brother 2000, +house 100000, -mortgage 50000'],
  ['debts: savings plan penalty 300', '-savings plan penalty 300'],
  ['i owe 5k on my car and savings 10k', '-car 5000, +savings 10000'],
  ['house 300k\nmortgage 200k', '+house 300000, -mortgage 200000'],
  ['total assets 320k, total debts 223k', '+assets 320000, -debts 223000'],
  ['i earn 3000 a month', ''],
  ['nothing at all', ''],
])('"%s"', (text, items) => expect(read(text)).toBe(items))

it('the currency is as written', () => expect(readBalance('flat €250,000, loan €8,000').currency).toBe('€'))
