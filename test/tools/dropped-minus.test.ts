import { describe, expect, it } from 'vitest'
import { folders } from '../../bin/folders.ts'
import { isOperatorError } from '../../src/base/errors.ts'
import { loadAll } from '../../src/base/folder.ts'
import type { Heard } from '../../src/tools/tool.ts'
import { toolContext } from '../helpers/tool-context.ts'

/** A sign means something there, or there are no figures of one's own. */
const SIGNED = ['net-worth', 'calculator', 'unit-conversion', 'bet-payout', 'odds-conversion', 'odds-margin']
/** Their figures are words of a text, a date or a clock. */
const TEXTS = [
  'summarise',
  'date-arithmetic',
  'due-date',
  'swot',
  'raci',
  'symptom-triage',
  'critical-path',
  'workflow-draft',
]
/** What is invested can lose, and prices can fall. */
const MAY_FALL = /^if I save .* at -5%|with -3% inflation$/
/** All zones are told, whichever is named. */
const NAMES_A_ZONE = /zone -2/
const FIGURE = /(?<=^|[ $])(?<![-+]\$?)(?:\$?)(\d[\d.]*)(?=[ ,a-z%]|$)/g

describe('minus signs', async () => {
  const kit = await loadAll(folders.tools)
  const tools = kit.filter(({ name }) => !SIGNED.includes(name) && !TEXTS.includes(name))
  const hear = (name: string, text: string): Heard =>
    kit.find((tool) => tool.name === name)?.hear({ text, attachment: null }) ?? null

  const cases = tools
    .flatMap(({ name, example }) =>
      [...example.matchAll(FIGURE)].map((match) => {
        const said = `${example.slice(0, match.index)}-${example.slice(match.index)}`
        return [said, name, example] as const
      }),
    )
    .filter(([said]) => !MAY_FALL.test(said) && !NAMES_A_ZONE.test(said))

  it.each(cases)('"%s" is not computed by %s', async (said, name, example) => {
    const heard = hear(name, said)
    if (heard === null || 'missing' in heard) return
    expect(heard).not.toEqual(hear(name, example))
    const tool = kit.find((one) => one.name === name)
    const outcome = await tool?.call(heard.use, toolContext).catch((thrown: unknown) => thrown)
    expect(isOperatorError(outcome) && outcome.code).toBe('ARGS_INVALID')
  })

  it.each([
    ['bmi', 'BMI -80 kg 180 cm', '“-80 kg”'],
    ['bmi', 'bmi minus 80 kg, 180 cm', '“minus 80 kg”'],
    ['bmi', 'bmi negative 80 kg 180 cm', '“negative 80 kg”'],
    ['meeting-cost', 'meeting cost: 8 people, $-60 per hour, 45 minutes', '“-60”'],
    ['sports-figures', 'era: -14 earned runs in 37 innings', '“-14 earned”'],
    ['bet-payout', 'what does a -$40 bet at -150 pay', '“-$40 bet”'],
    [
      'retirement-projection',
      "I'm 35 with -40k saved and put in 500 a month, what will I have at 67, retired",
      '“-40k”',
    ],
  ])('%s says which figure of "%s" it is', (name, said, words) =>
    expect(hear(name, said)).toEqual({ missing: [`a figure that is not below zero instead of ${words}`] }),
  )

  it.each([
    ['break-even', 'break even with fixed costs - 5000, price - 20, cost - 8'],
    ['net-worth', 'net worth: house 300k, mortgage -220k'],
    ['bet-payout', '-150 line, what do I win on 40 bucks'],
    ['odds-margin', 'fair odds for -110 and -110'],
    ['kelly', 'kelly at -110 with 55%'],
    ['unit-conversion', '-40 f in c'],
  ])('%s still hears "%s"', (name, said) => expect(hear(name, said)).toHaveProperty('use'))

  it.each([
    ['loan-amortisation', 'loan of -5000 at 5% over 3 years monthly payment', 'amount: it must be more than 0'],
    ['loan-amortisation', 'loan of -$5000 at 5% over 3 years monthly payment', 'amount: it must be more than 0'],
    ['rent-share', 'rent is -1200 income 3500 too much?', 'rent_per_month: it must be more than 0'],
    ['bmi', 'bmi 1080 kg 180 cm', 'the weight must be 20 to 500 kg'],
  ])('%s refuses "%s" by name', async (name, said, words) => {
    const heard = hear(name, said)
    const use = heard && 'use' in heard ? heard.use : {}
    await expect(kit.find((tool) => tool.name === name)?.call(use, toolContext)).rejects.toThrow(words)
  })
})
