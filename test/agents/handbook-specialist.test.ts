import { afterAll, describe, expect, test } from 'vitest'
import { rig } from '../helpers/rig.ts'

const one = rig()
afterAll(() => one.close())
const say = async (line: string) => (await one.say(line)).text

describe('without a model', () => {
  test('a question is answered from one page, and others are named by their titles', async () => {
    const text = await say('sports: difference between rugby league and rugby union')
    expect(text).toContain('You are asking about “Rugby league basics”.')
    expect(text.match(/^In short$/gm)).toHaveLength(1)
    expect(text).toMatch(/See also: .*Rugby union/)
  })

  test('where two things are asked, both pages speak, each with its warnings', async () => {
    const text = await say('healthcare: sore throat and earache')
    expect(text.match(/^Get help now if$/gm)).toHaveLength(2)
  })

  test('where a page of another pool answers, it is offered first, in words that lead to it', async () => {
    const text = await say('healthcare: what does offside mean in football')
    expect(text).toMatch(/Did you mean .*\n• sports: The offside rule explained\n/)
    expect(await say('sports: The offside rule explained')).toContain('What to ask or bring')
  })

  test('where a page of another pool has the question word for word, it comes first, in short, though a page of this one fits', async () => {
    const text = await say('business: how do I cancel a subscription')
    expect(text).toMatch(/Did you mean .*\n• general: Cancelling a subscription, gym or phone contract\n/)
    expect(text).toContain('“Cancelling a subscription, gym or phone contract” in short')
  })

  test('where only one page is near, it is shown as the nearest one instead of being asked about', async () => {
    const text = await say('business: which incoterm when I ship olive oil to Canada')
    expect(text).toContain('The nearest that the handbook has is “')
    expect(text).not.toContain('Did you mean')
  })

  test('where nothing fits, nothing is guessed', async () => {
    expect(await say('general: xylophone or glockenspiel for a zebra')).toContain('nothing that fits this question')
  })
})

describe('what is asked in few and plain words', () => {
  test.each([
    ['what does EBITDA mean', 'Financial statements in plain words'],
    ['whats ebitda', 'Financial statements in plain words'],
  ])('"%s" is told what it means before all else', async (ask, title) => {
    const text = await say(ask)
    expect(text).toContain(`You are asking about “${title}”.`)
    expect(text.indexOf('EBITDA means earnings before interest, tax')).toBeGreaterThan(0)
    expect(text.indexOf('EBITDA means earnings')).toBeLessThan(text.indexOf('In short'))
  })

  test.each(['my landlord wont give back deposit', 'landlord is keeping our deposit and says nothing'])(
    '"%s" is told to demand it in writing first',
    async (ask) => {
      const near = (await say(ask)).split('Closest to your question')[1]
      expect(near?.slice(0, 400).replace(/\s+/g, ' ')).toMatch(/demand it in writing.*itemised list/)
    },
  )

  test.each(['knee hurts after squats should i stop training', 'sports: can I still squat with sore knees'])(
    '"%s" is answered from sore knees, not from how to squat',
    async (ask) => {
      const text = (await say(ask)).replace(/\s+/g, ' ')
      expect(text).toContain('You are asking about “Sore or painful knees from training”.')
    },
  )
})
