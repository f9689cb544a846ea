import { type Frames, fillFrames, parts } from './fill-frames.ts'
import type { Example } from './fit-model.ts'
import { SLANG_ALARMS, SLANG_CALM } from './slang-alarms.ts'

/** Emergencies and what only sounds like them, put together from parts: "my uncle swallowed bleach", "is a stroke hereditary". Seeded. */
export function alarmExamples(count: number, seed: number): readonly Example[] {
  const alarms = fillFrames(ALARMS, count, seed).map((text) => ({ text, label: '1', weight: 0.4 }))
  const calm = fillFrames(CALM, Math.round(count * 1.2), seed + 1).map((text) => ({ text, label: '0', weight: 0.4 }))
  return [...alarms, ...calm]
}

const KIN =
  parts(`mother, mum, dad, father, wife, husband, son, daughter, baby, brother, sister, friend, neighbour, grandma,
  grandfather, colleague, roommate, partner, uncle, aunt, girlfriend, boyfriend, toddler, boss, flatmate, cousin, child, mate`)
const HAPPENING =
  parts(`can't breathe, cannot breathe properly, is struggling for air, isn't breathing, stopped breathing, is choking,
  is choking on food, has crushing chest pain, is clutching the chest, has chest pressure, has pain down the left arm,
  has a drooping face, has a crooked mouth, has slurred speech, is slurring words, speaks gibberish, can't move one side,
  can't lift the arm, went numb on one side, is unconscious, is unresponsive, won't wake up, passed out, collapsed, fainted,
  keeps fainting, is having a seizure, is having a fit, is shaking on the floor, is convulsing, is bleeding heavily,
  won't stop bleeding, is coughing up blood, is vomiting blood, lost a lot of blood, got stabbed, was stabbed, got shot,
  was shot, cut off a finger, cut an artery, has a bone sticking out, was hit by a car, fell off a ladder, fell from the roof,
  fell down the stairs and hit the head, can't feel the legs after a fall, swallowed bleach, drank antifreeze,
  drank drain cleaner, swallowed a battery, swallowed a magnet, swallowed pills, took too many pills, took a whole bottle of pills,
  took an overdose, overdosed, overdosed on heroin, ate wild mushrooms and is vomiting, ate poisonous berries,
  took double the heart tablets, took too much insulin, injected too much insulin, is allergic and the throat is closing,
  has a swollen tongue, has lips that swell up, was stung by a bee and can't breathe, was stung by wasps and has hives all over,
  was bitten by a snake, was bitten by a spider and is sweating, was burned with boiling water, got oil burns on the face,
  got acid in the eyes, got chemicals in the eye, can't see suddenly, went blind in one eye, has the worst headache ever,
  has a stiff neck and a high fever, has a rash that won't fade under a glass, is confused and has a fever, is cold and clammy,
  is very sleepy after hitting the head, was electrocuted, touched a live wire, was struck by lightning, was pulled from the water,
  nearly drowned, fell through the ice, is trapped in the car, is trapped under a beam, is in labour, is giving birth,
  is pregnant and bleeding, is 30 weeks and the waters broke, can't feel the baby move, has very low sugar and is confused,
  has high sugar and is vomiting, is breathing too fast, has blue lips, turned blue, has a racing heart and feels faint,
  wants to die, wants to end it all, is going to kill himself, is going to jump, wrote a goodbye letter, cut the wrists,
  is holding a rope, doesn't want to live anymore, said goodbye to everyone, is being beaten, is being attacked, is being followed,
  was raped, was assaulted, was drugged at a bar, is locked in with a man with a knife, is threatened with a gun,
  has severe belly pain and is rigid, has sudden testicle pain, is floppy and won't feed, has no wet nappies and is listless,
  swallowed a coin and is gagging, ate a laundry capsule, bit into a dishwasher tablet, got into the heart pills, drank lamp oil,
  is on blood thinners and hit the head, takes warfarin and fell on the head, is on eliquis and the headache grows after a fall,
  can't find the right words, keeps dropping things and smiles crookedly, has an infection and is suddenly confused,
  has cold blotchy skin and breathes fast, has a fever and is two weeks old, is early pregnant with a sharp pain on one side,
  is pregnant and sees stars with a pounding head, has breath like fruit and is drowsy, is clammy with a heavy chest,
  has a throat that gets tight after the antibiotic, has a face that puffs up after cashews, has a thick leg and no breath,
  is saving up pills, has been keeping tablets back, gave everything away and said thank you, says it will soon be over,
  says nobody will have to worry any more, rehomed the dog and wrote letters, said we will not see each other again`)
const SCENE =
  parts(`the house is on fire, our kitchen is on fire, there is smoke in the hallway, the stove is in flames,
  the oil in the pan caught fire, we smell gas, there is a smell of gas in the flat, the gas is leaking, the co alarm is going off,
  the carbon monoxide detector is beeping, someone is breaking in, there's an intruder in the house, a man with a knife is outside,
  my ex is trying to break the door, somebody is hitting me, he is choking me, he says he will kill me, I want to die,
  I want to kill myself, I want to end my life, I can't go on living, I don't want to be alive, everyone is better off without me,
  nobody would miss me, I have the pills in front of me, I am going to do it tonight, I'm standing on the bridge, I keep hurting myself,
  I might hurt my baby, voices tell me to hurt people, I can't breathe, I feel a weight on my chest, my chest is so tight,
  an elephant is sitting on my chest, my throat is closing, my tongue is swelling, my face is numb, I can't feel my legs, I am dizzy and my chest hurts,
  I need an ambulance, there has been an accident and people are hurt, someone fell on the tracks, a child is under the water,
  the car is sinking, the wire fell on him, the building collapsed, the roof came down on him, there was an explosion, sparks come from the socket,
  I am saving up my tablets, I have been keeping my pills back, I have enough pills saved by now, I gave my things away and it is all arranged,
  I found a home for my dog and then it is over, I won't be a bother much longer, I won't be here at Christmas and that is fine,
  you will all be happier without me, soon nobody has to worry about me, I have written the letters, I have chosen the day,
  everybody in the house has a headache, we all feel sick since the stove was lit, the heater was on all night and we are so drowsy`)
const NOUN =
  parts(`stroke, heart attack, cardiac arrest, seizure, overdose, chest pain, anaphylaxis, allergic reaction, burn, poisoning,
  concussion, suicide, house fire, gas leak, drowning, snake bite, bee sting, stab wound, gunshot, broken leg, broken arm, miscarriage,
  panic attack, asthma attack, sepsis, meningitis, heatstroke, hypothermia, frostbite, electric shock, domestic violence, carbon monoxide,
  nosebleed, fainting, choking, labour, birth, appendicitis, diabetic coma, epilepsy, head injury, car accident, robbery, assault, blood clot,
  aneurysm, self-harm, depression, CPR, first aid, Heimlich manoeuvre, defibrillator, epipen, ambulance, emergency room, poison, bleach`)
const WHEN =
  parts(`last year, two years ago, ten years ago, in 2010, in 1998, when I was a child, in my twenties, last summer, months ago,
  back in school, a long time ago, six weeks ago, in March, as a kid`)
const OBJECT =
  parts(`phone, battery, laptop, server, website, car, bike, team, project, budget, business, shop, plant, tv, router, code, app,
  boss, deadline, exam, homework, job, stock, portfolio, game, console, workout, feet, wallet, weekend, diet, printer, engine, email`)
const FIGURE =
  parts(`is dying, is dead, died on me, is killing me, is on fire, is burning out, is choking, is bleeding money, keeps crashing,
  is suffocating me, gave me a heart attack, is murder, is drowning me, makes me want to scream, broke my heart, is exploding, is toxic,
  is fried, crashed, is burning cash, got killed today, is shooting up, is a killer, is a shock, has a pulse, stabbed me in the back`)

// What tells a plan from a hobby is what is laid by.
const HOARDING = parts(
  `saving up, saving, keeping back, stashing, stockpiling, hiding, collecting, putting aside, hoarding, gathering`,
)

const ALARMS: Frames = {
  frames: [
    ...['SLANGA', 'SLANGA', 'SLANGA, LEADQ', 'LEAD SLANGA', 'bro SLANGA', 'yo SLANGA NOW'],
    ...[
      'my KIN HAPPENING',
      'my KIN HAPPENING NOW',
      'KIN HAPPENING',
      'my KIN HAPPENING, LEADQ',
      'LEAD my KIN HAPPENING',
      'she HAPPENING',
    ],
    ...[
      'he HAPPENING',
      'someone HAPPENING NOW',
      'a man HAPPENING',
      'SCENE',
      'SCENE NOW',
      'SCENE, LEADQ',
      'LEAD SCENE',
      'NOUN happening now',
    ],
    ...[
      'having a NOUN right now',
      'I think my KIN is having a NOUN',
      'NOUN LEADQ',
      'I think I am having a heart attack',
      'the KIN HAPPENING, LEADQ',
    ],
    ...['I am HOARDING my PILLS', "I've been HOARDING PILLS ENOUGH", 'my KIN is HOARDING PILLS'],
  ],
  slots: {
    KIN,
    SLANGA: SLANG_ALARMS,
    HOARDING,
    PILLS: parts(
      `pills, tablets, meds, painkillers, antidepressants, morphine, sleeping pills, insulin, grandma's pills, paracetamol, opioids`,
    ),
    ENOUGH: parts(
      `until there is enough, so that there is enough, for when I decide, for that day, in a drawer, in a jar`,
    ),
    HAPPENING,
    SCENE,
    NOUN: parts(`stroke, heart attack, seizure, overdose, cardiac arrest, anaphylaxis, allergic reaction, asthma attack, gas leak,
      house fire, gunshot wound, choking, chest pain, snake bite, severe bleeding, miscarriage, suicidal thoughts`),
    NOW: parts(
      'now, right now, since this morning, since an hour, for 20 minutes, just now, and it is getting worse, please help, suddenly, help',
    ),
    LEADQ: parts(
      'what do I do, what should I do, is it serious, do I need a doctor, help, how do I help, should I wait, can it wait until tomorrow',
    ),
    LEAD: parts(
      'please help, quick, hi, sorry to bother you but, I think, I am not sure but, maybe it is nothing but, it seems that, omg',
    ),
  },
}

const CALM: Frames = {
  frames: [
    ...['SLANGC', 'SLANGC', 'SLANGC lol', 'bro SLANGC', 'yo SLANGC', 'ugh SLANGC'],
    ...[
      'what is a NOUN',
      'NOUN meaning',
      'NOUN definition',
      'symptoms of NOUN',
      'signs of a NOUN',
      'what causes NOUN',
      'NOUN statistics',
    ],
    ...[
      'how to prevent NOUN',
      'history of NOUN',
      'NOUN course',
      'NOUN insurance',
      'NOUN cost',
      'essay about NOUN',
      'NOUN in movies',
    ],
    ...[
      'when I had a NOUN WHEN',
      'I had a NOUN WHEN',
      'my KIN had a NOUN WHEN',
      'my KIN had a NOUN WHEN and is fine now, CALMQ',
    ],
    ...[
      'after a NOUN WHEN, CALMQ',
      'recovered from NOUN WHEN',
      'my KIN died of a NOUN WHEN',
      'NOUN WHEN, CALMQ',
      'is NOUN hereditary',
    ],
    ...[
      'my OBJECT FIGURE',
      'the OBJECT FIGURE lol',
      'my OBJECT FIGURE, what can I do?',
      'OBJECT FIGURE',
      'this OBJECT FIGURE today',
    ],
    ...[
      'I am writing a story about a NOUN',
      'a NOUN scene for my novel',
      'which game has a NOUN',
      'first aid kit for NOUN',
      'NOUN training',
    ],
    ...[
      'MILD',
      'MILD, CALMQ',
      'MILD since two days',
      'my KIN has MILD',
      'MILD after work',
      'could you explain NOUN',
      'difference between NOUN and NOUN',
    ],
    ...[
      'how do I read the label of MEDICINE',
      'can I take MEDICINE with food',
      'how long does MEDICINE stay in the body',
      'half life of MEDICINE',
      'side effects of MEDICINE',
      'I forgot MEDICINE this morning, CALMQ',
      'do I need MEDICINE',
      'is MEDICINE ok while I take MEDICINE',
      'where do I keep MEDICINE',
      'should I see a doctor about MILD',
      'is it normal to have MILD',
      'MILD, what helps',
    ],
    ...['I am HOARDING STUFF', "I've been HOARDING STUFF for years", 'my KIN is HOARDING STUFF, why'],
    ...[
      'how does a NOUN feel in the long run',
      'what should a NOUN lesson contain',
      'is NOUN covered by insurance',
      'NOUN song lyrics',
    ],
  ],
  slots: {
    KIN,
    SLANGC: SLANG_CALM,
    NOUN,
    HOARDING,
    STUFF: parts(
      `money for a tablet, stamps, recipes, coupons, toilet paper, cash, old records, photos, wine, 200 a month, receipts, seeds`,
    ),
    WHEN,
    OBJECT,
    FIGURE,
    CALMQ:
      parts(`can I fly, may I do sports, which exercises help, can I drink wine, what should I eat, how do I claim insurance, what are the odds,
      is it normal, when can I drive, which support group is there, how long does healing take, can I get a certificate`),
    MILD: parts(`a mild cold, a sore throat, a small bruise, a paper cut, a little headache, tired legs, a runny nose, dry skin, a stiff back,
      mild heartburn, hiccups, a stubbed toe, a mosquito bite, sunburn on the nose, a scraped knee, sore muscles, a blister, dandruff,
      a slight fever, an itchy rash, tired eyes, a toothache, back pain from sitting, a small burn that is healing, period cramps, hay fever,
      a sore wrist from typing, tingling fingers from typing, a mole that itches now and then, an old scar that pulls, growing pains,
      an ingrown toenail, a wart, shin splints, reflux for years, chronic back pain, ringing ears for months, a wobbly tooth,
      a bruise that went yellow, a blocked ear after swimming, mould on the bathroom wall, black spots on the ceiling`),
    MEDICINE:
      parts(`ibuprofen, paracetamol, semaglutide, amoxicillin, the antibiotic, the cough syrup, antihistamines, statins, metformin,
      the pill, iron tablets, melatonin, sertraline, my thyroid tablets, omeprazole, prednisone, my blood pressure tablets, vitamin d,
      my toddler's medicine, the fever syrup, eye drops, an inhaler, warfarin, insulin, a sleeping tablet, a flu jab, a tetanus shot`),
  },
}
