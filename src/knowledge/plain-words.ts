/** Words that people say at home, by the word that a handbook uses. */
const SAID: ReadonlyArray<readonly [plain: string, said: string]> = [
  ['grandma', 'gran granny grannie nan nana nanna gramma grandmom grandmother'],
  ['grandpa', 'grandad granddad gramps grampa grandpop grandfather'],
  ['husband', 'hubby hubs'],
  ['wife', 'missus wifey'],
  ['boyfriend', 'bf'],
  ['girlfriend', 'gf'],
  ['brother', 'bro'],
  ['sister', 'sis'],
  ['child', 'kiddo kiddie bairn'],
  ['money', 'dosh moolah quid bucks'],
  ['phone', 'fone mobile cellphone handset'],
  ['tv', 'telly tele television'],
  ['laptop', 'lappy macbook chromebook'],
  ['toilet', 'loo lavatory bog'],
  ['vacuum', 'hoover hoovering'],
  ['vegetables', 'veg veggies veggie'],
  ['potatoes', 'spuds tatties'],
  ['breakfast', 'brekkie brekky'],
  ['tea', 'cuppa'],
  ['doctor', 'doc gp'],
  ['holiday', 'hols vacay'],
  ['university', 'uni'],
  ['photo', 'pic pics snapshot'],
  ['video', 'vid vids'],
  ['business', 'biz'],
  ['message', 'msg dm'],
  ['birthday', 'bday'],
  ['boss', 'gaffer'],
  ['sofa', 'settee'],
  ['rubbish', 'trash garbage'],
  ['sweets', 'candy candies'],
  ['website', 'webpage homepage'],
]

const PLAIN: ReadonlyMap<string, string> = new Map(
  SAID.flatMap(([plain, said]) => said.split(' ').map((word) => [word, plain] as const)),
)

/** "2400", "4x5", "3pm" say how much, not of what. */
const FIGURE = /^\d[\d.]*(?:k|m|st|nd|rd|th|am|pm|x\d+)?$/
/** A sum of money in short; 5k and 10k are runs, 4k is a screen, 401k a plan. */
const SUM = /^(?!(?:4|5|10|401)k$)\d[\d.]*k$/

/**
 * The topic words of a question as the pages say them; `pagesWith` counts the pages that have a word. A word that less than
 * half as many pages have as its plain one becomes that: "gran" → "grandma". A figure that no page has is left out, and so is
 * any sum in short ("60k"): it would count as a topic that nobody wrote about, or one page by chance.
 */
export const inPlainWords = (words: readonly string[], pagesWith: (word: string) => number): string[] =>
  words.flatMap((word) => {
    if (SUM.test(word) || (FIGURE.test(word) && pagesWith(word) === 0)) return []
    const plain = PLAIN.get(word)
    return [plain !== undefined && 2 * pagesWith(word) < pagesWith(plain) ? plain : word]
  })
