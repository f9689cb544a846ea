import * as z from 'zod'
import { OperatorError } from '../base/errors.ts'
import { fetchJson, type JsonSource } from './fetch-json.ts'

/** The addresses without their paths, such as `https://api.open-meteo.com`. */
export interface WeatherAddresses {
  readonly forecast: string
  readonly geocoding: string
}

const found = z.object({
  name: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  country: z.string().optional(),
  country_code: z.string().optional(),
  admin1: z.string().optional(),
  timezone: z.string().optional(),
})

/** A place as the geocoder knows it; `admin1` is the state or province. */
export type FoundPlace = z.output<typeof found>

const places = z.object({ results: z.array(found).optional() })
const measured = z.number().nullable().default(null)
const many = z.array(z.number().nullable())
const refusal = z.object({ error: z.literal(true), reason: z.string() })

const forecast = z.object({
  timezone: z.string(),
  current: z.object({
    time: z.string(),
    temperature_2m: measured,
    apparent_temperature: measured,
    relative_humidity_2m: measured,
    precipitation: measured,
    weather_code: measured,
    wind_speed_10m: measured,
  }),
  daily: z.object({
    time: z.array(z.string()),
    weather_code: many,
    temperature_2m_max: many,
    temperature_2m_min: many,
    precipitation_sum: many,
    precipitation_probability_max: many,
  }),
})

/** Temperatures in °C, wind in km/h, rain in mm, times local to the place. A null was not reported. */
export type Forecast = z.output<typeof forecast>

/**
 * The place that a name means: "Paris, Texas" is the one in Texas.
 *
 * @throws OperatorError NOT_FOUND when there is none; what `fetchJson` throws.
 */
export async function findPlace(said: string, addresses: WeatherAddresses, source: JsonSource): Promise<FoundPlace> {
  const [name = '', ...area] = said.split(',').map((part) => part.trim())
  const url = addressOf(addresses.geocoding, 'v1/search', {
    name,
    count: area.length > 0 ? '50' : '5',
    language: 'en',
    format: 'json',
  })
  const { results = [] } = read(places, await fetchJson(url, source), source)
  const [place] = results.filter((one) => area.every((part) => lies(one, part)))
  if (place) return place
  throw noSuchPlace(said, results)
}

/** The weather now and for seven days. @throws OperatorError what `fetchJson` throws. */
export async function fetchForecast(
  place: FoundPlace,
  addresses: WeatherAddresses,
  source: JsonSource,
): Promise<Forecast> {
  const url = addressOf(addresses.forecast, 'v1/forecast', {
    latitude: String(place.latitude),
    longitude: String(place.longitude),
    current: 'temperature_2m,apparent_temperature,relative_humidity_2m,precipitation,weather_code,wind_speed_10m',
    daily: 'weather_code,temperature_2m_max,temperature_2m_min,precipitation_sum,precipitation_probability_max',
    timezone: 'auto',
    forecast_days: '7',
  })
  return read(forecast, await fetchJson(url, source), source)
}

function addressOf(start: string, path: string, query: Readonly<Record<string, string>>): URL {
  if (!URL.canParse(start) || !/^https?:/.test(start))
    throw new OperatorError('ARGS_INVALID', 'The address of the weather service is no web address.', {
      hint: 'Set OPEN_METEO_URL and OPEN_METEO_GEOCODING_URL to addresses such as https://api.open-meteo.com, or unset them.',
    })
  const url = new URL(path, start.endsWith('/') ? start : `${start}/`)
  url.search = new URLSearchParams(query).toString()
  return url
}

function read<Shape extends z.ZodType>(shape: Shape, body: unknown, source: JsonSource): z.output<Shape> {
  const refused = refusal.safeParse(body)
  if (refused.success)
    throw new OperatorError('PROVIDER_FAILED', `${source.name} refused: ${refused.data.reason.slice(0, 200)}`, {
      hint: source.next,
    })
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  throw new OperatorError('PROVIDER_FAILED', `${source.name} answered in a form that I cannot read.`, {
    hint: source.next,
    cause: parsed.error,
  })
}

/** "Texas", "TX" is not known, "US", "United States": the country by name or code, the state by name. */
const lies = (place: FoundPlace, area: string): boolean =>
  [place.country, place.country_code, place.admin1].some((name) => name?.toLowerCase() === area.toLowerCase())

function noSuchPlace(said: string, others: readonly FoundPlace[]): OperatorError {
  const known = others.slice(0, 4).map((one) => [one.name, one.admin1, one.country].filter(Boolean).join(', '))
  return new OperatorError('NOT_FOUND', `The weather service knows no place "${said.slice(0, 60)}".`, {
    hint: known.length > 0 ? `It knows ${known.join('; ')}.` : 'Check the spelling, or name a larger town nearby.',
  })
}
