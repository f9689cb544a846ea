/** What a sentence may be crying for: a body in danger, a mind in danger, one that has already harmed its body, or a place in danger. */
export type EmergencyKind = 'medical' | 'crisis' | 'harmed' | 'danger'

/** A possible emergency. `confidence` is 0..1. */
export interface Emergency {
  readonly kind: EmergencyKind
  readonly confidence: number
}

/** What to do now, said before anything else. General, for every country. */
export const FIRST_AID: Readonly<Record<EmergencyKind, string>> = {
  medical:
    '**This may be an emergency. Call your local emergency number now** (112 in Europe and on most mobile phones, 911 in North America, 999 in the UK) ' +
    'and say what is happening and where. Do not drive yourself, do not wait to see whether it passes, and stay with the person until help comes. ' +
    'The call handler will tell you what to do; if someone is not breathing, start chest compressions.',
  crisis:
    '**You matter, and you do not have to carry this alone. If you might act on it now, call your local emergency number** (112, 911, 999) or go to the nearest emergency department. ' +
    'To talk to someone at any hour: call or text 988 in the US and Canada, 116 123 (Samaritans) in the UK and Ireland, 13 11 14 (Lifeline) in Australia; findahelpline.com lists other countries. ' +
    'Move away from anything you could hurt yourself with, and ask someone you trust to stay with you.',
  harmed:
    '**Call your local emergency number now** (112 in Europe and on most mobile phones, 911 in North America, 999 in the UK), also if you feel fine: some of the worst harm comes hours later. ' +
    'Say what was taken or done, how much and when, and keep the packets. Do not make yourself or anyone vomit. Do not stay alone: ask someone to come, and unlock the door. ' +
    'You matter, and the people who answer want to help. If you cannot call, text or call 988 in the US and Canada, 116 123 (Samaritans) in the UK and Ireland, 13 11 14 (Lifeline) in Australia, and say that you have already done it.',
  danger:
    '**Get yourself and others out of danger first, then call your local emergency number** (112 in Europe and on most mobile phones, 911 in North America, 999 in the UK). ' +
    'Do not go back in, do not touch switches if you smell gas, and follow what the call handler says.',
}
