import * as z from 'zod'
import { type Block, facts, note, series, table } from '../../report/report.ts'
import { hearWeather } from '../hear-weather.ts'
import { type Forecast, fetchForecast, findPlace } from '../open-meteo.ts'
import { defineTool } from '../tool.ts'
import { weatherWords } from '../weather-code.ts'

const input = z.object({
  place: z
    .string()
    .min(2, 'it is too short')
    .max(80, 'it is too long')
    .describe('a town, with its state or country after a comma when needed'),
})

const measured = z.number().nullable()
const output = z.object({
  place: z.string(),
  /** Local time of the report, and its zone. */
  time: z.string(),
  timeZone: z.string(),
  sky: z.string().nullable(),
  temperatureC: measured,
  feelsLikeC: measured,
  /** 0..1 */
  humidity: measured,
  windKmh: measured,
  rainMm: measured,
  days: z.array(
    z.object({
      date: z.string(),
      sky: z.string().nullable(),
      lowC: measured,
      highC: measured,
      rainMm: measured,
      /** 0..1 */
      rainChance: measured,
    }),
  ),
})

const TIMEOUT_MS = 8_000
/** The source measures every quarter of an hour. */
const KEPT_MS = 15 * 60_000

/**
 * Open-Meteo, which needs no key. `OPEN_METEO_URL` and `OPEN_METEO_GEOCODING_URL` replace its addresses (without `/v1/…`).
 */
export default defineTool({
  name: 'weather',
  summary: 'The weather now and for seven days in a town, from Open-Meteo.',
  example: "what's the weather like in New York",
  effect: 'read',
  input,
  output,
  hear: hearWeather,
  async run({ place }, context) {
    const key = `open-meteo ${place.toLowerCase()}`
    const kept = output.safeParse((await context.outside.recall(key))?.answer)
    if (kept.success) return kept.data
    const source = {
      name: 'The weather service',
      next: 'Check the network connection, or try again in a few minutes.',
      fetch: context.fetch,
      signal: context.signal,
      timeoutMs: TIMEOUT_MS,
    }
    const addresses = {
      forecast: context.key('OPEN_METEO_URL') ?? 'https://api.open-meteo.com',
      geocoding: context.key('OPEN_METEO_GEOCODING_URL') ?? 'https://geocoding-api.open-meteo.com',
    }
    const found = await findPlace(place, addresses, source)
    const weather = await fetchForecast(found, addresses, source)
    const report = {
      place: [found.name, found.admin1, found.country].filter(Boolean).join(', '),
      ...nowOf(weather),
      days: daysOf(weather),
    }
    await context.outside.keep(key, report, context.now() + KEPT_MS)
    return report
  },
  show({ place, days, ...now }): Block[] {
    const highs = days.map((day) => day.highC).filter((high) => high !== null)
    return [
      facts(`Weather in ${place}`, {
        Now: now.sky,
        Temperature: degrees(now.temperatureC),
        'Feels like': degrees(now.feelsLikeC),
        Humidity: percent(now.humidity),
        Wind: now.windKmh === null ? null : `${now.windKmh} km/h`,
        Rain: now.rainMm === null ? null : `${now.rainMm} mm`,
        'Local time': `${now.time.replace('T', ' ')} (${now.timeZone})`,
      }),
      table(
        ['Day', 'Sky', 'Low', 'High', 'Rain', 'Chance of rain'],
        days.map((day) => [
          day.date,
          day.sky,
          degrees(day.lowC),
          degrees(day.highC),
          day.rainMm === null ? null : `${day.rainMm} mm`,
          percent(day.rainChance),
        ]),
        'Forecast',
      ),
      ...(highs.length > 1 ? [series('Highs of the coming days, °C', highs)] : []),
      note('plain', 'Weather data by Open-Meteo.com (CC BY 4.0). A forecast is less certain with every day.'),
    ]
  },
})

const nowOf = ({ current, timezone }: Forecast) => ({
  time: current.time,
  timeZone: timezone,
  sky: weatherWords(current.weather_code),
  temperatureC: current.temperature_2m,
  feelsLikeC: current.apparent_temperature,
  humidity: shareOf(current.relative_humidity_2m),
  windKmh: current.wind_speed_10m,
  rainMm: current.precipitation,
})

const daysOf = ({ daily }: Forecast) =>
  daily.time.map((date, day) => ({
    date,
    sky: weatherWords(daily.weather_code[day] ?? null),
    lowC: daily.temperature_2m_min[day] ?? null,
    highC: daily.temperature_2m_max[day] ?? null,
    rainMm: daily.precipitation_sum[day] ?? null,
    rainChance: shareOf(daily.precipitation_probability_max[day] ?? null),
  }))

const shareOf = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100)

const percent = (share: number | null): string | null => (share === null ? null : `${Math.round(share * 100)} %`)

/** Both scales, for readers of either: "18 °C (64 °F)". */
const degrees = (celsius: number | null): string | null =>
  celsius === null ? null : `${celsius} °C (${Math.round((celsius * 9) / 5 + 32)} °F)`
