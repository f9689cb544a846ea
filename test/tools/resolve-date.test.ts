import { DateTime } from 'luxon'
import { expect, it } from 'vitest'
import { resolveDate, type Which } from '../../src/tools/resolve-date.ts'

const friday = DateTime.utc(2026, 11, 20)
const resolved = (said: string, which: Which = 'next') => resolveDate(said, friday, which).toISODate()

it.each([
  ['today', 'next', '2026-11-20'],
  ['20 November', 'next', '2026-11-20'],
  ['20 November', 'last', '2026-11-20'],
  ['3 March', 'next', '2027-03-03'],
  ['3 March', 'last', '2026-03-03'],
  ['3 March', { year: 2030 }, '2030-03-03'],
  ['29 February', 'next', '2028-02-29'],
  ['29 February', 'last', '2024-02-29'],
  ['Friday', 'next', '2026-11-27'],
  ['last Friday', 'next', '2026-11-13'],
  ['Monday', 'last', '2026-11-16'],
] satisfies [string, Which, string][])('%s (%o) is %s', (said, which, iso) => expect(resolved(said, which)).toBe(iso))

it.each(['30 February', '2027-02-29', '31 April 2027', '2027-13-01', '0 May 2027'])('%s does not exist', (said) =>
  expect(() => resolved(said)).toThrowError(expect.objectContaining({ code: 'ARGS_INVALID' })),
)

it('a date that can be read in two ways names both', () =>
  expect(() => resolved('03/04/2027')).toThrowError(
    expect.objectContaining({ hint: 'Write 2027-04-03 or 2027-03-04.' }),
  ))
