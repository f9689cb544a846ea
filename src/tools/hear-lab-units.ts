import { heardText } from './heard-text.ts'
import { type Analyte, analyteIn } from './lab-values.ts'
import type { Heard, Utterance } from './tool.ts'

const TOP =
  '(?:mmol|millimoles?|millimols?|[µu]mol|micromoles?|micromols?|nmol|nanomoles?|pmol|mg|milligrams?|[µu]g|mcg|micrograms?|ng|nanograms?|pg|kg|g|grams?|m?iu|[µu]iu|mu|[µu]u|meq)s?'
const BOTTOM = '(?:dl|decilit(?:er|re)|100 ?ml|ml|millilit(?:er|re)|l|lit(?:er|re)|mol|mole)'
const UNIT = `(?:${TOP} ?(?:/|per|a) ?${BOTTOM}(?![a-z\\d])|%|percent\\b|(?:mmol|mg)s?(?![a-z/\\d]))`
const FROM = new RegExp(`(?<![\\w.,/-])(\\d{1,6}(?:[.,]\\d{1,4})?) ?(${UNIT})`)
const TARGET = new RegExp(
  `(?:\\b(?:to|into|in|as|is)|=|>|how many) ?(?:the )?(${UNIT}|(?:kg|g|grams?|ml|oz)(?![a-z/]))`,
)
const ALONE = new RegExp(`(?<![\\d.,] ?)(${UNIT})`)
const VALUE = /(?<![\w.,/-])(\d{1,6}(?:[.,]\d{1,4})?)(?![\w/%]|[.,]\d)/
const CONVERT =
  /\b(?:convert\w*|conversion|change|translate|turn|switch)\b|\b(?:in|to|into) (?:the )?(?:us|u\.s\.|american|uk|british|european|canadian|si|metric|international|conventional|other) units?\b|\bin (?:us|american|uk|british|european|si) (?:terms|numbers)\b/
/** Grams to milligrams alone are a matter of food and tablets. */
const LAB_LIKE = /[\da-zµ] ?\/ ?(?:d|m)?l\b|\/ ?mol\b|mol|\bper\b|%|percent|\bunits?\b/
const ADVICE =
  /\b(?:normal|high|low|bad|good|dangerous|safe|worried|worry|ok|okay|mean|means|diabet\w*|treat\w*|lower)\b/

/** Hears "glucose 100 mg/dl in mmol/l", "a1c 48 mmol/mol to percent"; whether a value is good or bad is not its question. */
export function hearLabUnits(said: Utterance): Heard {
  const text = heardText(said).replace(/μ/g, 'µ')
  if (text.length > 200) return null
  const analyte = analyteIn(text)
  const { value, from, to } = partsOf(text)
  const converts = CONVERT.test(text)
  if (!analyte) return isLabPair(from, to) && !ADVICE.test(text) ? { missing: [SUBSTANCE] } : null
  if (!to && (!converts || from === undefined)) return null
  if (!LAB_LIKE.test(text) || (value === null && !converts)) return null
  const [start, target] = completed(analyte, from, to)
  if (value === null) return { missing: ['the value, such as 5.5'] }
  return { use: { substance: analyte.name, value, from: start, to: target } }
}

const SUBSTANCE = 'the substance, such as glucose or creatinine: each has its own factor'

const isLabPair = (from: string | undefined, to: string | undefined): boolean =>
  [from, to].every((unit) => unit !== undefined && /^(?:m|µ|n|p)?(?:g|mol)\/(?:dL|L|mL|mol)$/.test(unit))

interface Parts {
  readonly value: number | null
  readonly from: string | undefined
  readonly to: string | undefined
}

function partsOf(text: string): Parts {
  const said = FROM.exec(text)
  const rest = said ? `${text.slice(0, said.index)} ; ${text.slice(said.index + said[0].length)}` : text
  const to = TARGET.exec(rest)?.[1]
  const others = to ? rest.replace(TARGET, ';') : rest
  const digits = said?.[1] ?? VALUE.exec(others.replace(/\bb ?12\b|\bt4\b|\ba ?1 ?c\b|\b25-?\(?oh/g, ' '))?.[1]
  return {
    value: digits === undefined ? null : Number(digits.replace(',', '.')),
    from: labelOf(said?.[2] ?? ALONE.exec(others)?.[1]),
    to: labelOf(to),
  }
}

/** The half that was not said is the other one of the two usual units, which stand first. */
function completed({ name, units }: Analyte, from: string | undefined, to: string | undefined): readonly string[] {
  const [usual = '', other = ''] = units.map(({ label }) => label)
  const own = (label: string | undefined) => (name === 'HbA1c' && label === 'mmol/L' ? 'mmol/mol' : label)
  const [start, target] = [own(from), own(to)]
  if (start && target) return [start, target]
  const known = start ?? target ?? usual
  const opposite = known === usual ? other : usual
  return start ? [start, opposite] : [opposite, known]
}

/** "umol/l" → "µmol/L", "mmols" → "mmol/L", "milligrams per decilitre" → "mg/dL". */
function labelOf(said: string | undefined): string | undefined {
  if (said === undefined) return undefined
  if (/^(?:%|percent)/.test(said)) return '%'
  const short = SHORT.reduce((unit, [pattern, sign]) => unit.replace(pattern, sign), said)
  return short === 'mg' ? 'mg/dL' : short === 'mmol' ? 'mmol/L' : short
}

const SHORT: ReadonlyArray<readonly [RegExp, string]> = [
  [/ ?(?:\/|\bper\b|\ba\b) ?/, '/'],
  [/milli(?:mole?s?)/, 'mmol'],
  [/micro(?:mole?s?)|umol/, 'µmol'],
  [/nanomoles?/, 'nmol'],
  [/milligrams?/, 'mg'],
  [/micrograms?|mcg|^ug/, 'µg'],
  [/nanograms?/, 'ng'],
  [/^grams?/, 'g'],
  [/^uiu/, 'µiu'],
  [/^uu/, 'µu'],
  [/^([mµ]?)iu/, '$1IU'],
  [/^([mµ])u(?=\/)/, '$1U'],
  [/^meq/, 'mEq'],
  [/s(?=\/|$)/, ''],
  [/\/(?:decilit(?:er|re)|100 ?ml|dl)$/, '/dL'],
  [/\/(?:millilit(?:er|re)|ml)$/, '/mL'],
  [/\/(?:lit(?:er|re)|l)$/, '/L'],
  [/\/mole$/, '/mol'],
]
