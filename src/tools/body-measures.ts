/** International avoirdupois pound (yard and pound agreement, 1959). */
export const KG_PER_POUND = 0.45359237
/** A stone is 14 pounds. */
export const KG_PER_STONE = 14 * KG_PER_POUND

const KG = /(?<![\d.,])(\d{1,6}(?:[.,]\d{1,2})?) ?(?:kgs?|kilos?|kilograms?)\b/
const STONE =
  /(?<![\d.,])(\d{1,4}(?:\.\d)?) ?(?:st|stones?)\b(?:,? (?:and )?(\d{1,2}(?:\.\d)?)(?![\d.]| ?(?:'|ft\b|foot\b|feet\b|ft\d|m\b|cm\b)) ?(?:lbs?|pounds?)?)?/
const POUNDS = /(?<![\d.,])(\d{1,6}(?:\.\d{1,2})?) ?(?:lbs?|pounds?)\b/
const CM = /(?<![\d.,])(\d{1,6}(?:\.\d{1,2})?) ?(?:cms?|centimet(?:er|re)s?)\b/
const METRES = /(?<![\d.,])([12])(?:[.,](\d{1,2}) ?(?:m|met(?:er|re)s?)\b| ?m ?(\d{2})\b)/
const FEET =
  /(?<![\d.])([3-8]) ?(?:'(?!')|ft\.?(?![a-z])|foot\b|feet\b) ?(?:(?:and )?((?:1[01]|\d)(?:\.\d{1,2})?)(?!\d| ?(?:kg|lb|pound|stone|st\b|cm|year|yo|%))(?: ?(?:"|''|in\b|inch(?:es)?\b))?)?/
const INCHES = /(?<![\d.'])(\d{2}(?:\.\d)?) ?(?:"|''|inch(?:es)?\b)/

/** A weight and a height as a sentence tells them, in kilograms and centimetres; null when not told. */
export interface BodyMeasures {
  readonly weightKg: number | null
  readonly heightCm: number | null
}

/** Reads "80 kg 180 cm", "5'10 and 180 lbs", "12 stone 4, 1.75 m", "5 ft 10 in". Takes what `heardText` gives. */
export const readBodyMeasures = (text: string): BodyMeasures => ({
  weightKg: rounded(weightIn(text)),
  heightCm: rounded(heightIn(text)),
})

function weightIn(text: string): number | null {
  const kg = KG.exec(text)
  if (kg) return Number(kg[1]?.replace(',', '.'))
  const stone = STONE.exec(text)
  if (stone) return Number(stone[1]) * KG_PER_STONE + Number(stone[2] ?? 0) * KG_PER_POUND
  const pounds = POUNDS.exec(text)
  return pounds ? Number(pounds[1]) * KG_PER_POUND : null
}

function heightIn(text: string): number | null {
  const cm = CM.exec(text)
  if (cm) return Number(cm[1])
  const metres = METRES.exec(text)
  if (metres) return Number(`${metres[1]}.${metres[2] ?? metres[3]}`) * 100
  const feet = FEET.exec(text)
  if (feet) return (Number(feet[1]) * 12 + Number(feet[2] ?? 0)) * 2.54
  const inches = INCHES.exec(text)
  return inches ? Number(inches[1]) * 2.54 : null
}

const rounded = (n: number | null): number | null => (n === null ? null : Math.round(n * 1e4) / 1e4)
