import { expect, test } from 'vitest'
import { questionKind } from '../../src/agents/question-kind.ts'

test.each([
  'how do I get wax out of a carpet',
  'what should I do when a client does not pay',
  'how to fix a dripping tap',
  'get rid of ants in the kitchen',
  'my boss shouts at me, what now',
  'tips for a first interview',
])('"%s" wants to do something', (ask) => expect(questionKind(ask)).toBe('do'))

test.each([
  'what is scrum',
  'why is the sky blue',
  'how does compound interest work',
  'how long do leftovers last',
  'is it normal to wee at night',
  'explain the offside rule',
  'difference between rugby league and rugby union',
])('"%s" wants to know something', (ask) => expect(questionKind(ask)).toBe('know'))

test.each(['my knee hurts on the outside', 'red eye and pain', 'credit score dropped 40 points', ''])(
  '"%s" only tells something',
  (ask) => expect(questionKind(ask)).toBe('tell'),
)
