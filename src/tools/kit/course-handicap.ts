import * as z from 'zod'
import { type Block, facts, note, number } from '../../report/report.ts'
import { heardText } from '../heard-text.ts'
import { nameMissing } from '../name-missing.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

/** The slope of a course of standard difficulty. */
const STANDARD_SLOPE = 113

/** Course Handicap = Index × Slope ÷ 113 + (Course Rating − par). Source: The R&A and USGA, Rules of Handicapping, rule 6.1. */
export default defineTool({
  name: 'course-handicap',
  summary: 'The course handicap in golf from the Handicap Index, the slope, the course rating and par.',
  example: 'course handicap for index 14.3, slope 125, rating 71.2, par 72',
  effect: 'read',
  input: z.object({
    index: z.number().min(-10, 'an index is -10 to 54').max(54, 'an index is at most 54'),
    slope: z.number().min(55, 'a slope is 55 to 155').max(155, 'a slope is 55 to 155'),
    course_rating: z.number().min(20, 'a course rating is 20 to 90').max(90, 'a course rating is 20 to 90'),
    par: z.number().int('par is a whole number').min(27, 'par is 27 to 80').max(80, 'par is 27 to 80'),
  }),
  output: z.object({ course_handicap: z.number(), strokes: z.number() }),
  hear: hearHandicap,
  run({ index, slope, course_rating, par }) {
    const exact = (index * slope) / STANDARD_SLOPE + (course_rating - par)
    return { course_handicap: exact, strokes: Math.round(exact) }
  },
  show({ course_handicap, strokes }, { index, slope, course_rating, par }): Block[] {
    return [
      facts('Course handicap', {
        'Handicap Index': number(index),
        Slope: number(slope),
        'Course rating': number(course_rating),
        Par: number(par),
        'Course handicap': number(Math.round(course_handicap * 100) / 100),
        'Strokes, rounded': number(strokes),
      }),
      note('plain', 'Formula: Index × Slope ÷ 113 + (Course Rating − par), World Handicap System.'),
      note('plain', 'Use the slope and rating of the tees that you play. Competitions may take only a share of it.'),
    ]
  },
})

const TOPIC = /\b(?:course|playing) handicap\b|\bhandicap\b.*\bslope\b|\bslope\b.*\bhandicap\b|\bgolf\b.*\bslope\b/
const FIGURE = String.raw`([+-]?\d{1,3}(?:\.\d{1,2})?)`
/** Behind its word, else before it: "par 72 index 14.3" and "14.3 index". */
const placesOf = (words: string): readonly RegExp[] => [
  new RegExp(String.raw`\b(?:${words})(?: (?:is|of))*[ :=]*${FIGURE}`),
  new RegExp(String.raw`(?<![\w.])${FIGURE} (?:${words})\b`),
]
const INDEX = placesOf('handicap index|hcp index|index|hcp|whs')
const SLOPE = placesOf('slope rating|slope')
const RATING = placesOf('course rating|cr|rating')
const PAR = placesOf('par')

/** Hears "slope 125 rating 71.2 par 72 index 14.3 course handicap"; with some of the four it asks for the others. */
function hearHandicap(said: Utterance): Heard {
  const text = heardText(said)
  if (said.attachment !== null || !TOPIC.test(text)) return null
  const slope = figureIn(text, SLOPE)
  // "Slope rating 125" is no course rating.
  const rest = text.replace(/\bslope(?: rating)?(?: is| of)?[ :=]*\d+/, ' ')
  const [index, rating, par] = [figureIn(rest, INDEX), figureIn(rest, RATING), figureIn(rest, PAR)]
  if (slope === null) return null
  const missing = nameMissing([
    [index, 'the Handicap Index, such as 14.3'],
    [rating, 'the course rating, such as 71.2'],
    [par, 'par, such as 72'],
  ])
  return missing.length > 0 ? { missing } : { use: { index, slope, course_rating: rating, par } }
}

function figureIn(text: string, places: readonly RegExp[]): number | null {
  for (const place of places) {
    const found = place.exec(text)
    if (found) return Number(found[1])
  }
  return null
}
