import type { Heard, Utterance } from './tool.ts'

const LOOKED_AT = 2_000
const SYMBOL = '[$£€¥₹]'
/**
 * A figure below zero as people write it: "-80", "-$5,000", "$-40", "(-3%", "negative 20", "weight is minus 80". Not the
 * dash of a range, a date or a list ("10-20", "cost - 8"), nor what is taken from a figure ("400k minus 150k").
 */
const SIGNED = new RegExp(
  `(?:(?<=^|[(:=]|[^\\d\\s] |, )[-−](?=${SYMBOL}?\\.?\\d)|(?<=${SYMBOL})[-−](?=\\.?\\d)|\\bnegative (?=${SYMBOL}?\\d)|(?<!\\d ?[%a-z]{0,10} )\\bminus (?=${SYMBOL}?\\d))(${SYMBOL}?[\\d.,]*\\d(?: ?(?:%|(?!(?:of|per|an?|and|at|in|on|to|for|with|split)\\b)[a-z]{1,9}\\b))?)`,
  'gi',
)

/**
 * What a tool heard, unless it dropped the minus sign of a figure, or the figure because of its sign: then the person is
 * told which figure that is. "BMI -80 kg 180 cm" must not be computed with 80 kg, "rent -1200" not without a rent.
 */
export function withoutDroppedMinus(hear: (said: Utterance) => Heard, said: Utterance): Heard {
  const heard = hear(said)
  const signed = heard === null ? [] : [...said.text.slice(0, LOOKED_AT).matchAll(SIGNED)]
  const dropped = signed.find((match) => isDropped(hear, said, heard, match))
  return dropped ? { missing: [`a figure that is not below zero instead of “${dropped[0].trim()}”`] } : heard
}

function isDropped(hear: (said: Utterance) => Heard, said: Utterance, heard: Heard, match: RegExpExecArray): boolean {
  const { 0: whole, 1: figure = '', index } = match
  const withFigure = (by: string): Heard =>
    hear({ ...said, text: said.text.slice(0, index) + by + said.text.slice(index + whole.length) })
  const unsigned = withFigure(figure)
  if (heard !== null && 'missing' in heard) return unsigned !== null && 'use' in unsigned
  // One of the two holds: the sign made no difference, or the figure made none that it makes without its sign.
  return isSame(unsigned, heard) !== isSame(withFigure(' '), heard)
}

const isSame = (one: Heard, other: Heard): boolean => JSON.stringify(one) === JSON.stringify(other)
