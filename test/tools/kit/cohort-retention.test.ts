import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/cohort-retention.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string, attachment: string | null = null) => tool.hear({ text, attachment })
const compute = async (csv: string) =>
  (await tool.call({ csv }, toolContext)).output as {
    customers: number
    cohorts: { cohort: string; customers: number; retained: (number | null)[] }[]
    average_by_month: number[]
  }
const EVENTS =
  'customer,date\na,2026-01-03\nb,2026-01-09\na,2026-02-02\nc,2026-02-03\na,2026-03-01\nc,2026-03-04\nd,2026-03-20'

describe('cohort-retention', () => {
  it('events become cohorts by the month of the first one', async () => {
    const { cohorts, average_by_month } = await compute(EVENTS)
    expect(cohorts).toEqual([
      { cohort: '2026-01', customers: 2, retained: [1, 0.5, 0.5] },
      { cohort: '2026-02', customers: 1, retained: [1, 1] },
      { cohort: '2026-03', customers: 1, retained: [1] },
    ])
    // After one month: 1 of the 2 and 1 of the 1.
    expect(average_by_month).toEqual([1, 2 / 3, 0.5])
  })

  it.each([
    [
      'counts with a size',
      'cohort,size,month 1,month 2\nJan,100,60,40\nFeb,50,20,',
      [
        [1, 0.6, 0.4],
        [1, 0.4, null],
      ],
    ],
    [
      'counts from month 0',
      'cohort,0,1\nJan,50,20\nFeb,60,30',
      [
        [1, 0.4],
        [1, 0.5],
      ],
    ],
    [
      'percentages',
      'cohort;m0;m1\nJan;100%;55%\nFeb;100%;',
      [
        [1, 0.55],
        [1, null],
      ],
    ],
  ])('a made table of %s is read', async (_, csv, retained) =>
    expect((await compute(csv)).cohorts.map((cohort) => cohort.retained)).toEqual(retained),
  )

  it('every cohort begins whole, no share leaves 0 to 1, and the sizes add up to the customers', async () => {
    const event = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }))
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 80 }), async (events) => {
        const lines = events.map(([who, month]) => `c${who},2026-${String(month).padStart(2, '0')}-15`)
        const { cohorts, customers } = await compute(`customer,date\n${lines.join('\n')}`)
        expect(customers).toBe(new Set(events.map(([who]) => who)).size)
        for (const { retained } of cohorts) {
          expect(retained[0]).toBe(1)
          expect(retained.every((share) => share !== null && share >= 0 && share <= 1)).toBe(true)
        }
      }),
    )
  })

  it.each([
    'cohort retention from this file of orders',
    'make a cohort table from this csv',
    'how many customers come back?',
    'retention curve please',
    'do a cohort analysis of these events',
    'repeat customers in this data?',
    'what is our churn',
  ])('"%s" with a table of events is heard', (text) => expect(hear(text, EVENTS)).toEqual({ use: { csv: EVENTS } }))

  it.each(['User ID;Order Date', 'email,created_at', 'client\tdate', 'customer_id,month', 'cohort,m0,m1'])(
    'a header %j is known',
    (head) => expect(hear('cohorts', `${head}\nx`)).toHaveProperty('use'),
  )

  it('asked for without a file, it asks for one', () =>
    expect(hear('calculate cohort retention')).toHaveProperty('missing'))

  it.each(['what is cohort retention', 'how do i improve retention', "what's a good churn rate"])(
    '"%s" is left alone',
    (text) => expect(hear(text)).toBeNull(),
  )

  it.each([
    ['name,date\nx,2026-01-01\nx,bad', 'Line 3: "bad" is not a date.'],
    ['cohort,0,1\nJan,10,20', 'above 100%'],
    ['cohort,0,1\nJan,x,2', '"x" is not a number'],
    ['a,b\n1,2', 'needs a customer column'],
    ['customer,date\nx,1990-01-01\nx,2026-01-01', 'more than ten years'],
  ])('%j is refused', (csv, reason) =>
    expect(compute(csv)).rejects.toMatchObject({ code: 'ARGS_INVALID', message: expect.stringContaining(reason) }),
  )
})
