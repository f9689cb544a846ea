import { wordsOf } from './words.ts'

// The commonest small words of languages that people are likely to try; those that English has too ("die", "an") are left out.
const FOREIGN = new Set(
  `ich nicht und der das ist ein eine wie mein meine mit für auf habe hat sie wir warum kann auch bei von zu wenn sehr
  je nous vous est les des une dans pour avec mon ma mes suis pas qui que quoi comment pourquoi sur très être
  el los las una que por para con mi mis tengo está estoy cómo qué como dónde muy es su porque
  il gli una che per con mio mia sono ho perché come della nel
  eu não uma com meu minha estou tenho por que porquê muito você
  ik niet een het van mijn heb met voor waarom wat hoe
  nie jest się mam jak dlaczego mój moja na czy
  bir ve için benim nasıl neden çok var`.split(/\s+/),
)
const ENGLISH = new Set(
  `the is are my i you what how why when where and of to in it for on with have has do does can not a that this me we he she they`.split(
    /\s+/,
  ),
)
const LATIN = /\p{Script=Latin}/gu
const LETTER = /\p{L}/gu

/**
 * True when a text is clearly not English: most of its letters are of another script, or it has at least two small words of
 * another language and no more English ones than these.
 */
export function isForeign(text: string): boolean {
  const sample = text.slice(0, 600)
  const letters = sample.match(LETTER)?.length ?? 0
  if (letters >= 4 && (sample.match(LATIN)?.length ?? 0) < letters / 2) return true
  const words = wordsOf(sample)
  const foreign = words.filter((word) => FOREIGN.has(word)).length
  return foreign >= 2 && foreign > words.filter((word) => ENGLISH.has(word)).length
}
