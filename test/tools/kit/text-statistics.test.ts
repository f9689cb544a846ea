import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/text-statistics.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string, attachment: string | null = null) => tool.hear({ text, attachment })

describe('text-statistics', () => {
  it.each([
    ['how readable is this text', 'The cat sat.', 'The cat sat.'],
    ['count the words', 'One two three', 'One two three'],
    ['how readable is this: "The cat sat on the mat."', null, 'The cat sat on the mat.'],
    ['word count of “one “inner” two”', null, 'one “inner” two'],
    ['how many words are in this text:\nOne two\nthree', null, 'One two\nthree'],
  ])('"%s" is heard', (text, attachment, heard) => expect(hear(text, attachment)).toEqual({ use: { text: heard } }))

  it('a text that is not there is asked for', () =>
    expect(hear('how many words are in this text?')).toEqual({
      missing: ['the text: pipe it in, or put it in quotation marks'],
    }))

  it.each([
    'in IELTS task 2, how many words?',
    'how many words should my essay have',
    'what is the Flesch reading ease',
    'how many words are in the English language',
    'improve my reading level',
    'she said "count the words"',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('the cat on the mat has the ease of 116.1', async () => {
    const { output, blocks } = await tool.call({ text: 'The cat sat on the mat.' }, toolContext)
    expect(output).toMatchObject({
      words: 6,
      sentences: 1,
      readingEase: expect.closeTo(116.145, 3),
      grade: expect.closeTo(-1.45, 2),
    })
    expect(blocks.at(-1)).toMatchObject({ tone: 'warn', text: 'Fewer than 100 words: the readability is only a hint.' })
  })

  it.each([
    ['', 'The text-statistics tool cannot use text: it is empty.'],
    ['  \n ', 'There are no words in this text.'],
    ['🙂🙂', 'There are no words in this text.'],
  ])('"%s" is refused in one sentence', async (text, message) =>
    expect(tool.call({ text }, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID', message }),
  )

  it('a megabyte of words is counted', async () =>
    expect((await tool.call({ text: 'Word and another. '.repeat(60_000) }, toolContext)).output).toMatchObject({
      words: 180_000,
      sentences: 60_000,
    }))
})
