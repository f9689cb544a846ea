import { ALARM_WORDS } from './alarm-words.ts'
import { COMMAND_WORDS } from './command-words.ts'
import { createIdeaReader, type IdeaReader, type Lexicon } from './ideas.ts'
import { TOPIC_WORDS } from './topic-words.ts'

const LEXICONS = { commands: COMMAND_WORDS, alarm: ALARM_WORDS, topics: TOPIC_WORDS } satisfies Record<string, Lexicon>

/** The name of a lexicon, as it stands in a model's file. */
export type LexiconName = keyof typeof LEXICONS

/** The reader of a model's lexicon. */
export const ideaReaderOf = (name: LexiconName): IdeaReader => createIdeaReader(LEXICONS[name])
