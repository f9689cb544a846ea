import { describe, expect, test } from 'vitest'
import { parseCron } from '../../src/engine/cron.ts'

describe('fields', () => {
  test.each([
    ['*/20 * * * *', [0, 20, 40]],
    ['5/20 * * * *', [5, 25, 45]],
    ['10-20/5 * * * *', [10, 15, 20]],
    ['30,10,10 * * * *', [10, 30]],
    ['07 * * * *', [7]],
  ])('the minutes of "%s" are %j', (line, minutes) => {
    expect(parseCron(line).minutes).toEqual(minutes)
  })

  test('months and weekdays have names, and a Sunday is 0 and 7', () => {
    expect([...parseCron('0 0 * jan-mar,December *').months]).toEqual([1, 2, 3, 12])
    const { fitsDay } = parseCron('0 0 * * fri-7')
    expect([0, 1, 2, 3, 4, 5, 6].filter((weekday) => fitsDay(1, weekday))).toEqual([0, 5, 6])
  })

  test('where both days are limited one is enough; where one begins with a star both must fit', () => {
    const either = parseCron('0 0 13 * 5').fitsDay
    expect([either(13, 1), either(1, 5), either(1, 1)]).toEqual([true, true, false])
    const both = parseCron('0 0 */2 * 5').fitsDay
    expect([both(13, 1), both(13, 5), both(2, 5)]).toEqual([false, true, false])
  })

  test('"@weekly" is Sunday at midnight', () => {
    const { minutes, hours, fitsDay } = parseCron('@weekly')
    expect([minutes, hours, fitsDay(4, 0), fitsDay(4, 1)]).toEqual([[0], [0], true, false])
  })
})

describe('what cannot be read', () => {
  test.each([
    ['60 * * * *', 'minute'],
    ['0 24 * * *', 'hour'],
    ['0 0 0 * *', 'day of the month'],
    ['0 0 * 13 *', 'month'],
    ['0 0 * * 8', 'day of the week'],
    ['0 0 * * mo-fr', 'day of the week'],
    ['0 17-9 * * *', 'backwards'],
    ['*/0 * * * *', 'at least 1'],
    ['0 0 L * *', 'day of the month'],
    ['0 0 * * 5#2', 'day of the week'],
    ['-1 0 * * *', 'minute'],
    ['1,,2 0 * * *', 'minute'],
    ['0 9 * *', 'five fields'],
    ['0 0 9 * * *', 'seconds'],
    ['@reboot', 'five fields'],
    ['', 'five fields'],
  ])('"%s" is refused with a word about %s', (line, word) => {
    expect(() => parseCron(line)).toThrow(expect.objectContaining({ code: 'ARGS_INVALID' }))
    expect(() => parseCron(line)).toThrow(word)
  })
})
