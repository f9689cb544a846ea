/**
 * A text with its fractions and halves written as decimals: "41⅔" and "41 2/3" → "41.6666666667", "5 1/2" → "5.5",
 * "half a percent" → "0.5 %", "half a grand" → "500", "3 and a quarter" → "3.25". "5/2", dates and lists of prices stay.
 */
export const plainFigures = (text: string): string =>
  MAYBE.test(text) ? REPLACEMENTS.reduce((plain, [words, by]) => plain.replace(words, by), withDecimals(text)) : text

// Cheap to fail: most sentences have none of these.
const MAYBE = /[¼-¾⅐-⅞]|\d\/\d|\b(?:half|quarters?|thirds?|grand)\b/i
const VULGAR: Readonly<Record<string, number>> = {
  ...{ '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅕': 1 / 5, '⅖': 2 / 5, '⅗': 3 / 5, '⅘': 4 / 5 },
  ...{ '⅙': 1 / 6, '⅚': 5 / 6, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8 },
}
/** "41 2/3" and "41 and 2/3", with a numerator below the denominator; not the "5 1/2" of "4.5 1/2" or "1/2/2026". */
const MIXED = /(?<![\d./,-])(\d{1,6}) (?:and )?([1-7])[/⁄]([234568])(?![\d/⁄]|\.\d)/g

const withDecimals = (text: string): string =>
  text
    .replace(/(\d{1,6})? ?([¼-¾⅐-⅞])/g, (whole, digits: string | undefined, sign: string) => {
      const share = VULGAR[sign]
      return share === undefined ? whole : `${digits === undefined ? whole.slice(0, -1) : ''}${sumOf(digits, share)}`
    })
    .replace(MIXED, (whole, digits: string, top: string, bottom: string) =>
      Number(top) < Number(bottom) ? sumOf(digits, Number(top) / Number(bottom)) : whole,
    )

/**
 * An expression with the thirds and sixths that `plainFigures` cut written in full: "41.6666666667+1" → "(41+2/3)+1". `said`
 * is what the person wrote: decimals that stand in it stay as they are.
 */
export const exactFractions = (expression: string, said: string): string =>
  expression.replace(CUT, (decimal, whole: string, digits: string) => {
    const share = CUT_SHARES[digits.slice(0, 2)]
    if (share === undefined || said.includes(digits)) return decimal
    return Number(whole) === 0 ? `(${share})` : `(${whole}+${share})`
  })

/** A figure times a whole number, thirds and sixths kept: "2.3333333333" times a million is "2333333.3333333333". */
export function timesFigure(figure: string, times: number): string {
  const [cut, whole = '', digits = ''] = new RegExp(CUT.source).exec(figure) ?? []
  const share = SIXTHS[digits.slice(0, 2)]
  if (cut !== figure || share === undefined) return String(Number((Number(figure) * times).toPrecision(15)))
  const sixths = (Number(whole) * 6 + share) * times
  return sumOf(String(Math.floor(sixths / 6)), (sixths % 6) / 6)
}

const CUT = /\b(\d+)\.(3{10,11}|6{9,10}7|16{8}7|83{9})(?!\d)/g
const CUT_SHARES: Readonly<Record<string, string>> = { '33': '1/3', '66': '2/3', '16': '1/6', '83': '5/6' }
const SIXTHS: Readonly<Record<string, number>> = { '33': 2, '66': 4, '16': 1, '83': 5 }

/** The digits stay as they are, for they may be the end of "1,041". */
const sumOf = (digits: string | undefined, share: number): string =>
  `${digits ?? '0'}${String(Number(share.toFixed(10))).slice(1)}`

const PERCENT = String.raw`(?: of)?(?: an?| one)? (?:%|per ?cent(?:age point)?\b|pct\b)`
const REPLACEMENTS: ReadonlyArray<readonly [RegExp, string]> = [
  // First, so that "3 and a quarter percent" does not become 3 and 0.25 %.
  [/(\d) and a quarter\b/gi, '$1.25'],
  [/(\d) and three quarters\b/gi, '$1.75'],
  [/(\d) and (?:a|one) third\b/gi, '$1.33333333333'],
  [/(\d) and two thirds\b/gi, '$1.66666666667'],
  [new RegExp(String.raw`\bhalf${PERCENT}`, 'gi'), '0.5 %'],
  [new RegExp(String.raw`\b(?:three|3) quarters${PERCENT}`, 'gi'), '0.75 %'],
  [new RegExp(String.raw`\b(?:an? |one )?quarter${PERCENT}`, 'gi'), '0.25 %'],
  [/\b(?:an? |one )?quarter(?: of)?(?: an?)? million\b/gi, '250000'],
  [
    /\b(?:three|3) quarters of an? (?=(?:cup|pint|mile|lit(?:er|re)|gallon|pound|kilo|ounce|inch|(?:tea|table)spoon)\b)/gi,
    '0.75 ',
  ],
  [/\bhalf a (?:grand|k)\b/gi, '500'],
  [/\ba (?=grand\b)/gi, '1 '],
]
