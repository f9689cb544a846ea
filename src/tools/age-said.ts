import type { AgeGroup } from './triage-rule.ts'

const OLD =
  /(?<![\d.,])\b(\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten)[ -]?(days?|weeks?|wks?|months?|mos?|years?|yrs?|yo|y\/o)(?:[ -]olds?\b|(?<=yo|y\/o)\b)/
const YOUNG_AGE =
  /\b(?:baby|infant|newborn|son|daughter|boy|girl|he|she)(?: is| was|'s) (?:only |just |about |now )?(\d|1[0-3]|one|two|three|four|five|six|seven|eight|nine|ten) (days?|weeks?|wks?|months?)\b(?! (?:pregnant|late|overdue|prem\w{0,6}|early|ago|into|after|post|sober|clean))/
const BABY_AGE = /\b(?:baby|infant|newborn),? (\d{1,2}) (weeks?|wks?|months?)\b(?! (?:pregnant|late|overdue|early|ago))/
const IN_UNITS =
  /\b(?:i'm|i am|im|aged?|she is|he is|she's|he's|(?:mum|mom|mother|dad|father|wife|husband|partner|son|daughter|friend|grand\w{2,6}) is) (\d{1,3})\b(?! ?(?:weeks?|months?|days?|kg|lbs?|pounds|cm|%|st\b|min|hours?|times|stone|ft|foot|feet|m\b)|['"]|\.\d|,\d)/
const SHORT = /\((\d{1,3}) ?[mf]\)|(?<![\d.,])(\d{2})[mf]\b/
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** The age that a sentence tells, in years: "my 3 month old" → 0.25, "i'm 67" → 67; null when not told. */
export function ageSaid(text: string): number | null {
  const old = OLD.exec(text) ?? YOUNG_AGE.exec(text) ?? BABY_AGE.exec(text)
  if (old) return numberOf(old[1] ?? '') * yearsOf(old[2] ?? '')
  const units = IN_UNITS.exec(text) ?? SHORT.exec(text)
  const years = units ? Number(units[1] ?? units[2]) : Number.NaN
  return years <= 120 ? years : null
}

/** The age group, by the age when it is told, else by words such as "baby", "my son", "grandma". */
export const ageGroupOf = (text: string, ageYears: number | null): AgeGroup =>
  ageYears === null ? groupByWords(text) : groupByAge(ageYears)

function groupByAge(years: number): AgeGroup {
  if (years < 0.25) return 'under-3-months'
  if (years < 1) return '3-to-12-months'
  if (years < 16) return 'child'
  return years < 65 ? 'adult' : 'over-65'
}

function groupByWords(text: string): AgeGroup {
  if (/\bnew-?born\b/.test(text)) return 'under-3-months'
  if (/\b(?:baby|infant)\b/.test(text) && !/\b(?:pregnant|having a baby|had a baby|expecting)\b/.test(text))
    return 'baby'
  if (CHILD.test(text)) return 'child'
  return /\b(?:elderly|grand(?:ma|pa|mother|father)|granny|nan)\b/.test(text) ? 'over-65' : 'unknown'
}

const CHILD =
  /\b(?:toddler|child|children|kid|kids|son|daughter|little (?:one|boy|girl)|grandson|granddaughter|teenager)\b/

const numberOf = (said: string): number => (WORDS.includes(said) ? WORDS.indexOf(said) : Number(said))

function yearsOf(unit: string): number {
  if (unit.startsWith('d')) return 1 / 365
  if (unit.startsWith('w')) return 1 / 52
  return unit.startsWith('mo') ? 1 / 12 : 1
}
