/** Sources of regular expressions for lower- and upper-case texts, without captures. */
const NUMBER =
  '(?:[-+]?\\d\\S*|(?:minus|negative|half|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|couple(?: of)?|several|some|many|odd|even|other|alternate|second|third|fourth|last|first)\\b)'
const UNIT =
  '(?:sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|quarters?|years?|decades?|(?:leap|work|business|working|week)[ -]?(?:years?|days?|ends?)|moons?|holidays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mornings?|evenings?|nights?|afternoons?|now and then|so often|once in a while)\\b'
const COUNTED = `(?:${NUMBER}\\s+)*${UNIT}`
const CLOCK_WORD = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})\\b'
const PAST = `(?:a\\s+)?(?:quarter|half|five|ten|twenty(?:[ -]five)?|\\d{1,2}\\s+minutes)\\s+(?:past|to|after|before)\\s+${CLOCK_WORD}`
const POINT = `(?:${PAST}|(?:sun(?:rise|set)|dawn|dusk|lunch(?:time)?|breakfast|dinner(?:time)?|bed ?time|tea ?time)\\b|[-+]?\\d\\S*|${CLOCK_WORD})`
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b'
const RANGE_END = `(?:\\d\\S*|noon|midnight|${WEEKDAY}|${CLOCK_WORD})`
const CALENDAR =
  '(?:month|week|year|quarter|january|february|march|april|may|june|july|august|september|october|november|december)\\b'

/** A time of day that is named and not read, or a span of them: "at quarter past nine", "between 9 and 17". */
export const TIME_OF_DAY = [
  `at\\s+(?:about\\s+|around\\s+)?${POINT}`,
  PAST,
  `between\\s+${RANGE_END}\\s+and\\s+${RANGE_END}`,
  `from\\s+(?:${RANGE_END}\\s+(?:to|till|until)\\s+${RANGE_END}|(?:\\d\\S*|noon|midnight|${WEEKDAY})(?:\\s+on(?=\\s|$))?)`,
  '(?:after|before|around)\\s+(?:\\d{1,2}(?::\\d\\d|\\s?[ap]\\.?m)?(?=\\s|$)|noon\\b|midnight\\b)',
].join('|')

const UNREAD = [
  '(?:never|whenever|some ?day|some ?time|soon|asap|now)\\b',
  `(?:every|each)\\s+${COUNTED}`,
  '(?:every|each)\\s+[-+]?\\d\\S*(?:\\s+\\S+)?',
  `(?:once|twice|${NUMBER}\\s+times)\\s+(?:an?|per|every|each)\\s+${UNIT}`,
  `in\\s+(?:about\\s+)?${COUNTED}`,
  'in\\s+[-+]\\d\\S*(?:\\s+\\S+)?',
  'in\\s+a\\s+(?:bit|while|moment)\\b',
  `(?:on\\s+)?(?:the\\s+)?(?:last|first|second|third|fourth|\\d{1,2}(?:st|nd|rd|th))\\s+${UNIT}\\s+(?:of|in)\\s+(?:the\\s+|each\\s+|every\\s+)?${CALENDAR}`,
  `(?:next|last)\\s+${UNIT}(?![’'])`,
  `[-+]\\d\\S*\\s+${UNIT}|\\d\\S*\\s+${UNIT}\\s+(?:ago|later|from\\s+now)\\b`,
  '[\\d*]\\S*(?:\\s+[\\d*]\\S*)*\\s+\\*(?=\\s|$|["\'])\\S*|\\*\\S*(?:\\s+[\\d*]\\S*)+',
  TIME_OF_DAY,
].join('|')

let unread: RegExp | undefined

/**
 * The time with which the words behind "schedule" begin, where no form of the command could read it: "every -5 minutes",
 * "last friday of the month at 9". Null for words that begin with none, such as "for studying biology".
 */
export function unreadTime(words: string): string | null {
  unread ??= new RegExp(`^["']?(?:${UNREAD})(?:,?\\s+at\\s+\\d{1,2}(?::\\d\\d)?(?=\\s|$))?`, 'i')
  return unread.exec(words.trim())?.[0] ?? null
}
