import { expect, test } from 'vitest'
import { printValue } from '../../src/render/value.ts'
import { bytes, count, ms, number, ratio, time, usd, type Value } from '../../src/report/report.ts'

test.each<[Value, string]>([
  [null, 'n/a'],
  ['words', 'words'],
  [count(1_247), '1,247'],
  [count(0), '0'],
  [ratio(0.942), '94.2%'],
  [ratio(0), '0.0%'],
  [ratio(1), '100.0%'],
  [number(Math.PI), '3.1416'],
  [number(2), '2'],
  [ms(0), '0ms'],
  [ms(999.4), '999ms'],
  [ms(999.6), '1.0s'],
  [ms(2_300), '2.3s'],
  [ms(59_940), '59.9s'],
  [ms(59_960), '1m 0s'],
  [ms(119_600), '2m 0s'],
  [ms(3_599_700), '1h 0m'],
  [ms(3_661_000), '1h 1m'],
  [ms(90_061_000), '1d 1h'],
  [usd(0), '$0.00'],
  [usd(1), '$0.000001'],
  [usd(4_200), '$0.0042'],
  [usd(500_000), '$0.50'],
  [usd(999_999), '$0.999999'],
  [usd(1_000_000), '$1.00'],
  [usd(1_999_000), '$2.00'],
  [usd(1_234_567_890_000), '$1,234,567.89'],
  [usd(-1_500_000), '-$1.50'],
  [usd(-4_200), '-$0.0042'],
  [bytes(0), '0 B'],
  [bytes(1_023), '1023 B'],
  [bytes(1_536), '1.5 KiB'],
  [bytes(3_456_789), '3.3 MiB'],
  [time(0), '1970-01-01 00:00:00'],
])('%j prints %s', (value, text) => {
  expect(printValue(value)).toBe(text)
})
