import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/date-arithmetic.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object, context = toolContext) =>
  (await tool.call(input, context)).output as Record<string, string | number>

async function answer(text: string) {
  const heard = hear(text)
  if (!heard || !('use' in heard)) throw new Error(`"${text}" was not heard`)
  return compute(heard.use)
}

describe('date-arithmetic, on 20 November 2026', () => {
  it.each([
    ['how many days until 2027-01-01', { days: 42, to: '2027-01-01' }],
    ['what date is 90 days from today', { to: '2027-02-18', toWeekday: 'Thursday' }],
    ['days between 3 March 2026 and 1 May 2026', { days: 59, workingDays: 43 }],
    ['days between 3 March and 1 May 2025', { days: 59, from: '2025-03-03' }],
    ['How many days are until Christmas?', { days: 35 }],
    ['how many working days until Christmas', { workingDays: 25 }],
    ['what date is 10 working days from today', { to: '2026-12-04' }],
    ['what day of the week was 3 March 1990', { toWeekday: 'Saturday' }],
    ["what's today's date?", { to: '2026-11-20', toWeekday: 'Friday' }],
    ['how old is someone born on 29 Feb 2004', { inWords: '22 years 8 months 22 days' }],
    ['add 45 days to 2026-01-15', { to: '2026-03-01' }],
    ['1 month after 31 January 2027', { to: '2027-02-28' }],
    ['how many days till christmas', { days: 35 }],
    ['90 days from march 3 2027', { to: '2027-06-01' }],
    ['how long until new years', { to: '2027-01-01' }],
    ['how many days in between 3/14/2027 and 4/20/2027', { days: 37 }],
    ['days left this year', { days: 41 }],
    ["what's the date in 3 weeks", { to: '2026-12-11' }],
    ['what day of the week was i born 12 may 1990', { toWeekday: 'Saturday' }],
    ["tommorow's date", { to: '2026-11-21' }],
    ['how long ago was 4 july 1776', { days: 91449 }],
    ['is 2028 a leap year', { days: 366 }],
    ['how many days are in february 2027', { days: 28 }],
    ['how many days in december 2026', { days: 31 }],
    ['what week is it', { isoWeek: 47 }],
    ['what date was it 100 days ago', { to: '2026-08-12', days: -100 }],
    ['what date is two weeks from tomorrow', { to: '2026-12-05' }],
    ['days since 3 March 2020', { days: 2453 }],
  ])('"%s" is answered', async (text, output) => expect(await answer(text)).toMatchObject(output))

  it('a date that can be read in two ways is asked back', () =>
    expect(hear('how many days until 03/04/2027')).toEqual({
      missing: ['which date you mean: 2027-04-03 or 2027-03-04'],
    }))

  it.each([
    'how many days until my headache goes away',
    '3 days ago I fell',
    'my period is 5 days late',
    'how long until I can run again',
    'days until payday',
    'what day should I rest',
    'invoice is 60 days overdue',
    '30 60 90 day plan',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('today is the day in the time zone of the person', async () => {
    const late = { ...toolContext, now: () => Date.UTC(2026, 10, 20, 23, 30) }
    expect((await compute({ ask: 'weekday' }, late)).to).toBe('2026-11-21')
    expect((await compute({ ask: 'weekday' }, { ...late, timeZone: 'America/New_York' })).to).toBe('2026-11-20')
  })

  it('a date moved and moved back is the same day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -200_000, max: 200_000 }), async (days) => {
        const { to = '' } = await compute({ ask: 'shift', date: '2026-11-20', days })
        expect(await compute({ ask: 'shift', date: String(to), days: -days })).toMatchObject({ to: '2026-11-20' })
        expect((await compute({ ask: 'between', date: '2026-11-20', until: String(to) })).days).toBe(days)
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    [{ ask: 'weekday', date: '2027-02-30' }, 'There is no day 30 in month 2 of 2027.'],
    [{ ask: 'between', date: 'today' }, 'The second date is missing.'],
    [{ ask: 'shift', years: 999_999 }, 'That date lies outside the years 1 to 9999.'],
    [{ ask: 'weekday', date: 'soon' }, 'I cannot read "soon" as a date.'],
    [{ ask: 'shift', days: 1.5 }, 'days: it must be a whole number'],
  ])('%o is refused in one sentence', async (input, message) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: expect.stringContaining(message),
    }),
  )
})
