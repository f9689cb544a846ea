import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { inertLine } from '../../base/inert-text.ts'
import { type Block, count, facts, note, prose } from '../../report/report.ts'
import { extractSentences, sentencesOf } from '../extract-sentences.ts'
import { hearSummary } from '../hear-summary.ts'
import { percent } from '../percent-text.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  text: z.string().min(1, 'it is empty').max(5_000_000, 'it must have at most 5,000,000 characters'),
  sentences: z.int().min(1, 'at least 1 sentence is needed').max(100, 'at most 100 sentences are taken').optional(),
  share: z
    .number()
    .min(0.01, 'it must be at least 1 %')
    .max(1, 'it must be at most 1, the whole text')
    .optional()
    .describe('share of the sentences, 0..1, when no number of them is given'),
})

const output = z.object({
  /** In the order of the text; `place` counts from 1. */
  sentences: z.array(z.object({ text: z.string(), place: z.int() })),
  sentences_in_all: z.int(),
  /** Characters of the summary ÷ characters of the text. */
  share: z.number(),
})

/** Without a wish: a fifth of the text, three sentences at least and seven at most. */
const usual = (all: number): number => Math.min(7, Math.max(3, Math.round(all / 5)))
const MOST = 100
const LONGEST = 1_000

/** An extract, not a retelling: no word is added or changed. */
export default defineTool({
  name: 'summarise',
  summary: 'The most telling sentences of a text, word for word and in their order.',
  example: 'summarise in 1 sentence: Bees visit flowers for nectar. Flowers need bees for pollen. The sky was grey.',
  effect: 'read',
  alone: true,
  input,
  output,
  hear: hearSummary,
  run({ text, sentences, share }) {
    const all = sentencesOf(text)
    if (all.length === 0)
      throw new OperatorError('ARGS_INVALID', 'There are no words in this text.', {
        hint: 'Give a text of a few sentences.',
      })
    const wanted = sentences ?? (share === undefined ? usual(all.length) : Math.max(1, Math.round(all.length * share)))
    const chosen = extractSentences(all, Math.min(MOST, wanted, all.length))
    const lengthOf = (texts: readonly string[]) => texts.reduce((sum, one) => sum + one.length, 0)
    return {
      sentences: chosen,
      sentences_in_all: all.length,
      share: lengthOf(chosen.map((one) => one.text)) / lengthOf(all),
    }
  },
  show({ sentences, sentences_in_all, share }): Block[] {
    const isWhole = sentences.length === sentences_in_all
    const isCut = sentences.some(({ text }) => text.length > LONGEST)
    return [
      prose(sentences.map(({ text }) => `- ${inertLine(text, LONGEST)}`).join('\n')),
      facts('Summary', {
        Sentences: `${sentences.length} of ${sentences_in_all.toLocaleString('en-US')}`,
        'Their places': sentences.map(({ place }) => place).join(', '),
        'Share of the text': percent(share),
        Characters: count(sentences.reduce((sum, { text }) => sum + text.length, 0)),
      }),
      note(
        'plain',
        isWhole
          ? 'The text is no longer than this, so nothing is left out.'
          : 'The sentences are taken word for word: those whose words occur most often in the others. What is said once only may be missing.',
      ),
      ...(isCut ? [note('warn', 'A sentence of more than 1,000 characters is cut here.')] : []),
    ]
  },
})
