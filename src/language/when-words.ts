/**
 * The words in which people say when something is to happen, as sources of regular expressions without captures, for
 * lower- and upper-case texts. They only find where such words begin and end; engine/read-when.ts says what they mean, and
 * refuses those that mean nothing ("at 25:00", "every 10 seconds").
 */
const or = (...choices: readonly string[]): string => `(?:${choices.join('|')})`

const WEEKDAY = '(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?'
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|(?:sept?|oct|nov|dec)(?:(?:o|em)?ber)?)\\b\\.?'
const PART = '(?:morning|afternoon|evening|night|noon|mid(?:day|night))\\b'
const AMOUNT =
  '(?:\\d{1,9}(?:\\.\\d+)?\\s*|(?:half(?:\\s+an?)?|(?:a\\s+)?(?:couple|few)(?:\\s+of)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fou?rty|sixty|ninety)\\s+)'
const UNIT =
  '(?:s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?|onths?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:ee)?ks?|w|fortnights?|quarters?|y(?:(?:ea)?rs?)?)(?![a-z])'
const SPAN = `${AMOUNT}${UNIT}`
const AND_A_HALF = '(?:\\s+and\\s+a\\s+half\\b)?'

const CLOCK = "(?:[:.h]\\d{2})?(?:\\s?[ap]\\.?m\\b\\.?|\\s?h\\b|\\s+o[’']?clock\\b)?(?![\\w%]|[:.,/-]\\d)"
const TIME = `(?:\\d{1,4}${CLOCK}|noon\\b|mid(?:day|night)\\b)(?:\\s+in\\s+the\\s+${PART}|\\s+at\\s+night\\b)?`
/** "at 9", "at 8:30 and 17:00", "18:00", "noon". A bare number is a time only behind "at". */
const AT = `(?:at\\s+${TIME}(?:(?:\\s*,|\\s+and|\\s*&)\\s*${TIME})*|\\d{1,2}(?=[:.h]\\d|\\s?[ap]\\.?m\\b|h\\b|\\s+o[’']?clock)${CLOCK}|(?:noon|mid(?:day|night))\\b)`

const ORDINAL = '\\d{1,2}(?:st|nd|rd|th)\\b'
const OF_MONTH = '(?:\\s+day)?(?:\\s+of\\s+(?:the|each|every)\\s+month\\b)?'
const DATE = or(
  '\\d{4}-\\d{1,2}-\\d{1,2}(?:t\\d{1,2}:\\d{2})?',
  '\\d{1,2}[./]\\d{1,2}[./]\\d{4}',
  `(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+${MONTH}(?:,?\\s+\\d{4}\\b)?`,
  `${MONTH}\\s+(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4}\\b)?`,
)
const DAYS = `${WEEKDAY}s?\\b(?:(?:\\s*,\\s*and|\\s+and|\\s*[,&]|\\s+to|\\s+through|\\s*-)\\s*${WEEKDAY}s?\\b)*`
const EVERY = `(?:every|each)\\s+(?:single\\s+)?${or(
  `other\\s+(?:day|week|month|${WEEKDAY})\\b`,
  `(?:${SPAN}|${UNIT})${AND_A_HALF}`,
  '(?:working|business|work)[ -]?days?\\b|week(?:day|end)s?\\b',
  PART,
  DAYS,
  DATE,
  `(?:${ORDINAL}|(?:first|second|third|fourth|last)\\s+\\w+)${OF_MONTH}`,
)}`
const PIECE = or(
  AT,
  `in\\s+${SPAN}(?:(?:\\s*,)?(?:\\s+and)?\\s*${SPAN})*${AND_A_HALF}(?:\\s+time\\b)?`,
  `${SPAN}(?:\\s+and\\s+${SPAN})?\\s+from\\s+now\\b`,
  EVERY,
  '(?:hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually)\\b',
  '(?:on\\s+)?week(?:days|ends)\\b',
  'today\\b|tonight\\b|tom{1,2}or{1,2}ow\\b|yesterday\\b|the\\s+day\\s+after\\s+tomorrow\\b',
  `(?:this|in\\s+the)\\s+${PART}`,
  `(?:on\\s+)?(?:(?:next|this|coming)\\s+)?${DAYS}`,
  `on\\s+the\\s+${ORDINAL}${OF_MONTH}`,
  `(?:on\\s+)?${DATE}`,
)
const MORE = `(?:,?\\s+(?:${PIECE}|${PART}))`
const CRON_WORD = '(?:[\\d*]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)[\\w*,/#-]*'

/** Five fields of a cron table, or `@daily` and its like. */
const CRON = or(
  '@\\w+',
  `[\\d*][\\d*,/-]*\\s+[\\d*][\\d*,/-]*\\s+[\\d*?][\\w*,/-]*\\s+${CRON_WORD}\\s+${CRON_WORD}(?![\\w*])`,
)

let found: RegExp | undefined

/** Words of a text that say when: where they begin and end, and what they are without quotes and end marks. */
export interface WhenWords {
  readonly start: number
  readonly end: number
  readonly words: string
}

/**
 * Where a text says when something is to happen, from left to right: "in 2h", "at 18:00", "every monday at 8", "0 9 * * 1-5".
 * Made ready at first use, which takes some milliseconds.
 */
export function whensIn(text: string): WhenWords[] {
  found ??= new RegExp(`(?<=^|\\s)["']?(?<words>${CRON}|${PIECE}${MORE}*)["']?[.,:;!?]?(?=\\s|$)`, 'giu')
  return [...text.matchAll(found)].map(({ 0: whole, index, groups }) => ({
    start: index,
    end: index + whole.length,
    words: groups?.words ?? whole,
  }))
}
