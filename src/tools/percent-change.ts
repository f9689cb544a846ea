const N = String.raw`(\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?)(?![\d%]|,\d| %)`
/** "1150 a month", "92 kg", "1,150 per month each". */
const UNIT = String.raw`(?: ?(?!to\b|now\b|and\b)[a-z/]{1,9}\.?){0,3}`
const GAP = String.raw`[^\d]{0,40}?`

const ASKS =
  /(?:\bhow (?:many|much)(?: of an?| in| is (?:that|this|it) in)?|\bwh?at(?:'s|s)?(?: (?:is|was|the|that|this|it))*(?: in| as)?(?: an?)?|\b(?:in|as|as an?|by|which|calculate|calculate the|is (?:that|this|it)(?: an?)?)|^|[,;:.?]) ?%(?! of\b)|% (?:change|increase|raise|rise|hike|decrease|drop|cut|reduction|difference|growth|jump|up|down|more|less)\b|%[ ?.!]*$/
/** The yearly rate of a growth is another question, and so are chances, shares and yields. */
const OTHER =
  /% (?:a|per|each|every) (?:year|month)|\b(?:annuali[sz]ed|cagr|interest|yield|odds|chances?|probability|margin|mark-?up|tip|tax|vat|vote|battery|conversion|pages?|chapters?|miles? to|km to)\b/
const MOVES =
  /\b(?:rent|salary|wages?|pay|price|bill|cost|costs|fee|weight|income|revenue|sales|premium|rais(?:e|ed|es|ing)|went|gone|goes|going|go|rose|risen|increas\w*|grew|grown|drop\w*|fell|fallen|cut|up|down|chang\w+|jump\w*|moved|reduc\w+|lower\w*)\b/

const FROM_TO = new RegExp(String.raw`\bfrom ${N}${UNIT} (?:up |down )?to ${GAP}${N}`)
const TO = new RegExp(String.raw`(?<![\d.,])${N}${UNIT} ?(?:up to|down to|to|->|=>|→|-->) ?${GAP}${N}`)
const WAS_NOW = new RegExp(
  String.raw`\b(?:was|were|used to (?:be|pay|earn|cost|weigh|make)|paid|weighed|earned|made|had|old|before|originally|previously|last (?:year|month|week))\b${GAP}${N}\b[^\d]{0,30}\b(?:now|new|to|today|this (?:year|month|week)|wants?|becomes?|after)\b${GAP}${N}`,
)
const NOW_WAS = new RegExp(
  String.raw`\b(?:now|new|today)\b${GAP}${N}\b[^\d]{0,30}\b(?:was|before|used to be|instead of|up from|down from|old|from)\b${GAP}${N}`,
)
const MORE_ON = new RegExp(
  String.raw`\b(?:raise|rise|increase|hike|bonus|up|more)\b(?: of| by)? ${N}${UNIT} (?:on|from|on top of|to|over) ${GAP}${N}`,
)

/**
 * The percent change that a sentence asks for, as arithmetic: "the rent goes from 1150 to 1290, how many % is that" →
 * ((1290)-(1150))/(1150)*100. "percent" must stand as its sign. Null unless it asks for a percentage and has two numbers only.
 */
export function percentChange(text: string): string | null {
  if (!ASKS.test(text) || OTHER.test(text)) return null
  if ((text.match(/\d+(?:[.,]\d+)*/g) ?? []).length !== 2) return null
  const later = NOW_WAS.exec(text)
  if (later) return changeOf(later[2], later[1])
  const pair = FROM_TO.exec(text) ?? WAS_NOW.exec(text) ?? (MOVES.test(text) ? TO.exec(text) : null)
  if (pair) return changeOf(pair[1], pair[2])
  const [, more, base] = MORE_ON.exec(text) ?? []
  return more === undefined || base === undefined ? null : `(${plain(more)})/(${plain(base)})*100`
}

const changeOf = (before = '', after = ''): string => `((${plain(after)})-(${plain(before)}))/(${plain(before)})*100`

const plain = (digits: string): string => digits.replaceAll(',', '')
