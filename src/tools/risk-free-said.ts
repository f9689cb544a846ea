const WORDS = '(?:risk[- ]?free(?: rate)?|rf|cash rate|t-?bills?(?: rate)?)'
const VALUE = String.raw`(\d{1,2}(?:\.\d{1,6})?) ?(%|percent\b|per cent\b)?`
const BEFORE = new RegExp(String.raw`\b${WORDS}(?: (?:rate|of|is|at|being))*[ :=]*${VALUE}`)
const AFTER = new RegExp(String.raw`(?<![\w.])${VALUE} (?:for the |as (?:the )?)?${WORDS}`)

/** The risk-free rate that a heard text says, and the text without it: "sharpe with rf of 2%" → 0.02. Null when it says none. */
export function riskFreeSaid(text: string): { readonly rate: number | null; readonly rest: string } {
  const said = BEFORE.exec(text) ?? AFTER.exec(text)
  if (!said) return { rate: null, rest: text }
  const [whole, digits = '', percent] = said
  const figure = Number(digits)
  // "rf 0.02" is a ratio; nobody writes two hundredths of a percent.
  const rate = percent || figure >= 0.2 ? figure / 100 : figure
  return { rate: Number(rate.toPrecision(12)), rest: text.replace(whole, ' ') }
}
