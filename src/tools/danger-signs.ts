/** Complaints that often need help at once. A label for the answer and the words that tell it, for text as `heardText` gives it. */
export const DANGER_SIGNS = {
  'breath-severe': [
    'severe trouble breathing',
    /\bcan(?:'?t|not) (?:breathe?|catch (?:my|his|her|their) breath|get (?:my |his |her )?(?:breath|air))\b(?! (?:\w+ )?(?:through|out of) (?:my|his|her|the) nose)|\b(?:gasping|stopped breathing|not breathing|grunting)\b|\b(?:struggling|fighting) (?:to breathe|for (?:breath|air))|\bcan(?:'?t|not) (?:finish|speak|talk)\b.{0,15}\bsentence|\b(?:severe|bad|terrible|extreme|sudden) (?:trouble|difficulty|problems?) breathing|\b(?:chest|ribs?|neck|belly|tummy)(?: \w{1,8})? (?:suck\w{0,3}|pull\w{0,3}) in\b/,
  ],
  breath: [
    'trouble breathing',
    /\bshort(?:ness)? of breath|\bbreathless|\b(?:trouble|difficulty|difficult|hard|problems?|difficulties|hard time|struggl\w{1,6}) (?:to |with )?breath(?:e|ing)|\bbreathing (?:is |feels |gets |has become )?(?:very )?(?:hard|difficult|heav\w{1,4}|fast|quick\w{0,2}|rapid\w{0,2}|worse)|\b(?:fast|rapid|heavy) breathing|\bout of breath|\bwheez\w{1,4}|\bbreathing (?:is |very )?(?:deep\w{0,2}|fast) and (?:deep|fast)/,
  ],
  'noisy-breath': ['noisy or barking breathing', /\bbarking cough|\bnoisy breathing|\bcroup\b/],
  stridor: [
    'a harsh sound on breathing in',
    /\bstridor|\b(?:harsh|high-pitched) (?:sound|noise)|\b(?:noise|noisy|sound|rasping|whistling)\b.{0,20}\bbreath\w{1,3} in\b/,
  ],
  'asthma-attack': ['an asthma attack', /\basthma attack/],
  'inhaler-fails': [
    'the inhaler does not help',
    /\binhaler\b.{0,20}\b(?:not|isn't|doesn't|won't|no longer|stopped) (?:help\w{0,3}|work\w{0,3})/,
  ],
  anaphylaxis: ['a severe allergic reaction', /\banaphyla\w{2,5}|\b(?:severe|bad|serious) allergic reaction/],
  'throat-tight': ['a tight throat', /\bthroat\b.{0,12}\btight\b|\btight throat|\btightness in (?:my|his|her) throat/],
  'sting-mouth': ['a sting in the mouth or throat', /\bstung\b.{0,20}\b(?:mouth|throat|tongue)\b/],
  blue: [
    'blue, grey or mottled skin',
    /\b(?:blue|grey|gray|purple)(?:ish)? (?:lips?|face|skin|tongue)|\b(?:lips?|face|skin|tongue)\b.{0,20}\b(?:blue|bluish|grey|gray|mottled)|\bmottled\b/,
  ],
  'chest-pain': [
    'chest pain',
    /\bchest(?: \w{1,12}){0,3} (?:pains?|hurts?|hurting|aches?|aching|tight\w{0,6}|pressure|discomfort|burning|heav\w{1,6})\b|\b(?:pains?|pressure|tight\w{0,6}|ache|squeezing|heaviness|hurts|weight|elephant)(?: \w{1,12}){0,4} chest\b|\bangina\b|\b(?:pain|pressure|tight\w{0,4})\b.{0,20}\bbreast ?bone/,
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
    /\bslurr\w{1,4}|\b(?:can(?:'?t|not)|trouble|difficulty|unable to) (?:speak|speaking|talk|talking)\b|\bspeech (?:is )?(?:odd|strange|jumbled|garbled)|\bnot making (?:any )?sense|\bwords (?:come|are coming|coming) out wrong|\bcan(?:'?t|not) find (?:my|the|his|her) words/,
  ],
  confused: [
    'confusion',
    /(?:(?<!\b(?:i'm|im|i am) )\bconfus(?:ed|ion)\b|\bconfused\b(?![,.]? (?:should|do i|so)))(?! (?:about|if|whether|by|as|what|how|why|on))|\bdisorient\w{1,5}|\bdelirious|\bdoesn't know where|\bacting (?:strange\w{0,2}|weird\w{0,2})|\bnot (?:him|her)self/,
  ],
  vision: [
    'sudden change of sight',
    /\bsudden\w{0,2}.{0,30}\b(?:blind(?:ness)?|vision|sight|see(?! (?:an? |my |the )?(?:doctor|gp|dentist|someone|somebody|professional|specialist|nurse|optician)))\b|\b(?:lost|loss of|losing)\b.{0,15}\b(?:vision|sight|eyesight)|\b(?:went|gone) blind|\bcan(?:'?t|not) see (?:out|from|anything|with)|\b(?:vision|sight|eyesight)\b.{0,30}\b(?:went|gone|goes|disappeared)\b|\b(?:everything|it all) (?:went|goes|turned) (?:dark|black)\b.{0,15}\beye|\b(?:dark|black) (?:spot|patch|shadow)\b.{0,20}\b(?:vision|sight)|\bdouble vision|\bseeing double|\bcurtain\b.{0,20}\b(?:vision|eye)/,
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
    /\b(?:nose ?)?bleed\w{0,3}\b.{0,30}\b(?:won't stop|not stop\w{0,4}|doesn't stop|can(?:'?t|not) stop|heav\w{1,3}|spurt\w{1,4}|pouring|gushing|soak\w{1,4}|a lot)|\b(?:heavy|heavily|lots of|severe|non-?stop|massive)(?: \w{1,10})? bleed\w{0,3}|\bcan(?:'?t|not) stop the bleed\w{0,3}|\b(?:won't|will not|doesn't|not|can(?:'?t|not)) stop bleed\w{0,3}|\b(?:a lot|lots|cups?|mouthfuls?) of blood\b(?! (?:tests?|work|pressure))|\bnose ?bleed\w{0,3}\b.{0,25}\b(?:(?:1[5-9]|[2-9]\d) min|half an hour|an hour)|\bsoaking (?:through )?(?:a |\d+ )?pads?|\bblood (?:is |was )?(?:spurt|gush|pour|pump|squirt)\w{3}/,
  ],
  'vomit-blood': [
    'vomiting blood',
    /\b(?:vomit|throw|thrown|threw|puk|bring|brought)\w{0,4}(?: up)?(?: \w{1,8}){0,4} blood\b|\bblood in (?:my |his |her |the )?(?:vomit|sick)|\bcoffee[ -]grounds?/,
  ],
  'cough-blood': [
    'coughing blood',
    /\bcough\w{0,3}(?: up)?(?: \w{1,8}){0,4} blood|\bblood\b.{0,20}\b(?:cough\w{0,3}|phlegm|sputum)|\bbloody (?:phlegm|sputum|mucus)/,
  ],
  'black-stool': [
    'black or maroon stools',
    /\b(?:black|tarry|maroon)(?: \w{1,8}){0,2} (?:stools?|poop?|poos|diarrh\w{1,4})\b|\b(?:stools?|poop?|diarrh\w{1,4})\b.{0,20}\b(?:black|tarry|tar|maroon)\b/,
  ],
  'blood-stool': [
    'blood in the stool',
    /\bblood\w?\b.{0,20}\b(?:stools?|poop?|toilet|bottom|wip(?:e|ing)|diarrh\w{1,4})|\bbloody diarrh|\brectal bleeding|\bbleed\w{0,3} from (?:my |the |his |her )?(?:bottom|anus|rectum)/,
  ],
  'airway-swelling': [
    'swelling of face, lips, tongue or throat',
    /\b(?:throat|tongue|lips?|face)\b.{0,20}\b(?:swell\w{0,4}|swollen|closing|tightening|(?:getting|got|become|becoming) (?:big|bigger|thick|huge))(?! (?:glands?|tonsils?|lymph))|\b(?:swollen|swelling)(?! (?:glands?|tonsils?|lymph)).{0,15}\b(?:throat|tongue|lips?|face)\b/,
  ],
  'stiff-neck': [
    'stiff neck',
    /\bstiff\w{0,4}(?: \w{1,8}){0,3} neck|\bneck (?:is |feels )?(?:\w{1,8} )?stiff\w{0,4}|\bneck (?:hurts?|pain)\b.{0,12}\b(?:bend\w{0,3}|chin)|\bchin to (?:my |his |her )?chest/,
  ],
  'light-hurts': [
    'light hurts',
    /\blights? (?:hurts?|bothers?)|\b(?:sensitiv\w{1,4}) to (?:bright )?light|\blight sensitiv|\bphotophobia|\b(?:can(?:'?t|not) stand|hates?|dislikes?) (?:the |bright )?lights?\b/,
  ],
  'purple-rash': [
    'a rash that does not fade when pressed',
    /\b(?:rash|spots?)\b.{0,40}\b(?:doesn't|does not|do not|don't|won't|not) (?:fade|blanch|(?:disappear|go away)(?= .{0,15}(?:press|glass|push)))|\bnon-?blanching|\b(?:purple|pinprick) (?:\w{1,8} )?(?:rash|spots|dots)|\bskin (?:is )?(?:turning|turned|going) (?:purple|black)|\b(?:rash|spots) (?:is |are |looks? )?(?:purple|like bruises)|\bpetechia/,
  ],
  suicidal: [
    'thoughts of suicide or self-harm',
    /\bsuicid\w{1,4}|\bkill(?:ing)? (?:my|him|her)self|\bend(?:ing)? (?:my|his|her) life|\bwant(?:s)? to die\b|\bself[- ]harm\w{0,4}|\bhurt(?:ing)? (?:my|him|her)self on purpose|\b(?:don't|doesn't|do not|does not) want to (?:live|be alive|exist|wake up|be here any ?more)|\bwish(?:es)? (?:i|he|she) (?:was|were) dead|\bkill(?:ing)? themsel\w{2,4}|\bbetter off dead|\bend(?:ing)? it all\b|\blife (?:isn't|is not|not) worth|\b(?:no|any) (?:reason|point) (?:to|in) (?:live|living|going on|be alive)|\btak(?:e|ing) (?:my|his|her) (?:own )?life\b|\bcut(?:ting|s)? (?:my|his|her) (?:wrists?|veins)|\bdisappear forever|\bbetter off without (?:me|him|her)\b|\bcutting (?:my|him|her)self\b(?! (?:with|on|while|shaving))|\b(?:urges?|thoughts?|thinking|want\w{0,2}) (?:to|of|about) (?:hurt|harm|cut|kill)\w{0,4}/,
  ],
  poison: [
    'poison or overdose',
    /\boverdos\w{1,4}|\btook too many|(?<!food )\bpoison\w{0,5}(?! (?:ivy|oak))|\b(?:swallowed|drank|ate)\b.{0,20}\b(?:batter\w{1,3}|magnets?|bleach|chemicals?|detergent|pills|tablets|antifreeze|cleaner|mushrooms?)\b|\b(?:took|taken|swallowed) (?:a|an|the|my)? ?(?:whole|entire|full|handful)\b.{0,20}\b(?:packs?|packets?|box|bottle|strip|pills|tablets|capsules)\b|\b(?:took|taken|swallowed) (?:about |like |around )?(?:[6-9]|[1-9]\d|\d{3}) (?:\w{1,10} )?(?:pills|tablets|capsules|paracetamols?|tylenols?|acetaminophen|ibuprofens?|advils?|aspirins?|codeine|xanax)\b|\b(?:too much|double|twice the|wrong)\b.{0,12}\b(?:insulin|warfarin|morphine|oxycodone|methadone|fentanyl|lithium|digoxin)\b|\bcarbon monoxide|\bco (?:alarm|detector|monitor)\b/,
  ],
  swallowed: ['a swallowed object', /\bswallowed\b.{0,20}\b(?:coins?|toy|object|bone|stone|marble|ring|bead)\b/],
  'swallowed-sharp': ['a swallowed sharp object', /\bswallowed\b.{0,20}\b(?:needle|pin|glass|nail|screw|razor)\b/],
  drooling: ['drooling', /\bdrool\w{1,3}/],
  choking: ['choking', /\bchok(?:ing|ed)\b/],
  'head-injury': [
    'a blow to the head',
    /\b(?:hit|banged|bumped|knocked|injured|blow to|struck|fell on|landed on|bang on)(?: \w{1,8}){0,3} head\b|\bhead (?:injury|trauma|knock)|\bconcuss\w{1,4}|\bfell\b.{0,30}\bhead\b/,
  ],
  'big-accident': [
    'a fall from a height, an accident or a crush',
    /\bfell (?:from|off)\b|\b(?:car|traffic|road|motorbike) (?:accident|crash)|\b(?:hit|struck) by a (?:car|bike|bus|van)|\belectric(?:al)? shock|\belectrocut\w{1,3}|\bnearly drowned|\bcrushed (?:my |his |her )?(?:hand|foot|fingers?|leg|arm)\b|\bbaby (?:was|got|has been) (?:shaken|hit|dropped)|\b(?:shook|shaken) (?:the|my) baby/,
  ],
  'vomit-repeated': [
    'repeated vomiting',
    /\b(?:keeps?|kept|repeated\w{0,2}|constant\w{0,2}|non-?stop|several times|over and over)\b.{0,20}\b(?:vomit\w{0,4}|throwing|sick|puk\w{1,3})|\bvomit\w{0,4}\b.{0,15}\b(?:repeatedly|constantly|non-?stop|times|all (?:day|night))/,
  ],
  'green-vomit': ['green vomit', /\bgreen (?:vomit|bile)|\bvomit\w{0,4} (?:is )?green/],
  'belly-hard': [
    'a hard belly',
    /\b(?:hard|rigid|rock-hard) (?:belly|stomach|abdomen|tummy)|\b(?:belly|stomach|abdomen|tummy) (?:is |feels |has gone )?(?:rock |very |really )?(?:hard|rigid)\b(?! to\b)/,
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
    /\b(?:not moving|moving less|stopped moving|hasn't moved|less movement|fewer movements|reduced (?:f(?:o)?etal )?movements?)\b|\bhaven't felt\b.{0,20}\b(?:move|kick)|\bmovements? (?:have |has |are )?(?:slow\w{0,4}|reduced|decreased|stopped)\b|\b(?:moves|kicks|kicking) less\b|\bnot kick\w{0,3}\b/,
  ],
  contractions: ['contractions', /\bcontractions\b|\bin labou?r\b/],
  cord: [
    'the cord can be seen',
    /\bcord\b.{0,15}\b(?:hanging|sticking|coming|came) out\b|\bsee the (?:umbilical )?cord\b/,
  ],
  waters: ['waters broken', /\bwaters? (?:has |have )?(?:broke|broken|leaking)\b/],
  testicle: [
    'testicle pain',
    /\b(?:testic\w{1,4}|(?:my|his|\w{2,8}'s) (?:balls?|nuts)|left (?:ball|nut)|right (?:ball|nut)|balls|scrot\w{1,3})\b(?! of).{0,20}\b(?:pain\w{0,3}|hurt\w{0,3}|sore|ach(?:es?|ing)|swollen|swell\w{0,3}|twisted)|\b(?:pain\w{0,3}|sore|aching|swollen|swelling)\b.{0,15}\b(?:testic\w{1,4}|scrot\w{1,3}|(?:left|right) (?:ball|nut)\b|my (?:balls|nuts)\b)(?! of)/,
  ],
  saddle: [
    'numb between the legs or no control of bladder or bowel',
    /\b(?:numb\w{0,4}|can(?:'?t|not) feel|no feeling|lost feeling)\b.{0,30}\b(?:genitals?|groin|saddle|between (?:my|the|his|her) legs|buttocks|bottom|back passage|private parts|crotch)\b|\b(?:genitals?|groin|between (?:my|the|his|her) legs|buttocks|bottom|back passage|private parts|crotch)\b.{0,15}\bnumb|\bcan(?:'?t|not) (?:hold|control) (?:my |his |her )?(?:bladder|bowels?|urine|pee)|\blost control of (?:my |his |her )?(?:bladder|bowels?)|\bincontinen\w{1,2}/,
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
    /\b(?:chemical|bleach|acid|cleaner|metal|glass|splinter)\b.{0,20}\beyes?\b|\bstuck in (?:my|his|her|the) eye|\beyes?\b.{0,20}\b(?:was |got )?(?:hit|cut|scratched|punched|bleach|chemical)/,
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
    'a bent or lost limb, or bone through the skin',
    /\bbone (?:is )?(?:sticking|showing|poking|through)|\bdeformed\b|\bbent (?:at|the wrong|out of)|\b(?:finger\w{0,4}|thumb|toe|hand|arm|leg)\b.{0,12}\b(?:cut|chopped|ripped|torn|came) off\b|\b(?:cut|chopped|sawed|sliced|ripped|tore) off (?:my|his|her|the tip|part)\b|\bamputated\b/,
  ],
  'cannot-swallow': [
    'not able to swallow',
    /\bcan(?:'?t|not) swallow\b|\bcan(?:'?t|not) (?:fully )?open (?:my|his|her) mouth|\bmuffled voice/,
  ],
  voices: [
    'hearing or seeing things',
    /\bhearing voices|\bsee(?:ing|s)? things\b(?! (?:clearly|differently|through))|\bhallucinat\w{2,4}/,
  ],
  crying: [
    'crying that cannot be soothed',
    /\binconsolabl\w{1,2}|\b(?:won't|can(?:'?t|not)|doesn't) stop crying|\bcrying non-?stop|\bhigh-pitched cry/,
  ],
  'soft-spot': [
    'a bulging soft spot',
    /\bbulging (?:soft spot|fontanell?e)|\b(?:soft spot|fontanell?e)\b.{0,12}\b(?:bulg\w{1,3}|swollen)/,
  ],
  doom: [
    'a feeling of dying',
    /\bfeel(?:s|ing)? like (?:i'm|im|i am|i will|he's|she's) (?:going to |about to )?(?:die|dying)\b/,
  ],
  ketones: [
    'fruity breath',
    /\bfruity breath|\bbreath smells? (?:sweet|fruity|of (?:acetone|nail|pears?))|\bketones\b/,
  ],
  'eye-bulges': ['a bulging eye', /\beyes?\b.{0,15}\bbulg\w{1,3}|\bbulging eyes?\b/],
  'cold-limb': [
    'a cold, pale or blue limb',
    /\b(?:foot|leg|arm)\b.{0,12}\b(?:(?:gone|went|turned|turning|is|looks)(?: \w{1,5})? (?:white|blue|pale)|(?:gone|went|turned)(?: \w{1,5})? cold)\b|\b(?:cold|white|blue|pale)(?:,| and)? (?:white|blue|pale|numb|cold) (?:foot|leg|arm)\b/,
  ],
  'tooth-out': [
    'a knocked-out tooth',
    /\bknock\w{0,3} (?:out )?(?:\w{1,8} ){0,3}(?:tooth|teeth)\b|\b(?:tooth|teeth)\b.{0,12}\bknocked out/,
  ],
  'mouth-stiff': [
    'the mouth hardly opens',
    /\b(?:hardly|barely|trouble|difficulty|hard to) (?:opening|open) (?:my|his|her) mouth|\blockjaw/,
  ],
  'hiv-contact': [
    'a possible contact with HIV',
    /\bunprotected\b.{0,40}\bhiv\b|\bneedle ?stick|\b(?:exposed|exposure) to hiv\b|\bcondom\b.{0,40}\bhiv\b/,
  ],
  'rabies-risk': [
    'a bite or scratch that may carry rabies',
    /\bbats? (?:bit|bite|scratch\w{0,3}|touched|landed|in (?:my|the|our) (?:bed)?room)\b|\b(?:bitten|bit|scratched) by an? (?:stray|wild|bat|fox|monkey|raccoon|skunk|jackal)\b|\b(?:stray (?:dog|cat)|monkey|raccoon|fox|skunk) (?:bite|bit|scratch\w{0,3})\b/,
  ],
  balance: [
    'loss of balance',
    /\bsudden\w{0,2} (?:loss of|trouble with|poor) (?:\w{1,6} )?(?:balance|coordination)\b|\bcan(?:'?t|not) walk straight|\b(?:lost|loss of|losing) (?:my |his |her )?balance/,
  ],
  'no-urine': [
    'no urine for most of a day',
    /\b(?:not|haven't|hasn't|no)\b.{0,12}\b(?:peed?|pee|urinated|urine|weed?|passed water)\b.{0,20}\b(?:all day|since (?:yesterday|last night)|today|(?:1[2-9]|2\d) hours)/,
  ],
  'pressure-crisis': ['blood pressure of 180 over 120 or near it', /\b(?:1[89]\d|2\d\d) ?(?:\/|over) ?(?:9\d|1\d\d)\b/],
  'pressure-high': ['high blood pressure', /\b1[4-7]\d ?(?:\/|over) ?(?:[89]\d|1[01]\d)\b/],
  'black-limb': ['a black toe or foot', /\b(?:foot|toes?|fingers?)\b.{0,10}\bblack\b(?! and blue)/],
  assault: [
    'violence',
    /\braped?\b|\bsexual(?:ly)? assault\w{0,3}|\b(?:he|she|partner|husband|wife|boyfriend|girlfriend|dad|father)(?: \w{1,6})? (?:hits?|hitting|beats?|beating|strangl\w{1,3}|choked) (?:me|her|him|us)\b|\bdomestic violence/,
  ],
} as const satisfies Record<string, readonly [label: string, words: RegExp]>
