import type { EmergencyKind } from './emergency.ts'

/** Which kind of emergency a sentence speaks of, once it speaks of one: a mind (and what it has done), a place or another person, else a body. */
export function kindOfAlarm(text: string): EmergencyKind {
  const said = text.toLowerCase().replace(/['’]/g, '')
  if (CRISIS.test(said) || FAREWELL.test(said)) return DONE.test(said) ? 'harmed' : 'crisis'
  if (BAD_AIR.test(said)) return 'danger'
  const harmed = BODY.test(said)
  if (DANGER.test(said) && !harmed) return 'danger'
  return 'medical'
}

const CRISIS =
  /suicid|kill(?:ing)? (?:my|him|her|them|your)sel|\bkms\b|unaliv|(?:want(?:s|ed)? to|wanna) (?:.{0,40}and )?die\b|end (?:it all|it tonight|my life|his life|her life|everything)|ending (?:it|my life)|take (?:my|his|her) (?:own )?life|(?:go|going|carry|keep) on living|(?:not|dont|doesnt|reason to|no point).{0,20}\b(?:live|living|be alive|stay alive|be here|exist)|better off (?:without|if i)|no(?:body| one) (?:would|will|wud|needs|cares).{0,12}(?:miss|me)|self.?harm|hurt(?:ing)? (?:my|her|him)sel|cut(?:s|ting)? (?:my|her|his|the) (?:wrists?|veins?|arms?)|goodbye|farewell|voices (?:tell|say)|(?:jump|jumping) (?:off|from)|(?:hang|hanging) (?:my|him|her)sel|disappear|sleep (?:and|n|&) (?:not|never) wake|never wake up|done with life|hurt (?:my|the) (?:baby|child|kids?)|hurting (?:my|him|the)/

// What is not said outright: tablets laid by, things given away, people who soon need not worry.
const FAREWELL =
  /(?:sav(?:ed|ing)|stash\w*|stockpil\w*|hoard\w*|hiding|collect\w*|(?:keep(?:ing)?|kept) back|aside|enough).{0,30}\b(?:pills?|tablets?|meds|morphine|painkillers?|antidepressants?)\b|(?:pills?|tablets?).{0,40}(?:on purpose|so (?:that )?.{0,20}(?:doesnt|not|never) wake)|(?:g[ai]ve|given|giving) .{0,40}(?:(?<!go |goes )away|arranged|wont need|not need|look after)|\bi (?:wont|will not|shant) be (?:an?y? ?(?:bother|burden|trouble)|troubling|here|around)|(?:nobody|no one|wont|not) .{0,20}worry (?:about me|about her|about him|any ?more)|happier without me|when im gone|im out (?:of )?the way|cutting (?:again|deeper)|(?:bought|have|holding) (?:the|a) rope|telling me to/

// What was already done, which needs an ambulance and not only an ear.
const DONE =
  /\b(?:took|taken|swallowed|downed|drank|drunk|injected)\b.{0,40}\b(?:pills?|tablets?|meds|paracetamol|tylenol|ibuprofen|aspirin|packs?|packets?|bottles?|boxe?s?|bleach|antifreeze|insulin|overdose)\b|\boverdosed\b|\b(?:cut|slit|slashed) (?:my|her|his) .{0,40}\b(?:bleeding|blood)\b/

// Carbon monoxide: who stays with the sick breathes it too, so that getting out comes before everything else.
const BAD_AIR =
  /monoxide|\bco (?:alarm|detector|poison)|(?:boiler|furnace|heater|stove|generator|genny|charcoal|barbecue|bbq|fireplace|chimney|exhaust|engine|gas).{0,80}(?:headache|dizzy|sick|nausea|drowsy|sleepy|faint|head bursting)|(?:headache|dizzy|sick|nausea|drowsy|sleepy|eyes open).{0,60}(?:boiler|furnace|heater|stove|generator|genny|charcoal|fireplace|chimney|gas fire)|(?:everyone|everybody|whole family|all of us|we all|both of us|the kids and i).{0,60}(?:headache|dizzy|sick|nausea|drowsy|sleepy).{0,80}(?:boiler|furnace|heater|stove|generator|better (?:when|outside)|go out|went out|outside)/

const DANGER =
  /\bfire\b|flames|\bsmoke|ablaze|explo(?:sion|ded)|smell(?:s|ing)? (?:of )?gas|gas (?:smell|leak|is leaking)|smells? like (?:gas|burning|rotten)|intruder|break(?:ing)? (?:in|the door)|broke in|burglar|\bgun\b|knife|weapon|follow(?:ed|ing) me|being followed|stalk|attack(?:ed|ing|er)|\brape|assault|hit(?:s|ting)? me|hits? (?:her|him)|beat(?:s|ing)? (?:me|her|him)|strangl|threaten|kidnap|will kill me|kill me|(?:at|behind) (?:the|my) (?:back )?door|trapped|sinking|flood|live wire|power ?line|sparks?|(?:child|kid|son|daughter|boy|girl|toddler|husband|wife|mother|mum|mom|father|dad|baby|brother|sister|gran\w{0,6}|friend|partner|some(?:one|body)|person|\bs?he|hes|shes).{0,12}missing/

// Said of a place in danger, these mean that somebody is already hurt.
const BODY =
  /breath|unconscious|unresponsive|passed out|bleed|\bblood|pulse|collapsed|burn(?:s|ed|t) (?:on|my|his|her|the)|stabbed|\bshot\b|dizzy|faint|headache|wont wake|cant wake|seizure|vomit|not moving|electrocut/
