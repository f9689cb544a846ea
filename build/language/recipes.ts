import { readPages } from '../../src/knowledge/read-pages.ts'
import type { ModelName } from '../../src/language/open-language.ts'
import { alarmExamples } from './alarm-examples.ts'
import { everydayMisses } from './everyday-misses.ts'
import type { Example, FitOptions } from './fit-model.ts'
import { ONLY_LEARNED, readCorpus } from './read-corpus.ts'
import { slangCommands } from './slang-commands.ts'
import { varyExamples } from './vary-examples.ts'

/** How one model is made. */
export interface Recipe {
  readonly name: ModelName
  readonly options: FitOptions
  /** What the model learns from these voices, variations and made-up sentences included. */
  examples(voices: readonly string[]): readonly Example[]
  /** What somebody of this voice wrote, to measure with. */
  written(voice: string): readonly Example[]
}

const POOLS = ['business', 'financial', 'general', 'healthcare', 'sports']

const COMMANDS = [
  ...[
    'admin',
    'approvals',
    'audit',
    'cancel',
    'capabilities',
    'demo',
    'doctor',
    'health',
    'help',
    'kill',
    'metrics',
    'none',
  ],
  ...['pools', 'providers', 'restart', 'retry', 'scale', 'sessions', 'status', 'tasks', 'wait', 'watch', 'why'],
]

const labelled = (name: 'commands' | 'routing' | 'emergency', voice: string): Example[] =>
  readCorpus(name, voice).map(([text, label = '']) => ({ text, label }))

const allAs = (label: string, name: 'near-misses' | 'routing' | 'emergency', voice: string): Example[] =>
  readCorpus(name, voice).map(([text]) => ({ text, label }))

/** The three models. Sizes, steps and pulls were chosen by leaving each of the learned voices out in turn. */
export const RECIPES: readonly Recipe[] = [
  {
    name: 'commands',
    options: {
      ...{ labels: COMMANDS, lexicon: 'commands', size: 1 << 14, passes: 15, rate: 0.5, decay: 1e-5 },
      ...{ seed: 1, temperature: 1 },
    },
    examples: (voices) =>
      varyExamples(
        [
          ...voices.flatMap((voice) => [
            ...labelled('commands', voice),
            ...allAs('none', 'near-misses', voice),
            ...allAs('none', 'routing', voice),
            ...allAs('none', 'emergency', voice),
          ]),
          ...everydayMisses(4_000, 3),
          ...slangCommands(120, 11),
        ],
        { copies: 1, frames: 0.6, typos: 0.4, seed: 7 },
      ),
    written: (voice) => [...labelled('commands', voice), ...allAs('none', 'near-misses', voice)],
  },
  {
    name: 'routing',
    options: {
      ...{ labels: POOLS, lexicon: 'topics', size: 1 << 16, passes: 12, rate: 0.3, decay: 1e-3 },
      ...{ seed: 1, temperature: 1 },
    },
    examples: (voices) =>
      varyExamples(
        [
          ...POOLS.flatMap(handbookQuestions),
          ...[...voices, ...ONLY_LEARNED].flatMap((voice) => labelled('routing', voice)),
        ],
        {
          ...{ copies: 1, frames: 0.3, typos: 0.5, seed: 7 },
        },
      ),
    written: (voice) => labelled('routing', voice),
  },
  {
    name: 'emergency',
    options: {
      ...{ labels: ['0', '1'], lexicon: 'alarm', size: 1 << 16, passes: 10, rate: 0.3, decay: 1e-3 },
      ...{ seed: 1, temperature: 1 },
    },
    examples: (voices) =>
      varyExamples(
        [
          ...voices.flatMap((voice) => [
            ...labelled('emergency', voice),
            ...allAs('0', 'routing', voice).map((one) => ({ ...one, weight: 0.15 })),
          ]),
          ...alarmExamples(2_000, 5),
          ...POOLS.flatMap(calmQuestions),
        ],
        { copies: 1, frames: 0.3, typos: 0.5, seed: 7 },
      ),
    written: (voice) => labelled('emergency', voice),
  },
]

/** What the pages of the handbook answer, in lay wordings, and what they say. */
function handbookQuestions(pool: string): Example[] {
  const pages = readPages(new URL(`../../src/agents/packs/${pool}/handbook/`, import.meta.url), pool)
  const asked = pages.flatMap(({ title, questions, terms }) => [title, ...questions, terms.join(' ')])
  const told = pages.flatMap(({ sections }) => sections.flatMap(({ text }) => text.split(/\n+|(?<=[.!?])\s+/)))
  return [
    ...asked.map((text) => ({ text, label: pool, weight: 0.7 })),
    ...told.filter((text) => text.length > 25).map((text) => ({ text, label: pool, weight: TOLD })),
  ]
}

// What pages say is written in another tone than what people ask.
const TOLD = 0.1

// Pages whose wordings may well be cries for help.
const ALARMING =
  /emergency|heart-attack|stroke|chok|cpr|poison|bleeding|first-aid|allerg|anaphyl|suicid|crisis|chest-pain|breath|head-injury|burn|seizure|heat|gas|fire|smoke|electric|warning|blood-sugar|overdose|palpitation|concussion|panic|asthma|baby|painkiller|monoxide|blood-clot|angina|eye-problems|skin-rash|fever-in-a-child/

/** What people ask the handbook on calm subjects: ordinary symptoms and errands are no emergency. */
const calmQuestions = (pool: string): Example[] =>
  readPages(new URL(`../../src/agents/packs/${pool}/handbook/`, import.meta.url), pool)
    .filter(({ slug }) => !ALARMING.test(slug))
    .flatMap(({ questions }) => questions)
    .map((text) => ({ text, label: '0', weight: pool === 'healthcare' ? 0.6 : 0.2 }))
