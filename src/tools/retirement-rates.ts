import { type Figure, withoutFigures, wordsAfter, wordsBefore } from './figure.ts'
import { readRates } from './read-rates.ts'

/** The yearly rates of a plan, as ratios; absent where none is said. `spread` is how far low and high lie from the return. */
export interface SaidRates {
  readonly annualReturn?: number
  readonly spread?: number
  readonly inflation?: number
  readonly contributionGrowth?: number
  readonly annualFee?: number
  /** The part of a salary that is paid in. */
  readonly ofSalary?: number
}

const NUMBER = String.raw`(\d{1,2}(?:\.\d{1,4})?)`
const RANGE = new RegExp(
  String.raw`\bbetween ${NUMBER} ?%? and ${NUMBER} ?(?:%|percent)|(?<![\w.])${NUMBER} ?%? ?(?:-|to) ?${NUMBER} ?(?:%|percent)`,
)
const SPREAD = new RegExp(
  String.raw`(?:\+ ?\/? ?-|±|\b(?:plus ?(?:or|\/)? ?minus|give or take|with a spread of|spread(?: of)?))[ :=]*${NUMBER} ?(?:%|percent\b|points?\b|pp\b)*`,
)
const BARE_INFLATION = new RegExp(
  String.raw`\binflation(?: (?:rate|of|at|is|being|around|about))*[ :=]*${NUMBER}(?![\d%]| ?(?:%|percent|years))`,
)
const ROLES = [
  [
    'ofSalary',
    /(?!)/,
    /^ ?(?:of (?:my |our |his |her )?(?:\w{1,8} )?(?:salary|income|pay|wages?)|employer|match)\b/,
  ] as const,
  [
    'inflation',
    /\binflation(?: (?:rate|of|at|is|being|around|about|runs?))*[ :=]*$/,
    /^ ?(?:for |of |yearly |annual )*inflation\b/,
  ] as const,
  [
    'annualFee',
    /\b(?:fees?|charges|expense ratio|ter)(?: (?:of|at|is|are))*[ :=]*$/,
    /^ ?(?:a year |annual |yearly |in |of )*(?:fees?|charges?|costs|expense ratio|ter)\b/,
  ] as const,
  [
    'contributionGrowth',
    /\b(?:rais\w{1,3}|increas\w{1,3}|rising|rises?|going up|goes up|go up|step\w{0,4} up)(?: [a-z]{1,14}){0,4} $|\b(?:contributions?|payments?|deposits?) (?:[a-z]{1,10} ){0,2}grow\w{0,3}(?: [a-z]{1,8}){0,3} $|\bcontribution growth(?: (?:of|at|is))*[ :=]*$/,
    /^ ?(?:a year |each year |every year |yearly |annual )*(?:more (?:each|every|a) year|raises?|rises?|increases?|contribution growth|step[- ]up)\b/,
  ] as const,
]

/** Reads "6% return", "between 4 and 8%", "5% plus or minus 3", "2% inflation", "0.5% fees", "raising it 3% a year", "10% of my salary". */
export function retirementRates(text: string): SaidRates {
  const spread = SPREAD.exec(text)
  const inflation = BARE_INFLATION.exec(text)
  const blanked = withoutFigures(
    text,
    [spread, inflation].flatMap((match) => (match ? [placeOf(match)] : [])),
  )
  const range = RANGE.exec(blanked)
  const rest = range ? withoutFigures(blanked, [placeOf(range)]) : blanked
  const said: { -readonly [Role in keyof SaidRates]: SaidRates[Role] } = {}
  for (const rate of readRates(rest)) said[roleOf(rest, rate)] ??= rate.value
  if (inflation) said.inflation = asRatio(inflation[1])
  if (spread) said.spread = asRatio(spread[1])
  return range ? { ...said, ...withinRange(range) } : said
}

function withinRange(range: RegExpExecArray): SaidRates {
  const [low, high] = [asRatio(range[1] ?? range[3]), asRatio(range[2] ?? range[4])]
  return { annualReturn: clean((low + high) / 2), spread: clean(Math.abs(high - low) / 2) }
}

const roleOf = (text: string, rate: Figure): keyof SaidRates =>
  ROLES.find(([, before, after]) => after.test(wordsAfter(text, rate)) || before.test(wordsBefore(text, rate)))?.[0] ??
  'annualReturn'

const asRatio = (digits = ''): number => clean(Number(digits) / 100)

const clean = (n: number): number => Number(n.toPrecision(12))

const placeOf = (match: RegExpExecArray): Figure => ({ value: 0, from: match.index, to: match.index + match[0].length })
