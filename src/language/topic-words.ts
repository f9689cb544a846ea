import type { Lexicon } from './ideas.ts'

/** Subjects that people ask about, and words that give a question away as being about them. Which pool a subject belongs to is learned. */
export const TOPIC_WORDS: Lexicon = {
  ideas: {
    symptom: `pain pains ache aches aching sore hurts hurt hurting headache headaches migraine migraines fever cough coughing nausea nauseous
      vomit vomiting puke puking throwing dizzy dizziness fatigue tired exhausted itch itchy itching rash rashes swelling swollen lump lumps
      bump bumps bleeding bruise bruises cramp cramps cramping numb numbness tingling burning bloated bloating constipated constipation diarrhea
      diarrhoea poop pee peeing urine snore snoring snores sneeze sneezing wheeze congestion congested stuffy runny hives blister blisters
      spots twitch twitching spasm spasms stiff stiffness tender redness discharge odor sweats sweating palpitations faint fainted hangover`,
    body: `head brain skin scalp eye eyes eyelid ear ears nose sinus throat tongue gum gums tooth teeth molar jaw neck shoulder elbow wrist
      thumb chest breast breasts nipple heart lung lungs liver kidney kidneys bladder stomach belly gut bowel colon abdomen back spine lower
      hip groin thigh knee knees calf shin ankle foot feet toe toes toenail heel vein veins blood bone bones joint joints muscle muscles nerve
      uterus ovary ovaries prostate testicle vagina penis thyroid pancreas gallbladder appendix tonsils nails poo armpit armpits lips`,
    disease: `flu cold covid virus infection infected bacterial strep uti bronchitis pneumonia asthma copd allergy allergies allergic hay eczema
      psoriasis acne rosacea shingles herpes hpv hiv chlamydia std sti diabetes diabetic prediabetes cholesterol hypertension stroke cancer tumor
      tumour melanoma mole leukemia anemia anaemia arthritis gout lupus fibromyalgia ibs crohns celiac coeliac reflux gerd heartburn ulcer hernia
      hemorrhoids haemorrhoids gallstones stones appendicitis dementia alzheimers parkinsons epilepsy ms sciatica tendonitis plantar fasciitis
      concussion fracture sprain sprained scoliosis osteoporosis pcos endometriosis menopause thyroiditis hypothyroid pots vertigo tinnitus
      glaucoma cataract conjunctivitis pinkeye sty measles chickenpox mumps whooping lyme malaria rabies tetanus sepsis norovirus ringworm lice scabies warts cyst
      wart canker apnea insomnia jetlag carpal bunion fungus athletes dandruff`,
    drug: `medicine medicines medication medications meds med drug drugs pill pills tablet tablets dose doses dosage antibiotic antibiotics amoxicillin
      ibuprofen advil motrin paracetamol acetaminophen tylenol aspirin naproxen aleve antihistamine benadryl zyrtec claritin prednisone steroid steroids
      statin statins metformin insulin ozempic wegovy semaglutide mounjaro lisinopril metoprolol omeprazole prilosec nexium ssri zoloft sertraline lexapro
      prozac xanax adderall ritalin melatonin supplement supplements vitamin vitamins iron magnesium zinc probiotic probiotics vaccine vaccines vaccination
      jab booster shot shots inhaler albuterol epipen contraceptive contraception birth pill ointment cream cortisone nasal laxative antacid tums viagra
      minoxidil accutane retinol codeine opioid morphine nicotine patch thinner thinners creatine cbd prescription refill pharmacist pharmacy`,
    care: `doctor doctors doc gp physician nurse hospital clinic er urgent surgery surgeon operation specialist dermatologist cardiologist gynecologist
      obgyn pediatrician paediatrician therapist psychiatrist psychologist dentist orthodontist optician optometrist physio physiotherapist chiropractor
      appointment checkup diagnosis diagnosed diagnose symptom symptoms treatment treat treated cure heal healing recovery recover therapy test tests
      results scan mri ct xray ultrasound biopsy colonoscopy mammogram pap smear screening bloodwork hospice referral medical health healthy nhs stitches cast
      filling root canal implant transplant chemo dialysis rehab wound bandage checkups`,
    mind: `anxiety anxious depression depressed panic stress stressed burnout adhd autism ocd ptsd bipolar trauma grief grieving lonely loneliness sad mood
      suicidal therapist counselling counselor addiction addicted sober alcoholic drinking quit smoking vaping vape sleep sleeping asleep insomnia nightmares
      mindfulness meditation overwhelmed selfesteem anger crying overthinking`,
    child: `pregnant pregnancy trimester baby babies newborn infant toddler breastfeeding breastfeed formula teething colic ivf fertility ovulation period
      periods menstrual miscarriage labor labour c-section midwife postpartum weaning potty`,
    nourish: `diet diets calories calorie protein carbs keto fasting vegan vegetarian nutrition nutrients fiber fibre sodium sugar caffeine bmi overweight obese weight
      hydrated dehydrated dehydration gluten lactose dairy`,
    bank: `bank banks banking account accounts checking overdraft transfer wire zelle venmo paypal atm debit deposit cd branch iban routing cheque check checks
      cash cashback fee fees card cards credit apr bounce bounced fraud scam scammed scammer identity chargeback teller`,
    debt: `debt debts loan loans owe owed owing borrow borrowing lender lend interest refinance refi consolidate consolidation collections collector bankruptcy
      repossess payday student cosign cosigner repay repayment payoff snowball avalanche minimum score fico delinquent late garnish`,
    house: `mortgage mortgages heloc escrow down payment downpayment homebuyer closing rent renting landlord tenant lease deposit apartment condo house home
      property realtor equity pmi appraisal foreclosure zillow duplex`,
    invest: `invest investing investment investments investor stock stocks share shares etf etfs fund funds index sp500 nasdaq dow bond bonds treasury
      dividend dividends portfolio broker brokerage vanguard fidelity schwab robinhood options puts calls option bull bear market markets rebalance
      diversify volatility gold silver reit reits aapl tesla tsla nvidia nvda vti voo spy msft amzn crypto bitcoin btc ethereum eth coinbase wallet
      dogecoin solana nft yield compounding compound etoro hedge ipo short shorting trading trader margin dca`,
    tax: `tax taxes irs hmrc refund deduct deduction deductions deductible write-off w2 w4 1099 withholding bracket brackets capital gains inheritance estate audit
      filing file vat itemize turbotax dependents gift isa`,
    retire: `retire retirement retired retiring pension pensions 401k 403b ira roth sipp annuity social security rmd fire superannuation nest
      savings save saving saved saver emergency sinking budget budgeting budgets paycheck paychecks salary raise wage wages income expenses expense
      bills bill money frugal afford groceries spend spending networth net worth millionaire inflation allowance alimony`,
    insure: `insurance insured insurer premium premiums deductible deductibles copay claim claims coverage policy term life adjuster hsa fsa warranty beneficiary
      underwriter will trust`,
    teamsport: `football soccer basketball baseball hockey rugby cricket tennis golf volleyball netball handball lacrosse softball badminton squash pickleball
      pingpong boxing ufc mma wrestling judo karate bjj jiu-jitsu kickboxing f1 formula nascar motogp cycling swimming gymnastics skating skiing snowboard
      snowboarding surfing skateboard climbing bouldering rowing triathlon marathon athletics sprint curling darts snooker billiards fencing polo archery bowling
      chess esports olympics olympic paralympics`,
    league: `nba nfl mlb nhl mls epl premier laliga bundesliga serie champions uefa fifa ncaa wnba ipl ashes superbowl bowl playoffs playoff finals final
      semifinal world cup euros tournament league season standings table relegation draft trade transfer transfers wimbledon masters pga ryder tour
      grand slam wrestlemania stanley derby copa march madness bracket brackets`,
    team: `lakers celtics warriors knicks bulls heat nets yankees dodgers mets sox cubs cowboys chiefs eagles patriots packers niners 49ers bills giants jets
      steelers ravens arsenal chelsea liverpool united city spurs tottenham barca barcelona madrid bayern juventus psg milan
      lebron curry jordan kobe messi ronaldo mbappe haaland neymar mahomes brady federer nadal djokovic serena tiger woods verstappen hamilton bolt phelps
      ohtani shaq tyson mcgregor pele maradona kohli`,
    play: `game games match matches player players coach coaches referee ref umpire goalkeeper goalie keeper striker midfielder defender winger quarterback qb
      linebacker receiver pitcher catcher batter shortstop goal goals score scored scorer points touchdown offside penalty foul fouls yellow red card
      kick freekick corner throw-in header dribble tackle serve backhand forehand volley swing putt putting birdie par dunk rebound assist assists
      free-throw rebounds inning innings homerun strikeout bat pitch wicket bowler overs scrum lineout hattrick overtime extra shootout win wins winner won
      lose lost beat defeated rival roster lineup bench substitute jersey stadium arena fans team teams squad captain dribbling var lbw`,
    train: `training train workout workouts gym lift lifting squat squats deadlift bench press pullup pullups pushup pushups reps sets hypertrophy cardio
      hiit run running runner runners jog jogging 5k 10k mile miles pace vo2 splits taper stretch stretching warmup cooldown drills drill
      kettlebell dumbbell dumbbells barbell plank abs biceps glutes hamstring hamstrings quad quads conditioning endurance agility stamina athlete athletes
      racket racquet cleats spikes skates wetsuit paddle bike bicycle peloton swim swimmer freestyle breaststroke dive diving jump vertical yoga pilates crossfit hiking kayak`,
    bet: `bet bets betting odds bookie bookies bookmaker sportsbook draftkings fanduel parlay parlays spread moneyline over-under handicap handicapping wager
      stake staking kelly ev vig juice accumulator acca underdog favorite tipster fantasy ppr waiver dfs punter arbitrage hedge elo`,
    startup: `business businesses startup startups entrepreneur founder founders cofounder co-founder company companies llc inc corporation incorporate sole
      proprietor partnership franchise vc investors pitch deck seed funding bootstrapped bootstrap equity vesting exit acquisition valuation runway burn pivot mvp
      product-market saas b2b b2c ecommerce shopify etsy dropshipping amazon fba store shop bakery cafe restaurant salon agency freelance freelancer freelancing
      consultant consulting contractor client clients vendor vendors supplier suppliers wholesale retail inventory stock stockout margin margins markup pricing price prices
      revenue profit profits cashflow invoice invoices invoicing unpaid overdue quote quotes proposal proposals nonprofit charity truck food`,
    market: `marketing market advertise advertising ads ad adwords seo brand branding logo slogan campaign campaigns newsletter mailing leads lead funnel conversion
      converting churn retention cac ltv roas ctr impressions engagement followers influencer instagram tiktok linkedin website landing page copywriting audience
      customers customer reviews review yelp loyalty referral referrals upsell discount promotion sales salesperson sell selling seller crm hubspot salesforce cold calling outreach
      pipeline prospects close closing negotiate negotiation deal deals survey nps positioning competitor competitors competition swot`,
    people: `employee employees hire hiring hired fire firing fired layoff layoffs onboarding interview interviews candidate candidates recruiter recruiting resume staff
      staffing manager managers managing boss coworker coworkers colleague colleagues hr performance review raise promotion 1on1 feedback delegate delegating micromanage
      micromanaging meeting meetings standup standups remote hybrid office shift shifts schedule schedules rota payroll overtime turnover morale culture burnout resign
      notice contractor leadership leader intern interns teammate union`,
    project: `project projects workflow workflows process processes automate automation zapier task tasks deadline deadlines milestone milestones scope gantt agile scrum
      sprint kanban jira trello asana notion okr okrs kpi kpis stakeholder stakeholders roadmap backlog raci critical path bottleneck bottlenecks productivity lean six
      sigma sop sops documentation handover risk register budget forecast forecasting spreadsheet dashboard erp procurement logistics warehouse shipping supply chain
      contract contracts nda agreement terms liability compliance gdpr trademark patent copyright legal lawyer lawsuit license permit breakeven break-even unit economics capacity`,
    tech: `phone iphone android samsung pixel laptop computer pc mac macbook windows linux chromebook wifi router modem internet browser chrome app apps icloud google
      password passwords email gmail outlook excel word powerpoint pdf printer usb bluetooth headphones airpods tv screen monitor keyboard mouse battery charger gpu cpu ram
      ssd python javascript java code coding programming html css sql git ai chatgpt llm algorithm server docker vpn hacked virus backup storage
      download upload spotify netflix youtube facebook twitter reddit whatsapp camera drone console playstation xbox nintendo switch minecraft fortnite pokemon zelda`,
    cook: `cook cooking recipe recipes bake baking oven fry grill boil simmer roast chicken beef steak pork fish salmon rice pasta noodles bread dough sourdough cake cakes
      cookie cookies pizza soup sauce salad egg eggs butter cheese milk flour yeast onion garlic potato potatoes tomato tomatoes spice spices coffee tea
      wine beer cocktail dinner lunch breakfast leftovers freezer fridge microwave airfryer pan wok knife kitchen cup cups tablespoon teaspoon ounces grams substitute`,
    travel: `travel trip trips vacation holiday flight flights fly airline airport hotel hostel airbnb visa passport luggage suitcase itinerary tourist backpacking
      cruise train bus subway metro italy paris london japan tokyo spain mexico thailand europe iceland greece portugal hawaii bali rome berlin amsterdam
      beach island jetlag timezone timezones customs currency km`,
    home: `clean cleaning stain stains laundry washing washer dryer dishwasher sink toilet clogged drain faucet leak leaky plumber paint painting wall
      drywall carpet floor furniture sofa couch mattress bed curtain ikea shelf drill screw screws nail hammer lightbulb outlet thermostat radiator heating
      ac furnace mold mould ants roaches mice bugs garden gardening lawn grass weeds plant plants tomato seeds soil compost tree flowers fence roof
      moving declutter organize smell squeaky door vacuum iron closet garage`,
    car: `car cars truck engine oil tire tires tyre brakes brake mechanic transmission dent windshield mpg gas diesel ev hybrid parking license driving drive driver
      dmv motorcycle scooter lane highway mileage honda toyota ford bmw tesla`,
    pets: `dog dogs puppy cat cats kitten pet pets vet litter leash hamster rabbit fish aquarium bird parrot horse chicken chickens turtle snake lizard bees
      barking howling fleas`,
    learn: `math maths algebra geometry calculus equation fraction fractions percent percentage square root multiply divide prime physics gravity chemistry biology
      science atom planet planets moon sun stars space universe earth ocean volcano earthquake dinosaur dinosaurs evolution history war ww2 roman empire
      king queen president presidents century ancient philosophy geography capital country countries continent population language languages english spanish
      french german japanese italian chinese grammar comma apostrophe verb noun word words pronounce pronunciation spell spelling translate translation
      meaning synonym essay essays thesis homework exam exams study studying school university college teacher class gpa sat quiz trivia facts fact`,
    social: `friend friends wedding birthday gift gifts party invite invitation letter apology apologize toast speech poem joke jokes girlfriend boyfriend husband wife
      marriage divorce dating date roommate neighbor neighbour neighbors family kids etiquette politely tie dress outfit suit shoes hair haircut makeup perfume
      tattoo hobby hobbies guitar piano ukulele violin sing singing song songs music band album movie movies film films series show shows book books novel author
      actor actress anime manga art paint drawing draw photo photography museum concert lyrics crochet knitting puzzle podcast`,
    everyday: `weather rain snow storm hurricane temperature humidity forecast time clock zone timezone calendar holiday convert conversion fahrenheit celsius inches feet cm
      pounds kilos kg litres liters ounces miles meters metres gallons news election vote government law police passport mail package post recycle recycling
      emoji horoscope zodiac color colour sky rainbow lightning`,
    pc: 'operatoros command commands agent agents pool pools',
    '#': 'one two three four five six seven eight nine ten hundred thousand million',
  },
  little: `a an the of to for in at by with from and or but so as it its is are was were be been being am do does did done my our i im ive id you your
    yours we us me he she they them their his her him this that these those there here what whats which who when where why how can could would will shall should may might
    must not no dont doesnt isnt didnt wont cant if then than too very just about into over out up off on any some all more most much many few only also
    still even ever never now today tonight tomorrow yesterday week weeks month months year years day days hour hours minute minutes
    get gets got getting go goes going went make makes made need needs want wants wanna gonna gotta like know think tell say said help please pls thanks
    good bad best better worse worst way ways thing things stuff lot lots really actually kinda sorta lol omg u ur r n ok okay yes yeah hey hi hello
    someone something anyone anything everyone everything people person man guy guys dude bro im ill youre hes shes theyre were use using used work works working
    take takes taking start started starting stop keep keeps put give find look looking long old new big small little first last next same other another
    after before since until during between without against because while during again back down right left same different kind type mean means feel feeling try trying`,
}
