import { pointsIn, readLists } from './labelled-lists.ts'
import { oneBlank } from './one-blank.ts'

/** A task as far as its words tell. Null means that they do not say. `due` is a day in words, such as "friday", or null. */
export interface SortedTask {
  readonly name: string
  readonly urgent: boolean | null
  readonly important: boolean | null
  readonly due: string | null
}

const NOT = `(?:not|non|isn't|is not|no|un|less|neither)[ -]?(?:(?:really|so|very|at all|that) )?`
const JOIN = String.raw`\s*(?:,?\s*(?:and|but|yet|nor)\b|[,&+/])?\s*`
const HEADS = {
  both: new RegExp(`urgent${JOIN}important|important${JOIN}urgent|do (?:it )?(?:first|now)|quadrant 1|q1`),
  important: new RegExp(
    `(?:${NOT})urgent${JOIN}important|important${JOIN}(?:${NOT})urgent|important,? (?:${NOT})urgent|schedule(?: it)?|quadrant 2|q2`,
  ),
  urgent: new RegExp(
    `urgent${JOIN}(?:${NOT})important|(?:${NOT})important${JOIN}urgent|urgent,? (?:${NOT})important|delegate(?: it)?|quadrant 3|q3`,
  ),
  none: new RegExp(
    `(?:${NOT})urgent${JOIN}(?:${NOT})important|(?:${NOT})important${JOIN}(?:${NOT})urgent|neither(?: (?:urgent nor important|important nor urgent))?|neither nor|drop(?: it)?|delete|eliminate|quadrant 4|q4`,
  ),
  onlyUrgent: /urgent(?: only| things| tasks)?/,
  onlyImportant: /important(?: only| things| tasks)?/,
} as const
const MEANS = {
  both: { urgent: true, important: true },
  important: { urgent: false, important: true },
  urgent: { urgent: true, important: false },
  none: { urgent: false, important: false },
  onlyUrgent: { urgent: true, important: null },
  onlyImportant: { urgent: null, important: true },
} as const

/**
 * Tasks with what their words say: lists under headings ("urgent and important: a, b; not urgent but important: c"), or
 * marks at each task ("taxes (urgent, important)", "call mum - important, not urgent", "report due friday"). Nothing is guessed.
 */
export function sortTasks(text: string): readonly SortedTask[] {
  const lists = readLists(oneBlank(text), HEADS)
  const names = Object.keys(lists) as (keyof typeof MEANS)[]
  if (names.length === 0)
    return itemsIn(oneBlank(text))
      .map(readMarks)
      .filter(({ name }) => name !== '')
  return names.flatMap((name) => (lists[name] ?? []).map((point) => ({ ...readMarks(point), ...MEANS[name] })))
}

/** "taxes (urgent, important), gym": commas inside brackets and between two marks do not part tasks. */
function itemsIn(text: string): readonly string[] {
  const held = text
    .replace(/\(([^()\n]{0,80})\)/g, (inside) => inside.replaceAll(',', ' '))
    .replace(
      new RegExp(`,(?=\\s*(?:and |but )?(?:${NOT})?(?:urgent|important|urgnt|imporant|asap|due|overdue)\\b)`, 'gi'),
      ' ',
    )
  return pointsIn(held).slice(0, 200)
}

const UNTRUE = (word: string) =>
  new RegExp(`\\b(?:${NOT})${word}\\b|\\bneither\\b|\\b${word}\\s*[:=]\\s*(?:no|n|false|0)\\b`, 'i')
const URGENT = /\b(?:urgent|urgnt|urgently|asap|emergency|right now|immediately|overdue)\b|!!/i
const IMPORTANT = /\b(?:important|imporant|importent|critical|crucial|matters(?: a lot)?|vital)\b/i
const UNIMPORTANT = /\b(?:unimportant|trivial|nice to have|does(?:n't| not) matter|optional)\b/i
const UNHURRIED = /\b(?:can wait|no rush|no hurry|someday|some day|not pressing|whenever)\b/i
const DUE =
  /\b(?:due|by|deadline|until|before|till)(?: is| on| by)?[: ]+((?:today|tomorrow|tonight|the day after tomorrow|(?:next |this )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}\.?(?: \d{4})?|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}[./-]\d{1,2}[./-]\d{4}))\b|\b(today|tomorrow|tonight)\b/i
const WORDS_OF_MARKS = new RegExp(
  [
    URGENT.source,
    IMPORTANT.source,
    UNIMPORTANT.source,
    UNHURRIED.source,
    String.raw`\b(?:${NOT})(?=\W*(?:urgent|important|or|nor|\)|$))`,
    String.raw`\b(?:neither|nor|yes|true|false|very|really|both)\b`,
  ].join('|'),
  'gi',
)

function readMarks(item: string): SortedTask {
  const neither = /\bneither\b/i.test(item)
  const due = DUE.exec(item)
  return {
    name: nameOf(due ? item.replace(due[0], ' ') : item),
    urgent: neither || UNTRUE('urgent').test(item) || UNHURRIED.test(item) ? false : URGENT.test(item) ? true : null,
    important:
      neither || UNTRUE('important').test(item) || UNIMPORTANT.test(item) ? false : IMPORTANT.test(item) ? true : null,
    due: (due?.[1] ?? due?.[2] ?? '').toLowerCase().replace('tonight', 'today') || null,
  }
}

/** The task without its marks; "fix the urgent bug" keeps its words, because there the mark is part of the name. */
function nameOf(item: string): string {
  const tail = item.replace(/\([^()]*\)/g, (inside) => (WORDS_OF_MARKS.test(inside) ? ' ' : inside))
  WORDS_OF_MARKS.lastIndex = 0
  return tail
    .replace(WORDS_OF_MARKS, ' ')
    .replace(/\b(?:is|are|it's|its)\s*(?=[\s,&/+]*(?:and|but|or)?[\s,&/+]*$)/i, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,:;=()[\]&+/|–—-]*(?:\b(?:is|are|and|but|or|yet)\b[\s,&/+-]*)*$/i, '')
    .replace(/^[\s,:;=()[\]&+/|–—-]+/, '')
    .trim()
}
