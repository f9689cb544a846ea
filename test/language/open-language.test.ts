import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openLanguage } from '../../src/language/open-language.ts'

const weights = (name: string): string =>
  readFileSync(new URL(`../../src/language/weights/${name}.json`, import.meta.url), 'utf8')
const language = openLanguage(weights)

describe('emergencies', () => {
  test.each([
    ['I need medical advice about chest pain symptoms', 'medical'],
    ['my dad cannot breathe and his lips are blue', 'medical'],
    ['she took all of her pills and will not wake up', 'medical'],
    ['I want to kill myself tonight', 'crisis'],
    ['nobody would miss me if I was gone, I have the pills in front of me', 'crisis'],
    ['our kitchen is on fire', 'danger'],
    ['there is a strong smell of gas in the flat', 'danger'],
    ["i'm saving up my tablets", 'crisis'],
    ["I won't be a bother much longer", 'crisis'],
    ["you'd all be happier without me dragging you down", 'crisis'],
    ['the whole house feels sick and we just lit the wood stove', 'danger'],
    ['choked on a grape and he has gone limp', 'medical'],
    ['my toddler swallowed a coin and is gagging', 'medical'],
    ["hit my head and I'm on warfarin", 'medical'],
    ['sharp pain on one side and I am six weeks pregnant, spotting', 'medical'],
    ["mom can't find her words since breakfast", 'medical'],
  ])('"%s" is one of the kind %s', (text, kind) => {
    expect(language.emergency(text)?.kind).toBe(kind)
  })

  test.each([
    'my phone is dying',
    'when I had a stroke in 2010',
    'how do I scale a mountain?',
    'what is the status of my insurance claim?',
    'this exam is killing me',
    'What’s the weather like in New York?',
    'how much does an ambulance cost',
    "how do I read the label of my toddler's medicine",
    'my hand goes numb when I type a lot',
    'stepped on a rusty nail, do I need a tetanus shot',
    'black stuff growing on my bathroom wall',
    "is my toddler's cough normal, he has had it for a week and is happy",
    'should I see a doctor about my snoring',
    'my chest is sore after bench press yesterday',
    'saving up for a new tablet for my son',
    "I won't be around next week, who covers my shift",
  ])('"%s" is none', (text) => {
    expect(language.emergency(text)).toBeNull()
  })
})

describe('pools', () => {
  test.each([
    ['I have persistent headaches and fatigue', 'healthcare'],
    ['Should I invest in tech stocks right now?', 'financial'],
    ["Predict tonight's NBA games", 'sports'],
    ["Help me optimize my team's workflow", 'business'],
    ["What's the weather like in New York?", 'general'],
    ['half life of semaglutide, when is it out of my system', 'healthcare'],
    ['black stuff growing on my bathroom wall', 'general'],
    ['does my insurance cover physio for my back', 'financial'],
  ])('"%s" belongs to %s', (text, pool) => {
    const [best] = Object.entries(language.pools(text)).sort(([, a], [, b]) => b - a)
    expect(best?.[0]).toBe(pool)
  })

  test('their likelihoods sum to 1 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
        const sum = Object.values(language.pools(text)).reduce((all, one) => all + one, 0)
        expect(sum).toBeCloseTo(1, 9)
      }),
    )
  })
})

describe('commands', () => {
  test.each([
    ['Show me the system status', 'status'],
    ['could somebody maybe restart the doctors', 'restart'],
    ['we could do with two more doctors', 'scale'],
    ['plz cancle task 12', 'cancel'],
  ])('"%s" is surely %s', (text, label) => {
    expect(language.command(text)).toMatchObject({ label, sure: true })
  })

  test.each(['what is the status of my insurance claim?', 'how do I scale a mountain?', 'restart my career'])(
    '"%s" is not surely a command',
    (text) => {
      expect(language.command(text)?.sure ?? false).toBe(false)
    },
  )

  test('a word more at the end of a very long post changes nothing in its middle', () => {
    const post = `${'my landlord keeps the deposit. '.repeat(20)}`
    const middle = (word: string) => `${post}${word} ${post}`
    expect(language.command(middle('restart'))).toEqual(language.command(middle('boiling')))
  })
})

test('a model is read at its first use and only then', () => {
  const read: string[] = []
  const lazy = openLanguage((name) => {
    read.push(name)
    return weights(name)
  })
  expect(read).toEqual([])
  lazy.pools('hello')
  lazy.pools('hello again')
  expect(read).toEqual(['routing'])
})

test('without weights nothing is said', () => {
  const none = openLanguage(() => null)
  expect(none.emergency('I cannot breathe')).toBeNull()
  expect(none.pools('mortgage')).toEqual({})
  expect(none.command('status')).toBeNull()
})

test('the three files of weights are below 1.5 MB together', () => {
  const bytes = ['commands', 'routing', 'emergency'].reduce((sum, name) => sum + weights(name).length, 0)
  expect(bytes).toBeLessThan(1_500_000)
})
