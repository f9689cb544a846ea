/** Complaints that are mostly harmless by themselves. A label for the answer and the words that tell it, for text as `heardText` gives it. */
export const EVERYDAY_SYMPTOMS = {
  numb: ['numbness or tingling', /\bnumb\w{0,4}\b|\btingl\w{1,4}|\bpins and needles/],
  drowsy: [
    'unusual sleepiness',
    /\bdrows\w{1,5}|\b(?:very|unusually|really|so) sleepy|\bletharg\w{1,3}|\blistless|\bcan(?:'?t|not) stay awake/,
  ],
  bleeding: ['bleeding', /\bbleed\w{0,3}\b|\bspotting\b/],
  nosebleed: ['nosebleed', /\bnose ?bleeds?\b|\bnose (?:is |keeps )?bleeding/],
  hives: ['hives', /\bhives\b|\bwelts\b|\burticaria|\brash all over/],
  rash: ['rash', /\brash(?:es)?\b|\bred spots|\bblisters? (?:all|on)/],
  fever: [
    'fever',
    /\bfever\w{0,3}\b|\bhigh temp\w{0,8}\b|\btemp(?:erature)?\b.{0,15}\b(?:3[89]|4[0-2]|10[0-7])\b|\b(?:3[89]|4[0-2])(?:\.\d)? ?(?:°|degrees?\b|c\b)|\b10[0-7](?:\.\d)? ?(?:°|degrees?\b|f\b)|\b(?:38|39|40)\.\d\b(?! ?(?:kg|lbs?|k?m|cm|%|weeks?|years?|percent))|\bburning up\b|\b(?:has|have|running|got) a temp\w{0,8}\b|\bchills\b|\bshiver\w{0,4}/,
  ],
  vomit: [
    'vomiting',
    /\bvomit\w{0,4}|\bthrow(?:ing|n|s)? up|\bthrew up|\b(?:being|been|is|was) sick\b|\bpuk(?:ing|ed)/,
  ],
  'no-fluids': [
    'not keeping drinks down',
    /\b(?:can(?:'?t|not)|won't|unable to|not) (?:\w{1,8} )?(?:keep|keeping|hold)\b.{0,20}\bdown\b|\bnothing stays down|\b(?:not|won't|refus\w{1,3}(?: to)?) (?:drink\w{0,3}|feed\w{0,3}|nurs\w{1,3})|\brefus\w{1,3} (?:fluids|milk|feeds?|bottle)/,
  ],
  dry: [
    'signs of drying out',
    /\b(?:no|fewer|hardly any) wet (?:nappies|diapers)|\b(?:hasn't|haven't|not) had a wet (?:nappy|diaper)|\bdry (?:nappy|nappies|diapers?)\b|\b(?:hardly|barely|hasn't|haven't|not) (?:been )?(?:pee\w{0,3}|urinat\w{1,3}|wee\w{0,3})\b|\bno tears|\bsunken (?:eyes|soft spot)|\bdehydrat\w{1,4}/,
  ],
  'belly-pain': [
    'belly pain',
    /\b(?:stomach|belly|tummy|abdom\w{2,5}|gut)(?: \w{1,10}){0,3} (?:pains?|aches?|hurts?|hurting|cramps?|cramping|sore)\b|\b(?:stomach|belly|tummy) ?aches?|\b(?:pains?|cramps?|hurts|ache)(?: \w{1,10}){0,4} (?:stomach|belly|tummy|abdomen|gut)\b|\bpain\b.{0,20}\b(?:lower right|right side|bottom right)\b|\bcramps?\b.{0,20}\b(?:left|right|one|lower) side\b|\bpelvic pain/,
  ],
  headache: [
    'headache',
    /\bhead ?aches?\b|\bmigraines?\b|\bhead (?:is )?(?:hurts?|hurting|pounding|throbbing|pain)|\bpain in (?:my|his|her|the) head/,
  ],
  'back-pain': [
    'back pain',
    /\bback ?aches?\b|\bback (?:\w{1,8} )?(?:pains?|hurts?|hurting|ache|aches|went out)\b|\bpain in (?:my|his|her) (?:\w{1,8} )?back\b|\bsciatica/,
  ],
  'eye-red': [
    'a red or painful eye',
    /\beyes?\b.{0,15}\b(?:hurts?|pain\w{0,3}|red)\b|\b(?:red|painful|sore|bloodshot|pink) eyes?\b/,
  ],
  'eye-swollen': [
    'a swollen eye or eyelid',
    /\beye(?:lid)?s?\b.{0,12}\b(?:swell\w{0,3}|swollen|puffy)|\b(?:swollen|puffy) eye/,
  ],
  blurred: [
    'blurred sight',
    /\bblur\w{1,4} (?:vision|sight|eyesight)|\b(?:vision|sight|eyesight|eyes?)\b.{0,12}\bblur\w{1,4}/,
  ],
  'hearing-loss': [
    'hearing loss',
    /\b(?:lost|losing|loss of)(?: \w{1,8}){0,2} hearing|\bhearing loss|\b(?:can(?:'?t|not)|can barely|can hardly) hear (?:well|properly|anything|out of|in (?:my|one)|on (?:my|one))|\b(?:gone|going|went) deaf/,
  ],
  thirst: ['thirst or passing a lot of urine', /\bthirsty\b|\bpee(?:s|ing)? a lot\b|\burinat\w{1,3} a lot/],
  'breath-pauses': ['pauses in breathing', /\bpauses? in (?:\w{1,8} )?breathing/],
  'groin-lump': [
    'a lump in the groin',
    /\bgroin\b.{0,15}\b(?:lump|swollen|swelling|bulge)|\b(?:lump|swelling|bulge)\b.{0,12}\bgroin|\bhernia\b/,
  ],
  palpitations: [
    'palpitations',
    /\bpalpitation\w?|\bheart (?:is |keeps |was )?(?:\w{1,8} )?(?:racing|pounding|flutter\w{0,3}|skip\w{0,4}|irregular)|\bracing heart|\birregular heart\w{0,4}/,
  ],
  'pee-burn': [
    'burning on passing urine',
    /\b(?:burn\w{0,3}|pain\w{0,3}|sting\w{0,3}|hurts?)\b.{0,20}\b(?:pee\w{0,3}|urinat\w{1,3}|wee(?:ing)?|pass(?:ing)? (?:urine|water))\b|\burin\w{1,3} infection|\buti\b|\bcystitis/,
  ],
  flank: [
    'pain in the side',
    /\b(?:flank|kidneys?) (?:pain|hurts?|ache)|\bpain in (?:my|his|her|the) (?:left |right )?(?:side|flank|kidneys?)\b/,
  ],
  diarrhoea: ['diarrhoea', /\bdiarrh\w{1,4}|\bloose stools?|\bthe runs\b|\bwatery (?:stools?|poo)/],
  burn: ['burn', /\bburn(?:ed|t)? (?:my|his|her|on)\b|\bscald\w{0,3}|\bburnt\b|\bsunburn/],
  bite: ['a bite', /\b(?:dog|cat|human|animal|bat|monkey|fox) (?:bites?|bit)\b|\bbitten by|\bbit (?:me|him|her)\b/],
  tick: ['a tick bite', /\bticks? (?:bite|bit)|\btick\b/],
  sting: [
    'an insect sting or bite',
    /\bstung\b|\b(?:insect|bee|wasp|mosquito|spider) (?:bites?|stings?|bit)|\bbug bites?/,
  ],
  wound: ['a cut or wound', /\bcut (?:my|his|her)\b|\bwound\b|\bgash\b|\bgraze\w?\b|\bstepped on a (?:nail|glass)/],
  infected: [
    'signs of a skin infection',
    /\bpus\b|\binfected\b|\bred streaks?|\boozing\b|\bhot and (?:red|swollen)|\bspreading redness|\bredness (?:is )?spreading/,
  ],
  'no-weight': [
    'no weight can be put on it',
    /\bcan(?:'?t|not) (?:put (?:any )?weight|bear weight|walk on|move (?:my |his |her )?(?:wrist|ankle|knee|elbow|shoulder|fingers?))/,
  ],
  injury: ['a sprain or injury', /\bsprain\w{0,3}|\btwisted\b|\brolled (?:my|his|her)\b/],
  fracture: [
    'a possible broken bone',
    /\bbroke(?:n)? (?:my|his|her|a|the|bones?|wrist|arm|leg|ankle|finger|toe|nose|ribs?)\b(?! (?:heart|phone|record))|\bfractur\w{1,3}/,
  ],
  tooth: [
    'toothache',
    /\btooth ?aches?|\btooth\b.{0,15}\b(?:hurts?|pain|broke\w?|abscess)|\bteeth hurt|\bgums?\b.{0,15}\b(?:swollen|bleed\w{0,3}|hurt)|\bdental abscess/,
  ],
  'sore-throat': [
    'sore throat',
    /\bsore throat|\bthroat (?:is |feels )?(?:\w{1,8} )?(?:sore|hurts?|hurting|scratchy)|\btonsil\w{1,5}|\bstrep\b/,
  ],
  'swallow-trouble': ['trouble swallowing', /\b(?:trouble|difficulty|pain|hard) (?:to |with |when )?swallow\w{0,3}/],
  'behind-ear': ['swelling behind the ear', /\b(?:swelling|swollen|red|lump)\b.{0,12}\bbehind\b.{0,8}\bears?\b/],
  ear: ['earache', /\bear ?aches?|\bears? (?:pain|hurts?|infection|is hurting)|\bpain in (?:my|his|her) ears?\b/],
  cough: ['cough', /\bcough\w{0,3}\b/],
  cold: [
    'cold symptoms',
    /\bcolds?\b(?! (?:water|weather|hands?|feet|sweats?|sores?|outside|drinks?|air|packs?|compress))|\bcan(?:'?t|not) breathe (?:\w{1,8} )?through (?:my|his|her) nose|\brunny nose|\bsneez\w{1,3}|\bstuffy|\bblocked nose|\bcongest\w{1,3}|\bsinus\w{0,4}/,
  ],
  flu: ['aches and flu', /\bflu\b|\bbody aches?|\bmuscle aches?|\baching all over/],
  tired: ['tiredness', /\btired\w{0,4}\b|\bfatigued?\b|\bexhaust\w{1,4}|\bno energy/],
  dizzy: ['dizziness', /\bdizz\w{1,4}|\blight-?headed\w{0,4}|\bvertigo|\bspinning\b|\bunsteady/],
  nausea: ['nausea', /\bnause\w{1,4}|\bqueasy|\bfeel(?:ing)? sick\b|\bupset stomach/],
  constipation: ['constipation', /\bconstipat\w{1,3}|\bhaven't pooped/],
  heartburn: ['heartburn', /\bheart ?burn|\bacid reflux|\bindigestion/],
  joint: [
    'joint or limb pain',
    /\b(?:knee|hip|shoulder|elbow|ankle|wrist|foot|neck|leg|arm|finger|toe|hand|joint)s?(?: \w{1,8}){0,2} (?:pains?|hurts?|hurting|aches?|aching|sore|stiff|swollen)\b|\bpain in (?:my|his|her) (?:\w{1,8} )?(?:knee|hip|shoulder|elbow|ankle|wrist|foot|neck|leg|arm)s?\b|\barthritis/,
  ],
  'hot-joint': [
    'a hot, red joint',
    /\b(?:knee|hip|ankle|joint|elbow|toe)\b.{0,15}\b(?:hot|red and swollen)\b|\bhot (?:and )?(?:red |swollen )?(?:knee|joint|ankle)/,
  ],
  insomnia: ['poor sleep', /\binsomnia|\bcan(?:'?t|not) sleep|\btrouble sleeping/],
  anxiety: ['anxiety or panic', /\banxi\w{2,4}\b|\bpanic attacks?|\bpanick\w{1,3}/],
  'low-mood': ['low mood', /\bdepress\w{2,4}|\bhopeless|\blow mood|\bfeeling down/],
  lump: ['a lump', /\blumps?\b/],
  mole: ['a changing mole', /\bmoles?\b/],
  'weight-loss': [
    'unexplained weight loss',
    /\b(?:losing|lost|dropping) (?:a lot of )?weight|\b(?:unexplained )?weight loss/,
  ],
  'night-sweats': ['night sweats', /\bnight sweats/],
  hoarse: ['a hoarse voice', /\bhoarse\w{0,4}|\blost (?:my|his|her) voice/],
  itch: ['itching', /\bitch\w{0,4}\b/],
  period: [
    'period pain or change',
    /\bperiod (?:pains?|cramps?)|\bperiods? (?:is|are) (?:late|heavy|irregular)|\bmissed (?:my |a )?period/,
  ],
  swelling: [
    'swollen ankles or legs',
    /\bswollen (?:ankles|legs|feet)|\b(?:ankles|legs|feet) (?:are |have )?(?:swollen|swelling)/,
  ],
} as const satisfies Record<string, readonly [label: string, words: RegExp]>
