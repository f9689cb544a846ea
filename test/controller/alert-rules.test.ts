import { expect, test } from 'vitest'
import { ALERT_RULES, type AlertRule, weigh } from '../../src/controller/alert-rules.ts'
import { CALM } from '../helpers/calm-vitals.ts'

const rule: AlertRule = {
  ...{ name: 'lag', level: 'warn', raise: 100, clear: 20, looks: 3, hint: 'look' },
  of: ({ eventLoopLagMs }) => eventLoopLagMs,
  say: (value) => `${value}`,
}
const less: AlertRule = { ...rule, raise: 10, clear: 50, looks: 1 }

function verdicts(one: AlertRule, values: ReadonlyArray<number | null>): string[] {
  let streak = 0
  return values.map((value) => {
    const weighed = weigh(one, value, streak)
    streak = weighed.streak
    return weighed.verdict
  })
}

test.each<[what: string, rule: AlertRule, values: Array<number | null>, verdicts: string[]]>([
  ['raises at the third look in a row', rule, [100, 150, 100], ['hold', 'hold', 'raise']],
  [
    'begins again after a look below',
    rule,
    [100, 100, 99, 100, 100, 100],
    ['hold', 'hold', 'hold', 'hold', 'hold', 'raise'],
  ],
  ['does nothing between the two limits', rule, [60, 21, 99], ['hold', 'hold', 'hold']],
  ['clears at the lower limit', rule, [20, 0], ['clear', 'clear']],
  ['lets pass what was not measured', rule, [100, 100, null, 100], ['hold', 'hold', 'hold', 'raise']],
  ['where less is worse, raises below and clears above', less, [10, 11, 49, 50], ['raise', 'hold', 'hold', 'clear']],
])('a rule %s', (_what, one, values, expected) => {
  expect(verdicts(one, values)).toEqual(expected)
})

test('every rule leaves room between raising and clearing, and a calm fleet raises none', () => {
  for (const one of ALERT_RULES) {
    expect(one.raise, one.name).not.toBe(one.clear)
    expect(weigh(one, one.of(CALM), one.looks).verdict, one.name).toBe('clear')
  }
})

test('every rule says a sentence and what to do', () => {
  for (const one of ALERT_RULES) {
    expect(one.say(one.raise)).toMatch(/^[A-Z0-9].*\.$/)
    expect(one.hint).not.toBe('')
  }
  expect(new Set(ALERT_RULES.map(({ name }) => name)).size).toBe(ALERT_RULES.length)
})
