import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, count, facts, note, number } from '../../report/report.ts'
import { hearTextStatistics } from '../hear-text-statistics.ts'
import { measureText } from '../measure-text.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  text: z.string().min(1, 'it is empty').max(5_000_000, 'it must have at most 5,000,000 characters'),
})

const output = z.object({
  characters: z.int(),
  words: z.int(),
  distinctWords: z.int(),
  sentences: z.int(),
  paragraphs: z.int(),
  wordsPerSentence: z.number(),
  syllablesPerWord: z.number(),
  /** Flesch reading ease: about 0 (very hard) to 100 (very easy). */
  readingEase: z.number(),
  /** Flesch-Kincaid grade: years of US schooling. */
  grade: z.number(),
  readingMinutes: z.number(),
})

/** Silent reading of English non-fiction. Source: Brysbaert, How many words do we read per minute? (2019). */
const WORDS_PER_MINUTE = 238

/**
 * Counts, and readability for English. Sources: Flesch, A new readability yardstick (1948); Kincaid and others, Derivation of
 * new readability formulas (1975).
 */
export default defineTool({
  name: 'text-statistics',
  summary: 'Words, sentences, reading time and reading ease of a text.',
  example: 'how readable is this text: "The cat sat on the mat. It was happy."',
  effect: 'read',
  input,
  output,
  hear: hearTextStatistics,
  run({ text }) {
    const { syllables, ...measures } = measureText(text)
    const { words, sentences } = measures
    if (words === 0) throw new OperatorError('ARGS_INVALID', 'There are no words in this text.')
    const wordsPerSentence = words / sentences
    const syllablesPerWord = syllables / words
    return {
      ...measures,
      wordsPerSentence,
      syllablesPerWord,
      readingEase: 206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord,
      grade: 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59,
      readingMinutes: words / WORDS_PER_MINUTE,
    }
  },
  show(result): Block[] {
    const one = (n: number) => number(Math.round(n * 10) / 10)
    return [
      facts('Text', {
        Words: count(result.words),
        'Different words': count(result.distinctWords),
        Sentences: count(result.sentences),
        Paragraphs: count(result.paragraphs),
        Characters: count(result.characters),
        'Reading time': timeText(result.readingMinutes),
      }),
      facts('Readability', {
        'Reading ease': `${result.readingEase.toFixed(1)} (${easeWords(result.readingEase)})`,
        'School grade': one(result.grade),
        'Words a sentence': one(result.wordsPerSentence),
        'Syllables a word': one(result.syllablesPerWord),
      }),
      note(
        'plain',
        'Formula: 206.835 − 1.015·words/sentences − 84.6·syllables/words (Flesch). Made for English; syllables are estimated.',
      ),
      ...(result.words < 100 ? [note('warn', 'Fewer than 100 words: the readability is only a hint.')] : []),
    ]
  },
})

const timeText = (minutes: number): string =>
  minutes < 1
    ? `${Math.max(1, Math.round(minutes * 60))} seconds`
    : `${Math.round(minutes)} min at ${WORDS_PER_MINUTE} words a minute`

/** The bands of Flesch's table. */
function easeWords(ease: number): string {
  if (ease >= 90) return 'very easy'
  if (ease >= 80) return 'easy'
  if (ease >= 70) return 'fairly easy'
  if (ease >= 60) return 'plain English'
  if (ease >= 50) return 'fairly difficult'
  return ease >= 30 ? 'difficult' : 'very difficult'
}
