import { fillFrames, parts } from './fill-frames.ts'
import type { Example } from './fit-model.ts'

/** Commands as people say them who do not think of commands: slang, chat and shop talk. Put together from parts; seeded. */
export function slangCommands(countEach: number, seed: number): readonly Example[] {
  return Object.entries(FRAMES).flatMap(([label, frames]) => {
    const texts = fillFrames(
      { frames: frames.flatMap((frame) => [frame, frame, `OPEN ${frame}`, `${frame} END`]), slots: SLOTS },
      countEach,
      seed,
    )
    return texts.map((text) => ({ text, label, weight: 0.5 }))
  })
}

const SLOTS = {
  OPEN: parts('yo, hey, dude, ok, okay so, bro, alright, man, lol, uh, so, hey there, fam, listen, quick q, real talk'),
  END: parts(
    'pls, lol, bro, man, asap, real quick, thx, rn, dude, please and thank you, ok?, for me, already, if ya can, cheers, ta, fam, will ya, haha',
  ),
  TASK: parts(
    'task 7, task 12, job 31, job 5, #9, #44, number 8, task number 16, tsk 3, task 108, that task 22, ol task 63, job #17, numero 4, ticket 71',
  ),
  NUM: parts('7, 12, 31, #9, 44, 108, 63, number 5, #17, no 22'),
  POOL: parts(`the sports guys, sports, the jocks, the money people, the money team, finance, the finance bros, the fin crew, the docs,
    the doctors, the medics, health squad, the healthcare gang, healthcare, the biz folks, biz, the business crew, the suits, the general bots,
    general, the generalists, the sports pool, the finance pool, the med team, the number crunchers, the healthcare pool, the biz pool, the nurses`),
  EVERY: parts(
    'everyone, everybody, all of em, the whole crew, every single pool, the whole fleet, all pools, the lot, erryone, the whole gang',
  ),
  COUNT: parts('2, two, three, 3, four, 5, a couple, a few, one, six, ten, half a dozen, a dozen'),
}

const FRAMES: Readonly<Record<string, readonly string[]>> = {
  status:
    parts(`sup with the system, what's the word on the system, how we lookin, how are we looking, gimme the lowdown, we good?, are we good,
    is everything chill, what's cooking over there, the 411 on the whole thing, where we at, vibe check on the system, how's the ship sailing,
    we up or nah, sitrep, what's the haps, everything still alive?, how's the machine treating us, what's shakin, how's tricks system wise,
    status check, catch me up, bring me up to speed, whole system rundown, how's the operation going, what's the situation, any news from the fleet,
    how's the whole shebang holding up, system still breathing?, big picture real quick, what's poppin with the platform, how's things on your end,
    are we live, is this thing on, is the system behaving, hows the whole show running, overall how are we doing, whats good with operatoros, quick pulse check on the platform`),
  pools:
    parts(`what's POOL up to, how's POOL holding up, how many agents in POOL, is POOL slammed, is POOL swamped, POOL busy or what, POOL chillin or workin,
    anybody free in POOL, who's in POOL rn, how packed is POOL, how stacked is POOL, show me POOL headcount, what's our pool situation, lemme see the pools,
    who we got in the pools, roster of the pools, which crews do we have, how are the squads doing, agents slacking or working?, pool check,
    how many bodies in POOL, any slots open in POOL, POOL maxed out?, is POOL drowning in work, POOL keeping up?, how big is POOL these days,
    what teams we running, peep the pools, show me who's idle, any agents twiddling their thumbs, how thin are we stretched across pools, POOL got capacity?, how's the load on POOL`),
  tasks:
    parts(`what's in the queue, what's on deck, what's stuck in line, what's cooking rn, what are the bots chewing on, what's still in the oven,
    what bombed, what tanked, which jobs ate it, what blew up today, which ones flopped, what's done and dusted, what did we knock out, what's wrapped up,
    what got parked, anything on ice, anything in limbo, what got shot down, what got bounced, which ones got axed, which ones got scrapped, jobs nobody knows about,
    what's the deal with TASK, what's up with TASK, how's TASK coming along, TASK done yet?, did TASK finish, show me TASK, pull up TASK, where's TASK at,
    gimme the deets on TASK, lemme see TASK, any luck with TASK, what came out of TASK, task list, all the jobs we got, backlog check, how deep is the queue, how long's the line,
    what's left on the plate, what's pending, what you working on, what are y'all busy with, what's everyone working on, whatcha doing rn, everything I threw at you, jobs that crapped out, what went sideways, what's waiting its turn`),
  metrics:
    parts(`how fast are we, are we fast or slow, gimme the numbers, show me the stats, crunch the numbers for me, how much cash did we burn, what's the damage cost wise,
    how much did I blow on tokens, what's our hit rate, how often do we nail it, how often do we screw up, how laggy is POOL, POOL stats, how's POOL performing numbers wise,
    perf on POOL, how quick is POOL, is POOL slow, what's our win rate on tasks, throughput lately, how many jobs an hour are we doing, what's this costing me,
    how much did we spend, dollar figure so far, burn rate of the agents, average turnaround, response times looking ok?, p95 on POOL, scoreboard please, kpis real quick, leaderboard for the agents, numbers for POOL, how efficient is POOL, success rate of POOL, token tab so far`),
  scale:
    parts(`beef up POOL, throw COUNT more at POOL, toss COUNT extra agents at POOL, give POOL COUNT more bodies, spin up COUNT more for POOL, crank POOL up, crank POOL up to COUNT,
    pump POOL up to COUNT, bump POOL to COUNT, bump up POOL by COUNT, dial POOL back, dial POOL down to COUNT, trim POOL by COUNT, cut POOL down to COUNT, cut COUNT from POOL, lose COUNT of POOL,
    ditch COUNT agents from POOL, axe COUNT in POOL, shrink POOL a notch, chop POOL to COUNT, slim down POOL, knock COUNT off POOL, shave COUNT off POOL, we need more POOL,
    more firepower for POOL, POOL needs backup make it COUNT, get POOL to COUNT agents, make it COUNT for POOL, POOL at COUNT, POOL should be COUNT strong, double down on POOL add COUNT,
    scale EVERY to COUNT, bump EVERY by COUNT, scale down EVERY, hire COUNT more for POOL, fire COUNT from POOL, bench COUNT of POOL, staff up POOL, staff POOL with COUNT, stack POOL with COUNT more,
    POOL is drowning add COUNT agents, too many in POOL drop COUNT, POOL up COUNT, POOL down COUNT, take POOL up a notch, tone POOL down, juice up POOL, amp up POOL, send reinforcements to POOL, load POOL up to COUNT, leave just COUNT in POOL, go COUNT deep on POOL, keep only COUNT in POOL, yank COUNT out of POOL, pull COUNT off POOL, stick COUNT more agents in POOL`),
  restart:
    parts(`kick POOL back to life, give POOL a kick, reboot POOL, bounce POOL, cycle POOL, turn POOL off and on again, power cycle POOL, POOL is stuck bounce em, POOL is frozen restart them,
    restart the busted ones, bring the dead agents back, revive whatever croaked, restart whatever died, restart EVERY, reboot EVERY, fresh start for POOL, POOL is acting up reboot it,
    smack POOL awake, resurrect the crashed bots, get the broken agents back up, restart anything that fell over, start POOL over, POOL hung again restart pls, recycle POOL,
    wake POOL up with a restart, wipe and restart POOL, jumpstart POOL, POOL needs a reset, hit reset on POOL, restart the ones that tanked, un-jam POOL, the agents that bit the dust restart em, refresh POOL, give EVERY a restart, relaunch POOL`),
  health:
    parts(`are we healthy, system healthy or nah, is anything on fire under the hood, health check time, give the system a physical, how's the database feeling health wise,
    any sick components, any red lights, everything green?, all green?, run a health check, system vitals, check the vitals, under the hood ok?, is the db ok, are the workers healthy,
    anything unhealthy, do a quick checkup on the system, health report on the whole thing, full body scan of the system, is every component ok, queue and db looking healthy?, any warning lights on the system, checkup on the platform, is the engine room ok, health deets`),
  demo: parts(`show me a demo, lemme see a demo, run the sports demo, demo the money stuff, show off the health thing, give me the tour, gimme the grand tour, walk me thru the biz demo, hit me with a demo,
    let's see the healthcare demo, show me what the finance demo looks like, play the operations demo, ops demo, demo time, wow me with the sports demo, got any demos,
    take me on a tour of the business features, show and tell for healthcare, do your demo thing, dazzle me with the finance showcase, give us a taste of the sports analytics, try out demo for POOL, demo of POOL, show me POOL in action, example run of POOL, strut your stuff with a demo, fire up a demo, whip out the demo`),
  help: parts(`how do I work this thing, how does this even work, I'm lost what do I type, what do I even type here, gimme the commands, cheat sheet, got a cheat sheet?, show me the ropes,
    I got no clue what I'm doing here, what commands you got, what can I punch in, how do I use scale, how's the restart command work, help me out with the tasks command, explain the kill command,
    rtfm where's the manual, give me the instructions, how do I drive this, halp, help a brother out with the commands, what are my options here, whats the syntax for scale, walk me through the admin command, what do I say to you, newbie here how do I start, noob question how do I use this, how to use demo, man page for audit, usage for approvals, list of commands`),
  capabilities:
    parts(`what are you good at, what can y'all do, what's your deal, what tricks you got, what are your superpowers, what can your bots handle, what you capable of, what's in your toolbox,
    what kinda stuff can I ask, what can I throw at you, what are these agents good for, who does what around here, what's in it for me what can you do, skills list, what do the agents know,
    show me what you got skill wise, what areas you cover, what's your wheelhouse, what are you made for, what sort of questions can you take, tell me your features, what are ya able to do, what's POOL good for, what can POOL do`),
  why: parts(`why'd TASK tank, why did TASK bomb, how come TASK flopped, what's the story behind TASK, what went wrong with TASK, why'd TASK crap out, what happened to TASK, why TASK got parked,
    who decided TASK goes to sports, why'd TASK land with finance, explain TASK to me, how come TASK got bounced, what's the reasoning on TASK, why did NUM die, why'd NUM fail, explain yourself on TASK, what was the thinking on TASK, wtf happened with TASK, walk me through why TASK failed, why NUM, what made TASK blow up, how'd TASK end up like that, what gives with TASK, why was TASK shot down`),
  wait: parts(`wait on TASK, hang tight till TASK is done, hold up for TASK, sit tight until TASK wraps, chill till TASK finishes, hold the line for TASK, don't go anywhere till TASK is done,
    wait it out for TASK, stick around till TASK is through, block till TASK is done, stay put until TASK lands, lemme know when TASK is done I'll wait, hold on till TASK wraps up, wait for NUM, hang on for TASK, park yourself till TASK finishes, tap me when TASK is done, I'll wait for TASK, hold yer horses till TASK is done, gonna wait for TASK`),
  cancel:
    parts(`kill TASK, nuke TASK, scrap TASK, ditch TASK, axe TASK, drop TASK, forget TASK, nevermind TASK, scratch TASK, toss TASK, yeet TASK, bail on TASK, call off TASK, pull the plug on TASK, can TASK,
    stop doing TASK, don't bother with TASK, no need for TASK anymore, cancel NUM, trash TASK, dump TASK, abort NUM, TASK was a mistake kill it, get rid of TASK, quit TASK, changed my mind on TASK, leave TASK, lose TASK, stop TASK dead, zap TASK, cut TASK loose, TASK is pointless bin it, pull TASK, make TASK stop`),
  retry:
    parts(`give TASK another go, take another crack at TASK, try TASK again, run TASK back, run it back on TASK, one more time for TASK, redo TASK, TASK flopped go again, another shot at TASK, retry NUM, rerun NUM,
    have another stab at TASK, give TASK a second chance, do TASK over, TASK again please, hit TASK again, give TASK another whirl, re-do NUM, kick off TASK again, take two on TASK, fire TASK again, requeue TASK, put TASK back in the queue, do-over on TASK, TASK once more, restart TASK, resubmit TASK, mulligan on TASK`),
  watch:
    parts(`keep an eye on TASK, watch TASK for me, tail TASK, follow TASK, stalk TASK, track TASK live, lemme watch live, show me the live feed, stream the action, live view, let me see it happen live,
    watch what's going on, show me stuff as it happens, play by play of TASK, play-by-play please, eyes on TASK, monitor TASK, watch the agents work, live feed of everything, follow along with TASK, keep me posted live on TASK, watch em go, real time view, watch it roll, let me spectate, ringside seat on TASK, show events as they roll in`),
  providers:
    parts(`which llm you on, what brain are you running, who's powering you, you on gpt or claude, what model's under the hood, is openai plugged in, is claude hooked up, got any ai keys set,
    are the api keys in, which ai companies we using, what models we got, what's your engine, running on what model, you using chatgpt or what, model lineup, who's the brains, any provider connected?, anthropic working?, openai key in?, list the llms, which models do we have access to, are you offline or on a model, what ai is behind this, providers check`),
  sessions:
    parts(`show my old chats, pull up our old convos, what did we talk about before, past chats, my chat history, list the convos, what sessions are open, old sessions, where are my previous chats,
    earlier conversations, which chats can I pick back up, show all my sessions, past convos, my last few sessions, can I see our old talks, list of threads, what sessions I got, bring up chat history, all the conversations, sessions I left open`),
  audit:
    parts(`did anyone mess with the journal, has anybody tampered with the log trail, is the audit trail legit, check the hash chain, is the journal clean, verify nobody cooked the books in the audit log,
    make sure the audit log wasn't touched, any funny business in the journal, dump the audit trail, export the journal for the suits, spit out the audit log, gimme the audit log as a file,
    save the audit trail somewhere, hand me the journal, audit check, is the chain intact, prove the journal's untouched, ship me the audit export, print out the audit records, audit dump, verify the trail, is the audit stuff kosher, download the audit log`),
  doctor:
    parts(`is my install busted, something's off with my setup, check my setup, did I install this right, is my environment ok, troubleshoot yourself, diagnose yourself, run the doctor, what's wrong with my install,
    is everything set up right, run diagnostics, sanity check my setup, did I screw up the install, is this thing installed properly, my setup is wonky check it, why's my install acting weird, self test, setup check, what's broken in my setup, check my config and install for problems, anything missing on this machine, doctor me`),
  approvals:
    parts(`what needs my ok, anything waiting on me, who needs my blessing, what do I gotta sign off on, anything need a thumbs up, green light NUM, approve NUM, let NUM through, thumbs up on request NUM,
    request NUM is fine go ahead, ok request NUM, rubber stamp NUM, NUM gets my blessing, give NUM the nod, NUM looks good approve it, hard no on request NUM, shoot down request NUM, nope on request NUM,
    deny NUM, reject NUM, no way on request NUM, thumbs down on request NUM, turn down NUM, kill request NUM, veto NUM, request NUM can't go through, what's sitting on my desk to approve, approvals pls, stuff I need to approve, say yes to request NUM, say no to request NUM, sign off on NUM, wave NUM through, don't let NUM through`),
  kill: parts(`pull the plug on everything, shut it all down, kill everything, stop the presses, hit the big red button, hit the brakes on everything, slam the brakes, everybody freeze, all agents freeze, shut everything down now,
    nuke it all stop everything, hit the kill switch, smash the panic button, flip the kill switch, emergency brake now, cut the power to all agents, make it all stop, full stop everyone, stop every agent, halt the whole fleet,
    kill switch off, turn off the kill switch, lift the kill switch, let the agents loose again, unfreeze everyone, back to work everyone release the kill switch, ok release the brakes, unkill, take off the emergency stop,
    is the kill switch on, kill switch still on?, are we frozen, did someone hit the kill switch, is the big red button pressed, is the emergency stop active, kill switch status, pull the e-stop, abort everything, we're done stop all the bots`),
  admin:
    parts(`show me the admin stuff, admin panel, open the admin dashboard, admin overview, who's on this thing, who all has access, who's using this, list the users, who are the users, who's got an account, show me the peeps with access,
    what's in the logs, peep the logs, any errors in the log, recent errors, dig up the logs, log check, what did the system log, show me the error log, system settings, what's our config, show the settings, how's this thing configured, config dump,
    what are the settings rn, back it up, back that data up, make a backup, save a copy of the db, backup time, snapshot the database, back everything up before I break it, stash a backup, roll back to the backup, restore the backup,
    bring back the old db, restore the database, put the db back how it was, load up yesterday's backup, recover from the last backup, undo this and restore the backup, get our data back from backup, admin status, whos logged in, show me user roles`),
}
