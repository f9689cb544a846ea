import { describe, expect, it } from 'vitest'
import { folders } from '../../bin/folders.ts'
import { loadAll } from '../../src/base/folder.ts'

describe('a month of money', async () => {
  const kit = await loadAll(folders.tools)
  const packs = await loadAll(folders.packs)
  const financial = packs.find(({ name }) => name === 'financial')?.tools ?? []
  const firstOf = (text: string) =>
    financial.find((name) => kit.find((tool) => tool.name === name)?.hear({ text, attachment: null }) != null) ?? null

  it.each([
    ['how much is 18 percent apr on a 2400 balance per month', 'interest-cost'],
    ['how much does 10k at 4.2% earn a year', 'interest-cost'],
    ['if I save 200 a month at 5% for 20 years how much will I have', 'compound-growth'],
    ['how much interest does 20000 make at 5% over 10 years', 'compound-growth'],
    ['card 5000 at 22% min 150, loan 8000 at 9% min 200, extra 300', 'debt-payoff'],
    ['how long to pay off 4200 at 22% paying 150 a month', 'debt-payoff'],
    ['what would I pay monthly on 250k at 4.5% over 30 years', 'loan-amortisation'],
    ['how much is left of 5000 after 10 years with 3% inflation', 'purchasing-power'],
    ['i earn 2300 a month, rent 900, food 350, car 210. whats left', 'money-left'],
    ['rent is 1450 and I take home 3900, is that too much', 'rent-share'],
    ['split my salary of 3200 a month by 50/30/20', 'budget-split'],
    ['18.50 an hour is how much a year', 'pay-period'],
    ['if i get a 4% raise on 52000 what do i make', 'calculator'],
    ['250 USD in EUR at 0.92', 'currency-conversion'],
    ['should i put my 5000 savings in bitcoin', null],
    ['how do I budget', null],
  ])('"%s" goes to %s', (text, name) => expect(firstOf(text)).toBe(name))
})
