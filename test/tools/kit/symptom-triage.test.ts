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
    "I'm 28 weeks pregnant and bleeding a bit, should I call someone",
    'my chest gets tight on the stairs and better at rest, but now it also comes at rest, is it serious',
    'new chest tightness when I climb stairs, it goes when I rest, should I worry',
    'my chest has been tight for 20 minutes, should I see a doctor',
    'my baby is 5 weeks and burning up, should I call a doctor',
    "my mum banged her head, she's on clopidogrel, is it serious",
    'pain in my left ball and I feel sick, should I see a doctor',
    'my sight in the left eye suddenly disappeared, how urgent is that',
    'my poop looks like tar, should I see a doctor',
    'I am 7 weeks pregnant with cramps on the left side, should I call someone',
    'positive test and pain in my shoulder tip, should I worry',
    "bad headache, fever and I can't stand the light, should I see a doctor",
    "I have a fever and I've not peed since yesterday, how serious is it",
    'hives and my throat feels tight after peanuts, should I go to the er',
    'I was stung by a wasp and feel faint and itchy, is it serious',
    'I keep thinking about ending it all, should I see a doctor',
    'I took 20 paracetamol, is it serious',
    'my co alarm went off and I have a headache, should I worry',
    'we are both dizzy with a headache and the boiler is on, is it serious',
    'I cough up a lot of blood, should I see a doctor',
    'I have sickle cell and a fever, can it wait?',
    'should I worry, I am 32 weeks pregnant with a bad headache and blurred vision',
    'my nosebleed has gone on for 40 minutes, should I go to hospital',
    'my knee is hot and red and I have a fever, should I see a doctor',
    'his inhaler is not helping, should we go to hospital',
    'a bat bit me, should I see a doctor',
    'my foot has gone white and hurts, is it serious',
    'unprotected sex and worried about hiv, should I see a doctor',
    'a child in my class swallowed a coin and is drooling, is it serious',
    'cold sweat and pain in my left arm, should I worry',
    'my blood pressure is 200/125 with a headache, should I call someone',
    'my 2.5 month old has a fever, should I see a doctor',
    'I took too much insulin, is it serious',
    'I chopped off my fingertip, should I go to the er',
    'my wound is infected and I feel really ill, is it serious',
    'I cannot find my words suddenly, should I see a doctor',
  ],
  today: [
    'my baby has a fever, should I go to the er?',
    "I'm 9 weeks pregnant and bleeding a bit, should I call someone",
    'my chest feels tight when I climb stairs but it goes away when I rest, should I see a doctor',
    'I get chest pressure walking uphill, relieved by rest, for three months, is it serious',
    'it hurts in my chest when I press on my ribs, mild, since yesterday, should I see a doctor',
    'I lost my hearing in one ear suddenly, should I see a doctor',
    'a sudden rash with fever on my arms, should I see a doctor',
    'my daughter is 8 and always thirsty and pees a lot, should I worry',
    'I have a sore throat and take carbimazole, should I see a doctor',
    'my period is late and my tummy aches, should I see a doctor',
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
    'bleeding after the menopause, should I see my doctor',
    'should I see a doctor, I pee a lot and I am thirsty',
  ],
  'self-care': [
    "I've had a cold and runny nose for 3 days, should I see a doctor?",
    'I have a sore throat but no fever, do I need to see a doctor',
    "I don't have chest pain or fever, just a mild cough, should I see a doctor?",
    'my knee hurts after running, is it serious',
    'does my headache get worse? should I see a doctor',
    'a mosquito bite itches, should I see a doctor about my arm',
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

  it('tightness on effort that goes with rest says when it becomes an emergency', async () => {
    const { red_flags_found, red_flags_to_check } = await judge('chest tightness on stairs that goes when I rest')
    expect(red_flags_to_check).not.toContain('chest pain or pressure')
    expect(red_flags_found.join()).toMatch(/urgent appointment.*emergency if it is new, comes at rest or lasts/)
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
