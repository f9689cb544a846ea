import { parts } from './fill-frames.ts'

/** Emergencies in the words of people who joke about everything else. */
export const SLANG_ALARMS: readonly string[] =
  parts(`my dude just dropped and he ain't moving, homie od'd and he's blue, bro took like 30 pills, this guy just face planted and won't get up,
  my buddy's out cold after drinking, chest feels like a truck parked on it, my chest is killing me and my arm went dead, feel like I'm gonna pass out and my heart's going nuts,
  heart's doing backflips and I'm lightheaded, can't catch my breath at all, it feels like I'm breathing through a straw, throat's closing up after those shrimp, my lip blew up like a balloon and I'm wheezing,
  grandpa's face is all droopy, mom's talking gibberish out of nowhere, dad's making no sense and can't lift his arm, half my face went numb, lost vision in one eye just like that, worst headache of my life came outta nowhere,
  sliced my arm open and it's gushing, blood everywhere and it won't quit, cut my thumb clean off with the saw, bone's poking out of my leg, got jumped and I'm bleeding bad, dude got shot, somebody got stabbed outside my place,
  kid swallowed a button battery, my toddler got into the meds, my little guy chugged some drain cleaner, the baby's burning up and won't wake up, baby's lips are blue, my kid's choking on a grape, she's turning purple,
  don't wanna be here anymore, I'm so done with living, thinking about ending it tonight, I got the pills lined up, nobody'd care if I was gone, wanna off myself, gonna unalive myself, can't do this life thing anymore, said my goodbyes,
  he's got a gun and he's pissed, my ex is pounding on my door, he's beating on me again, some creep's following me home, there's someone in my house, he choked me out last night and my neck hurts,
  kitchen's on fire, the stove went up in flames, place is full of smoke, house reeks of gas, co thing won't stop beeping and we all got headaches, transformer blew and the wire's on the car,
  car flipped and he's stuck inside, my girl's water broke way early, wife's bleeding and she's pregnant, baby's coming right now, haven't felt the baby kick all day, nana fell and can't get up, took a bad fall and can't feel my legs,
  got zapped by the outlet and my heart's fluttering, snake got me on the ankle, stung like ten times and my face is puffing up, she's having a fit on the floor, he's seizing and it won't stop, sugar's crazy low and he's out of it,
  throwing up blood, coughing up red stuff, poop's black like tar and I'm woozy, my pee's gone and I'm swollen all over, stomach's hard as a rock and the pain's insane, one of my nuts hurts like crazy all of a sudden,
  splashed bleach in my eyes and it burns, grease fire got my whole arm, roofied I think and can't stand up, fell through the ice and he's shivering hard then stopped, kid went under in the pool, just pulled him out and he's coughing`)

/** What only sounds like one, in the same words. */
export const SLANG_CALM: readonly string[] =
  parts(`this heat is killing me lol, I'm dead that was hilarious, my phone's about to die, my laptop just died on me, boss is gonna murder me, choked on my free throws again, bombed my exam, team got slaughtered last night,
  that burrito destroyed me, my wallet is bleeding, gas prices are insane, who shot jr, fire mixtape ideas, that outfit is fire, burned my toast again, got burned by my ex, heart broken what do I do, my heart skipped a beat when she texted,
  drowning in emails, my inbox is on fire, this traffic's gonna be the death of me, drop dead gorgeous meaning, my plants are dying, my car battery's dead, got stabbed in the back by my coworker, shot an 82 at golf, killer workout ideas,
  dying to see that movie, scared to death of spiders, food coma after lunch, sick beat who made it, sugar crash at 3pm, my back's a bit sore from gym, got a zit, papercut stings, got a little sunburn, hangover cure, tired all the time lately,
  broke my arm when I was 12 still clicks, had a seizure once as a kid can I drive now, grandpa had a heart attack back in 09, my cousin od'd years ago and I'm still sad, got mugged last year how to feel safe again, had a panic attack in college,
  mom beat cancer, survived a car crash in 2015, my dog died last week, what's narcan, cpr class near me, how do epipens work, how long can you go without air, what does a stroke look like, best fire extinguisher, smoke detector chirping low battery,
  should I get a gun safe, self defense classes, is true crime bad for you, poison ivy pictures, are these mushrooms good for pizza, bleach my hair at home, kill shot in valorant, headshot tips, suicide squad any good, jumped off the high dive yay,
  my ears popped on the plane, foot fell asleep, hiccups for an hour, brain freeze, got the wind knocked outta me at practice last week, nosebleed seats price, blood type diet legit?, bleeding heart liberal meaning, crush on my friend,
  my game keeps crashing, server's choking, drop in sales is giving me a heart attack, these bills are suffocating, rent is killing me, my boss is toxic, stress is eating me at work, saving up for a tablet,
  gave away my old records and my couch, tablet won't charge, saving up for my kid's birthday, sorted all my papers for taxes, wrote thank you letters after the wedding, can't breathe through one nostril cold, allergies acting up a bit, ate too much and feel bloated`)
