import { expect, it } from 'vitest'
import { zoneOfPlace } from '../../src/tools/zone-of-place.ts'

it.each([
  ['Tokyo', 'Asia/Tokyo'],
  ['new york', 'America/New_York'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['Sao Paulo, Brazil', 'America/Sao_Paulo'],
  ['Europe/Paris', 'Europe/Paris'],
  ['PST', 'America/Los_Angeles'],
  ['germany', 'Europe/Berlin'],
  ['Tokyo time', 'Asia/Tokyo'],
  ['utc+5:30', 'UTC+5:30'],
  ['gmt -3', 'UTC-3'],
])('%s lies in %s', (place, zone) => expect(zoneOfPlace(place)).toMatchObject({ zone }))

it.each(['the US', 'Australia', 'russia'])('%s has several zones', (place) =>
  expect(zoneOfPlace(place)).toBe('several'),
)

it.each(['Springfield', 'constructor', '__proto__', 'utc+99', ''])('%s is unknown', (place) =>
  expect(zoneOfPlace(place)).toBeUndefined(),
)

it('every zone of the table is one that the runtime knows', () => {
  for (const place of [
    'nyc',
    'sf',
    'phuket',
    'hanoi',
    'kyiv',
    'kathmandu',
    'buenos aires',
    'mumbai',
    'reykjavik',
    'utc',
    'hawaii',
  ]) {
    const found = zoneOfPlace(place)
    if (!found || found === 'several') throw new Error(`${place} has no zone`)
    expect(() => new Intl.DateTimeFormat('en', { timeZone: found.zone })).not.toThrow()
  }
})
