import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/time-zone.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })

async function answer(text: string) {
  const heard = hear(text)
  if (!heard || !('use' in heard)) throw new Error(`"${text}" was not heard`)
  const { output } = await tool.call(heard.use, toolContext)
  return output as { times: { time: string }[]; hoursAhead: number | null }
}

describe('time-zone, at noon UTC', () => {
  it.each([
    ['what time is it in Tokyo', '2026-11-20T21:00:00+09:00'],
    ['what time is it?', '2026-11-20T13:00:00+01:00'],
    ['time in New York now', '2026-11-20T07:00:00-05:00'],
    ['I wonder what time it is in Auckland.', '2026-11-21T01:00:00+13:00'],
    ['kathmandu time', '2026-11-20T17:45:00+05:45'],
    ['what time is it in sydney rn', '2026-11-20T23:00:00+11:00'],
    ['current time dubai', '2026-11-20T16:00:00+04:00'],
    ['is it night in tokyo', '2026-11-20T21:00:00+09:00'],
    ['current time in São Paulo', '2026-11-20T09:00:00-03:00'],
  ])('"%s" is %s', async (text, time) => expect((await answer(text)).times.map((one) => one.time)).toEqual([time]))

  it.each([
    ['3pm New York in London', '2026-11-20T20:00:00+00:00', 5],
    ['what is 3pm in New York in Tokyo time', '2026-11-21T05:00:00+09:00', 14],
    ['convert 15:30 UTC to Berlin time', '2026-11-20T16:30:00+01:00', 1],
    ["if it's 9am in Tokyo what time is it in London?", '2026-11-20T00:00:00+00:00', -9],
    ['What time is it in Tokyo when it is noon in Madrid?', '2026-11-20T20:00:00+09:00', 8],
    ['12 am london in paris', '2026-11-20T01:00:00+01:00', 1],
    ['what time is it in tokyo when its 3pm in nyc', '2026-11-21T05:00:00+09:00', 14],
    ['time difference london tokyo', '2026-11-20T21:00:00+09:00', 9],
    ['time diff between nyc and paris', '2026-11-20T13:00:00+01:00', 6],
    ['how many hours ahead is india', '2026-11-20T17:30:00+05:30', 4.5],
    ['if my meeting is at 4pm berlin what time is that in new york', '2026-11-20T10:00:00-05:00', -6],
    ['10:30 pst to ist', '2026-11-21T00:00:00+05:30', 13.5],
    ['time difference between Paris and Lima', '2026-11-20T07:00:00-05:00', -6],
  ])('"%s" ends at %s', async (text, time, hoursAhead) =>
    expect(await answer(text)).toMatchObject({ times: [{}, { time }], hoursAhead }),
  )

  it('summer time is that of the day', async () => {
    const july = { ...toolContext, now: () => Date.UTC(2026, 6, 1, 12) }
    const { output } = await tool.call({ ask: 'now', places: ['London'] }, july)
    expect(output).toMatchObject({ times: [{ time: '2026-07-01T13:00:00+01:00', offset: 'UTC+1' }] })
  })

  it('an unknown city and a country with several zones are asked back', () => {
    expect(hear('what time is it in Springfield')).toMatchObject({ missing: [expect.stringContaining('springfield')] })
    expect(hear("what's the time in the US")).toEqual({ missing: ['which city: the us has several time zones'] })
  })

  it.each([
    'what time in the morning should I run',
    'I have pain at 3pm in my knee',
    'what time do banks open in london',
    'half time',
    'What is the time now in Lagos if in Toronto is 3 pm?',
    'I wake up at 3am and cannot get back to sleep',
    'what is a normal wait time in an emergency department',
    "what's the best time to eat in paris",
    'fire drill at school what time',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it.each([
    [{ ask: 'at', places: ['utc', 'tokyo'], clock: '25:00' }, 'ARGS_INVALID'],
    [{ ask: 'at', places: ['utc', 'tokyo'], clock: '13pm' }, 'ARGS_INVALID'],
    [{ ask: 'at', places: ['utc', 'tokyo'] }, 'ARGS_INVALID'],
    [{ ask: 'now', places: ['the US'] }, 'ARGS_INVALID'],
    [{ ask: 'now', places: ['Nowhere'] }, 'NOT_FOUND'],
    [{ ask: 'now', places: [] }, 'ARGS_INVALID'],
  ])('%o is refused with %s', async (input, code) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({ code }),
  )
})
