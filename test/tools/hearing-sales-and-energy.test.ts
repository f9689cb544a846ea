import { describe, expect, it } from 'vitest'
import { folders } from '../../bin/folders.ts'
import { loadAll } from '../../src/base/folder.ts'

describe('sales that cover the costs, and the energy of sports, beside all other tools', async () => {
  const kit = await loadAll(folders.tools)
  const claimedBy = (said: string) =>
    kit.filter((tool) => tool.hear({ text: said, attachment: null })).map(({ name }) => name)
  const TOOLS = ['break-even', 'calories-burned']

  it.each([
    [
      'I sell mugs for 14, they cost me 5.50 and my fixed costs are 2,100 per month. how many do I have to sell?',
      'break-even',
    ],
    ['how many coffees must I sell to cover rent of 1500 if a cup is 3 and costs 0.80', 'break-even'],
    ['rent 1500, price 30, products 5 - how many customers do I need', 'break-even'],
    ['how many calories do i burn cycling 1 hour 80kg', 'calories-burned'],
    ['calories burned running 30 min, I weigh 70 kg', 'calories-burned'],
  ])('"%s" is claimed by %s alone', (said, name) => expect(claimedBy(said)).toEqual([name]))

  it('no example of another tool is claimed by them', () => {
    const others = kit.filter(({ name }) => !TOOLS.includes(name))
    expect(others.filter(({ example }) => claimedBy(example).some((name) => TOOLS.includes(name)))).toEqual([])
  })

  it.each([
    'how many shares must I sell at 40 to pay my rent of 1500',
    'how many customers did we lose in June, of 400, at a rent of 30?',
    'rent is 1450 and I take home 3900, is that too much',
    'calorie need of a 35 year old woman, 70 kg, 168 cm, she runs',
    'how many calories are in 80 g of oats',
    'I ran 1 hour, weigh 80 kg and my knee hurts',
  ])('"%s" is claimed by neither', (said) => expect(claimedBy(said).filter((name) => TOOLS.includes(name))).toEqual([]))
})
