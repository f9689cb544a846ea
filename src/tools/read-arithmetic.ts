import { ARITHMETIC_PHRASES, listExpression } from './arithmetic-phrases.ts'
import { withoutMoney } from './money-in-arithmetic.ts'
import { digitsForWords } from './number-words.ts'
import { percentChange } from './percent-change.ts'
import { exactFractions } from './plain-figures.ts'
import { spokenText } from './spoken-text.ts'

/** Arithmetic as mathjs parses it. `percent` says that the result is one: "what percent of 80 is 20" → 20/80*100. */
export interface Arithmetic {
  readonly expression: string
  readonly percent: boolean
  /** The currency as the person wrote it first ("$", "euros"), empty when none was named. */
  readonly currency: string
  /** The codes of all that were named: "$5 + €3" → USD, EUR, which no sum can hold. */
  readonly currencies: readonly string[]
}

const MOST_CHARACTERS = 300
const LEAD =
  /^(?:please|ok|okay|hey|so|and|just|quick(?:ly)?|can you|could you|would you|tell me|give me|help me|wh?at(?:'s|s| is| are| does| do| would be)?|how much (?:is|are|does)|how many is|calculate|compute|evaluate|work out|solve|find|figure out|calc|(?:the )?(?:result|value|answer|sum|product) (?:of|to)|math|maths)[ ,:]+/
const TAIL =
  / ?(?:=|\?|\.|(?<![\d)])!|,|\bequals?|\bequal to|\bcome to|\bmake|\bplease|\bfor me|\bgive|\bexactly|\bas a (?:decimal|fraction|number)) ?$/
const WORDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/[×✕⋅·]/g, '*'],
  [/÷/g, '/'],
  [/π/g, 'pi'],
  [/√ ?(\d+(?:\.\d+)?)/g, 'sqrt($1)'],
  [/√/g, 'sqrt'],
  [/\*\*/g, '^'],
  [/(\d) ?x ?(?=[\d(])/g, '$1*'],
  [/(\d)°/g, '$1 deg'],
  [/(?:the )?square root of (\d+(?:\.\d+)?|\()/g, 'sqrt $1'],
  [/(?:the )?cube root of (\d+(?:\.\d+)?|\()/g, 'cbrt $1'],
  [/\b(sqrt|cbrt) (\d+(?:\.\d+)?)/g, '$1($2)'],
  [/(?:the )?factorial of (\d+)/g, '$1!'],
  [/(\d) factorial\b/g, '$1!'],
  [/\b(?:multiplied by|times)\b/g, '*'],
  [/\bdivided by\b/g, '/'],
  [/\bplus\b/g, '+'],
  [/\bminus\b/g, '-'],
  [/ ?\bsquared\b/g, '^2'],
  [/ ?\bcubed\b/g, '^3'],
  [/ ?\b(?:raised )?to the power(?: of)?\b ?/g, '^'],
  [/\b(?:modulo|modulus)\b/g, 'mod'],
  [/\bhalf of\b ?/g, '1/2*'],
  [/\bdouble\b ?/g, '2*'],
  [/(\d) ?% of (?:a )?(?=[\d(])/g, '$1/100*'],
  [/(\d) ?\/ ?(\d{1,3}) of (?=[\d(])/g, '$1/$2*'],
  [/\b(?:an?|one) (third|quarter|fifth|eighth|tenth) of (?=[\d(])/g, '1 $1 of '],
  [/(\d) thirds? of (?=[\d(])/g, '$1/3*'],
  [/(\d) quarters? of (?=[\d(])/g, '$1/4*'],
  [/(\d) fifths? of (?=[\d(])/g, '$1/5*'],
  [/(\d) eighths? of (?=[\d(])/g, '$1/8*'],
  [/(\d) tenths? of (?=[\d(])/g, '$1/10*'],
  [/(\d) dozen\b/g, '$1*12'],
  [/(?:the )?remainder (?:of|when) (\d+) (?:is )?\/ ?(?:by )?(?=\d)/g, '$1 mod '],
  [/\b(sin|cos|tan)(?: of)? (\d+(?:\.\d+)?) ?(?:degrees|degree|deg)\b/g, '$1($2 deg)'],
  [/\b(sin|cos|tan|log|ln|exp)(?: of)? (\d+(?:\.\d+)?)/g, '$1($2)'],
]

const FUNCTION =
  /\b(?:sqrt|cbrt|abs|round|floor|ceil|min|max|gcd|lcm|mean|median|a?sin|a?cos|a?tan|log|log2|log10|ln|exp|factorial) ?(?=\()/g
const SIGNS = /^[\d\s.,+\-*/^%()!]*$/
const COMPUTES = /[\d)!%] ?[+\-*/^%] ?[(+-]*[\d.]|\d ?!|[\d)] ?\(/

/**
 * The arithmetic that a text is, once its polite words are taken off, or null when it is anything else:
 * "what's 15% of 240?" → 15/100*240, "20 is what percent of 80" → 20/80*100, "3 plus 4" → 3+4, "1 2/3 + 1" → (1+2/3) + 1. A lone
 * number is no arithmetic.
 */
export function readArithmetic(said: string): Arithmetic | null {
  const read = readRounded(said)
  return read && { ...read, expression: exactFractions(read.expression, said) }
}

/** With thirds as the decimals that the patterns for numbers take. */
function readRounded(said: string): Arithmetic | null {
  const spoken = spokenText(said)
  if (spoken.length > MOST_CHARACTERS) return null
  const words = digitsForWords(spoken)
    .replace(/ ?(?:percentage|percent|per cent|pct)\b/g, ' %')
    .replace(/^[ ?!.,]+|[ ?]+$/g, '')
  const { text, ...money } = withoutMoney(words)
  const list = listExpression(text)
  if (list) return { expression: list, percent: false, ...money }
  const { core, led } = strip(text)
  for (const [pattern, template, percent] of ARITHMETIC_PHRASES) {
    const match = pattern.exec(core)
    if (match) return { expression: fill(template, match), percent, ...money, ...(percent && { currency: '' }) }
  }
  const change = percentChange(text)
  if (change) return { expression: change, percent: true, ...money, currency: '' }
  const expression = plainNumbers(WORDS.reduce((plain, [word, sign]) => plain.replace(word, sign), mixed(core)).trim())
  return isArithmetic(expression) && (led || isPlain(core)) ? { expression, percent: false, ...money } : null
}

function strip(text: string): { core: string; led: boolean } {
  let core = text
  let led = false
  for (let round = 0; round < 6; round += 1) {
    const shorter = core.replace(LEAD, '')
    if (shorter === core) break
    led = true
    core = shorter
  }
  for (let round = 0; round < 4; round += 1) core = core.replace(TAIL, '')
  return { core, led }
}

/** "5 11/16" → "(5+11/16)"; "10 5/2" is no mixed number. */
const mixed = (text: string): string =>
  text.replace(
    /(?<![\d./,-])(\d{1,6}) (?:and )?(\d{1,3})\/(\d{1,3})(?![\d/]|\.\d)/g,
    (whole, digits: string, top: string, bottom: string) =>
      Number(top) < Number(bottom) ? `(${digits}+${top}/${bottom})` : whole,
  )

const fill = (template: string, match: RegExpExecArray): string =>
  template.replace(/\$(\d)/g, (_, index) => `(${match[Number(index)]?.replaceAll(',', '')})`)

/** "1,250 * 3" → "1250 * 3", "3,5 + 2" → "3.5 + 2"; between the brackets of a function a comma separates. */
function plainNumbers(expression: string): string {
  if (expression.search(FUNCTION) >= 0) return expression
  return expression.replace(/(\d),(?=\d{3}(?!\d))/g, '$1').replace(/(\d),(?=\d)/g, '$1.')
}

/** Names become digits and signs of the same role; what is left must be signs only, with something to compute. */
function isArithmetic(expression: string): boolean {
  const named = expression.search(FUNCTION) >= 0
  const signs = expression
    .replace(FUNCTION, '')
    .replace(/(\d)e[+-]?(?=\d)/g, '$1')
    .replace(/\b(?:pi|tau|e)\b/g, '1')
    .replace(/ ?\bdeg\b/g, '*1')
    .replace(/\bmod\b/g, '%')
  return SIGNS.test(signs) && /\d/.test(signs) && (named || COMPUTES.test(signs))
}

// Dates, telephone numbers, line-ups and budgets look like sums when nobody says "what is".
const isPlain = (text: string): boolean =>
  !/^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}$|^\d+(?:-\d+){2,}$|^\+?\d{2,4}-\d{3,}|^24\/7$|^\d{2,3}\/\d{2,3}$/.test(text)
