const NUMBER = String.raw`\(?(-?\d+(?:,\d{3}){0,8}(?:\.\d+)?)\)?`
const PERCENT = String.raw`(-?\d+(?:\.\d+)?) ?%`
const TAX =
  '(?:(?:sales |state |local )?tax|vat|gst|tip|gratuity|service(?: charge)?|commission|mark-?up|fee|surcharge)'
const CHANGE = '(?:change|increase|decrease|difference|growth|drop|rise)'

/** Phrases that are whole computations: pattern, template with `$1` and `$2` as their numbers, and whether a percentage comes out. */
export const ARITHMETIC_PHRASES: ReadonlyArray<readonly [RegExp, string, boolean]> = [
  [phrase(`(?:what )?% of ${NUMBER} (?:is|are|=|does) ${NUMBER}(?: make)?`), '$2/$1*100', true],
  [phrase(`(?:what )?% (?:is|are) ${NUMBER} (?:of|out of) ${NUMBER}`), '$1/$2*100', true],
  [phrase(`${NUMBER} (?:is|are|=) what % of ${NUMBER}`), '$1/$2*100', true],
  [phrase(`${NUMBER} (?:of|out of) ${NUMBER} (?:in|as(?: an?)?) %`), '$1/$2*100', true],
  [phrase(`${NUMBER} as an? % of ${NUMBER}`), '$1/$2*100', true],
  [phrase(`(?:the )?% ${CHANGE} (?:from|between|of)? ?${NUMBER} (?:to|and) ${NUMBER}`), '($2-$1)/$1*100', true],
  [phrase(`(?:from )?${NUMBER} to ${NUMBER} (?:in |as )?(?:an? )?% ?${CHANGE}?`), '($2-$1)/$1*100', true],
  [phrase(`(?:increase|raise) ${NUMBER} by ${PERCENT}`), '$1*(1+$2/100)', false],
  [phrase(`(?:decrease|reduce|lower|discount) ${NUMBER} by ${PERCENT}`), '$1*(1-$2/100)', false],
  [phrase(`add ${PERCENT}(?: ${TAX})? (?:on ?)?(?:to|on) ${NUMBER}`), '$2*(1+$1/100)', false],
  [phrase(`(?:subtract|take) ${PERCENT} (?:from|off) ${NUMBER}`), '$2*(1-$1/100)', false],
  [
    phrase(`${PERCENT} (?:off|less than|discount (?:on|off|from|for)) (?:of )?(?:an? )?${NUMBER}`),
    '$2*(1-$1/100)',
    false,
  ],
  [phrase(`${NUMBER},? (?:with|at|less|minus|-) ?(?:an? )?${PERCENT} (?:off|discount|rebate)`), '$1*(1-$2/100)', false],
  [phrase(`${PERCENT} more than ${NUMBER}`), '$2*(1+$1/100)', false],
  [phrase(`${NUMBER},? (?:\\+|plus|with|and|including|incl\\.?) ?(?:an? )?${PERCENT} ${TAX}`), '$1*(1+$2/100)', false],
  [phrase(`${NUMBER},? (?:without|excluding|before|net of) (?:the )?${PERCENT} ${TAX}`), '$1/(1+$2/100)', false],
  [
    phrase(
      `(?:the )?(?:price |amount |total )?(?:without|excluding|before) ${TAX} (?:of|for|from) ${NUMBER} (?:at|with) ${PERCENT}`,
    ),
    '$1/(1+$2/100)',
    false,
  ],
  [
    phrase(`(?:an? )?${PERCENT} ${TAX} (?:on|for|of) (?:an? )?${NUMBER}(?: (?:bill|meal|order|dinner))?`),
    '$2*$1/100',
    false,
  ],
  [
    phrase(
      `(?:split|divide|share) (?:an? )?(?:bill of )?${NUMBER}(?: bill)? (?:equally )?(?:between|among|by|into|for) ${NUMBER}(?: of us| people| friends| persons| ways| parts| equally)*`,
    ),
    '$1/$2',
    false,
  ],
  [
    phrase(
      `(?:split |divide )?(?:an? )?(?:bill of )?${NUMBER}(?: bill)? (?:split |divided )?(?:equally )?${NUMBER} ways`,
    ),
    '$1/$2',
    false,
  ],
  [
    phrase(
      `${NUMBER} (?:split|divided|shared) (?:equally )?(?:between|among|by) ${NUMBER}(?: of us| people| friends| persons)?`,
    ),
    '$1/$2',
    false,
  ],
]

function phrase(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`)
}

const NUMBERS = String.raw`-?\d+(?:\.\d+)?(?:(?:, ?(?:and )?|; ?| and | )-?\d+(?:\.\d+)?){1,60}`
const LIST = new RegExp(
  `^(?:(?:please|calculate|compute|find|work out|what(?:'s| is|s)|give me|get) )*(?:the )?(average|mean|median|sum|total|product|maximum|minimum|max|min|highest|lowest|largest|smallest)(?: number| value)? (?:of|from|in|for|among)(?: the numbers| these(?: numbers)?)?:? (${NUMBERS})[ .=]*$`,
)
const FUNCTIONS: Readonly<Record<string, string>> = {
  average: 'mean',
  mean: 'mean',
  median: 'median',
  max: 'max',
  maximum: 'max',
  highest: 'max',
  largest: 'max',
  min: 'min',
  minimum: 'min',
  lowest: 'min',
  smallest: 'min',
}

/** "average of 3, 5 and 10" → mean(3, 5, 10), "sum of 4 8 15" → 4 + 8 + 15; null for what is no list. */
export function listExpression(text: string): string | null {
  const [, measure = '', list = ''] = LIST.exec(text) ?? []
  if (measure === '') return null
  const numbers = list.match(/-?\d+(?:\.\d+)?/g) ?? []
  const name = FUNCTIONS[measure]
  if (name) return `${name}(${numbers.join(', ')})`
  return numbers.map((n) => (n.startsWith('-') ? `(${n})` : n)).join(measure === 'product' ? ' * ' : ' + ')
}
