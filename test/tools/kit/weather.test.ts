import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/weather.ts'
import type { ToolContext } from '../../../src/tools/tool.ts'
import { type GetServer, startGetServer } from '../../helpers/get-server.ts'
import { memoryOutside, toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })

const place = (name: string, admin1: string, country: string, code: string) => ({
  ...{ id: 1, name, latitude: 40.71427, longitude: -74.00597, elevation: 10, feature_code: 'PPL' },
  ...{ country_code: code, timezone: 'America/New_York', population: 8_804_190, country, admin1 },
})
const PLACES = {
  results: [place('Paris', 'Île-de-France', 'France', 'FR'), place('Paris', 'Texas', 'United States', 'US')],
  generationtime_ms: 0.6,
}
const FORECAST = {
  ...{ latitude: 40.7, longitude: -74, generationtime_ms: 0.1, utc_offset_seconds: -18_000 },
  ...{ timezone: 'America/New_York', timezone_abbreviation: 'GMT-5', elevation: 32 },
  current_units: { time: 'iso8601', interval: 'seconds', temperature_2m: '°C' },
  current: {
    ...{ time: '2026-11-20T07:00', interval: 900, temperature_2m: 8.4, apparent_temperature: 5.1 },
    ...{ relative_humidity_2m: 62, precipitation: 0, weather_code: 61, wind_speed_10m: 14.2 },
  },
  daily_units: { time: 'iso8601', weather_code: 'wmo code' },
  daily: {
    time: ['2026-11-20', '2026-11-21'],
    weather_code: [61, null],
    temperature_2m_max: [11.2, 9],
    temperature_2m_min: [4.1, null],
    precipitation_sum: [3.4, 0],
    precipitation_probability_max: [80, null],
  },
}

let server: GetServer | undefined
afterEach(async () => server?.close())

type Reply = (response: ServerResponse) => void
const json =
  (body: unknown, status = 200): Reply =>
  (response) =>
    response.writeHead(status).end(JSON.stringify(body))
const raw =
  (body: string, status = 200): Reply =>
  (response) =>
    response.writeHead(status).end(body)

/** Asks with a weather service on this machine; `places` and `forecast` say how its two addresses answer. */
async function ask(
  asked: string,
  places: Reply = json(PLACES),
  forecast: Reply = json(FORECAST),
  context: Partial<ToolContext> = {},
) {
  server = await startGetServer((url, response) =>
    url.pathname === '/v1/search' ? places(response) : forecast(response),
  )
  const { origin } = server
  return tool.call({ place: asked }, { ...toolContext, fetch, key: () => origin, outside: memoryOutside(), ...context })
}

describe('weather', () => {
  it.each([
    ['weather in New York', 'new york'],
    ["What's the weather like in New York?", 'new york'],
    ['will it rain in Paris, Texas tomorrow?', 'paris, texas'],
    ['forecast for Oslo tomorrow', 'oslo'],
    ['weather oslo', 'oslo'],
    ['weather Springfield', 'springfield'],
    ['london weather', 'london'],
    ['how hot is it in Phoenix right now', 'phoenix'],
    ['what will the weather be like in The Hague this weekend', 'the hague'],
  ])('"%s" is heard', (text, where) => expect(hear(text)).toEqual({ use: { place: where } }))

  it.each(['weather', "what's the weather today", 'is it raining in here'])('"%s" asks for the place', (text) =>
    expect(hear(text)).toEqual({ missing: ['the place, such as New York or Paris, France'] }),
  )

  it.each([
    'how does weather affect knee pain',
    'I feel under the weather',
    'what is the temperature in a fever',
    'temperature for toddlers',
    'forecast for revenue',
    '13 week cash flow forecast',
    'how accurate is a 10 day forecast',
    'running in hot weather',
    'Hiking weather',
    'what is the weather in the kitchen',
    'weather in winter',
    'weather for running',
    'depression weather system',
    'difference between weather and climate',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('tells the weather now and of the days, and what was not reported as null', async () => {
    const { output, blocks } = await ask('Paris')
    expect(output).toMatchObject({
      place: 'Paris, Île-de-France, France',
      sky: 'light rain',
      temperatureC: 8.4,
      humidity: 0.62,
      days: [
        { date: '2026-11-20', lowC: 4.1, highC: 11.2, rainChance: 0.8 },
        { date: '2026-11-21', sky: null, lowC: null, rainChance: null },
      ],
    })
    expect(blocks[0]).toMatchObject({ rows: expect.arrayContaining([['Temperature', '8.4 °C (47 °F)']]) })
    expect(server?.asked.map((url) => url.pathname)).toEqual(['/v1/search', '/v1/forecast'])
    expect(server?.asked[0]?.searchParams.get('name')).toBe('Paris')
  })

  it.each(['Paris, Texas', 'Paris, US', 'paris, united states'])('"%s" is the one in Texas', async (asked) =>
    expect((await ask(asked)).output).toMatchObject({ place: 'Paris, Texas, United States' }),
  )

  it('a place is asked for once in a quarter of an hour', async () => {
    const clock = { ms: toolContext.now() }
    const kept = { outside: memoryOutside(() => clock.ms), now: () => clock.ms }
    const first = await ask('Paris', undefined, undefined, kept)
    await server?.close()
    clock.ms += 899_999
    expect((await ask('paris', raw(''), raw(''), kept)).output).toEqual(first.output)
    expect(server?.asked).toEqual([])
    await server?.close()
    clock.ms += 1
    await expect(ask('Paris', raw(''), raw(''), kept)).rejects.toMatchObject({ code: 'PROVIDER_FAILED' })
  })

  it('a place that nobody knows is NOT_FOUND', async () =>
    expect(ask('Xyzzy', json({ generationtime_ms: 0.5 }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'The weather service knows no place "Xyzzy".',
    }))

  it('a place in the wrong country is NOT_FOUND and the others are named', async () =>
    expect(ask('Paris, Japan')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      hint: expect.stringContaining('Paris, Texas'),
    }))

  it.each([
    ['a web page', raw('<html>sign in</html>'), 'PROVIDER_FAILED'],
    ['an empty body', raw(''), 'PROVIDER_FAILED'],
    ['another shape', json({ results: [{ name: 5 }] }), 'PROVIDER_FAILED'],
    ['a list', json([]), 'PROVIDER_FAILED'],
    ['a refusal', json({ error: true, reason: 'Parameter count must be between 1 and 100.' }, 400), 'PROVIDER_FAILED'],
    ['too many requests', json({ error: true, reason: 'Daily limit exceeded.' }, 429), 'RATE_LIMITED'],
    ['status 503', raw('', 503), 'PROVIDER_FAILED'],
  ])('%s from the geocoder is %3$s', async (_, reply, code) =>
    expect(ask('Paris', reply)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^The weather service /),
    }),
  )

  it.each([
    ['no current weather', json({ ...FORECAST, current: undefined })],
    ['half a body', raw('{"latitude":')],
  ])('a forecast with %s is PROVIDER_FAILED', async (_, reply) =>
    expect(ask('Paris', json(PLACES), reply)).rejects.toMatchObject({ code: 'PROVIDER_FAILED' }),
  )

  it('without a network it says that the service cannot be reached and what to do', async () =>
    expect(tool.call({ place: 'Oslo' }, toolContext)).rejects.toMatchObject({
      code: 'PROVIDER_FAILED',
      message: 'The weather service cannot be reached.',
      hint: 'Check the network connection, or try again in a few minutes.',
    }))

  it('an address that is none is told', async () =>
    expect(tool.call({ place: 'Oslo' }, { ...toolContext, key: () => 'not an address' })).rejects.toMatchObject({
      code: 'ARGS_INVALID',
    }))
})
