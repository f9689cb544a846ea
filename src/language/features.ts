import { FOREIGN, type IdeaReader } from './ideas.ts'
import { shapeOf } from './shape.ts'
import type { Spelling } from './spelling.ts'

/** Texts → the places in a weights table that they touch. One reader serves one model; it is not re-entrant. */
export interface FeatureReader {
  /** Distinct places, 0..size-1, in no order; the view is valid until the next call. */
  read(text: string): Int32Array
}

/** What a reader reads with. `size` is the number of places, a power of two. */
export interface Reading {
  readonly size: number
  readonly spelling: Spelling
  readonly ideas: IdeaReader
}

/**
 * Reads word 1- and 2-grams (misspelt words repaired), character 3- to 5-grams within words, the shape of the sentence
 * and its ideas, each hashed (FNV-1a) into a place. Of a long post the first 400 and the last 200 characters are read:
 * people say what they want at either end.
 */
export function createFeatureReader({ size, spelling, ideas }: Reading): FeatureReader {
  const places = createPlaces(size)
  return {
    read(text) {
      places.clear()
      const bounded = cut(text)
      const words = readableWords(bounded)
      const repaired = words.map((word) => spelling.repair(word) ?? word)
      for (const word of words) if (word.length > 1) addGrams(places, word)
      addWords(places, repaired)
      for (const shape of shapeOf(bounded, repaired)) places.add(hashOf(shape, SEED.shape))
      addIdeas(places, ideas(words))
      return places.all()
    },
  }
}

/** Lower-case words with apostrophes folded; every number is `#`, a number with letters `#k`. */
export function readableWords(text: string): string[] {
  const words = text.toLowerCase().replace(APOSTROPHES, '').match(WORDS) ?? []
  return words.map((word) => (isDigit(word.charCodeAt(0)) ? word.replace(/^[\d.,]+/, '#') : word))
}

const APOSTROPHES = /['’‘`]/g
const WORDS = /\d[\d.,]*\p{L}*|\p{L}+/gu
const isDigit = (code: number): boolean => code >= 48 && code <= 57

const cut = (text: string): string => (text.length <= 600 ? text : `${text.slice(0, 400)} ${text.slice(-200)}`)

/** A set of places that is emptied in no time. */
interface Places {
  add(hash: number): void
  all(): Int32Array
  clear(): void
}

function createPlaces(size: number): Places {
  const mask = size - 1
  const turnOf = new Int32Array(size)
  const out = new Int32Array(MOST_PLACES)
  let turn = 0
  let length = 0
  return {
    add(hash) {
      const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
      const place = (mixed ^ (mixed >>> 13)) & mask
      if (turnOf[place] === turn || length >= MOST_PLACES) return
      turnOf[place] = turn
      out[length] = place
      length += 1
    },
    all: () => out.subarray(0, length),
    clear() {
      turn += 1
      length = 0
    },
  }
}

const MOST_PLACES = 4_096
const LONGEST_WORD = 24
// One seed a kind, so that the word "up" and the idea "up" are different places.
const SEED = { gram: 0x1b873593, word: 0x811c9dc5, pair: 0x3c6ef372, first: 0x27d4eb2f, shape: 0x5bd1e995 }

const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

function hashOf(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i += 1) hash = step(hash, text.charCodeAt(i))
  return hash
}

function addGrams(places: Places, word: string): void {
  const marked = `<${word.slice(0, LONGEST_WORD)}>`
  for (let start = 0; start + 3 <= marked.length; start += 1) {
    let hash = SEED.gram
    const end = Math.min(marked.length, start + 5)
    for (let i = start; i < end; i += 1) {
      hash = step(hash, marked.charCodeAt(i))
      if (i - start >= 2) places.add(hash)
    }
  }
}

function addWords(places: Places, words: readonly string[]): void {
  places.add(hashOf(words[0] ?? '', SEED.first))
  words.forEach((word, i) => {
    places.add(hashOf(word, SEED.word))
    places.add(hashOf(words[i + 1] ?? '$', step(hashOf(word, SEED.pair), 32)))
  })
}

/** Ideas alone, in runs of two and three, in pairs at any distance, and how many words are foreign to the field. */
function addIdeas(places: Places, ideas: readonly number[]): void {
  const foreign = ideas.filter((one) => one === FOREIGN).length
  const add = (kind: number, ...numbers: number[]): void => addTwice(places, [kind, ...numbers])
  add(1, Math.min(4, foreign), Math.min(8, ideas.length))
  add(2, Math.min(4, foreign))
  add(3, ...ideas.slice(0, 5))
  add(4, ideas[0] ?? END)
  ideas.forEach((idea, i) => {
    add(5, idea)
    add(6, idea, ideas[i + 1] ?? END)
    add(7, idea, ideas[i + 1] ?? END, ideas[i + 2] ?? END)
    const last = Math.min(ideas.length, i + FARTHEST_PAIR)
    for (let j = i + 1; j < last; j += 1) add(8, Math.min(idea, ideas[j] ?? END), Math.max(idea, ideas[j] ?? END))
  })
}

const END = 999
const FARTHEST_PAIR = 12

/** Ideas are few beside letters; counted twice, they are heard. */
function addTwice(places: Places, numbers: readonly number[]): void {
  let hash = 0x2545f491
  for (const number of numbers) hash = step(hash, number + 1)
  places.add(hash)
  places.add(step(hash, 0x7fff))
}
