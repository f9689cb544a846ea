/** What colours a complaint and is none by itself. A label for the answer and the words that tell it, for text as `heardText` gives it. */
export const SYMPTOM_CIRCUMSTANCES = {
  severe: [
    'severe',
    /\bsevere\w{0,2}\b|\bworst\b|\bunbearable|\bexcruciating|\bagoni[sz]ing|\bagony\b|\b(?:9|10|nine|ten) ?(?:\/|out of) ?(?:10|ten)\b|\bintense\b|\bcrushing|\btearing\b|\bdoubled over|\bbad headache|\b(?:really|very|extremely|terribly) (?:bad|painful)\b|\bso bad (?:that )?(?:i|he|she|it)\b|\bcan(?:'?t|not) (?:stand|bear) (?:it|the pain)/,
  ],
  sudden: ['sudden', /\bsudden\w{0,2}\b|\bout of nowhere|\ball at once/],
  worse: ['getting worse', /\b(?:getting|got|gets|becoming|growing|much) worse\b|\bworsen\w{1,3}|\bdeteriorat\w{1,3}/],
  new: [
    'new',
    /\b(?:since|started|began|only|just) (?:this morning|today|yesterday|last night)|\bfirst time\b|\bnever had (?:it|this|that)\b|\bnew(?:ly)?\b(?= (?:chest|tight|pain|angina|pressure))/,
  ],
  lasting: [
    'lasting',
    /\b(?:lasts?|lasted|lasting|for|been) (?:\w{1,6} ){0,2}(?:(?:[5-9]|\d\d) min\w{0,4}|an hour|hours|half an hour)\b|\b(?:won't|doesn't|does not|not) (?:go away|go|ease|stop|settle|let up)\b|\blonger (?:and longer|than)|\bkeeps (?:coming|returning)|\bno longer\b|\bused to (?:go|ease|stop|settle)|\bnow it (?:doesn't|won't|does not)/,
  ],
  'at-rest': [
    'at rest',
    /\b(?:also|even|comes|pain|tight|tightness|pressure)(?: \w{1,7}){0,3} (?:at rest|while resting|sitting still|lying|in bed)\b|\bwakes? me\b/,
  ],
  'eases-at-rest': [
    'goes when resting',
    /(?<!(?:n't|not|never|no longer)(?: \w{1,8}){0,2} )\b(?:goes|going|went|gone|eases?|stops?|settles?|better|passes|disappears?|fades|improves?|relie\w{2,4})\b.{0,25}\b(?:(?<!\bthe )rest(?:ed|ing)?\b|(?:when|if|once|after) i (?:stop|sit|stand still|slow|rest)\w{0,4}|sit(?:ting)? down|stopping)\b|\b(?:after|when|once) (?:i )?(?:rest(?:ed|ing)?|sit(?:ting)?(?: down)?|stop(?:ping)?)\b.{0,8}\b(?:goes|eases|stops|passes|disappears)\b/,
  ],
  tearing: ['tearing', /\b(?:tearing|ripping)\b(?! (?:my|up|off))/],
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
    /\bsickle cell|\bsplenectomy|\bspleen (?:was |is )?(?:removed|taken out)|\bchemo\w{0,7}|\bimmun\w{1,3}(?:suppress\w{1,4}|compromised)|\bweak immun\w{1,3}|\btransplant|\bno spleen|\bhiv\b|\bneutropeni\w|\bleuk(?:a)?emia/,
  ],
  pregnant: ['pregnant', /\bpregnan\w{1,3}|\btrimester\b/],
  'maybe-pregnant': [
    'perhaps pregnant',
    /\b(?:late|missed|delayed) (?:my |a )?period|\bperiod\b.{0,12}\blate\b|\bpositive (?:pregnancy )?test|\b(?:might|may|could|maybe) (?:be )?pregnant/,
  ],
  'late-pregnancy': ['second half of pregnancy', /\b(?:2\d|3\d|4[0-2]) ?(?:weeks?|wks)\b|\b(?:third|last) trimester/],
  'very-ill': ['feeling very ill', /\b(?:extremely|very|really|so) (?:ill|unwell|poorly)\b/],
  clots: ['clots', /\bclots?\b/],
  'arm-jaw': [
    'pain in arm or jaw',
    /\b(?:left|both) arms?\b|\bjaw\b|\barm pain|\bpain in (?:my|his|her) (?:arms?|jaw)\b/,
  ],
  preterm: ['before 37 weeks', /\b(?:2\d|3[0-6]) ?(?:weeks?|wks)\b/],
  'one-side-pain': [
    'pain on one side',
    /\b(?:pain\w{0,3}|cramps?|cramping)\b.{0,30}\b(?:(?:one|left|right) side|on (?:the|my) (?:left|right))\b|\b(?:one|left|right)[- ]sided? (?:pain|cramps?)/,
  ],
  'shoulder-tip': ['pain in the shoulder tip', /\bshoulder[- ]tip\b|\btip of (?:my|the|her) shoulder/],
  'under-ribs': ['pain under the ribs', /\bpain\w{0,3}\b.{0,20}\b(?:under|below)\b.{0,12}\bribs?\b/],
  allergen: [
    'after a likely allergen',
    /\b(?:ate|eating|eaten|after)\b.{0,20}\b(?:nuts?|peanuts?|cashews?|shrimps?|prawns?|shellfish|fish|eggs?|milk|sesame|kiwi)\b|\ballerg\w{1,4}/,
  ],
  'cold-limbs': [
    'cold hands or feet',
    /\bcold (?:hands|feet)\b|\b(?:hands|feet) (?:and feet )?(?:are |feel )?(?:\w{1,6} )?cold\b/,
  ],
  blotchy: ['blotchy skin', /\bblotchy\b/],
  'jaw-swelling': [
    'swelling under the jaw or in the neck',
    /\b(?:swell\w{0,3}|swollen)\b(?! glands?).{0,20}\b(?:neck|(?:under|below) (?:my|his|her|the) (?:jaw|chin|tongue)|floor of)/,
  ],
  'blood-count-drug': [
    'a medicine that can lower blood cells',
    /\bcarbimazole|\bmethimazole|\bpropylthiouracil|\bclozapine/,
  ],
  'gave-birth': [
    'gave birth or lost a pregnancy recently',
    /\bgave birth|\bpostpartum|\bc-section|\bafter (?:giving )?birth|\bhad (?:a|my|our) baby\b.{0,20}\b(?:ago|last|yesterday)|\bpost-?natal|\babortion\b|\bmiscarr\w{3,5}/,
  ],
  'blood-thinner': [
    'blood thinners',
    /\bblood thinn\w{1,4}|\bwarfarin|\bapixaban|\brivaroxaban|\beliquis|\bxarelto|\bcoumadin|\bdabigatran|\bpradaxa|\bedoxaban|\bheparin|\benoxaparin|\bclopidogrel|\bplavix|\bticagrelor|\bprasugrel|\banticoagul\w{2,4}/,
  ],
  diabetes: ['diabetes', /\bdiabet\w{1,3}|\binsulin\b/],
  travel: [
    'travel where malaria occurs',
    /\bmalaria|\b(?:back|returned|came back|trip|travel\w{0,4})\b.{0,20}\b(?:africa|asia|india|tropic\w{1,3}|amazon|ghana|kenya|nigeria|uganda|thailand|indonesia)/,
  ],
  'others-ill': [
    'others at home are ill too, or a fuel-burning heater is on',
    /\b(?:others|everyone|whole family|we all|both of us)\b.{0,30}\b(?:ill|sick|headaches?|dizzy)\b|\b(?:have|has|feel|feels) (?:it|one|them|ill|sick|headaches?|dizzy) (?:too|as well)\b|\b(?:gas (?:heater|fire|stove)|boiler|generator|charcoal|barbecue indoors|exhaust (?:fumes|gas)|smell of exhaust)\b|\bbetter (?:when|if|once) (?:i|we)(?:'m| am| are)? (?:leave|go out|out|get out|away|outside)|\bcarbon monoxide/,
  ],
  heat: ['heat', /\bheat ?stroke|\bheat exhaustion|\b(?:in|from) the (?:sun|heat)\b/],
  exercise: [
    'during effort',
    /\b(?:during|while|when) (?:\w{1,4} )?(?:exercis\w{1,3}|running|run|playing|sports?|effort|football|soccer|basketball|tennis|training|match|gym|jogging|cycling|swimming|climbing|lifting|workout)\b/,
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
