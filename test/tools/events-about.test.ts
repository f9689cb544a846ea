import { expect, it } from 'vitest'
import { eventsAbout } from '../../src/tools/events-about.ts'

const EVENTS = [
  { home: 'Los Angeles Lakers', away: 'Utah Jazz' },
  { home: 'Manchester City', away: 'Leeds United' },
  { home: 'Manchester United', away: 'FC Bayern München' },
]
const homes = (text: string) => eventsAbout(EVENTS, text).map(({ home }) => home)

it.each([
  ['odds for the lakers game', ['Los Angeles Lakers']],
  ['utah vs lakers', ['Los Angeles Lakers']],
  ['bayern munchen score', ['Manchester United']],
  ['score of leeds united', ['Manchester City']],
])('"%s" means %j', (text, expected) => expect(homes(text)).toEqual(expected))

it.each(['premier league odds', 'live scores', '', 'united city'])('"%s" names no team and means all', (text) =>
  expect(homes(text)).toHaveLength(3),
)
