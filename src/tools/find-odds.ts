const AMERICAN = /(?<![\w.,+-])[+-]\d{3,6}(?![\w%]|\.\d)/
const FRACTION = /(?<![\w./])\d{1,4}\/\d{1,4}(?![\w/]|\.\d)/
const DECIMAL = /(?<!\b(?:over|under) )(?<![\w.$£€/+-])\d{1,4}\.\d{1,4}(?![\w%/]|\.\d|\s%)/
const EVENS = /\bevens\b|\beven money\b/
const PERCENT = /(?<![\w.])\d{1,3}(?:\.\d{1,6})?\s?%/
const NAMED_WHOLE = /(?<=\b(?:odds (?:of |at |are |is )?|decimal |decimal odds of ))\d{1,3}(?=$|[ ,?!])(?! to \d)/
const NAMED_AMERICAN = /(?<=\b(?:american|moneyline|american odds|american odds of|moneyline of) )\d{3,5}(?![\w%]|\.\d)/
const SPOKEN = /(?<![\w.])\d{1,3} to \d{1,3}(?![\w%]|\.\d)/

// "1,91" is how much of Europe writes 1.91; where a point is used, commas only part the prices.
const DECIMAL_COMMA = /(?<![\d.,+-])(\d{1,3}),(\d{2})(?![\d.,%])/g

const PRICES = join([AMERICAN, FRACTION, DECIMAL, EVENS, NAMED_AMERICAN, NAMED_WHOLE])
const PRICES_AND_CHANCES = join([AMERICAN, FRACTION, DECIMAL, EVENS, NAMED_AMERICAN, NAMED_WHOLE, PERCENT])

/**
 * The prices that stand in a sentence, in order, as `readOdds` takes them: "2.10, 3.4 and +150" → ["2.10", "3.4", "+150"].
 * "american odds 150" gives "+150"; "5 to 2" counts only when nothing else is found. With `chances`, "40%" counts too.
 */
export function findOdds(said: string, { chances = false } = {}): readonly string[] {
  const text = /\d\.\d/.test(said) ? said : said.replace(DECIMAL_COMMA, '$1.$2')
  const found = [...text.matchAll(chances ? PRICES_AND_CHANCES : PRICES)].map((match) =>
    /^\d{3,5}$/.test(match[0]) && NAMED_AMERICAN.test(text) ? `+${match[0]}` : match[0],
  )
  return found.length > 0 ? found : [...text.matchAll(join([SPOKEN]))].map((match) => match[0])
}

function join(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map((pattern) => pattern.source).join('|'), 'g')
}
