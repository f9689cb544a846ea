/** What colours a complaint and is none by itself. A label for the answer and the words that tell it, for text as `heardText` gives it. */
export const SYMPTOM_CIRCUMSTANCES = {
  severe: [
    'severe',
    /\bsevere\w{0,2}\b|\bworst\b|\bunbearable|\bexcruciating|\bagoni[sz]ing|\bagony\b|\b(?:9|10|nine|ten) ?(?:\/|out of) ?(?:10|ten)\b|\bintense\b|\bcrushing|\btearing\b|\bdoubled over|\bcan(?:'?t|not) (?:stand|bear) (?:it|the pain)/,
  ],
  sudden: ['sudden', /\bsudden\w{0,2}\b|\bout of nowhere|\ball at once/],
  worse: ['getting worse', /\b(?:getting|got|gets|becoming|growing|much) worse\b|\bworsen\w{1,3}|\bdeteriorat\w{1,3}/],
  mild: ['mild', /\bmild(?:ly)?\b|\bslight(?:ly)?\b|\bwhen i (?:press|touch|push|cough|move|twist)|\bpulled a muscle/],
  spreads: [
    'spreading to arm, jaw, neck or back',
    /\b(?:left|right|both) arms?\b|\bjaw\b|\b(?:spread\w{0,4}|radiat\w{1,4}|goes|going|shooting|down|into)\b(?: \w{1,8}){0,3} (?:arms?|neck|back|shoulders?)\b/,
  ],
  sweat: ['sweating', /\bsweat\w{0,4}\b|\bclammy/],
  'belly-right': ['lower right side', /\b(?:lower right|right lower|right side|bottom right)\b/],
  'headache-pattern': [
    'worse on coughing, bending or lying, or waking you',
    /\bwakes? (?:me|him|her)\b|\bworse (?:when|on|if)\b.{0,12}\b(?:cough\w{0,3}|bend\w{0,3}|ly?ing|lie)\b|\bworse in the morning/,
  ],
  'immune-weak': [
    'weak immunity',
    /\bchemo\w{0,7}|\bimmun\w{1,3}(?:suppress\w{1,4}|compromised)|\bweak immun\w{1,3}|\btransplant|\bno spleen|\bhiv\b|\bneutropeni\w|\bleuk(?:a)?emia/,
  ],
  pregnant: ['pregnant', /\bpregnan\w{1,3}|\btrimester\b/],
  'gave-birth': ['gave birth recently', /\bgave birth|\bpostpartum|\bc-section|\bafter (?:giving )?birth/],
  'blood-thinner': [
    'blood thinners',
    /\bblood thinn\w{1,4}|\bwarfarin|\bapixaban|\brivaroxaban|\beliquis|\bxarelto|\banticoagul\w{2,4}/,
  ],
  diabetes: ['diabetes', /\bdiabet\w{1,3}|\binsulin\b/],
  travel: [
    'travel where malaria occurs',
    /\bmalaria|\b(?:back|returned|came back|trip|travel\w{0,4})\b.{0,20}\b(?:africa|asia|india|tropic\w{1,3}|amazon|ghana|kenya|nigeria|uganda|thailand|indonesia)/,
  ],
  'others-ill': [
    'others at home are ill too',
    /\b(?:others|everyone|whole family|we all)\b.{0,30}\b(?:ill|sick|headaches?)\b|\bcarbon monoxide/,
  ],
  heat: ['heat', /\bheat ?stroke|\bheat exhaustion|\b(?:in|from) the (?:sun|heat)\b/],
  exercise: ['during effort', /\b(?:during|while|when) (?:exercis\w{1,3}|running|playing|sport|effort)/],
  'inhaler-fails': [
    'the inhaler does not help',
    /\binhaler\b.{0,20}\b(?:not|isn't|doesn't|no longer) (?:help\w{0,3}|work\w{0,3})/,
  ],
  male: [
    'male',
    /\b(?:i'm|i am) a (?:man|guy|male)\b|\bhusband\b|\bboyfriend\b|\bmy (?:dad|father|son|brother|grandfather|grandpa)\b/,
  ],
  postmenopause: ['after the menopause', /\b(?:after|post)[- ]?(?:the )?menopaus\w{1,3}/],
  'long-term-fails': [
    'not better with treatment',
    /\b(?:antibiotics|treatment|medicine|tablets)\b.{0,20}\b(?:not|aren't|isn't|don't|doesn't|didn't) (?:help\w{0,3}|work\w{0,3})/,
  ],
} as const satisfies Record<string, readonly [label: string, words: RegExp]>
