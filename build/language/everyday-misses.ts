import { fillFrames, parts } from './fill-frames.ts'
import type { Example } from './fit-model.ts'

/**
 * Sentences made of the commands' own words and of everyday things: "restart the boiler", "netflix status". None is a
 * command; they teach that a command's word alone is not one. Seeded.
 */
export function everydayMisses(count: number, seed: number): readonly Example[] {
  const texts = fillFrames({ frames: FRAMES, slots: SLOTS }, count, seed)
  return texts.map((text) => ({ text, label: 'none', weight: 0.5 }))
}

const FRAMES = [
  ...[
    'yo how do I VERB my THING',
    'my THING NOUN sucks, options?',
    'is THING legit',
    "who's got the best THING NOUN",
    'THING NOUN, worth it?',
  ],
  ...[
    "what's a fair NOUN for a THING",
    'dude my THING is acting up, VERB it?',
    'do I gotta VERB the THING MORE',
    'how long till my THING NOUN',
  ],
  ...[
    'anyone else VERB their THING',
    'THING NUMBER vs THING',
    'where do I VERB a THING MORE',
    'my buddy wants to VERB his THING',
    "what's the deal with THING NOUN",
  ],
  ...[
    'best way to VERB THING lol',
    'how many THING NOUN do I need',
    'lowkey wanna VERB my THING',
    'explain THING NOUN like im five',
    'is it ok to VERB THING',
  ],
  ...[
    'how do people VERB a THING MORE',
    'my THING NOUN is NUMBER, good?',
    'NUMBER THING for NUMBER people',
    'THING down NUMBER percent',
    'are THING NOUN worth watching',
  ],
  ...['OWN', 'OWN', 'OWN', 'hey OWN', 'OWN lol'],
  ...['VERB THING', 'VERB the THING', 'VERB my THING', 'VERB NUMBER THING', 'VERB THING MORE', 'VERB my THING MORE'],
  ...[
    'THING NOUN',
    'my THING NOUN',
    'THING NOUN MORE',
    'best THING NOUN',
    'THING NOUN?',
    'NOUN for THING',
    'NOUN of THING',
  ],
  ...[
    'how do I VERB my THING',
    'how to VERB a THING',
    'should I VERB the THING?',
    'can I VERB my THING MORE?',
    'when to VERB THING',
  ],
  ...[
    'what is the NOUN of a THING?',
    'is the THING NOUN MORE?',
    'I want to VERB my THING',
    'help me VERB my THING',
    'why THING NOUN MORE',
  ],
  ...[
    'why NUMBER THING',
    'why did my THING fail',
    'my THING keeps failing',
    'is my THING healthy?',
    'THING health check MORE',
  ],
  ...[
    'wanna VERB my THING, how',
    'gotta VERB the THING lol',
    'how does one VERB THING',
    'THING not running',
    'is THING up MORE?',
  ],
]

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  OWN: parts(`how do I get my team to do more, who won the game last night, my boss keeps killing my ideas, how do agents get paid in hollywood, best crew cut for round face,
how do doctors stay awake, docs for a mortgage which ones, money guy on tv who is he, kill time at the airport how, how to scale back on drinking, kids health check before school what do they do,
what's good for a hangover, what's the status of the new gta, are we in a recession, is the market up today, did the nurse strike end, what's the score, how's the weather looking, is tuna healthy or nah,
my queue at the dmv was 3 hours lol, task rabbit or fiverr, hit the gym twice today good or bad, wait how old is madonna, who's running for mayor, what happened to vine, why did they cancel my show, why does my cat scream,
can I redo my exam, second chance at college how, pull the plug on my business or hang on, thumbs up emoji meaning, how to say no to a friend, my landlord denied my request, get approved for an apartment with bad credit,
turn down a job offer nicely, back up singers pay, restore an old chair, recover from a breakup, log into my bank account forgot password, settings on my tv are off, who uses pagers anymore, config for a gaming pc,
audit my own spending how, journal ideas for stress, chain broke on my bike, is my passport still legit, which ai is best for essays, is claude better than gpt for writing, what's a llm anyway, api key for google maps where,
therapy sessions how many do I need, chat with my ex should I, conversation starters for a date, history of rome short, live stream the game where, watch recs under 200, follow my ex on insta weird?, track my period app, keep an eye on toddler tips,
demo derby tickets, show me a good pasta recipe, tour of italy 10 days, walk me through a roth ira, example of a cover letter, help me move cheap, help a friend who's sad, instructions for ikea shelf, how does a car engine work, how do i work out at home,
what can I do with a history degree, what are cats good at, skills to learn at 30, superpowers in marvel ranked, why'd my check bounce, what went wrong with boeing, explain the infield fly rule, reason for night sweats, wait list at harvard odds, hang on to my stocks or sell,
sit tight or sell my house, cancel my gym thing, ditch my car for a bike?, nuke leftovers safe?, scrap my car for cash, abort a pull up set, drop 10 pounds fast, try again for a baby when, run it back meaning, rerun of friends where, one more shot of vodka bad?,
beef up my resume, pump up a tire, crank up the heat bill cost, cut down on sugar, shrink a shirt, trim a beard, add two more eggs to a recipe, hire my first employee, fire someone nicely, double my savings, bump up my credit score, slim down by summer,
kick a bad habit, reboot of dexter any good, bounce house rental, cycle to work scheme, reset my sleep, fresh start after divorce, power cycle my modem, physical exam what do they check, vital signs normal range, my red light ticket, is everything bagel vegan,
busy season for accountants when, is the doctor in tonight on tv, are sports bars making money, biz ideas for teens, finance bros meme, general tso chicken recipe, general store near me, sports drinks or water, healthcare jobs no degree, business class worth it, financial aid deadline,
how many agents does the cia have, estate agents fees, free agents in the nba this summer, secret agent movies, pool party ideas, pool noodles crafts, car pool lane ticket, gene pool meaning, talent pool is dry, odds pool explained, bot accounts on twitter, task force meaning, job fair tips,
error on my tax return, error 404 meaning, log off earlier from work how, panic attack what helps, big red button meme, brakes squeak, freeze my eggs cost, emergency stop on motorcycle, kill switch for my boat, pull the plug on grandpa decision, shut down my startup or push on`),
  VERB: parts(`restart,reboot,reset,scale,scale up,scale down,kill,stop,cancel,retry,watch,follow,monitor,wait for,approve,deny,
verify,export,back up,restore,diagnose,install,show,list,check,run,add,remove,increase,reduce,cut,set up,demo,explain,audit,
grow,shrink,boost,drop,open,track,recover,drain,start,refuse,accept,redo,repeat,abort,bump,halt,test`),
  NOUN: parts(`status,pool,pools,agent,agents,task,tasks,queue,metrics,performance,demo,help,backup,logs,log,config,settings,users,
approval,request,provider,providers,model,models,session,sessions,audit,journal,health,restore,restart,scale,size,capacity,
command,commands,manual,usage,dashboard,admin,switch,history,error,errors,stats,cost,skills,features,doctor,watch,example,
job,jobs,workers,slots,team,trail,database,system,overview,report,score,rate,state,condition`),
  MORE: parts(
    'today,now,again,tomorrow,at home,for free,for kids,online,in london,on windows,on mac,after surgery,at 40,cost,near me,safely,in excel,before exam,all day,every night,over 60,from scratch,without tools,monday',
  ),
  NUMBER: parts('2,3,5,7,10,12,20,30,two,three,five,ten'),
  THING:
    parts(`boiler,router,iphone,laptop,marriage,relationship,career,garden,car,engine,netflix,spotify,gym,diet,passport,visa,
flight,hotel,mortgage,loan,credit card,insurance,insurance claim,tax refund,pension,salary,startup,shop,bakery,restaurant,
website,docker container,kubernetes pod,nginx,python script,excel sheet,windows update,android phone,printer,washing machine,
dishwasher,fridge,tv,xbox,ps5,minecraft server,wifi,vpn,email,gmail account,facebook,instagram,youtube channel,podcast,book,
novel,essay,homework,math exam,driving test,french lessons,guitar,piano,choir,wedding,party,holiday,trip,hiking boots,bike,
motorcycle,boat,jet ski,treadmill,marathon,football match,nba game,tennis elbow,knee,back pain,headache,rash,fever,cough,
blood pressure,cholesterol,heart,liver,kidney,gut,skin,hair,teeth,pregnancy,baby,toddler,dog,cat,fish tank,swimming,
swim lanes,car park,gene,talent,betting,lottery,bitcoin,stock,crypto wallet,bank,rent,landlord,visa application,green card,
school,college,university,teacher,lawyer,estate,travel,insurance,secret,real estate,talent scout,movie,series,concert,song,
playlist,photo,wallpaper,kitchen,bathroom,floor,roof,wall,window,door,lamp,ants,mosquitoes,weeds,mold,mice,plants,lawn,tree,
recipe,cake,bread,soup,coffee,tea,wine,beer,pizza,mountain,river,map,weather,moon,planet,bible,war,election,parliament,
president,court,police,army,postgres,mysql,git,linux kernel,cron,celery,gpu,battery,charger,camera,drone,sensor,train,bus,
airport,train ticket,parcel,order,subscription,contract,invoice,supplier,customer,employee,colleague,meeting,project,budget,
savings,debt,vaccine,pill,inhaler,therapy,yoga,sleep,mood,anxiety,memory,english,spanish,german,chess,poker,golf,cricket`),
}
