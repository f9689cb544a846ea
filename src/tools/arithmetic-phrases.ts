const NUMBER = String.raw`\(?(-?\d+(?:,\d{3}){0,8}(?:\.\d+)?)\)?`
const PERCENT = String.raw`(-?\d+(?:\.\d+)?) ?%`
const TAX =
  '(?:(?:sales |state |local )?tax|vat|gst|tip|gratuity|service(?: charge)?|commission|mark-?up|fee|surcharge)'
const CHANGE = '(?:change|increase|decrease|difference|growth|drop|rise)'

const RISE = '(?:raise|rise|increase|pay ?rise|hike|bump)'
const PRICED = '(?:(?:my|the|our|a) )?(?:rent|salary|pay|wage|price|bill|fee|cost)'
const GOES = '(?:is going|goes|went|is|will go|rises|rose|increases|increased|gets put)(?: going)? up'
/** ", what will it be then", "how much do i make": it asks for what the figures say already. */
const ASKED = [
  ',?(?: (?:what|how much) (?:will|would|do|does|is|am)',
  ' (?:it|i|that|we|they|my (?:pay|salary|rent)|the (?:price|rent))',
  '(?: (?:be|make|get|pay|earn|come to|making|earning|paying|end up with))?',
  '(?: (?:now|then|after|a month))?)?',
].join('')

const UNITS = ['cm', 'mm', 'm|meters?|metres?', 'km', 'in|inch(?:es)?', 'ft|feet|foot', 'yards?', 'miles?']
const LENGTH = `${NUMBER} ?(?:${UNITS.join('|')})?`
const noOther = (unit: string): string => `(?:(?!\\d ?(?:${UNITS.filter((one) => one !== unit).join('|')})\\b).)*$`
/** The lengths that follow have one unit, or none: 4 m by 50 cm are not 200. */
const OF_ONE_UNIT = `(?=${UNITS.map(noOther).join('|')})`
/** "a radius of 5 cm", "radius: 5". */
const side = (name: string): string => `(?:an? )?${name}(?: of| is|:)? ?${LENGTH}`
/** What is asked of a shape, and the lengths that tell its size. */
const shape = (size: string, lengths: string): RegExp => phrase(`${OF_ONE_UNIT}(?:the )?${size} (?:with|of) ${lengths}`)
const AND = ',? (?:and |with )?'

const SHAPES: ReadonlyArray<readonly [RegExp, string, boolean]> = [
  [shape('area of a circle', side('radius')), 'pi*$1^2', false],
  [shape('area of a circle', side('diameter')), 'pi*($1/2)^2', false],
  [shape('(?:circumference|perimeter) of a circle', side('radius')), '2*pi*$1', false],
  [shape('(?:circumference|perimeter) of a circle', side('diameter')), 'pi*$1', false],
  [shape('volume of a (?:sphere|ball)', side('radius')), '4/3*pi*$1^3', false],
  [shape('volume of a cylinder', `${side('radius')}${AND}${side('(?:height|length)')}`), 'pi*$1^2*$2', false],
  [shape('area of a triangle', `${side('base')}${AND}${side('height')}`), '$1*$2/2', false],
  [
    phrase(
      `${OF_ONE_UNIT}(?:the )?area of an? (?:rectangle|room|wall|garden|field|floor)(?: that is| with(?: sides)?| of| measuring)? ?${LENGTH} (?:by|x|\\*|and) ${LENGTH}`,
    ),
    '$1*$2',
    false,
  ],
]

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
  [
    phrase(
      `(?:if (?:i|we|they|my boss|you) (?:get|got|give|gave|gives)(?: me| him| her| them)? )?(?:an? )?${PERCENT} (?:pay )?${RISE} (?:on|to|from|of) (?:a |my |the |our )?(?:salary of |wage of |pay of |rent of |price of )?${NUMBER}${ASKED}`,
    ),
    '$2*(1+$1/100)',
    false,
  ],
  [phrase(`(?:if )?${PRICED} of ${NUMBER} ${GOES} (?:by )?${PERCENT}${ASKED}`), '$1*(1+$2/100)', false],
  [phrase(`(?:if )?${PRICED} ${GOES} (?:by )?${PERCENT} from ${NUMBER}${ASKED}`), '$2*(1+$1/100)', false],
  [
    phrase(
      `(?:the |my |our )?real (?:return|rate|interest|yield|gain)(?: rate| of return)?,? [a-z ]{2,30}? ?${PERCENT}(?: [a-z]{2,10}){0,3},? (?:and |with |when |while |if |at )?(?:the )?inflation (?:is |of |at |was |runs at )?${PERCENT}`,
    ),
    '((1+$1/100)/(1+$2/100)-1)*100',
    true,
  ],
  [
    phrase(
      `(?:the |my |our )?roi,? (?:if|when|of|on|for|with)?:? ?(?:i |we |a )?(?:spent|spend|invested|invest|put in|paid|cost(?:s|ing)?|spending|investing)(?: of)? ${NUMBER},? (?:and |with |to |but )?(?:i |we )?(?:made|make|got|get|earned|earn|got back|get back|returned|returns?|brought in|sold for|received)(?: back)?(?: of)? ${NUMBER}(?: back| in sales| in revenue)?`,
    ),
    '($2-$1)/$1*100',
    true,
  ],
  [
    phrase(
      `how many (?:[a-z]+ ){0,3}(?:can|could|do|will|would) (?:i|we) (?:buy|get|afford) (?:with|for|from) ${NUMBER},? (?:at|if (?:one|it|each|they) (?:is|are|costs?)|for) ${NUMBER}(?: ?(?:each|apiece|a piece|per (?:share|piece|unit)|a share))?`,
    ),
    '$1/$2',
    false,
  ],
  [
    phrase(
      `(?:if )?(?:we|i|they) (?:make|made|produced?|ship(?:ped)?|sold|sell|have|had|checked|tested) ${NUMBER} [a-z]{2,12}(?: (?:a|per|each) (?:day|week|month))?,? (?:and |with |of which )?${NUMBER} (?:of them )?(?:are |were |is |was )?(?:defects?|defective|faulty|bad|broken|rejects?|rejected|returns|returned|came back)[,.]? what(?:'s|s| is) (?:the |my |our )?(?:defect |error |reject(?:ion)? |return |failure |fault )?(?:rate|%)`,
    ),
    '$2/$1*100',
    true,
  ],
  ...SHAPES,
  [
    phrase(
      `(?:how (?:to|do i|can i) )?(?:calculate |work out |get |find )?(?:the )?${TAX} backwards? (?:from|of|on|out of) ${NUMBER} (?:at|with) ${PERCENT}`,
    ),
    '$1/(1+$2/100)',
    false,
  ],
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
