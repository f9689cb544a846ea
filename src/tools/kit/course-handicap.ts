import * as z from 'zod'
import { type Block, facts, note, number } from '../../report/report.ts'
import { heardText } from '../heard-text.ts'
import { nameMissing } from '../name-missing.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

/** The slope of a course of standard difficulty. */
const STANDARD_SLOPE = 113

/** No course of 9 holes has a par above it, none of 18 a lower one. */
const LARGEST_PAR_OF_NINE = 45

/**
 * Course Handicap = Index × Slope ÷ 113 + (Course Rating − par); for 9 holes the Index is halved and rounded to a tenth first.
 * A plus handicap is an Index below 0. Source: The R&A and USGA, Rules of Handicapping, rule 6.1.
 */
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
    const counted = par <= LARGEST_PAR_OF_NINE ? Math.round(index * 5) / 10 : index
    const exact = (counted * slope) / STANDARD_SLOPE + (course_rating - par)
    // Math.round(-0.4) is -0, which would be shown with its sign.
    return { course_handicap: exact, strokes: Math.round(exact) + 0 }
  },
  show({ course_handicap, strokes }, { index, slope, course_rating, par }): Block[] {
    return [
      facts('Course handicap', {
        'Handicap Index': number(index),
        Slope: number(slope),
        'Course rating': number(course_rating),
        Par: number(par),
        Holes: par <= LARGEST_PAR_OF_NINE ? '9' : '18',
        'Course handicap': number(Math.round(course_handicap * 100) / 100),
        'Strokes, rounded': number(strokes),
      }),
      note(
        'plain',
        'Formula: Index × Slope ÷ 113 + (Course Rating − par), World Handicap System; for 9 holes with half the Index.',
      ),
      ...(strokes < 0 ? [note('plain', 'Below 0: a plus handicap, so you give strokes to the course.')] : []),
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
  const text = heardText(said).replace(/\bplus (?=\d)/g, '+')
  if (said.attachment !== null || !TOPIC.test(text)) return null
  const slope = figureIn(text, SLOPE)
  // "Slope rating 125" is no course rating.
  const rest = text.replace(/\bslope(?: rating)?(?: is| of)?[ :=]*\d+/, ' ')
  const [index, rating, par] = [indexIn(rest), figureIn(rest, RATING), figureIn(rest, PAR)]
  if (slope === null) return null
  const missing = nameMissing([
    [index, 'the Handicap Index, such as 14.3'],
    [rating, 'the course rating, such as 71.2'],
    [par, 'par, such as 72'],
  ])
  return missing.length > 0 ? { missing } : { use: { index, slope, course_rating: rating, par } }
}

const figureIn = (text: string, places: readonly RegExp[]): number | null => {
  const said = firstIn(text, places)
  return said === null ? null : Number(said)
}

/** A plus handicap, one better than 0, is written "+2.1" and reckoned as -2.1. */
const indexIn = (text: string): number | null => {
  const said = firstIn(text, INDEX)
  return said === null ? null : Number(said.replace('+', '-'))
}

const firstIn = (text: string, places: readonly RegExp[]): string | null =>
  places.map((place) => place.exec(text)?.[1]).find((said) => said !== undefined) ?? null
