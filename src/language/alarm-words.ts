import type { Lexicon } from './ideas.ts'

/**
 * The ideas that tell an emergency from what only sounds like one: what fails in the body, what does harm, who is in
 * danger and whether it is now; and on the other side history, study, play, things and figures of speech.
 */
export const ALARM_WORDS: Lexicon = {
  ideas: {
    '#': 'one two three four five six seven eight nine ten twenty',
    breath: `breathe breathing breath breathless breathes breathin wheezing wheeze wheezes gasping gasp gasps suffocating
      inhaler oxygen grunting rasping airway asthma air lungs lung blueish bluish blue`,
    cannot: `cant cannot wont unable willnae cyaan couldnt hardly barely struggling struggle struggles trouble difficulty
      stopped stop stops never wouldnt doesnt isnt aint dinnae canny`,
    chest: 'chest heart cardiac palpitations breastbone ribs heartbeat',
    pain: `pain pains painful hurts hurting hurt pressure tight tightness crushing squeezing squeezed ache agony elephant
      unbearable excruciating burning heavy weight standing sitting clutching clutches radiating spreading`,
    stroke: `droop drooping drooped droops slurred slurring slurs numb numbness weakness weak speech crooked lopsided gibberish
      garbled twisted paralysed paralyzed dropped mumbling tingling`,
    senses: `unconscious unresponsive collapsed collapse collapses passed fainted faint fainting faints wake wakes waking
      awake responding respond responds pulse limp floppy drowsy blackout unconscius dizzy lightheaded sleepy motionless
      lifeless listless`,
    seizure: `seizure seizures seizing fit fits convulsing convulsions convulsion jerking shaking shakin twitching foam foaming
      epileptic epilepsy rolled`,
    bleed: `bleeding bleed bleeds blood bloody gushing spurting soaking soaked clots clot hemorrhage haemorrhage nosebleed
      tourniquet pouring`,
    wound: `stab stabbed shot gunshot bullet amputated severed chopped crushed impaled bone deep gash slashed sliced sawed
      artery mangled sticking`,
    choke: 'choke choking choked chokes choken heimlich gagging stuck windpipe',
    swallow: `swallowed swallowing swallow swallows drank drunk drink drinking ate eaten eat took taken takes taking tek swallered
      ingested gulped licked injected snorted`,
    poison: `poison poisoned poisoning bleach antifreeze pills pill tablets tablet medication medicine detergent battery magnet
      magnets mushroom mushrooms berries chemical chemicals overdose overdosed od oded xanax heroin fentanyl paracetamol tylenol
      aspirin ibuprofen painkiller painkillers meds capsule capsules opioids oxy meth cocaine narcan pesticide drain
      cleaner antidepressants sleeping methadone insulin toxic bottle handful many`,
    allergy: `allergic allergy anaphylaxis anaphylactic hives swelling swollen swells swelled swelin tongue throat lips sting stung
      bee wasp hornet peanut peanuts nut nuts shellfish prawn epipen closing closed bitten bite snake spider jellyfish adder
      cobra viper scorpion`,
    burn: 'burn burned burnt burns scald scalded boiling blistering charred acid oil grease',
    ending: `suicide suicidal suicid myself end ending die dying disappear goodbye farewell living alive wrists hanging hang
      bridge jump rope noose worthless hopeless burden existing exist unalive goodbyes note letters tonight life lives himself
      herself yourself themselves selfharm cutting`,
    violence: `attacked attacking attack attacker following stalking stalker gun knife weapon threatening threatened threatens
      assaulted assault raped rape beating beats beat strangled strangling abusive punched hit hits hitting kicked intruder burglar
      breaking broke robbed kidnapped kidnapping hostage grabbed forced drugged spiked violent screaming hiding`,
    fire: 'fire flames flame smoke burning blaze explosion exploded explode ablaze trapped',
    gas: 'gas carbon monoxide alarm fumes charcoal leak leaking smell smells generator rotten',
    water: `drowning drowned drown sinking submerged underwater lake river swept pulled waters flood flooded ice
      hypothermia frozen`,
    current:
      'electrocuted electric electricity shocked shock live wire socket lightning current voltage touched cable powerline',
    fall: `fell fallen fall falls ladder stairs roof window crash crashed accident collision overturned motorbike run truck knocked
      thrown horse cliff`,
    small: `baby babys newborn infant toddler weeks week month months bairn wean wee little fontanelle soft diapers nappies`,
    birth: `pregnant pregnancy labour labor contractions cord crowning birth miscarriage miscarrying postpartum placenta pads
      waters delivering`,
    fever: `fever temperature feverish stiff neck rash spots purple glass meningitis sepsis septic mottled heatstroke sun hot
      degrees shivering`,
    sugar: 'diabetic diabetes sugar sweating clammy pale grey gray fruity hypo sweaty cold',
    confusion: `confused confusion delirious nonsense disoriented suddenly sudden worst thunderclap vision sight blind double
      weird strange`,
    body: `head arm arms leg legs stomach belly back eye eyes ear skin face hand hands foot feet mouth jaw shoulder spine hip
      abdomen abdominal testicle groin side finger toe nose`,
    vomit: 'vomiting vomit vomited vomits puking throwing coughing coughs black tarry coffee',
    kin: `mother mom mum mama father dad papa son daughter kid kids child husband wife brother sister grandma grandpa
      grandmother grandfather nan gran granny friend neighbour neighbor partner uncle aunt auntie girlfriend boyfriend colleague
      coworker roommate flatmate boss cousin nephew niece hes shes he she him her mate hubby man woman someone somebody guy
      stranger dude bro girl boy student gf bf`,
    now: `now just still right currently immediately quickly quick asap urgent urgently happening minutes minute since hour hours
      morning today tonight help please getting worse keeps is`,
    ago: `ago last year years yesterday when previously history used once recovered recovering survived old childhood former
      decade century past months was were had anniversary student late`,
    healed: `healed healing fine ok okay better mild slightly slight little bit small minor routine normal usual sometimes
      occasionally recovered gone removed stable mildly well`,
    study: `what whats explain meaning mean means definition define term symptoms signs sign causes cause how why essay paper
      homework class biology exam seminar lesson course history statistics rate rates chart risk factors research prevent
      prevention difference tell understand learn learning know describe types purpose translate phrase called work works
      explained curious rule rules`,
    money: `cost costs price prices insurance claim salary budget fund market stock stocks sales investors pay bill fair
      legal law laws cheap buy brand donate`,
    play: `game games movie film series show shows song songs album lyrics novel book books story write writing character cast
      band episode episodes season minecraft league team match workout gym scene comic anime detective meme cartoon boxing
      football basketball chess golf tennis ufc wrestling swimming marathon training`,
    things: `phone battery laptop computer server website app process command linux windows screen file charger car bike
      engine plant plants tv wifi printer code python css database tablet software account bot camera email
      recipe cake cook pizza steak oven bbq candle music guitar internet router signal console controller keyboard mouse`,
    figure: `deadline joke jokes laughing lol hilarious funny boring expensive idiom phrase metaphor homework boredom
      emoji embarrassment embarrassed cringe crush love curry workload`,
    animals: 'dog dogs cat cats fish hamster weeds ants mice bug bugs mosquito mosquitoes fly',
    plan: `course certificate kit drill checklist plan number contact poster badge hotline training policy museum holiday
      travel trip vacation hiking tips ideas best`,
    call: 'ambulance 911 999 112 emergency paramedics paramedic hospital er cpr dispatcher police doctor rescue',
    thinner: `warfarin apixaban eliquis xarelto marcumar coumadin clopidogrel plavix rivaroxaban thinner thinners anticoagulant
      chemo chemotherapy pacemaker spleen dialysis transplant`,
    hoard: `saving saved stash stashed stashing stockpiling stockpiled hoarding hoarded hid collecting collected gathering
      kept keeping putting aside enough`,
    severe: 'severe severely extremely very really so badly bad heavily everywhere huge large massive far',
  },
  little: `a an the of to for in at by with from and or but as it its are be been being am do does did done the my our i im
    ive id you we us me they them their your this that these those there here dont not no`,
}
