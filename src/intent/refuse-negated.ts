import { OperatorError } from '../base/errors.ts'
import { inertLine } from '../base/inert-text.ts'
import { anyVerbOf, verbOf } from './deeds.ts'

const NOT =
  "(?:do not|donot|don'?t|dont|must ?n[o']t|mustn'?t|should ?not|shouldn'?t|need ?not|needn'?t|would not|wouldn'?t|may not|never|not|no (?:need|reason|point)|nobody|no one|no)"
/** What is no order where another clause gives one: "I can't stop them, pull the kill switch". */
const CANNOT = "(?:can ?not|can'?t|will not|won'?t|does not|doesn'?t)"
/** What may stand between a "not" and its verb: "do not ever again", "don't you dare to", "I don't want you to". */
const BETWEEN =
  '(?:(?:ever|just|yet|now|again|please|you|dare|to|in|want|need|think|we|i|us|me|anyone|anybody|somebody|should|must|have|be|being|get|been|going|try|really|even|kindly|wish|like|would|let|the|a|any|it|them|for)\\s+){0,6}'
const INSTEAD_OF =
  "(?:without|avoid|refrain from|hold off|hold off on|postpone|instead of|rather than|stop|quit|cease|against|don'?t want)"

/** A "not" that says no such thing: "why don't we", "don't forget to", "never mind". */
const ASKS_POLITELY =
  /\bwhy (?:don'?t|not)(?: (?:we|you|i))?\b|\b(?:can|could|would|will|wo|is|should)n'?t (?:you|we|i|it)\b|\b(?:do not|don'?t|never) (?:forget|hesitate|mind|fail|worry)\b|\bnever ?mind\b|\b(?:would|do)(?:n'?t| not) (?:mind|hurt|object)\b|\bnot only\b|\bif not\b|\bor not\b|\b(?:they|it|agents|things|this)(?: just| still| simply)? (?:do not|don'?t|will not|won'?t|would not|wouldn'?t)\b|\bnot (?:a |any )?(?:problem|trouble)\b/g

/** What is done to nothing is not done: "restart nothing at all"; "nothing but sports" is sports. */
const NOTHING =
  '(?:(?:absolutely|literally|exactly) )?(?:nothing|nobody|none|noone|no[ -]one|no (?:\\p{L}+ )?(?:agents?|pools?|tasks?|workers?|teams?|jobs?))(?!\\p{L})(?! (?:but|except|besides|other than|apart from))'

/** To stop this is an order of its own: it pins the pool. */
const STOPS_A_MODE = /\b(?:stop|cease|quit|avoid|without) auto[- ]?scaling\b/g

/**
 * What is said not to be done is not done: "do not restart sports" is no "restart sports".
 *
 * @throws OperatorError ARGS_INVALID for a change whose own verb is negated, or is done to nothing.
 */
export function refuseNegated(command: string, text: string, echo: string): void {
  const said = text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(ASKS_POLITELY, ' ')
    .replace(STOPS_A_MODE, ' ')
  const toNothing = new RegExp(`(?<!\\p{L})${anyVerbOf(command)}\\s+(?:up |down |off |to )?${NOTHING}`, 'u').test(said)
  if (!toNothing && !isNegated(command, said, echo)) return
  throw new OperatorError('ARGS_INVALID', `Nothing was done: "${inertLine(text, 80)}" says not to.`, {
    // What was understood instead of "nothing" is nobody's wish.
    hint: toNothing ? `help ${command}` : command === 'approvals' ? bothWays(echo) : `to do it: ${echo}`,
    data: { command },
  })
}

const bothWays = (echo: string): string =>
  ['approve', 'deny'].map((way) => echo.replace(/approve|deny/, way)).join('  or  ')

function isNegated(command: string, said: string, echo: string): boolean {
  if (command === 'approvals') return isUndecided(said, echo)
  const verb = verbOf(command)
  const plain = new RegExp(`(?<!\\p{L})${NOT}\\s+${BETWEEN}${verb}`, 'u')
  const cannot = new RegExp(`^[^,;.]*(?<!\\p{L})${CANNOT}\\s+${BETWEEN}${verb}[^,;.]*$`, 'u')
  const first = new RegExp(`^(?:(?:please|just|so|i|we|you)\\s+)*${NOT}\\s+${BETWEEN}${anyVerbOf(command)}`, 'u')
  const instead = new RegExp(`(?<!\\p{L})${INSTEAD_OF}\\s+(?:the\\s+)?(?=\\p{L}+ing(?!\\p{L}))${verb}`, 'u')
  const last = new RegExp(`^(?:please )?${anyVerbOf(command)}(?:\\s+[\\p{L}\\d]+){1,2}\\s+not$`, 'u')
  return [plain, cannot, first, instead, last].some((pattern) => pattern.test(said))
}

/** "I won't block request 4" approves it and "I don't accept it" denies it; "do not deny 4" and "don't approve 4 yet" leave it. */
function isUndecided(said: string, echo: string): boolean {
  const approves = new RegExp(`(?:do not|don'?t|dont|never)\\s+${BETWEEN}(?:approv|accept|allow|grant)`, 'u').test(said)
  if (echo.includes('deny')) return NOT_DENIED.test(said) || (approves && /\b(?:yet|until|before|for now)\b/.test(said))
  return approves
}

const NOT_DENIED =
  /\b(?:do not|don'?t|never|not|no need to|no reason to|must ?n[o']t|should ?n[o']t|shouldn't) (?:\w+ ){0,2}(?:den(?:y|ied|ying)|reject|declin|veto|block|refus)/
