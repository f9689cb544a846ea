import { asksToUnderstand } from './asks-to-compute.ts'
import { heardText } from './heard-text.ts'
import { nameMissing } from './name-missing.ts'
import { digitsForWords } from './number-words.ts'
import type { Heard, Utterance } from './tool.ts'

const TOPIC =
  /\b(?:playing|game|play|field|pitch|court) time\b|\bminutes (?:each|per (?:player|kid|child))\b|\brotat(?:e|ion|ing)\b|\bsub(?:s|bing|stitut\w*)\b|\b(?:equal|fair|even|same) (?:playing |game )?(?:time|minutes|play)\b|\b(?:share|split|divide) (?:the|up the|our) (?:minutes|time)\b|\beveryone (?:plays?|gets?)\b|\beach (?:kid|player|child|girl|boy)\b/
const PEOPLE =
  'kids?|children|players?|girls|boys|lads|teammates|youngsters|in the squad|in the team|on the roster|on the team|on my team'
const PLAYERS = new RegExp(
  String.raw`\b(\d{1,2}) (?:\w{1,10} )?(?:${PEOPLE})\b(?! (?:on|at|per|a) (?:the |a )?(?:field|pitch|court|time|side|floor|ice))|\b(?:squad|team|roster|group|bench) (?:of|is|has) (\d{1,2})\b`,
)
const ON_FIELD =
  /\b(\d{1,2}) (?:\w{1,8} )?(?:on|at|can play|play|playing)(?: the| a| at)? ?(?:field|pitch|court|floor|ice|once|a time|time|same time)\b|\b(\d{1,2}) ?(?:v|vs|-v-) ?\d{1,2}\b|\b(\d{1,2})[- ]?(?:a|per)[- ]?side\b|\b(\d{1,2}) (?:play|places|spots|positions|on)\b/
const PARTS =
  /\b(\d|two|three|four) ?(?:x|×|\*|times|halves of|quarters of|thirds of|periods of) ?(\d{1,2})\b|\b(\d) (\d{1,2})[- ]?min(?:ute)?s? (?:halves|quarters|thirds|periods)\b|\b(\d{1,2})[- ]?min(?:ute)?s? (halves|quarters|thirds)\b/
const MINUTES = /\b(\d{1,3}(?:\.\d)?)[- ]?(?:min|mins|minutes?)\b/
const HOUR = /\b(?:1 hour|an hour)\b/
const NAMED: Readonly<Record<string, number>> = { halves: 2, thirds: 3, quarters: 4 }

/** Hears "fair playing time: 11 kids, 7 on the field, 40 minutes", "10 players 7v7 2x20 equal minutes". */
export function hearPlayingTime(said: Utterance): Heard {
  const text = digitsForWords(heardText(said))
  if (!TOPIC.test(text)) return null
  const field = ON_FIELD.exec(text)
  const squad = PLAYERS.exec(field ? text.replace(field[0], ' , ') : text)
  const minutes = minutesIn(text)
  if (field && squad && minutes !== null) return { use: { players: firstOf(squad), on_field: firstOf(field), minutes } }
  const missing = nameMissing([
    [squad, 'how many players you have'],
    [field, 'how many play at a time'],
    [minutes, 'how many minutes the match lasts'],
  ])
  return missing.length === 1 && !asksToUnderstand(text) ? { missing } : null
}

const firstOf = (match: RegExpExecArray): number => Number(match.slice(1).find((digits) => digits !== undefined))

function minutesIn(text: string): number | null {
  const parts = PARTS.exec(text)
  if (parts) {
    const [, times, each, many, long, whole, name = ''] = parts
    return whole ? Number(whole) * (NAMED[name] ?? 1) : Number(times ?? many) * Number(each ?? long)
  }
  const minutes = MINUTES.exec(text)
  return minutes ? Number(minutes[1]) : HOUR.test(text) ? 60 : null
}
