// The runtime's own segmenter takes 40 seconds for a line of a megabyte, and ends a sentence after "Dr.".
const SENTENCE_END =
  /(?<!\b(?:Mrs?|Ms|Dr|Prof|St|vs|e\.g|i\.e|[A-Z])\.)(?<=[.!?…]["'”’)\]]{0,3})\s+(?=["'“‘([]{0,3}[\p{Lu}\p{N}])|(?<=[。！？])/u

/** The sentences of a line, in order. A sentence ends at a full stop before a capital; only those with a letter or digit count. */
export const splitSentences = (line: string): string[] =>
  line
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
