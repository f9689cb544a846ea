import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/symptom-triage.ts'
import { toolContext } from '../../helpers/tool-context.ts'

interface Output {
  urgency: string
  age_group: string
  red_flags_found: string[]
  red_flags_to_check: string[]
}
const hear = (text: string) => tool.hear({ text, attachment: null })
const judge = async (symptoms: string, more: object = {}) =>
  (await tool.call({ symptoms, ...more }, toolContext)).output as Output

const CASES: Readonly<Record<string, readonly string[]>> = {
  now: [
    'I have a headache, a fever and a stiff neck, should I see a doctor?',
    'my chest feels tight and my left arm hurts, is it serious?',
    "Isn't the chest pain serious? I have had it for an hour",
    'how urgent is it? my 2 month old has a fever of 38.2',
    'my son hit his head and vomited twice, do we need to go to hospital',
    "my husband's speech is slurred and his face droops, how urgent is that",
    'worst headache of my life, should I go to hospital',
    'is my headache serious? never had a headache like this',
    'my dad is 72 and confused since this morning, should I call 999',
    'my lips are swelling and I have hives after eating nuts, do I need an ambulance',
    "my back hurts and I can't feel between my legs, is this serious?",
    'I feel hopeless and want to die, should I see a doctor',
    'i took too many pills is it serious',
    "I'm pregnant with severe stomach pain, should I call someone",
    "I'm on chemo and have a fever, should I wait?",
    'should I worry, my eye got bleach in it',
    'my calf is swollen and I am short of breath, can this wait?',
    'my daughter has a rash that does not fade under a glass, should I take her to the er',
    'sudden pain in my testicle, is that an emergency',
    'I am vomiting blood, should I see a doctor',
  ],
  today: [
    'my baby has a fever, should I go to the er?',
    "I'm 28 weeks pregnant and bleeding a bit, should I call someone",
    'triage: 34f, burning when I pee, fever and back pain',
    'my stomach hurts on the lower right and I feel sick, is this an emergency?',
    'my kid has diarrhea and no wet nappies, should I worry',
    'my tooth hurts and my face is swollen, how urgent is it',
    'not eating or coughing blood, should i see a doctor',
    'fever for 5 days, should I see a doctor',
    'my 80 year old grandmother has a fever, should we see a doctor',
    'a dog bit me, should I see a doctor',
    'I think I broke my wrist, should I go to A&E',
    "I'm bleeding from my ear, should I see a doctor",
    'my cold is getting worse, should I see a doctor',
    'my 8 month old has a runny nose, should I see a doctor?',
  ],
  'this-week': [
    "should I be worried about my cough, it's been 5 weeks",
    'i have persistent headaches and fatigue, is it serious?',
    'I found a lump in my armpit, should I see a doctor',
    'should I see a doctor, I am losing weight without trying',
  ],
  'self-care': [
    "I've had a cold and runny nose for 3 days, should I see a doctor?",
    'I have a sore throat but no fever, do I need to see a doctor',
    "I don't have chest pain or fever, just a mild cough, should I see a doctor?",
    'my knee hurts after running, is it serious',
    'does my headache get worse? should I see a doctor',
  ],
}

describe('symptom-triage', () => {
  describe.each(Object.entries(CASES))('%s', (urgency, texts) => {
    it.each([...texts])('"%s"', async (text) => {
      const heard = hear(text)
      expect(heard).toHaveProperty('use')
      if (heard && 'use' in heard) expect(await judge(String(heard.use.symptoms))).toMatchObject({ urgency })
    })
  })

  it.each([
    'I have persistent headaches and fatigue',
    'I have a cough',
    'is chest pain serious?',
    'when should you see a doctor for a fever',
    'what is triage',
    'triage my inbox',
    'should I see a financial advisor',
    'how serious is the injury crisis at Arsenal',
    'is my car making a noise serious',
    'should I take my umbrella, I have a cold',
    'my back hurts, what stretches help',
    'my phone is dying, is it serious',
  ])('"%s" is left to the handbook', (text) => expect(hear(text)).toBeNull())

  it.each(['should I see a doctor?', 'triage my symptoms'])('"%s" is asked for the symptoms', (text) =>
    expect(hear(text)).toHaveProperty('missing'),
  )

  it('the red flags to check are those of the complaint, without those already told', async () => {
    const output = await judge('I have a headache and a fever')
    expect(output.red_flags_to_check.join()).toContain('sudden or the worst ever')
    expect(output.red_flags_to_check.join()).toContain('chest pain')
    const chest = await judge('I have chest pain')
    expect(chest.red_flags_found.join()).toContain('chest pain')
    expect(chest.red_flags_to_check).not.toContain('chest pain or pressure')
  })

  it('the age given counts more than the words', async () => {
    expect(await judge('fever', { age_years: 0.1 })).toMatchObject({ urgency: 'now', age_group: 'under-3-months' })
    expect(await judge('fever', { age_years: 30 })).toMatchObject({ urgency: 'self-care', age_group: 'adult' })
    expect(await judge('my son has a fever', { age_years: 70 })).toMatchObject({ age_group: 'over-65' })
  })

  it('what the rules do not know is never called self-care', async () => {
    expect((await judge('my aura feels off')).urgency).toBe('today')
  })

  it('says what to do first and that it is no diagnosis', async () => {
    const { blocks } = await tool.call({ symptoms: 'chest pain' }, toolContext)
    expect(blocks[0]).toMatchObject({ kind: 'note', tone: 'bad', text: expect.stringContaining('112') })
    expect(JSON.stringify(blocks)).toContain('not a diagnosis')
  })

  it.each([
    { symptoms: '' },
    { symptoms: 'x'.repeat(2_001) },
    { symptoms: 'fever', age_years: -1 },
    { symptoms: 'fever', age_years: 1e300 },
  ])('%.60j is refused', (input) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )

  it('a megabyte is heard in a moment', () => {
    const began = performance.now()
    for (const junk of ['x ', 'pain ', 'no ', '((((', 'chest ', '1 '])
      hear(`should I see a doctor ${junk.repeat(400_000)}`)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
