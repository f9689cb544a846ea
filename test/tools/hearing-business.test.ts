import { describe, expect, it } from 'vitest'
import business from '../../src/agents/packs/business/pack.ts'
import calculator from '../../src/tools/kit/calculator.ts'
import growth from '../../src/tools/kit/compound-growth.ts'
import debts from '../../src/tools/kit/debt-payoff.ts'
import loan from '../../src/tools/kit/loan-amortisation.ts'

const OTHERS = [calculator, growth, debts, loan]
const claims = (said: string) =>
  OTHERS.filter((tool) => tool.hear({ text: said, attachment: null })).map(({ name }) => name)

describe('the business tools together', () => {
  const tools = () =>
    Promise.all(
      business.tools.map(async (name) => (await import(`../../src/tools/kit/${name}.ts`)).default as typeof calculator),
    )
  const heardBy = async (said: string) =>
    (await tools()).filter((tool) => tool.hear({ text: said, attachment: null })).map(({ name }) => name)

  it('the example of each is claimed by it alone, and by none of the money and general tools', async () => {
    for (const tool of await tools()) {
      expect(await heardBy(tool.example)).toEqual([tool.name])
      const others = claims(tool.example).filter((name) => name !== tool.name)
      expect(others, tool.name).toEqual([])
    }
  })

  it.each([
    'help me optimize my team’s workflow',
    'how do I run better meetings?',
    'what is a good churn rate',
    'my stomach hurts, it is urgent and important to me',
    'is the process of selling a house long',
    'strengths of the german football team',
    'how long does it take to cook rice',
    'how many calories do I burn in a call',
    'should I take the call option at 5% for 3 months',
    'Real Madrid won 3 of 5, Barcelona won 2 of 6, who is better',
    'take one tablet after meals, then rest, then drink water',
    'I need 3 days off after surgery, 2 weeks after that I travel',
    'what is my throughput',
    'plan a birthday party',
    'write a poem about steps',
    'my rent is 1200 and I earn 3000',
    'my savings are 20k, how do I invest them',
  ])('"%s" is claimed by none', async (said) => expect(await heardBy(said)).toEqual([]))

  it.each(['1 ', 'a ', ' ', '\n', 'not urgent ', '- a\n', 'R ', 'if a ', 's: ', '1 min ', '+100 ', '10 of ', 'A - '])(
    'a megabyte of %j in the sentence and beside it is heard through in no time',
    async (junk) => {
      const text = junk.repeat(1_000_000 / junk.length)
      const lead = 'bottleneck cohort swot raci matrix eisenhower matrix draft a workflow yaml gantt runway break even '
      for (const tool of await tools()) {
        const before = performance.now()
        tool.hear({ text: lead + text, attachment: null })
        tool.hear({ text: lead, attachment: text })
        expect(performance.now() - before, tool.name).toBeLessThan(400)
      }
    },
  )
})
