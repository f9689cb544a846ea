import { stemmer } from 'stemmer'

// Words that carry no topic. "not" and "no" stay out too: the handbook is found by topic, not by what is denied.
const STOP_WORDS = new Set(
  `a about actually after again all also always am an and any anyone anything are around as ask at away be because been before being
  both but by can cannot cant come could couldnt d did didnt do does doesnt doing dont down each either else ever every few for
  from further get gets getting give go goes going gonna good got had has have havent having he hello help her here hers hey hi him his how
  however i id if ill im in into is isnt it its ive just keep keeps kind know let like likely ll lot lots m make makes many may maybe me mean
  means might mine more most much must my myself need needs no not now of off often ok okay on once one only or other our ours
  out over own people per perhaps please possible put quite rather re really right s said same say see seem seems she should
  show so some someone something sort still such sure t take tell than thank thanks that the their them then there these they
  thing things think this those though through to today tonight too try trying under until up upon us use using ve very want wants was wasnt
  way we well were what whats when where whether which while who whom whose why will with within without wont would wouldnt
  yes yet you your yours yourself
  advice advise symptom symptoms medical info information tip tips guide explain question questions answer answers problem problems
  issue issues recommend recommendation recommendations suggestion suggestions suggest best good bad lately recently feel feeling
  feels since wonder wondering understand important hard easy simple user users`.split(/\s+/),
)

/** Lower-case words of a text, apostrophes folded: "Don't PANIC!" → ["dont", "panic"]. Numbers are words. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The words that carry the topic, in order, repeats kept. */
export const topicWords = (text: string): string[] => wordsOf(text).filter((word) => !STOP_WORDS.has(word))

/** A word's stem by Porter's algorithm, the same that the full-text index uses: "headaches" → "headach". */
export const stemOf = (word: string): string => stemmer(word)
