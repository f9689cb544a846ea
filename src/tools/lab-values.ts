/** A unit of a lab value. One of it is `perBase` of the analyte's base unit; HbA1c goes by a formula instead. */
export interface LabUnit {
  /** As it is printed: "mg/dL". */
  readonly label: string
  readonly inBase: number
}

/** A measured substance. `molar` is its molar mass in g/mol, null where no unit counts molecules. */
export interface Analyte {
  readonly name: string
  readonly words: RegExp
  readonly molar: number | null
  /** What the molar mass is of, when that is not plain from the name. */
  readonly of?: string
  readonly units: readonly LabUnit[]
}

/** Grams in a litre, of "mg/dL" and its like. */
const MASS: Readonly<Record<string, number>> = {
  'g/L': 1,
  'g/dL': 10,
  'mg/dL': 1e-2,
  'mg/L': 1e-3,
  'µg/dL': 1e-5,
  'µg/L': 1e-6,
  'ng/mL': 1e-6,
  'ng/dL': 1e-8,
  'pg/mL': 1e-9,
  'ng/L': 1e-9,
}

/** Moles in a litre. */
const MOLES: Readonly<Record<string, number>> = { 'mmol/L': 1e-3, 'µmol/L': 1e-6, 'nmol/L': 1e-9, 'pmol/L': 1e-12 }

/** Units by mass and, with a molar mass, by moles; base is grams a litre. */
const byMass = (labels: string, molar: number | null): readonly LabUnit[] =>
  labels.split(' ').flatMap((label) => {
    const grams = MASS[label] ?? (MOLES[label] ?? 0) * (molar ?? 0)
    return grams > 0 ? [{ label, inBase: grams }] : []
  })

const analyte = (name: string, words: RegExp, labels: string, mass: number | null | Mass): Analyte => {
  const [molar, of] = typeof mass === 'object' && mass !== null ? mass : [mass, undefined]
  return { name, words, molar, ...(of === undefined ? {} : { of }), units: byMass(labels, molar) }
}

/** A molar mass in g/mol and what it is of. */
type Mass = readonly [molar: number, of: string]

/** Counts that are written with different prefixes and mean the same. */
const same = (name: string, words: RegExp, labels: Readonly<Record<string, number>>): Analyte => ({
  name,
  words,
  molar: null,
  units: Object.entries(labels).map(([label, inBase]) => ({ label, inBase })),
})

/** HbA1c has no factor: NGSP % = 0.09148 × IFCC mmol/mol + 2.152. Source: ngsp.org, "IFCC Standardization of HbA1c". */
const HBA1C: Analyte = {
  name: 'HbA1c',
  words: /\b(?:hb ?a ?1 ?c|a1c|glycated h\w+|glycosylated h\w+)\b/,
  molar: null,
  units: [
    { label: '%', inBase: 1 },
    { label: 'mmol/mol', inBase: 1 },
  ],
}

/**
 * Common blood values. Molar masses: PubChem; cholesterol stands for the lipoproteins, triolein for triglycerides, nitrogen for
 * BUN and the monomer (one haem) for haemoglobin in mmol/L, as laboratories have it. The first that a text names is meant, so
 * the more specific stand first.
 */
const ANALYTES: readonly Analyte[] = [
  HBA1C,
  analyte('HDL cholesterol', /\bhdl\b/, 'mg/dL mmol/L g/L', [386.65, 'cholesterol']),
  analyte('LDL cholesterol', /\bldl\b/, 'mg/dL mmol/L g/L', [386.65, 'cholesterol']),
  analyte('Total cholesterol', /\bcholest[a-z]*l\b|\bchol\b/, 'mg/dL mmol/L g/L', [386.65, 'cholesterol']),
  analyte('Triglycerides', /\btriglycerides?\b|\btrigs?\b|\btg\b/, 'mg/dL mmol/L g/L', [885.43, 'triolein']),
  analyte('Creatinine', /\bcreatin+in?e?\b|\bcrea\b/, 'mg/dL µmol/L mmol/L mg/L', 113.12),
  analyte('Urea nitrogen (BUN)', /\bbun\b|\burea nitrogen\b/, 'mg/dL mmol/L', [28.014, 'the two nitrogens of urea']),
  analyte('Urea', /\burea\b/, 'mg/dL mmol/L g/L', 60.056),
  analyte('Uric acid', /\buric acid\b|\burate\b/, 'mg/dL µmol/L mmol/L mg/L', 168.11),
  analyte('Bilirubin', /\bbilir+ubin\b|\bbili\b/, 'mg/dL µmol/L mg/L', 584.66),
  analyte('Haemoglobin', /\bha?emoglobin\b|\bhb\b|\bhgb\b/, 'g/dL g/L mmol/L', [16114.5, 'one chain with its haem']),
  analyte('Albumin', /\balbumin\b/, 'g/dL g/L µmol/L', 66437),
  analyte('Calcium', /\bcalcium\b|\bca\b/, 'mg/dL mmol/L', 40.078),
  analyte('Magnesium', /\bmagnesium\b/, 'mg/dL mmol/L', 24.305),
  analyte('Phosphate', /\bphosph(?:ate|orus)\b/, 'mg/dL mmol/L', [30.974, 'phosphorus']),
  analyte('Vitamin D (25-OH)', /\bvit(?:amin)?\.? ?d3?\b|\b25-?\(?oh\)?/, 'ng/mL nmol/L µg/L', [
    400.64,
    '25-hydroxyvitamin D3',
  ]),
  analyte('Vitamin B12', /\bvit(?:amin)?\.? ?b ?12\b|\bb ?12\b|\bcobalamin\b/, 'pg/mL pmol/L ng/L', 1355.37),
  analyte('Folate', /\bfolate\b|\bfolic acid\b/, 'ng/mL nmol/L µg/L', 441.4),
  analyte('Iron', /\biron\b/, 'µg/dL µmol/L µg/L', 55.845),
  analyte('Ferritin', /\bferritin\b/, 'ng/mL µg/L', null),
  analyte('Cortisol', /\bcortisol\b/, 'µg/dL nmol/L ng/mL', 362.46),
  analyte('Testosterone', /\btestosterone\b/, 'ng/dL nmol/L ng/mL', 288.42),
  analyte('Free T4', /\bfree t4\b|\bft4\b|\bthyroxine\b/, 'ng/dL pmol/L', 776.87),
  analyte('CRP', /\b(?:hs-?)?crp\b|\bc-reactive protein\b/, 'mg/L mg/dL', null),
  analyte('PSA', /\bpsa\b/, 'ng/mL µg/L', null),
  same('TSH', /\btsh\b/, { 'mIU/L': 1, 'µIU/mL': 1, 'mU/L': 1, 'µU/mL': 1 }),
  same('Sodium', /\bsodium\b/, { 'mmol/L': 1, 'mEq/L': 1 }),
  same('Potassium', /\bpotassium\b/, { 'mmol/L': 1, 'mEq/L': 1 }),
  analyte(
    'Glucose',
    /\bgluc?ose\b|\b(?:blood )?sug[ae]rs?\b|\bfasting (?:glucose|sugar)\b|\bbg\b/,
    'mg/dL mmol/L g/L',
    180.156,
  ),
]

/** The substance that a lower-case text names; undefined when it names none of these. */
export const analyteIn = (text: string): Analyte | undefined => ANALYTES.find(({ words }) => words.test(text))

/** A value in another unit of the same substance; both labels must be of its units. */
export function convertLab({ name, units }: Analyte, value: number, from: string, to: string): number {
  if (name === HBA1C.name && from !== to) return to === '%' ? 0.09148 * value + 2.152 : (value - 2.152) / 0.09148
  const inBase = (label: string) => units.find((unit) => unit.label === label)?.inBase ?? Number.NaN
  return (value * inBase(from)) / inBase(to)
}
