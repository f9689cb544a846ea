/** Complaints that often need help at once. A label for the answer and the words that tell it, for text as `heardText` gives it. */
export const DANGER_SIGNS = {
  'breath-severe': [
    'severe trouble breathing',
    /\bcan(?:'?t|not) (?:breathe?|catch (?:my|his|her|their) breath|get (?:my |his |her )?(?:breath|air))\b(?! (?:\w+ )?(?:through|out of) (?:my|his|her|the) nose)|\b(?:gasping|stopped breathing|not breathing|grunting)\b|\b(?:struggling|fighting) (?:to breathe|for (?:breath|air))|\bcan(?:'?t|not) (?:finish|speak|talk)\b.{0,15}\bsentence|\b(?:severe|bad|terrible|extreme|sudden) (?:trouble|difficulty|problems?) breathing|\b(?:chest|ribs?) (?:sucking|pulling) in/,
  ],
  breath: [
    'trouble breathing',
    /\bshort(?:ness)? of breath|\bbreathless|\b(?:trouble|difficulty|difficult|hard|problems?|difficulties|hard time|struggl\w{1,6}) (?:to |with )?breath(?:e|ing)|\bbreathing (?:is |feels |gets |has become )?(?:very )?(?:hard|difficult|heav\w{1,4}|fast|quick\w{0,2}|rapid\w{0,2}|worse)|\b(?:fast|rapid|heavy) breathing|\bout of breath|\bwheez\w{1,4}/,
  ],
  'noisy-breath': [
    'noisy or barking breathing',
    /\bstridor|\bbarking cough|\bnoisy breathing|\bhigh-pitched (?:sound|noise)|\bcroup\b/,
  ],
  blue: [
    'blue, grey or mottled skin',
    /\b(?:blue|grey|gray|purple)(?:ish)? (?:lips?|face|skin|tongue)|\b(?:lips?|face|skin|tongue)\b.{0,20}\b(?:blue|grey|gray|mottled)|\bmottled\b/,
  ],
  'chest-pain': [
    'chest pain',
    /\bchest(?: \w{1,12}){0,3} (?:pains?|hurts?|hurting|aches?|aching|tight\w{0,6}|pressure|discomfort|burning|heav\w{1,6})\b|\b(?:pains?|pressure|tight\w{0,6}|ache|squeezing|heaviness|hurts|weight|elephant)(?: \w{1,12}){0,3} chest\b|\bangina\b/,
  ],
  'face-droop': [
    'drooping face',
    /\b(?:face|mouth|smile|eyelid)\b.{0,25}\b(?:droop\w{0,4}|dropp\w{1,4}|sag\w{0,5}|lopsided|crooked|numb)|\bdroop\w{0,4}.{0,15}\b(?:face|mouth|smile)/,
  ],
  'one-side-weak': [
    'weak arm, leg or side',
    /\b(?:weak\w{0,5}|paraly\w{1,5}|limp|can(?:'?t|not) (?:move|lift|feel|raise))\b.{0,30}\b(?:one side|(?:left|right|one) (?:side|arm|leg|hand)|(?:my|his|her) (?:arm|leg|side)\b)|\b(?:arm|leg|side)\b.{0,15}\b(?:weak\w{0,5}|paraly\w{1,5}|gone dead|won't move)|\bnumb\w{0,4}\b.{0,20}\bside\b|\b(?:left|right|one) side\b.{0,20}\bnumb/,
  ],
  speech: [
    'trouble speaking',
    /\bslurr\w{1,4}|\b(?:can(?:'?t|not)|trouble|difficulty|unable to) (?:speak|speaking|talk|talking)\b|\bspeech (?:is )?(?:odd|strange|jumbled|garbled)|\bnot making (?:any )?sense|\bwords (?:come|are coming|coming) out wrong/,
  ],
  confused: [
    'confusion',
    /(?:(?<!\b(?:i'm|im|i am) )\bconfus(?:ed|ion)\b|\bconfused\b(?![,.]? (?:should|do i|so)))(?! (?:about|if|whether|by|as|what|how|why|on))|\bdisorient\w{1,5}|\bdelirious|\bdoesn't know where|\bacting (?:strange\w{0,2}|weird\w{0,2})|\bnot (?:him|her)self/,
  ],
  vision: [
    'sudden change of sight',
    /\bsudden\w{0,2}.{0,30}\b(?:blind|vision|sight|see)\b|\b(?:lost|loss of|losing)\b.{0,15}\b(?:vision|sight|eyesight)|\b(?:went|gone) blind|\bcan(?:'?t|not) see (?:out|from|anything|with)|\bdouble vision|\bseeing double|\bcurtain\b.{0,20}\b(?:vision|eye)/,
  ],
  flashes: ['flashes or floaters', /\bflashes\b|\bflashing lights|\bfloaters\b/],
  unconscious: [
    'not waking or responding',
    /\bunconscious|\bunresponsive|\bwon't wake|\bcan(?:'?t|not) (?:be )?(?:wake|woken|rouse|roused)|\b(?:hard|difficult) to (?:wake|rouse)|\bcollapsed|\bnot responding|\bfloppy\b/,
  ],
  faint: [
    'fainting',
    /\bfaint(?:ed|ing|s)?\b(?! (?:line|rash|smell|hope))|\bpassed out|\bblack(?:ed)? ?out|\blost consciousness/,
  ],
  seizure: ['a fit (seizure)', /\bseizures?\b|\bconvuls\w{1,5}|\b(?:had|having|has|have|febrile) (?:a )?fits?\b/],
  'bleeding-heavy': [
    'heavy bleeding',
    /\bbleed\w{0,3}\b.{0,30}\b(?:won't stop|not stop\w{0,4}|doesn't stop|can(?:'?t|not) stop|heav\w{1,3}|spurt\w{1,4}|pouring|gushing|soak\w{1,4}|a lot)|\b(?:heavy|heavily|lots of|severe|non-?stop|massive)(?: \w{1,10})? bleed\w{0,3}|\bcan(?:'?t|not) stop the bleed\w{0,3}|\blosing (?:a lot of|lots of) blood|\bsoaking (?:through )?(?:a |\d+ )?pads?/,
  ],
  'vomit-blood': [
    'vomiting blood',
    /\b(?:vomit|throw|thrown|threw|puk|bring|brought)\w{0,4}(?: up)?(?: \w{1,8}){0,2} blood\b|\bblood in (?:my |his |her |the )?(?:vomit|sick)|\bcoffee[ -]grounds?/,
  ],
  'cough-blood': [
    'coughing blood',
    /\bcough\w{0,3}(?: up)?(?: \w{1,8}){0,2} blood|\bblood\b.{0,20}\b(?:cough\w{0,3}|phlegm|sputum)|\bbloody (?:phlegm|sputum|mucus)/,
  ],
  'black-stool': [
    'black stools',
    /\b(?:black|tarry)(?: \w{1,8})? (?:stools?|poop?|poos)\b|\b(?:stools?|poop?)\b.{0,15}\b(?:black|tarry)/,
  ],
  'blood-stool': [
    'blood in the stool',
    /\bblood\w?\b.{0,20}\b(?:stools?|poop?|toilet|bottom|wip(?:e|ing)|diarrh\w{1,4})|\bbloody diarrh|\brectal bleeding|\bbleed\w{0,3} from (?:my |the |his |her )?(?:bottom|anus|rectum)/,
  ],
  'airway-swelling': [
    'swelling of face, lips, tongue or throat',
    /\b(?:throat|tongue|lips?|face)\b.{0,20}\b(?:swell\w{0,4}|swollen|closing|tightening)(?! (?:glands?|tonsils?|lymph))|\b(?:swollen|swelling)(?! (?:glands?|tonsils?|lymph)).{0,15}\b(?:throat|tongue|lips?|face)\b/,
  ],
  'stiff-neck': ['stiff neck', /\bstiff\w{0,4}(?: \w{1,8}){0,3} neck|\bneck (?:is |feels )?(?:\w{1,8} )?stiff\w{0,4}/],
  'light-hurts': [
    'light hurts',
    /\blights? hurts?|\b(?:sensitiv\w{1,4}) to (?:bright )?light|\blight sensitiv|\bphotophobia|\b(?:can(?:'?t|not) stand|hates?|dislikes?) (?:the |bright )?lights?\b/,
  ],
  'purple-rash': [
    'a rash that does not fade when pressed',
    /\b(?:rash|spots?)\b.{0,40}\b(?:doesn't|does not|do not|don't|won't|not) (?:fade|blanch|(?:disappear|go away)(?= .{0,15}(?:press|glass|push)))|\bnon-?blanching|\bpurple (?:rash|spots)|\b(?:rash|spots) (?:is |are |looks? )?(?:purple|like bruises)|\bpetechia/,
  ],
  suicidal: [
    'thoughts of suicide or self-harm',
    /\bsuicid\w{1,4}|\bkill(?:ing)? (?:my|him|her)self|\bend(?:ing)? (?:my|his|her) life|\bwant(?:s)? to die\b|\bself[- ]harm\w{0,4}|\bhurt(?:ing)? (?:my|him|her)self on purpose|\bdon't want to (?:live|be alive)|\bbetter off dead/,
  ],
  poison: [
    'poison or overdose',
    /\boverdos\w{1,4}|\btook too many|(?<!food )\bpoison\w{0,5}(?! (?:ivy|oak))|\b(?:swallowed|drank|ate)\b.{0,20}\b(?:batter\w{1,3}|magnets?|bleach|chemicals?|detergent|pills|tablets|antifreeze|cleaner|mushrooms?)\b|\bcarbon monoxide/,
  ],
  drooling: ['drooling', /\bdrool\w{1,3}/],
  choking: ['choking', /\bchok(?:ing|ed)\b/],
  'head-injury': [
    'a blow to the head',
    /\b(?:hit|banged|bumped|knocked|injured|blow to|struck|fell on|landed on|bang on)(?: \w{1,8}){0,3} head\b|\bhead (?:injury|trauma|knock)|\bconcuss\w{1,4}|\bfell\b.{0,30}\bhead\b/,
  ],
  'big-accident': [
    'a fall from a height or an accident',
    /\bfell (?:from|off)\b|\b(?:car|traffic|road|motorbike) (?:accident|crash)|\b(?:hit|struck) by a (?:car|bike|bus|van)|\belectric(?:al)? shock|\belectrocut\w{1,3}|\bnearly drowned/,
  ],
  'vomit-repeated': [
    'repeated vomiting',
    /\b(?:keeps?|kept|repeated\w{0,2}|constant\w{0,2}|non-?stop|several times|over and over)\b.{0,20}\b(?:vomit\w{0,4}|throwing|sick|puk\w{1,3})|\bvomit\w{0,4}\b.{0,15}\b(?:repeatedly|constantly|non-?stop|times|all (?:day|night))/,
  ],
  'green-vomit': ['green vomit', /\bgreen (?:vomit|bile)|\bvomit\w{0,4} (?:is )?green/],
  'belly-hard': [
    'a hard belly',
    /\b(?:hard|rigid|rock-hard) (?:belly|stomach|abdomen|tummy)|\b(?:belly|stomach|abdomen|tummy) (?:is |feels |has gone )?(?:hard|rigid)\b/,
  ],
  'worst-headache': [
    'a sudden or worst-ever headache',
    /\bworst headache|\bnever had (?:a |such a )?headache|\bthunderclap|\bheadache\b.{0,25}\b(?:worst|sudden\w{0,2}|out of nowhere)|\b(?:sudden|explosive)(?: \w{1,10}){0,2} headache/,
  ],
  'jaw-scalp': [
    'sore scalp or jaw pain on chewing',
    /\b(?:sore|tender) scalp|\bscalp (?:is )?(?:sore|tender|hurts)|\bjaw (?:pain|hurts|aches)\b.{0,15}\b(?:chew|eat)/,
  ],
  'baby-moves-less': [
    'the unborn baby moves less',
    /\b(?:not moving|moving less|stopped moving|hasn't moved|less movement|fewer movements|reduced (?:f(?:o)?etal )?movements?)\b|\bhaven't felt\b.{0,20}\b(?:move|kick)/,
  ],
  waters: ['waters broken', /\bwaters? (?:has |have )?(?:broke|broken|leaking)\b/],
  testicle: [
    'testicle pain',
    /\b(?:testic\w{1,4}|balls?|scrot\w{1,3})\b.{0,20}\b(?:pain\w{0,3}|hurts?|swollen)|\b(?:pain\w{0,3}|swollen)\b.{0,15}\b(?:testic\w{1,4}|scrot\w{1,3})/,
  ],
  saddle: [
    'numb between the legs or no control of bladder or bowel',
    /\b(?:numb\w{0,4}|can(?:'?t|not) feel|no feeling|lost feeling)\b.{0,30}\b(?:genitals?|groin|saddle|between (?:my|the|his|her) legs|buttocks|bottom)\b|\bcan(?:'?t|not) (?:hold|control) (?:my |his |her )?(?:bladder|bowels?|urine|pee)|\blost control of (?:my |his |her )?(?:bladder|bowels?)|\bincontinen\w{1,2}/,
  ],
  'cannot-pee': [
    'not able to pass urine',
    /\b(?:can(?:'?t|not)|unable to) (?:pee|urinate|wee|pass urine|pass water)\b/,
  ],
  'legs-weak': [
    'weak legs',
    /\blegs? (?:are |is |feel |feels |getting |gone |went )?(?:\w{1,8} )?(?:weak\w{0,4}|giving way)|\bweak\w{0,4} in (?:both |my |his |her )?legs?|\bcan(?:'?t|not) (?:walk|stand up|move (?:my|his|her) legs)|\bfoot drop/,
  ],
  'leg-swollen': [
    'one swollen or painful leg',
    /\b(?:calf|leg)\b.{0,25}\b(?:swollen|swelling|swelled|hot|warm)\b|\b(?:swollen|swelling)\b.{0,15}\b(?:calf|leg)\b|\bcalf (?:pain|hurts|is sore)|\bpain in (?:my|his|her) (?:left |right )?calf/,
  ],
  'eye-injury': [
    'chemical or injury in the eye',
    /\b(?:chemical|bleach|acid|cleaner|metal|glass|splinter)\b.{0,20}\beyes?\b|\beyes?\b.{0,20}\b(?:was |got )?(?:hit|cut|scratched|punched|bleach|chemical)/,
  ],
  'blood-urine': ['blood in the urine', /\bblood\b.{0,15}\b(?:urine|pee|wee)\b|\b(?:red|pink|bloody) (?:urine|pee)\b/],
  jaundice: ['yellow skin or eyes', /\bjaundice|\byellow (?:skin|eyes)|\b(?:skin|eyes) (?:\w{1,8} )?yellow/],
  'burn-big': [
    'a large, deep or special burn',
    /\bburn\w{0,3}\b.{0,40}\b(?:face|both hands|genitals?|chemical|electric\w{0,4}|large|big|white|charred|blister\w{0,4})|\b(?:chemical|electrical|acid) burn/,
  ],
  snake: ['a snake bite', /\bsnake ?(?:bite|bit)|\bbitten by a snake/],
  'wound-deep': [
    'a deep wound',
    /\b(?:deep|gaping) (?:cut|wound|gash)|\b(?:cut|wound|gash)\b.{0,20}\b(?:deep|gaping|dirty)|\bsee (?:the )?(?:bone|fat|muscle)\b|\bneeds? stitches|\bstepped on a (?:\w{1,8} )?nail/,
  ],
  'bone-out': [
    'a bent limb or bone through the skin',
    /\bbone (?:is )?(?:sticking|showing|poking|through)|\bdeformed\b|\bbent (?:at|the wrong|out of)/,
  ],
  'cannot-swallow': [
    'not able to swallow',
    /\bcan(?:'?t|not) swallow\b|\bcan(?:'?t|not) (?:fully )?open (?:my|his|her) mouth|\bmuffled voice/,
  ],
  voices: ['hearing or seeing things', /\bhearing voices|\bseeing things|\bhallucinat\w{2,4}/],
  crying: [
    'crying that cannot be soothed',
    /\binconsolabl\w{1,2}|\b(?:won't|can(?:'?t|not)|doesn't) stop crying|\bcrying non-?stop|\bhigh-pitched cry|\bbulging (?:soft spot|fontanell?e)/,
  ],
} as const satisfies Record<string, readonly [label: string, words: RegExp]>
