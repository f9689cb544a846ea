import type { Vocabulary } from './pattern.ts'
import { readAuditAction, readDecision, readKillState, readSection, readState, readTopic } from './read-choices.ts'
import { readPool } from './read-pool.ts'
import { readChange } from './read-scale.ts'
import { type SaidWord, saidWords } from './said-words.ts'

/** What the slots of a sentence may hold: the pools, and the names that help explains. */
export interface SlotWords extends Vocabulary {
  readonly topics: readonly string[]
}

export type Args = Readonly<Record<string, unknown>>

/**
 * The arguments that a sentence gives a command, read from its words wherever they stand; null when one that the
 * command cannot do without is not there. Example: ('scale', "we could do with two more doctors") →
 * { pool: 'healthcare', direction: 'up', by: 2 }.
 */
export function readArgs(command: string, text: string, slots: SlotWords): Args | null {
  const said = saidWords(text)
  const read = READERS[command]
  return read ? read(said, slots, text) : {}
}

type Reader = (said: readonly SaidWord[], slots: SlotWords, text: string) => Args | null

const plain = (said: readonly SaidWord[]): string[] => said.map(({ word }) => word)

const READERS: Readonly<Record<string, Reader>> = {
  pools: readOnePool,
  metrics: readOnePool,
  capabilities: readOnePool,
  scale(said, slots) {
    const pool = readPool(plain(said), slots)
    const auto = readAuto(said)
    if (auto !== null) return pool === null ? null : { pool, ...auto }
    const change = readChange(said)
    return pool === null || change === null ? null : { pool, ...change }
  },
  restart(said, slots) {
    const words = plain(said)
    const pool = readPool(words, slots)
    if (pool !== null && pool !== 'all') return { pool }
    if (FAILED.test(words.join(' '))) return { target: 'failed' }
    return pool === null ? null : { pool }
  },
  tasks(said) {
    const limit = readLimit(said)
    if (limit !== null) return { limit, ...stateOf(said) }
    const id = readNumber(said)
    if (id !== null) return { id }
    return stateOf(said)
  },
  why: readTask,
  wait: readTask,
  cancel: readTask,
  retry: readTask,
  watch: (said) => readTask(said) ?? {},
  demo(said, slots) {
    const words = plain(said)
    // Who speaks of a demo that was does not want another.
    if (/\b(?:ran|hour|yesterday)\b/.test(words.join(' '))) return null
    if (/\bop(?:s|erations?|eratoins)\b|\bscaling\b|\brecovery\b|\bfleet\b/.test(words.join(' ')))
      return { domain: 'operations' }
    const pool = readPool(words, slots)
    return pool === null || pool === 'all' || pool === 'general' ? {} : { domain: pool }
  },
  admin(said, _slots, text) {
    const section = readSection(plain(said))
    const path = section === 'backup' || section === 'restore' ? A_PATH.exec(text)?.[0] : undefined
    return path === undefined ? { section } : { section, path }
  },
  audit(said) {
    const action = readAuditAction(plain(said))
    const limit = action === 'export' ? readLimit(said) : null
    return limit === null ? { action } : { action, limit }
  },
  approvals(said) {
    const id = readNumber(said)
    const action = readDecision(plain(said))
    return id === null || action === 'list' ? { action: 'list' } : { action, id }
  },
  kill: (said) => ({ state: readKillState(plain(said)) }),
  help(said, { topics }) {
    const topic = readTopic(plain(said), topics)
    return topic === null ? {} : { topic }
  },
}

function readOnePool(said: readonly SaidWord[], slots: SlotWords): Args {
  const pool = readPool(plain(said), slots)
  return pool === null || pool === 'all' ? {} : { pool }
}

function readTask(said: readonly SaidWord[]): Args | null {
  const task = readNumber(said)
  return task === null ? null : { task }
}

const stateOf = (said: readonly SaidWord[]): Args => {
  const state = readState(plain(said))
  return state === null ? {} : { state }
}

/** A file as it was written: with a folder, or with the ending of a database. */
const A_PATH = /(?<=^|[\s"'])(?:[~.]?\/?[\w.-]+\/[\w./-]*\w|\/[\w./-]*\w|[\w.-]+\.(?:db|sqlite3?|bak|backup))\b/i

/** How many of the newest are wanted: "the last 5 tasks", "50 recent tasks", "the newest 200 rows"; null for a number that names one. */
function readLimit(said: readonly SaidWord[]): number | null {
  const found = said.find(
    ({ number }, i) =>
      number !== null &&
      number > 1 &&
      (NEWEST.test(said[i - 1]?.word ?? '') ||
        (NEWEST.test(said[i + 1]?.word ?? '') && MANY.test(said[i + 2]?.word ?? '')) ||
        MANY.test(said[i + 1]?.word ?? '')),
  )
  return found?.number ?? null
}

const NEWEST = /^(?:last|latest|recent|newest|first|top)$/
const MANY = /^(?:tasks|jobs|requests|rows|entries|lines|records)$/

/** A pool that is to scale itself, with bounds where they are said; null when that is not asked for. */
function readAuto(said: readonly SaidWord[]): Args | null {
  const words = plain(said).join(' ')
  const numbers = said.flatMap(({ number }) => (number === null ? [] : [number]))
  const [min, max, ...more] = numbers
  const bounded = /\bbetween\b.*\band\b/.test(words) && max !== undefined && more.length === 0
  if (bounded) return { mode: 'auto', min, max }
  return BY_ITSELF.test(words) && numbers.length === 0 ? { mode: 'auto' } : null
}

const BY_ITSELF =
  /\bby (?:itself|themselves)\b|\bon (?:its|their) own\b|\bautomatic(?:ally)?\b|\belastic\b|\bauto ?scal\w*\b/

/** The number of a task or an approval: the one that is called so, else the first that is written in digits. */
function readNumber(said: readonly SaidWord[]): number | null {
  const called = said.find(({ number }, i) => number !== null && number >= 1 && isCalled(said, i))
  const written = called ?? said.find(({ number, word }) => number !== null && number >= 1 && /^\d/.test(word))
  return written?.number ?? null
}

const isCalled = (said: readonly SaidWord[], i: number): boolean =>
  [said[i - 1]?.word, said[i - 2]?.word].some((word) => word !== undefined && CALLED.test(word))

const CALLED = /^(?:tasks?|taks|taskss|tsk|taask|jobs?|jbo|requests?|requst|approval|number|no|nr|num|item|id|ticket)$/

const FAILED =
  /\bfail|\bfaild|\bcrash|\bbroke|\bbrokn|\bdead\b|\bdied|\bdown(?:ed)?\b|\bfell\b|not working|stopped working|\bborked|\berrored|\bunhealthy|\bdying|\bbusted|kaput|\bcroaked|\bhung\b|flatlined|fallen over|keeled|bombed/
