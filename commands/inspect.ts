import * as z from 'zod'
import { defineCommand } from '../src/command/define.ts'
import { restSlot } from '../src/command/slots.ts'
import { facts, known, ratio, report, table } from '../src/report/report.ts'

const inspection = z.object({
  text: z.string(),
  command: z.string().nullable().describe('null for a question'),
  args: z.record(z.string(), z.unknown()),
  pool: z.string().nullable(),
  scores: z.record(z.string(), z.number()),
  confidence: z.number(),
  emergency: z.string().nullable(),
  redacted: z.string().nullable(),
  pii: z.array(z.object({ type: z.string(), start: z.int(), end: z.int() })).nullable(),
  injection: z.object({ suspicion: z.number(), verdict: z.string() }).nullable(),
})

export default defineCommand({
  name: 'inspect',
  summary: 'Show what would be made of a text; runs nothing.',
  group: 'Learn',
  usage: ['inspect {text}'],
  phrases: [],
  examples: ['inspect scale up the healthcare agent pool', 'inspect --ndjson < lines.txt'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({ text: restSlot('the text to look at') }),
  returns: inspection,

  async run({ text }, { language }) {
    const found = await language.inspect(text)
    return { ...found, args: { ...found.args }, scores: { ...found.scores }, pii: found.pii && [...found.pii] }
  },

  show({ text, command, args, pool, scores, confidence, emergency }) {
    return report(
      'Inspect',
      facts(undefined, {
        Text: text,
        Command: command ?? 'none: a question for an agent',
        Arguments: Object.keys(args).length > 0 ? JSON.stringify(args) : 'none',
        Pool: pool ?? 'none',
        Confidence: known(confidence, ratio),
        Emergency: emergency ?? 'no',
      }),
      ...(Object.keys(scores).length > 0
        ? [
            table(
              ['Pool', 'Score'],
              Object.entries(scores)
                .sort(([, a], [, b]) => b - a)
                .map(([name, score]) => [name, ratio(score)]),
            ),
          ]
        : []),
    )
  },
})
