import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../../src/tools/extract-sentences.ts'
import tool from '../../../src/tools/kit/summarise.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const TEXT = `The council voted to build a tram line to the harbour. The tram line will cost 240 million
euros. It rained on that day. Dr. Weber says that a tram carries more people than a bus. Shop owners fear the works.

- The tram line has 14 stops.`
const hear = (text: string, attachment: string | null = TEXT) => tool.hear({ text, attachment })
const summary = async (use: object) =>
  (await tool.call(use, toolContext)).output as {
    sentences: { text: string; place: number }[]
    sentences_in_all: number
  }

describe('summarise', () => {
  it.each([
    ['summarise this', {}],
    ['summarize this in 2 sentences', { sentences: 2 }],
    ['tl;dr please', {}],
    ['give me the key points of this article', {}],
    ['sum up this text in three bullet points', { sentences: 3 }],
    ['shorten this to 20%', { share: 0.2 }],
    ['condense it to half', { share: 0.5 }],
    ["what's the gist of this", {}],
    ['sumarize this text', {}],
    ['give me 4 takeaways from this', { sentences: 4 }],
    ['can you boil this down to one sentence', { sentences: 1 }],
    ['recap this document in a few sentences', { sentences: 3 }],
  ])('"%s" is heard with an attachment', (text, length) =>
    expect(hear(text)).toEqual({ use: { text: TEXT, ...length } }),
  )

  it.each([
    ['summarise in 1 sentence: Bees fly. Bees sting.', { text: 'Bees fly. Bees sting.', sentences: 1 }],
    ['tldr:\nBees fly.\nBees sting.', { text: 'Bees fly.\nBees sting.' }],
    ['summarise "Bees fly. Bees sting." in one sentence', { text: 'Bees fly. Bees sting.', sentences: 1 }],
    ['summarise the following text. Bees fly. Bees sting.', { text: 'Bees fly. Bees sting.' }],
  ])('%j brings its own text', (text, use) => expect(hear(text, null)).toEqual({ use }))

  it.each(['summarise this article', 'summarise https://example.org/a', 'shorten my essay'])(
    '"%s" asks for the text',
    (text) => expect(hear(text, null)).toHaveProperty('missing'),
  )

  it.each(['how do i summarise a text', 'give me a summary of the fleet', 'summarise the world cup rules'])(
    '"%s" is left alone',
    (text) => expect(hear(text, null)).toBeNull(),
  )

  it('takes sentences that hold the matter, and not the rain', async () => {
    const { sentences, sentences_in_all } = await summary({ text: TEXT, sentences: 3 })
    expect(sentences_in_all).toBe(6)
    expect(sentences.map(({ text }) => text).join(' ')).toContain('tram line')
    expect(sentences.map(({ text }) => text)).not.toContain('It rained on that day.')
  })

  it('every sentence stands in the text, once and in its order', async () => {
    const sentence = fc
      .array(fc.constantFrom('tram', 'bridge', 'council', 'harbour', 'money', 'rain', 'shop'), {
        minLength: 2,
        maxLength: 8,
      })
      .map((words) => `The ${words.join(' ')}.`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(sentence, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        async (all, many) => {
          const { sentences } = await summary({ text: all.join(' '), sentences: many })
          expect(sentences).toHaveLength(Math.min(many, all.length))
          expect(sentences.map(({ place }) => place)).toEqual(
            [...new Set(sentences.map(({ place }) => place))].sort((a, b) => a - b),
          )
          for (const { text, place } of sentences) expect(text).toBe(all[place - 1])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('says that a text without words has none', () =>
    expect(summary({ text: '… — …' })).rejects.toMatchObject({ message: 'There are no words in this text.' }))

  it('leaves a text of one sentence whole', async () =>
    expect(await summary({ text: 'only this' })).toMatchObject({ sentences: [{ text: 'only this', place: 1 }] }))

  it('four megabytes are summarised in seconds', async () => {
    const text = Array.from(
      { length: 60_000 },
      (_, n) => `Sentence ${n} speaks of tram number ${n % 97} and the town.`,
    ).join(' ')
    const before = performance.now()
    expect((await summary({ text })).sentences).toHaveLength(7)
    expect(performance.now() - before).toBeLessThan(10_000)
  })

  it('joins the lines of a paragraph and parts the items of a list', () =>
    expect(sentencesOf('One\ntwo. Three\nfour.\n\n- five\n- six')).toEqual(['One two.', 'Three four.', 'five', 'six']))
})
