/** Verbs of the commands that change the fleet, as sources of regular expressions for lower-case texts: each with its forms. */
const VERBS: Readonly<Record<string, string>> = {
  scale:
    'scal|upscal|downscal|autoscal|resiz|increas|rais|grow|shrink|reduc|bump|boost|doubl|tripl|halv|expand|enlarg|pin|lock',
  restart: 'restart|reboot|recycl|bounc|relaunch|reset|replac|refresh|reviv',
  cancel: 'cancel|abort|call off|drop|kill|stop|discard|withdraw|scrap|delet|remov|terminat|ax',
  retry: 'retr|rerun|repeat|redo|try|tries|run|attempt',
  pause: 'paus|suspend|freez|hold',
  resume: 'resum|unpaus|unfreez|continu',
  kill: 'kill|stop|halt|shut|pull|press|hit|engag|activat|trigger|throw|flip|freez|turn|switch|releas|lift|disengag|deactivat|reset',
  approvals: 'approv|accept|allow|grant|den|reject|declin|veto|block|refus',
  alerts: 'ack|acknowledg|dismiss|clear',
  admin: 'restor|back|mak|tak|sav',
}

/** Verbs that scale a pool and say much else besides: "they can't take the load". */
const COMMON = 'add|cut|lower|drop|remov|set|chang|giv|tak|hir|mak|bring|turn|switch|put'

/** True for a command that changes the fleet with these arguments: `kill status` and a list only look. */
export function isDeed(command: string, args: Readonly<Record<string, unknown>>): boolean {
  if (VERBS[command] === undefined) return false
  if (command === 'approvals' || command === 'alerts') return args.action !== undefined && args.action !== 'list'
  if (command === 'admin') return args.section === 'backup' || args.section === 'restore'
  return command !== 'kill' || args.state === 'on' || args.state === 'off'
}

/** The verb of a command in any form: `restart`, `restarted`, `restarting`. */
export const verbOf = (command: string): string => `(?:${VERBS[command] ?? command})${ENDING}`

/** The same with the common verbs that a command has too. */
export const anyVerbOf = (command: string): string =>
  command === 'scale' ? `(?:${VERBS.scale}|${COMMON})${ENDING}` : verbOf(command)

/** True for a part of a sentence that begins as an order does: "show status", "pause it". */
export const beginsAsOrder = (text: string): boolean => new RegExp(`^${anyVerb()}`, 'iu').test(text)

/** A verb of any command that changes something, or shows it. */
export const anyVerb = (): string =>
  `(?:${[...Object.values(VERBS), COMMON, 'show', 'list', 'display'].join('|')})${ENDING}`

const ENDING = '(?:\\p{L}?(?:e|es|s|ed|ied|y|ies|ying|ing|en|n)?)(?!\\p{L})'
